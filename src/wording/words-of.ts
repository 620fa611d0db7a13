import type { Finding, GrowthFinding, OverlapFinding, Site } from '../terms/finding.js';

/** A position in the shortest form that an engineer recognises. */
function place({ file, line }: Site): string {
  const parts = file.split('/');
  const name = parts.at(-1) ?? file;
  return `${name.startsWith('index.') ? parts.slice(-2).join('/') : name}:${String(line)}`;
}

function shortened(steps: readonly string[]): readonly string[] {
  return steps.length > 4 ? [...steps.slice(0, 2), '…', ...steps.slice(-2)] : steps;
}

function pathOf({ loop, steps, means }: GrowthFinding): string {
  return [`${loop.label} (${place(loop.site)})`, ...shortened(steps.map((step) => step.name)), means].join(' → ');
}

function unboundedOf({ unbounded, idleRemoval }: GrowthFinding): string {
  return idleRemoval === undefined ? unbounded : `${unbounded} but ${place(idleRemoval)}, which no loop runs`;
}

function wordsOfGrowth(finding: GrowthFinding): Record<string, string> {
  return {
    name: finding.location.name,
    role: finding.location.role,
    declared: place(finding.location.site),
    gain: finding.gain,
    turn: finding.loop.turn,
    path: pathOf(finding),
    unbounded: unboundedOf(finding),
    advice: finding.advice,
  };
}

function happensIn({ outcome, pace, verdict }: OverlapFinding): string {
  if (outcome === 'stops') return 'may never start again after a run that throws';
  return verdict === 'leak' ? `starts again ${pace}, whether or not its last run has ended` : `may start again ${pace}, before its last run has ended`;
}

function wordsOfOverlap(finding: OverlapFinding): Record<string, string> {
  const { advice, location, loop, steps, unguarded, wait } = finding;
  const calls = shortened(steps.map(({ name }) => name));
  return {
    name: location.name,
    role: location.role,
    declared: place(location.site),
    happens: happensIn(finding),
    path: [`${loop.label} (${place(loop.site)})`, ...calls, `${wait.name} (${place(wait.site)})`].join(' → '),
    unguarded,
    advice,
  };
}

/** The words of a finding that its sentence is made of. */
export function wordsOf(finding: Finding): Record<string, string> {
  return finding.form === 'growth' ? wordsOfGrowth(finding) : wordsOfOverlap(finding);
}
