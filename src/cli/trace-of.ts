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

function missingStage({ idleRemoval, location, growth, unbounded, verdict }: Finding): Stage {
  const { name, site } = location;
  if (idleRemoval !== undefined) return { kind: 'missing', name, says: 'is taken back from here, but no loop runs this', site: idleRemoval };
  const lacks = `${unbounded.charAt(0).toLowerCase()}${unbounded.slice(1)}${verdict === 'possible' ? ' for certain' : ''}`;
  // What a library keeps is declared nowhere in the project, and then stands for the growth itself.
  const declared = site.file !== growth.file || site.start < growth.start || site.start >= growth.end;
  return { kind: 'missing', name, says: declared ? `declared here; ${lacks}` : `keeps it; ${lacks}`, site };
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
