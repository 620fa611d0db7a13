// Runs the lints of a comparison in turns (none, reference, plugin, none, …), so that whatever else the machine does while they
// run falls on all of them alike, and leaves the choice of the middle to the arithmetic.

import type { EditSession } from './edit-child.js';
import type { Run } from './ratio.js';
import type { RuleSet } from './rule-set.js';
import { answerOf } from './run-child.js';

/** One lint and what it said. */
export interface Lint extends Run {
  readonly reports: number;
  /** Files that could not be parsed or analysed. */
  readonly failures: readonly string[];
}

/** Lints the tree of a tsconfig `rounds` times with each of the rule sets, one process after the other. */
export async function measure<Sets extends RuleSet>(
  tsconfig: string,
  ruleSets: readonly Sets[],
  rounds: number,
): Promise<Record<Sets, Lint[]>> {
  const lints = Object.fromEntries(ruleSets.map((set) => [set, []])) as unknown as Record<Sets, Lint[]>;
  for (let round = 0; round < rounds; round++) {
    for (const set of ruleSets) lints[set].push(await lint(tsconfig, set));
  }
  return lints;
}

async function lint(tsconfig: string, ruleSet: RuleSet): Promise<Lint> {
  const answer = await answerOf<Lint>('lint-child.ts', [tsconfig, ruleSet]);
  if (answer.files === 0) throw new Error(`${tsconfig} includes no source file`);
  return answer;
}

/** Edits files of a tsconfig `edits` times in one process and lints each edited file. */
export function edit(tsconfig: string, edits: number): Promise<EditSession> {
  return answerOf<EditSession>('edit-child.ts', [tsconfig, String(edits)]);
}
