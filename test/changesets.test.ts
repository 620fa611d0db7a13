// The changesets that wait for the next release can be released: the real tool makes a version and a changelog of them.

import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ThrowawayRepository } from './hooks/throwaway-repository.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const waiting = readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md'));
const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string };

const repository = new ThrowawayRepository({
  'package.json': read('package.json'),
  'package-lock.json': '{}',
  '.changeset/one-more.md': `---\n"${name}": patch\n---\n\nA loop is seen that was not.\n`,
});

afterAll(() => {
  repository.dispose();
});

function parts(text: string): readonly number[] {
  return text.split('.').map(Number);
}

describe('changesets', () => {
  it('become the next version and its changelog', () => {
    for (const file of ['config.json', ...waiting]) cpSync(join(root, '.changeset', file), join(repository.folder, '.changeset', file));
    repository.git('add', '.');
    expect(repository.git('commit', '--message', 'a change')).toMatchObject({ code: 0 });
    expect(repository.start(process.execPath, join(root, 'node_modules/@changesets/cli/bin.js'), 'version')).toMatchObject({ code: 0 });

    const next = (JSON.parse(repository.read('package.json')) as { version: string }).version;
    const [major = 0, minor = 0] = parts(version);
    expect(parts(next).slice(0, 2)).toEqual(waiting.some((file) => /: minor$/mu.test(read(`.changeset/${file}`))) ? [major, minor + 1] : [major, minor]);
    expect(next).not.toBe(version);
    expect(repository.read('CHANGELOG.md')).toContain(`## ${next}`);
    expect(repository.read('CHANGELOG.md')).toContain('A loop is seen that was not.');
  });
});
