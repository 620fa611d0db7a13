import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-captured-growth', 'Disallow unbounded growth of `this` or of locals kept by a callback that a long-lived loop runs');
