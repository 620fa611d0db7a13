import type { Finding, Site } from '../terms/finding.js';

/** One stage on the way from the loop to the growth that nothing takes back. */
export interface Stage {
  readonly kind: 'grows' | 'loop' | 'missing' | 'step';
  /** What the code there is called. */
  readonly name: string;
  /** What happens there. */
  readonly says: string;
  readonly site: Site;
}

function missingStage({ idleRemoval, location, unbounded, verdict }: Finding): Stage {
  const certainty = verdict === 'possible' ? ' for certain' : '';
  return idleRemoval === undefined
    ? { kind: 'missing', name: location.name, says: `declared here; ${unbounded.charAt(0).toLowerCase()}${unbounded.slice(1)}${certainty}`, site: location.site }
    : { kind: 'missing', name: location.name, says: 'is taken back from here, but no loop runs this', site: idleRemoval };
}

/** The way of a finding: entry point, calls, growth, and what is missing. */
export function traceOf(finding: Finding): readonly Stage[] {
  const { loop, steps, growth, means, location, gain, verdict } = finding;
  const adds = verdict === 'possible' ? 'may add' : 'adds';
  return [
    { kind: 'loop', name: loop.label, says: `runs on every ${loop.turn}`, site: loop.site },
    ...steps.map((step): Stage => ({ kind: 'step', name: step.name, says: step.name.endsWith('(…)') ? 'runs its callback' : 'is called', site: step.site })),
    { kind: 'grows', name: means, says: `${adds} ${gain} to ${location.name}`, site: growth },
    missingStage(finding),
  ];
}
