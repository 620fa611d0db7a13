import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-static-growth', 'Disallow unbounded growth of static fields');
