// Where the code of a worker is found, and what is seen in it.

import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { isSeenToWait } from '../../src/analysis/findings/waiting-code.js';
import { workerThreads } from '../../src/models/node/worker-threads.js';
import { indexModels } from '../../src/typescript/model-index.js';
import { programOfTexts } from '../models/program-of-texts.js';

const deciding = workerThreads.rows.flatMap((row) => ('perhaps' in row ? [row.perhaps] : []))[0];

const code = "import { parentPort } from 'node:worker_threads';\nparentPort?.on('message', () => { parentPort?.postMessage('done'); });\n";

const other = "new URL('./count.mjs', import.meta.url)";

/** Whether a worker made of these arguments is seen to wait, in a program with these other files. */
function isSeen(worker: string, texts: Readonly<Record<string, string>> = {}): boolean | undefined {
  const main = `import { join } from 'node:path';\nimport { Worker } from 'node:worker_threads';\nconst folder: string = join('a', 'b');\nexport const worker = new Worker(${worker});\n`;
  const program = programOfTexts(new Map([['main.mts', main], ...Object.entries(texts)]));
  const view = { ts, program, checker: program.getTypeChecker(), files: [], tests: [], models: indexModels([]), settings: { entryPoints: [] } };
  const statement = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('/main.mts'))?.statements.at(-1);
  const made = statement !== undefined && ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.initializer : undefined;
  return made === undefined || deciding === undefined ? undefined : isSeenToWait(view, made, deciding);
}

describe('code that waits', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['in a source that is compiled to the file', other, { 'count.mts': code }],
    ['in a folder beside', "join(import.meta.dirname, 'jobs', 'count.js')", { 'jobs/count.ts': code }],
    ['in text', "\"require('node:worker_threads').parentPort.on('message', console.log)\", { eval: true }", {}],
    ['behind a condition', other, { 'count.mts': code.replace('parentPort?.on', 'if (parentPort) parentPort.on') }],
  ])('is seen %s', (_, worker, texts) => {
    expect(isSeen(worker, texts)).toBe(true);
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['outside the program', "new URL('./gone.mjs', import.meta.url)", { 'count.mts': code }],
    ['that may exit', other, { 'count.mts': `${code}setTimeout(() => process.exit(), 1000);\n` }],
    ['that listens when somebody calls it', other, { 'count.mts': code.replace('parentPort?.on', 'export const f = () => parentPort?.on') }],
    ['that only listens for its end', other, { 'count.mts': code.replace("'message'", "'close'") }],
    ['whose text is put together', '`${folder}; require("node:worker_threads").parentPort.on("message", console.log)`, { eval: true }', {}],
  ])('is not seen in any %s', (_, worker, texts) => {
    expect(isSeen(worker, texts)).toBe(false);
  });
});
