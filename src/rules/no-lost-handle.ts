import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-lost-handle', 'Disallow losing the only handle of what is still registered');
