// Commits through the real hooks that docs/pre-commit.md describes: husky with lint-staged, and the pre-commit framework.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { leakyServer, tsconfig } from '../cli/scratch-tree.js';
import { preCommitProgram } from './pre-commit-program.js';
import { ThrowawayRepository } from './throwaway-repository.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/pre-commit.md`, 'utf8');

const [, refusal = ''] = /<!-- begin refusal -->\n\n```text\n(.*?)\n```/su.exec(page) ?? [];
const [sentence = ''] = /`sessions`.* set\./u.exec(refusal) ?? [];

const leaking = leakyServer['src/visits.ts'] ?? '';
const app = leakyServer['src/app.ts'] ?? '';

/** What the page writes into a file, by the name in its first line. */
function written(name: string): string {
  const [, text = ''] = new RegExp(`^\`\`\`\\w+\\n# ${name.replaceAll('.', '\\.')}\\n(.*?)^\`\`\`$`, 'msu').exec(page) ?? [];
  expect(text).not.toBe('');
  return text;
}

const repositories: ThrowawayRepository[] = [];

function repository(files: Readonly<Record<string, string>>): ThrowawayRepository {
  const made = new ThrowawayRepository(files);
  repositories.push(made);
  return made;
}

/** A project whose handler forgets what it is told, beside an old leak that nobody touches. */
function project(): ThrowawayRepository {
  return repository({
    'package.json': '{ "private": true, "type": "module" }\n',
    'tsconfig.json': tsconfig(),
    'src/app.ts': app,
    'src/visits.ts': 'export function remember(id: string): void {\n  void id;\n}\n',
    'src/old.ts': "import { createServer } from 'node:http';\n\nexport const old: string[] = [];\n\ncreateServer((request) => {\n  old.push(request.url ?? '');\n}).listen(3001);\n",
  });
}

function withHusky(): ThrowawayRepository {
  const made = project();
  expect(made.start('npx', 'eslint-plugin-leaks', 'init', '--hook')).toMatchObject({ code: 0 });
  expect(made.start('npx', 'husky', 'init')).toMatchObject({ code: 0 });
  made.write('.husky/pre-commit', written('.husky/pre-commit'));
  return made;
}

/** The hooks file of this repository as a released version of it, in the place of the address that the page names. */
function withFramework(config = written('.pre-commit-config.yaml')): ThrowawayRepository {
  const released = repository({ '.pre-commit-hooks.yaml': readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8') });
  released.git('add', '.');
  released.git('commit', '--quiet', '--message', 'release');
  const [, version = ''] = /rev: (\S+)/u.exec(config) ?? [];
  released.git('tag', version);
  const made = project();
  expect(made.start('npx', 'eslint-plugin-leaks', 'init')).toMatchObject({ code: 0 });
  made.write('.pre-commit-config.yaml', config.replace(/repo: \S+/u, `repo: ${released.folder}`));
  expect(made.start(preCommitProgram(), 'install')).toMatchObject({ code: 0 });
  return made;
}

afterEach(() => {
  for (const made of repositories.splice(0)) made.dispose();
});

it('the page quotes a refusal', () => {
  expect(sentence).toContain('remember() → set.');
});

describe.each([
  ['husky and lint-staged', withHusky],
  ['the pre-commit framework', withFramework],
])('%s', (_, set) => {
  it('refuse a leak with its message, pass what mends it in another file, and look at staged files only', { timeout: 600_000 }, () => {
    const made = set();
    made.git('add', '.');
    expect(made.git('commit', '--no-verify', '--message', 'as it was')).toMatchObject({ code: 0 });

    // The loop is in a file that is not staged, and is seen all the same.
    made.write('src/visits.ts', leaking);
    const refused = made.commit('src/visits.ts');
    expect(refused.told.replaceAll(made.folder, '/shop')).toContain(refusal);
    expect(refused.told).not.toContain('old.ts');
    expect(refused.code).not.toBe(0);
    expect(made.commits()).toBe(1);

    made.write('src/visits.ts', `${leaking}\nexport function forget(id: string): void {\n  sessions.delete(id);\n}\n`);
    made.write('src/app.ts', app.replace('{ remember }', '{ forget, remember }').replace('  response.end();', "  response.on('close', () => {\n    forget(request.url ?? '');\n  });\n  response.end();"));
    const passed = made.commit('src/visits.ts', 'src/app.ts');
    expect(passed, passed.told).toMatchObject({ code: 0 });
    expect(made.commits()).toBe(2);
  });
});

describe('the hook for a whole project', () => {
  it('needs no ESLint config, and finds what a staged file brings about in another', { timeout: 600_000 }, () => {
    const made = withFramework(written('.pre-commit-config.yaml').replace('id: eslint-leaks', 'id: leaks'));
    made.git('rm', '--cached', '--quiet', 'eslint.config.js');
    made.write('src/old.ts', 'export const old = 0;\n');
    made.write('src/visits.ts', leaking);
    made.write('src/app.ts', "import { createServer } from 'node:http';\n\ncreateServer((request, response) => {\n  response.end(request.url);\n}).listen(3000);\n");
    made.git('add', '.');
    expect(made.git('commit', '--no-verify', '--message', 'as it was')).toMatchObject({ code: 0 });

    made.write('src/app.ts', app);
    const refused = made.commit('src/app.ts');
    expect(refused.told).toContain(sentence);
    expect(refused.code).not.toBe(0);

    made.write('notes.md', 'nothing to check\n');
    made.git('reset', '--quiet', '--hard');
    const passed = made.commit('notes.md');
    expect(passed, passed.told).toMatchObject({ code: 0 });
  });
});
