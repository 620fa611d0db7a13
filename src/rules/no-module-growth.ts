import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-module-growth', 'Disallow unbounded growth of module variables and of properties of the global object');
