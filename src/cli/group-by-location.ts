import type { Finding, BlamedLocation } from '../terms/finding.js';

/** All findings about one location. */
export interface LocationGroup {
  readonly location: BlamedLocation;
  readonly findings: readonly Finding[];
}

/** Findings by what grows; locations in the order of their first findings. */
export function groupByLocation(findings: readonly Finding[]): readonly LocationGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { name, site } = finding.location;
    const key = `${site.file}:${String(site.start)}:${name}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ location: first.location, findings: group }];
  });
}
