import { createLeakRule } from './create-leak-rule.js';

export default createLeakRule('no-overlapping-schedule', 'Disallow scheduling an async job that can start again before its last run ended');
