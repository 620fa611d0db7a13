import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-function-static-growth', 'Disallow unbounded growth of function properties and of variables kept by functions that were created once');
