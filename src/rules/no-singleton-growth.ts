import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-singleton-growth', 'Disallow unbounded growth of fields of instances that outlive the turn');
