// `npm run demo`: lints the bundled ticket server with the configuration a user would write and prints what it leaks. Finding
// leaks is what the demo is for, so it only fails when it finds none or can't run.

import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const cwd = fileURLToPath(new URL('../fixtures/demo-server/ticket-desk', import.meta.url));
const eslint = new ESLint({ cwd });
const results = await eslint.lintFiles(['src']);
const formatter = await eslint.loadFormatter('stylish');
console.log(await formatter.format(results));

const messages = results.flatMap((result) => result.messages);
const leaks = messages.filter(({ ruleId }) => ruleId?.startsWith('leaks/') === true);
console.log(`${String(leaks.length)} leaks in ${String(results.length)} files of fixtures/demo-server/ticket-desk`);
if (leaks.length === 0 || leaks.length < messages.length) process.exitCode = 1;
