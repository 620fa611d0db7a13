// `npm run prove:mended [-- filter…]`: makes every change that is offered for the leak of a fixture, one by one, in a copy of it, and
// drives that copy like any fixture: it has to stay flat. Fixtures with several marks are left out, since one change mends one leak.

import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { analyze } from '../src/analysis/index.js';
import plugin from '../src/index.js';
import { libraryModels } from '../src/models/index.js';
import { marksOf } from './expectation.js';
import { type Fixture, findFixtures, sourcesOf } from './fixture.js';
import { runFixture } from './run-fixture.js';
import { withEdits } from './with-edits.js';

const root = fileURLToPath(new URL('../fixtures', import.meta.url));
// As deep as the fixtures, because their drives import the prover by a relative path.
const copies = fileURLToPath(new URL('../.mended', import.meta.url));
const filters = process.argv.slice(2);
const offering = Object.entries(plugin.rules).flatMap(([name, { meta }]) => (meta.hasSuggestions === true ? [name] : []));

interface Mended {
  readonly fixture: Fixture;
  readonly title: string;
}

/** Copies what fixtures share: drives and stand-ins of their own theme, or of another. */
function copyShared(): void {
  const fixtures = new Set(findFixtures(root, []).map(({ name }) => name));
  cpSync(join(root, 'tsconfig.base.json'), join(copies, 'tsconfig.base.json'));
  for (const theme of readdirSync(root, { withFileTypes: true })) {
    const shared = theme.isDirectory() ? readdirSync(join(root, theme.name)).filter((entry) => !fixtures.has(`${theme.name}/${entry}`)) : [];
    for (const entry of shared) cpSync(join(root, theme.name, entry), join(copies, theme.name, entry), { recursive: true });
  }
}

function copyOf({ name, directory }: Fixture, nth: number): string {
  const copy = join(copies, `${name}-${String(nth)}`);
  cpSync(directory, copy, { recursive: true });
  return copy;
}

/** Each change that is offered for a fixture with one mark, made in a copy. */
function mendedCopiesOf(fixture: Fixture): Mended[] {
  const { directory } = fixture;
  const marks = sourcesOf(directory).flatMap((file) => marksOf(readFileSync(file, 'utf8')));
  const [mark] = marks;
  if (mark === undefined || marks.length > 1 || (mark.kind !== 'leak' && mark.kind !== 'possible') || !offering.includes(mark.text)) return [];
  const parsed = ts.getParsedCommandLineOfConfigFile(join(directory, 'tsconfig.json'), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  if (parsed === undefined) throw new Error(`${directory} has no tsconfig`);
  const analysis = analyze({ ts, program: ts.createProgram(parsed.fileNames, parsed.options), models: libraryModels, settings: { entryPoints: [] } });
  const suggestions = sourcesOf(directory).flatMap((file) => analysis.findingsIn(file, 'possible').flatMap((finding) => finding.suggestions.map((suggestion) => ({ file, suggestion }))));
  return suggestions.map(({ file, suggestion }, nth) => {
    const copy = copyOf(fixture, nth);
    writeFileSync(join(copy, file.slice(directory.length)), withEdits(readFileSync(file, 'utf8'), suggestion));
    return { fixture: { name: `${fixture.name}-${String(nth)}`, directory: copy, claimed: 'clean' }, title: suggestion.title };
  });
}

rmSync(copies, { recursive: true, force: true });
copyShared();
const all = findFixtures(root, filters).flatMap(mendedCopiesOf);
let failed = 0;
for (const { fixture, title } of all) {
  const { measured, seconds } = await runFixture(fixture);
  const ok = typeof measured !== 'string' && measured.grew.length > 0 && !measured.grew.includes(true);
  if (!ok) failed += 1;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${fixture.name} – ${title} (${seconds.toFixed(1)} s)${typeof measured === 'string' ? ` ${measured}` : ok ? '' : ` ${JSON.stringify(measured)}`}`);
}
console.log(`${String(all.length - failed)} stayed flat, ${String(failed)} did not`);
if (failed > 0 || all.length === 0) process.exitCode = 1;
else rmSync(copies, { recursive: true, force: true });
