import type { Finding, GrowthFinding, OverlapFinding, Site, Step } from '../terms/finding.js';

/** One stage on the way from the loop to the growth that nothing takes back, or to the wait that the next run does not wait for. */
export interface Stage {
  readonly kind: 'grows' | 'loop' | 'missing' | 'step';
  /** What the code there is called. */
  readonly name: string;
  /** What happens there. */
  readonly says: string;
  readonly site: Site;
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function missingStage({ idleRemoval, location, growth, unbounded }: GrowthFinding): Stage {
  const { name, site } = location;
  if (idleRemoval !== undefined) return { kind: 'missing', name, says: 'is taken back from here, but no loop runs this', site: idleRemoval };
  const lacks = lowered(unbounded);
  // What a library keeps is declared nowhere in the project, and then stands for the growth itself.
  const declared = site.file !== growth.file || site.start < growth.start || site.start >= growth.end;
  return { kind: 'missing', name, says: declared ? `declared here; ${lacks}` : `keeps it; ${lacks}`, site };
}

function stepStage({ name, site }: Step): Stage {
  return { kind: 'step', name, says: name.endsWith('(…)') ? 'runs its callback' : 'is called', site };
}

function traceOfGrowth(finding: GrowthFinding): readonly Stage[] {
  const { loop, steps, growth, means, location, gain, verdict } = finding;
  const adds = verdict === 'possible' ? 'may add' : 'adds';
  return [
    { kind: 'loop', name: loop.label, says: `runs on every ${loop.turn}`, site: loop.site },
    ...steps.map(stepStage),
    { kind: 'grows', name: means, says: `${adds} ${gain} to ${location.name}`, site: growth },
    missingStage(finding),
  ];
}

function traceOfOverlap({ location, loop, outcome, pace, steps, unguarded, wait }: OverlapFinding): readonly Stage[] {
  return [
    { kind: 'loop', name: loop.label, says: `starts a run ${pace}`, site: loop.site },
    ...steps.map(({ name, site }): Stage => ({ kind: 'step', name, says: 'is called', site })),
    { kind: 'grows', name: wait.name, says: outcome === 'stops' ? 'may throw' : 'may still be waited for when the next run starts', site: wait.site },
    { kind: 'missing', name: location.name, says: `is the job; ${lowered(unguarded)}`, site: location.site },
  ];
}

/** The way of a finding: entry point, calls, what they lead to, and what is missing. */
export function traceOf(finding: Finding): readonly Stage[] {
  return finding.form === 'growth' ? traceOfGrowth(finding) : traceOfOverlap(finding);
}
