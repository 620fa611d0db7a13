// Runs ESLint's own tester on code that is a server's, and checks what the tester does not: that the changed code compiles.

import { RuleTester } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { ProgramPool } from '../fixture-programs/program-pool.js';
import { ScratchProject } from '../typed-lint/scratch-project.js';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

const before = `import { EventEmitter } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';

const bus = new EventEmitter();
const lent = new pg.Pool({ idleTimeoutMillis: 1000 });
const running = new Map<string, number>();

async function render(url: string): Promise<string> {
  if (url === '/') throw new Error('which page?');
  return url;
}

`;
const after = (given: string): string => `
createServer((req, res) => {
  void handle(${given});
}).listen(3000);

export { bus, lent, render, running, type ServerResponse };
`;

/** A handler as it is, what is offered for it, and what becomes of it. */
export interface Offer {
  readonly name: string;
  readonly code: string;
  /** By title. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A handler for which nothing is offered, though it is reported. */
export type Silence = Omit<Offer, 'outputs'>;

const compilerOptions = { target: 'es2022', lib: ['es2023'], module: 'nodenext', types: ['node'], strict: true, skipLibCheck: true, noEmit: true };
const project = new ScratchProject({ 'package.json': '{ "type": "module" }', 'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts'] }), 'handle.ts': 'export {};\n' });
const pool = new ProgramPool();

afterAll(() => {
  project.dispose();
});

function diagnosticsOf(code: string): string[] {
  const program = pool.create(`${project.folder}/tsconfig.json`, new Map([[`${project.folder}/handle.ts`, code]]));
  const file = program.getSourceFile(`${project.folder}/handle.ts`);
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Tests what a rule offers: the tester compares the changed code and finds nothing in it any more, and it compiles. */
export function testSuggestions(rule: keyof typeof plugin.rules, offers: readonly Offer[], silences: readonly Silence[]): void {
  const whole = (code: string): string => {
    const given = code.includes('res: ServerResponse') ? "req.url ?? '', res" : "req.url ?? ''";
    const text = `${before}${code.replaceAll('\r\n', '\n')}${after(given)}`;
    return code.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  };
  const definition = plugin.rules[rule];
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: project.folder, disallowAutomaticSingleRunInference: true } },
  });
  const filename = `${project.folder}/handle.ts`;
  tester.run(rule, definition, {
    valid: offers.flatMap(({ name, outputs }) => Object.entries(outputs).map(([title, output]) => ({ name: `${name}: ${title}`, code: whole(output), filename }))),
    invalid: [
      ...offers.map(({ name, code, outputs }) => ({
        name,
        code: whole(code),
        filename,
        errors: [{ messageId: 'leak', suggestions: Object.entries(outputs).map(([change, output]) => ({ messageId: 'suggestion', data: { change }, output: whole(output) })) }],
      })),
      ...silences.map(({ name, code }) => ({ name: `nothing: ${name}`, code: whole(code), filename, errors: [{ messageId: 'leak', suggestions: [] }] })),
    ],
  });
  it.each(offers.flatMap(({ name, outputs }) => Object.values(outputs).map((output) => [name, output] as const)))(`${rule} compiles: %s`, (_, output) => {
    expect(diagnosticsOf(whole(output))).toEqual([]);
  });
  it.each(silences.map(({ name, code }) => [name, code] as const))(`${rule} compiles as it is: %s`, (_, code) => {
    expect(diagnosticsOf(whole(code))).toEqual([]);
  });
}
