import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-ineffective-release', 'Disallow releases that cannot take back what was added');
