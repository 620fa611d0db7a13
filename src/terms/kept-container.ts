import type { Site } from './finding.js';

/** A variable that a dependency's module keeps for as long as the process lives. */
export interface KeptContainer {
  readonly package: string;
  /** The package's folder. */
  readonly folder: string;
  readonly name: string;
  /** Its declaration in the package's own JavaScript; tells one variable from another. */
  readonly site: Site;
}

/** Whether both are the same variable. */
export function isSameKeptContainer(a: KeptContainer, b: KeptContainer): boolean {
  return a.site.file === b.site.file && a.site.start === b.site.start;
}
