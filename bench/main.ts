// What the plugin costs, as ratios taken in one run, because seconds of one machine say nothing on another: its own CPU and its
// memory against those of a well-known typed rule on a real tree, the cost of a file in a large server against a small one, and
// what an edit in an editor costs, in milliseconds because a person waits for it.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withinBudget, type Budgeted } from './budget.js';
import { generatedTree } from './generated-tree.js';
import { edit, measure } from './measure.js';
import { median, ownCpu, percentile, perFileRatio, ratio } from './ratio.js';
import { realTree } from './real-tree.js';
import { budgetTable, editLine, lintLine } from './report.js';

const { values } = parseArgs({
  options: {
    /** Ends with 1 when a ratio is over its budget. */
    check: { type: 'boolean', default: false },
    /** A tsconfig to measure on instead of the tree that comes with the benchmark; leaves out the generated servers. */
    real: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number, at least 1');

const rows = await againstReference(values.real === undefined ? realTree() : path.resolve(values.real));
if (values.real === undefined) rows.push(await scaling(250, 2000), ...(await editing(1000, 500)));
console.log(`\n${budgetTable(rows)}`);
if (values.check && !rows.every(withinBudget)) process.exitCode = 1;

async function againstReference(tsconfig: string): Promise<Budgeted[]> {
  console.log(`${tsconfig}, ${String(rounds)} rounds`);
  const lints = await measure(tsconfig, ['none', 'reference', 'plugin'], rounds);
  for (const [ruleSet, runs] of Object.entries(lints)) console.log(lintLine(ruleSet, runs));
  const { none, reference, plugin } = lints;
  const memory = ratio(median(plugin.map((run) => run.memory)), median(reference.map((run) => run.memory)));
  return [
    { what: 'own CPU / no-floating-promises', measured: ratio(ownCpu(plugin, none), ownCpu(reference, none)), budget: 1 },
    { what: 'peak memory / no-floating-promises', measured: memory, budget: 1.15 },
  ];
}

// The small server is linted more often: its cost is close to the noise, and takes little time.
async function scaling(small: number, large: number): Promise<Budgeted> {
  const [ofSmall, ofLarge] = [await ownCostOfGenerated(small, 3 * rounds), await ownCostOfGenerated(large, rounds)];
  return { what: `CPU per file, ${String(large)} / ${String(small)} modules`, measured: perFileRatio(ofLarge, ofSmall), budget: 1.3 };
}

async function editing(modules: number, edits: number): Promise<Budgeted[]> {
  const tsconfig = generatedTree(modules);
  try {
    console.log(`generated server of ${String(modules)} modules, ${String(edits)} edits of one character`);
    const session = await edit(tsconfig, edits);
    console.log(editLine('reference', session.reference));
    console.log(editLine('plugin', session.plugin));
    return [
      { what: 'ms after an edit, median', measured: median(session.plugin), budget: 100 },
      { what: 'ms after an edit, 95th percentile', measured: percentile(session.plugin, 95), budget: 250 },
      { what: `memory after ${String(edits)} / ${String(Math.ceil(edits / 5))} edits`, measured: ratio(session.late, session.early), budget: 1.1 },
    ];
  } finally {
    rmSync(path.dirname(tsconfig), { recursive: true, force: true });
  }
}

async function ownCostOfGenerated(modules: number, times: number): Promise<{ cpu: number; files: number }> {
  const tsconfig = generatedTree(modules);
  try {
    console.log(`generated server of ${String(modules)} modules`);
    const { none, plugin } = await measure(tsconfig, ['none', 'plugin'], times);
    for (const [ruleSet, runs] of Object.entries({ none, plugin })) console.log(lintLine(ruleSet, runs));
    return { cpu: ownCpu(plugin, none), files: plugin[0]?.files ?? 0 };
  } finally {
    rmSync(path.dirname(tsconfig), { recursive: true, force: true });
  }
}
