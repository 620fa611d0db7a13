// Whatever is reported can be explained: each finding of the fixtures is among the explanations of its line, with a verdict that agrees.

import { expect, it } from 'vitest';
import ts from 'typescript';
import { analyze } from '../../src/analysis/index.js';
import { libraryModels } from '../../src/models/index.js';
import { rules } from '../../src/rules/index.js';
import type { Explanation } from '../../src/terms/explanation.js';
import { asCompiler } from '../../src/typescript/compiler.js';
import { allFixtures } from '../fixture-programs/all-fixtures.js';
import { ProgramPool } from '../fixture-programs/program-pool.js';

function verdictsIn(explanation: Explanation): readonly string[] {
  if (explanation.form === 'overlap') return explanation.waits.map(({ verdict }) => verdict);
  return explanation.places.flatMap(({ reaches }) => reaches.map(({ verdict }) => verdict));
}

it('each finding of the fixtures is explained where it is reported', { timeout: 240_000 }, () => {
  const program = new ProgramPool().create(allFixtures());
  const analysis = analyze({ ts: asCompiler(ts), program, models: libraryModels, settings: { entryPoints: [] } });
  const findings = program.getSourceFiles().flatMap(({ fileName }) => analysis.findingsIn(fileName, 'possible'));
  const unexplained = findings.filter((finding) => {
    const own = analysis.explain(finding.site.file, finding.site.line).filter((explanation) => explanation.finding === finding);
    return !own.some((explanation) => verdictsIn(explanation).includes(finding.verdict));
  });
  expect(unexplained.map(({ question, site }) => `${site.file}:${String(site.line)} ${question}`)).toEqual([]);
  expect([...new Set(findings.map(({ question }) => question))].sort()).toEqual(Object.keys(rules).sort());
});
