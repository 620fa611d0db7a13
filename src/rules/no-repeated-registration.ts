import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-repeated-registration', 'Disallow registering something on every turn with an owner that outlives it');
