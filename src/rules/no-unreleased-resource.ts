import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-unreleased-resource', 'Disallow resources acquired on every turn and never released');
