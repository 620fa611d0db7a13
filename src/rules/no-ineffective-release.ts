import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-ineffective-release', 'Disallow releases that take back something else than what was added');
