// The command line: what it accepts, how it ends, what it says when it cannot run, and when it uses colours.

import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

const leaky = new ScratchTree({ ...leakyServer, 'tsconfig.json': tsconfig(), 'package.json': '{ "type": "module" }' });
const clean = new ScratchTree({ 'src/app.ts': 'export const limit = 3;\n', 'tsconfig.json': tsconfig(), 'package.json': '{ "type": "module" }' });
const esc = String.fromCharCode(27);

afterAll(() => {
  leaky.dispose();
  clean.dispose();
});

describe('exit codes', () => {
  it('0 when nothing is found', () => {
    expect(runCommand(clean.folder, [])).toEqual({ code: 0, out: 'No leaks found in 1 file\n', err: '' });
  });

  it('1 with findings', () => {
    expect(runCommand(leaky.folder, []).code).toBe(1);
  });

  it('0 with no more findings than --max-findings allows', () => {
    expect(runCommand(leaky.folder, ['--max-findings', '1']).code).toBe(0);
  });

  it.each([
    [['nowhere'], 'nowhere: no such file or folder.'],
    [['package.json'], 'package.json: not a JavaScript or TypeScript file, a folder or a tsconfig.'],
    [['--format', 'xml'], '--format xml: not known. Known are text, json, sarif, html, github.'],
    [['--rule', 'no-such'], '--rule no-such: not known. Known are '],
    [['--max-findings', 'few'], '--max-findings few: give the number'],
    [['--explain', 'src/app.ts'], '--explain src/app.ts: give a file and a line'],
    [['--explain', 'src/app.ts:900'], 'src/app.ts has 8 lines'],
    [['--frobnicate'], "Unknown option '--frobnicate'. See --help."],
    [['--hook'], '--hook belongs to init'],
  ])('2 for %j, with what to do', (args, message) => {
    const { code, out, err } = runCommand(leaky.folder, args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('2 with a tsconfig that cannot be read', () => {
    const broken = new ScratchTree({ 'src/app.ts': 'export {};\n', 'tsconfig.json': '{ "include": ["src" ' });
    try {
      const { code, err } = runCommand(broken.folder, []);
      expect(code).toBe(2);
      expect(err).toContain('tsconfig.json: ');
      expect(err).toContain('Mend the config');
    } finally {
      broken.dispose();
    }
  });
});

describe('selection', () => {
  it('leaves out other rules with --rule, with and without the prefix', () => {
    expect(runCommand(leaky.folder, ['--rule', 'no-static-growth']).code).toBe(0);
    expect(runCommand(leaky.folder, ['--rule', 'no-static-growth', '--rule', 'leaks/no-module-growth']).code).toBe(1);
  });

  it('reports only in the files it was given, and follows growth through the others', () => {
    expect(runCommand(leaky.folder, ['src/app.ts']).code).toBe(0);
    expect(runCommand(leaky.folder, ['src/visits.ts']).code).toBe(1);
    expect(runCommand(leaky.folder, ['tsconfig.json']).code).toBe(1);
  });

  it('takes functions named with --entry-point for loops', () => {
    const tree = new ScratchTree({
      'tsconfig.json': tsconfig(),
      'src/jobs.ts': "const done: string[] = [];\nfunction work(job: string): void {\n  note(job);\n}\nfunction note(job: string): void {\n  done.push(job);\n}\nexport const table = { work };\n",
    });
    try {
      expect(runCommand(tree.folder, []).code).toBe(0);
      expect(runCommand(tree.folder, ['--entry-point', 'src/jobs.ts#work']).code).toBe(1);
    } finally {
      tree.dispose();
    }
  });
});

describe('printing', () => {
  it('prints help and version', () => {
    expect(runCommand(leaky.folder, ['--help']).out).toContain('npx eslint-plugin-leaks init');
    expect(runCommand(leaky.folder, ['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['a terminal', [], {}, true, true],
    ['no terminal', [], {}, false, false],
    ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['--no-color', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
    ['--color', ['--color'], { NO_COLOR: '1' }, false, true],
    ['a dumb terminal', [], { TERM: 'dumb' }, true, false],
  ])('colours with %s', (_, args, env, isTTY, coloured) => {
    expect(runCommand(leaky.folder, args, { env, isTTY }).out.includes(`${esc}[`)).toBe(coloured);
  });

  it('tells its progress on a terminal only', () => {
    expect(runCommand(leaky.folder, [], { isTTY: true }).err).toContain('checking 1/1 ');
    expect(runCommand(leaky.folder, []).err).toBe('');
  });

  it('prints findings by location, with the way, code frames and what is missing', async () => {
    await expect(runCommand(leaky.folder, []).out).toMatchFileSnapshot('expected-text.txt');
  });
});
