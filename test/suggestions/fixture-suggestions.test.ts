// Makes every change that is offered for a fixture's leaks, one by one: the program still compiles, nothing is reported at that
// place any more, and nowhere else for the first time. The counts at the end are what the docs may speak of.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/index.js';
import plugin from '../../src/index.js';
import { libraryModels } from '../../src/models/index.js';
import type { Finding } from '../../src/terms/finding.js';
import { type FixtureProgram, findPrograms } from '../fixture-programs/find-programs.js';
import { ProgramPool } from '../fixture-programs/program-pool.js';
import { withEdits } from '../../prove/with-edits.js';

const offering = Object.entries(plugin.rules).flatMap(([name, { meta }]) => (meta.hasSuggestions === true ? [name] : []));
const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
const pool = new ProgramPool();

interface Count {
  findings: number;
  offered: number;
  made: number;
}

const counts = new Map<string, Count>(offering.map((name) => [name, { findings: 0, offered: 0, made: 0 }]));

const ownFiles = (program: ts.Program, { tsconfig }: FixtureProgram): ts.SourceFile[] =>
  program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${join(dirname(tsconfig), 'src')}/`) && !fileName.includes('/node_modules/'));

const marked = findPrograms(root).filter((one) => {
  const files = ts.sys.readDirectory(join(dirname(one.tsconfig), 'src'), ['.ts', '.js', '.mts', '.mjs']);
  return files.some((file) => new RegExp(`// (?:leak|possible): .*(?:${offering.join('|')})`, 'u').test(readFileSync(file, 'utf8')));
});

function findingsIn(program: ts.Program, one: FixtureProgram): readonly Finding[] {
  const analysis = analyze({ ts, program, models: libraryModels, settings: { entryPoints: [], ...one.settings } });
  return ownFiles(program, one).flatMap(({ fileName }) => {
    expect(analysis.errorsIn(fileName, 'possible')).toEqual([]);
    return analysis.findingsIn(fileName, 'possible');
  });
}

const diagnosticsIn = (program: ts.Program, one: FixtureProgram): string[] =>
  ownFiles(program, one)
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

/** What is told of a finding whatever line it has moved to. */
const told = ({ question, location, loop, means }: Finding & { readonly means?: string }): string => `${question} ${location.name} ${loop.label} ${means ?? ''}`;

describe('a suggestion for a fixture', () => {
  it.each(marked.map((one) => [one.name, one] as const))('compiles and mends in %s', (_, one) => {
    const program = pool.create(one.tsconfig);
    const findings = findingsIn(program, one);
    // Of programs to which nothing is offered, nobody asks.
    const diagnostics = findings.some(({ suggestions }) => suggestions.length > 0) ? diagnosticsIn(program, one) : [];
    for (const finding of findings) {
      const count = counts.get(finding.question);
      if (count === undefined) {
        expect(finding.suggestions).toEqual([]);
        continue;
      }
      count.findings += 1;
      if (finding.suggestions.length > 0) count.offered += 1;
      for (const suggestion of finding.suggestions) {
        const changed = withEdits(program.getSourceFile(finding.site.file)?.text ?? '', suggestion);
        const after = pool.create(one.tsconfig, new Map([[finding.site.file, changed]]));
        expect(diagnosticsIn(after, one), changed).toEqual(diagnostics);
        expect(findingsIn(after, one).map(told), changed).toEqual(findings.filter((other) => other !== finding).map(told));
        count.made += 1;
      }
    }
  });

  it('is there for every rule that says it offers some', () => {
    for (const [rule, { findings, offered, made }] of counts) {
      console.log(`${rule}: ${String(findings)} reports, ${String(offered)} with a suggestion, ${String(made)} suggestions made`);
      expect(offered).toBeGreaterThan(0);
    }
  });
});
