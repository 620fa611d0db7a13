// The layers of `src/` and the absence of cycles, on the real tree; and, on a tree made for it, that each rule really catches
// the import it forbids.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findViolations, reasonFor, ruleNames } from './architecture/find-violations.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = realpathSync(mkdtempSync(join(tmpdir(), 'leaks-layers-')));

afterAll(() => {
  rmSync(sample, { recursive: true, force: true });
});

/** Writes a source tree of which each file imports what is listed, types only. */
function writeTree(name: string, files: Readonly<Record<string, readonly string[]>>): string {
  const base = join(sample, name);
  for (const [file, imports] of Object.entries(files)) {
    const target = join(base, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${imports.map((specifier, n) => `import type * as i${String(n)} from '${specifier}';\n`).join('')}export type Here = 1;\n`);
  }
  return base;
}

const forbidden: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'terms-looks-down': { 'src/terms/site.ts': ['../models/schema.js'], 'src/models/schema.ts': [] },
  'wording-looks-down': { 'src/wording/words-of.ts': ['../rules/rule.js'], 'src/rules/rule.ts': [] },
  'models-looks-down': { 'src/models/index.ts': ['../typescript/name.js'], 'src/typescript/name.ts': [] },
  'typescript-looks-down': { 'src/typescript/name.ts': ['../analysis/facts/fact.js'], 'src/analysis/facts/fact.ts': [] },
  'settings-looks-down': { 'src/settings/read.ts': ['../analysis/facts/fact.js'], 'src/analysis/facts/fact.ts': [] },
  'facts-looks-down': { 'src/analysis/facts/fact.ts': ['../summaries/summary.js'], 'src/analysis/summaries/summary.ts': [] },
  'dependencies-looks-down': { 'src/analysis/dependencies/package.ts': ['../summaries/summary.js'], 'src/analysis/summaries/summary.ts': [] },
  'summaries-looks-down': { 'src/analysis/summaries/summary.ts': ['../graph/graph.js'], 'src/analysis/graph/graph.ts': [] },
  'graph-looks-down': { 'src/analysis/graph/graph.ts': ['../findings/finding.js'], 'src/analysis/findings/finding.ts': [] },
  'edits-looks-down': { 'src/analysis/edits/edit.ts': ['../findings/finding.js'], 'src/analysis/findings/finding.ts': [] },
  'findings-looks-down': { 'src/analysis/findings/finding.ts': ['../index.js'], 'src/analysis/index.ts': [] },
  'facade-looks-down': { 'src/analysis/index.ts': ['../rules/index.js'], 'src/rules/index.ts': [] },
  'rules-looks-down': { 'src/rules/index.ts': ['../configs/presets.js'], 'src/configs/presets.ts': [] },
  'configs-looks-down': { 'src/configs/presets.ts': ['../index.js'], 'src/index.ts': [] },
  'cli-looks-down': { 'src/cli/run.ts': ['../index.js'], 'src/index.ts': [] },
  'cli-needs-no-rule': { 'src/cli/run.ts': ['../rules/no-growth.js'], 'src/rules/no-growth.ts': [] },
  'ts-morph-stays-in-cli': { 'src/analysis/index.ts': ['ts-morph'], 'node_modules/ts-morph/index.ts': [] },
  'rules-ask-the-facade': { 'src/rules/no-growth.ts': ['../analysis/graph/graph.js'], 'src/analysis/graph/graph.ts': [] },
  'models-stay-data': { 'src/models/node/http.ts': ['../../terms/site.js'], 'src/terms/site.ts': [] },
  'eslint-stays-in-rules': { 'src/analysis/index.ts': ['eslint'], 'node_modules/eslint/index.ts': [] },
  'terms-are-plain': { 'src/terms/site.ts': ['typescript'], 'node_modules/typescript/index.ts': [] },
  'no-cycles': { 'src/terms/site.ts': ['./place.js'], 'src/terms/place.ts': ['./site.js'] },
  resolves: { 'src/terms/site.ts': ['./gone.js'] },
  'has-a-layer': { 'src/index.ts': ['./misc/odds.js'], 'src/misc/odds.ts': [] },
  'src-stands-alone': { 'src/index.ts': ['../test/sample.js'], 'test/sample.ts': [] },
};

describe('architecture', () => {
  it('keeps every import of src inside the layers, and free of cycles', async () => {
    const violations = await findViolations(root);
    expect(violations.map(({ rule, from, to }) => `${from} → ${to}: ${rule} (${reasonFor(rule)})`)).toEqual([]);
  });

  it('has a violating example for every rule', () => {
    expect(Object.keys(forbidden).sort()).toEqual(ruleNames().sort());
  });

  it.each(Object.entries(forbidden))('catches an import that breaks %s', async (rule, files) => {
    const violations = await findViolations(writeTree(rule, files));
    expect(violations.map((violation) => violation.rule)).toContain(rule);
  });

  it('accepts a tree in which every layer imports the one below', async () => {
    const tree = writeTree('sound', {
      'src/terms/site.ts': [],
      'src/models/schema.ts': [],
      'src/models/node/http.ts': ['../schema.js'],
      'src/typescript/name.ts': ['../terms/site.js'],
      'src/analysis/facts/fact.ts': ['../../typescript/name.js', '../../models/node/http.js'],
      'src/analysis/dependencies/package.ts': ['../facts/fact.js'],
      'src/analysis/summaries/summary.ts': ['../dependencies/package.js'],
      'src/analysis/graph/graph.ts': ['../summaries/summary.js'],
      'src/analysis/findings/finding.ts': ['../graph/graph.js'],
      'src/analysis/index.ts': ['./findings/finding.js'],
      'src/rules/index.ts': ['../analysis/index.js'],
      'src/configs/presets.ts': ['../rules/index.js'],
      'src/index.ts': ['./configs/presets.js'],
    });
    expect(await findViolations(tree)).toEqual([]);
  });
});
