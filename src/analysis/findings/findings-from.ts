import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import type { Finding, Verdict } from '../../terms/finding.js';

import { saysTheSame } from './distinct-findings.js';
import { growthFindingsIn } from './growth-findings.js';
import { overlapFindingsIn } from './overlap-findings.js';

/** What the code of a file comes to, in whichever file that is to be reported: growths first, each in source order. */
export function findingsFrom(view: ProgramView, file: ts.SourceFile, least: Verdict): readonly Finding[] {
  const growths = growthFindingsIn(view, file, least);
  // A registration may be reported at a call elsewhere, hence the comparison with all of this file's own.
  const overlaps = overlapFindingsIn(view, file, least).filter((overlap) => !growths.some((growth) => saysTheSame(growth, overlap)));
  return [...growths, ...overlaps];
}
