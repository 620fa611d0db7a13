// What users read, in full, beside the code it speaks of: `messages.txt` is there to be looked at in a review. After a change of
// words that is meant, `npx vitest run test/messages -u` writes it anew.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findPrograms } from '../fixture-programs/find-programs.js';
import { lintProgram } from '../fixture-programs/lint-program.js';
import { ProgramPool } from '../fixture-programs/program-pool.js';
import { renderMessages } from './render-messages.js';

// At least one program for each rule, and one for each kind of growth, loop and path that has words of its own.
const shown = [
  's01-static-in-handler/express-route',
  's02-only-exported/function-property',
  's02-only-exported/global-property',
  's05-server-callback/captured-local',
  's05-server-callback/captured-this',
  's05-server-callback/main-never-returns',
  'bound-release/fresh-object-deleted',
  'depth-call-chain/five-files',
  'depth-factory/made-once',
  'frameworks/nest-provider-chain',
  'frameworks/lambda-queue',
  'growth-linked/head',
  'loop-emitter/process-wide-listener',
  'loop-timer/self-rescheduling',
  'lost-handle/client-replaced',
  'lost-handle/disposer-ignored-once',
  'lost-handle/heartbeat-per-connection',
  'lost-handle/refresh-starts-a-chain',
  'lost-handle/subscription-replaced',
  'lost-handle/ticker-per-message',
  'overlap/flag-left-set',
  'overlap/flag-reset-early',
  'overlap/flag-set-late',
  'overlap/interval-thin-method',
  'overlap/nest-cron',
  'overlap/node-cron-promise-lost',
  'overlap/pace-from-environment',
  'overlap/toad-task-forgets',
  'registration/interval-per-request',
  'release/all-taken-back-list-kept',
  'release/guard-not-awaited',
  'release/inner-emptied-key-kept',
  'release/key-of-another-type',
  'release/limit-out-of-reach',
  'release/state-never-reached',
  'release/feed-replaced',
  'release/player-replaced',
  'release/poll-answered-by-publisher',
  'release/question-outrun-by-timer',
  'release/reply-listener-off-unless-aborted',
  'release/seat-taken-too-late',
  'report-place/start-up-and-turn',
];

it('messages read as messages.txt shows them', async () => {
  const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
  const pool = new ProgramPool();
  const programs = findPrograms(root);
  const texts: string[] = [];
  for (const name of shown) {
    const found = programs.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no fixture is named ${name}`);
    const program = pool.create(found.tsconfig);
    const own = join(root, name, 'src/');
    const files = program.getSourceFiles().map(({ fileName }) => fileName).filter((file) => file.startsWith(own)).sort();
    const reports = await lintProgram({ ...found, program }, files, 'strict');
    expect(reports.length).toBeGreaterThan(0);
    texts.push(`== ${name}\n\n${renderMessages(reports, (file) => readFileSync(join(root, name, file), 'utf8'))}`);
  }
  await expect(texts.join('\n')).toMatchFileSnapshot('messages.txt');
}, 120_000);
