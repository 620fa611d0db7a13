// Turns the layer data into dependency-cruiser's rule set and asks it for the violations below a folder that holds `src/`.

import { cruise, type IFlattenedRuleSet, type IForbiddenRuleType } from 'dependency-cruiser';
import { closedDoors, layers } from './layers.js';

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

function forbiddenImports(): IForbiddenRuleType[] {
  const upwards = layers.slice(0, -1).map((layer, index): IForbiddenRuleType => ({
    name: `${layer.name}-looks-down`,
    comment: layer.because,
    severity: 'error',
    from: { path: layer.path },
    to: { path: layers.slice(index + 1).map(({ path }) => path) },
  }));
  const doors = closedDoors.map((door): IForbiddenRuleType => ({
    name: door.name,
    comment: door.because,
    severity: 'error',
    from: { path: door.from, ...(door.fromNot === undefined ? {} : { pathNot: door.fromNot }) },
    to: { path: door.to, ...(door.toNot === undefined ? {} : { pathNot: door.toNot }) },
  }));
  return [
    ...upwards,
    ...doors,
    { name: 'no-cycles', comment: 'files that import each other can only be understood together', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolves', comment: 'an import the check cannot follow is an import it cannot judge', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'has-a-layer', comment: 'a new folder needs a place in the order', severity: 'error', from: {}, to: { path: '^src/', pathNot: layers.map(({ path }) => path) } },
    { name: 'src-stands-alone', comment: 'what is published must not need what is not', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|scripts|bench|prove|fixtures|dist)/' } },
  ];
}

/** Names of all rules, each of which the test has to show at work. */
export function ruleNames(): string[] {
  return forbiddenImports().map(({ name }) => String(name));
}

/** The imports below `root/src` that break a rule, type imports included, in a stable order. */
export async function findViolations(root: string): Promise<Violation[]> {
  const ruleSet: IFlattenedRuleSet = { forbidden: forbiddenImports() };
  const { output } = await cruise(
    ['src'],
    { baseDir: root, ruleSet, validate: true, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
    { extensions: ['.ts', '.d.ts', '.js'], exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  );
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations
    .map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
    .sort((a, b) => `${a.rule} ${a.from} ${a.to}`.localeCompare(`${b.rule} ${b.from} ${b.to}`));
}

/** The reason behind a rule, for the failure message. */
export function reasonFor(rule: string): string {
  return forbiddenImports().find(({ name }) => name === rule)?.comment ?? rule;
}
