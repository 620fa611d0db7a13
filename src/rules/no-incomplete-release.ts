import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-incomplete-release', 'Disallow releases that a way out of the code skips');
