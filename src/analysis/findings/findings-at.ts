/**
 * What is to be reported in one file, without answering the rest of the program: for an editor, which asks about one file
 * after each key. Computes the file's own findings, and of the code its calls lead to those registries that are reported
 * where they are called. Assumes that the files whose growths were reported elsewhere before are given, and looks there
 * too. Gives up growths that an edit elsewhere moves to this file for the first time because start-up now runs them too:
 * asking that of all code that is called would cost what answering the whole program does.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import type { Finding, Verdict } from '../../terms/finding.js';
import type { GrowthSite } from '../facts/growth-site.js';

import { codeCalledFrom } from './code-called-from.js';
import { distinctFindings } from './distinct-findings.js';
import { findingsFrom } from './findings-from.js';
import { candidatesIn, growthFindingOf } from './growth-findings.js';
import { keepsWhatItIsHanded } from './reported-node.js';

/** Whether a growth is in one of these frames, or in a callback written there. */
function isInside(view: ProgramView, { node }: GrowthSite, frames: ReadonlySet<Frame>): boolean {
  for (let frame = frameOf(view.ts, node); !view.ts.isSourceFile(frame); frame = frameOf(view.ts, frame)) {
    if (frames.has(frame)) return true;
  }
  return false;
}

/** The findings of at least this verdict to be reported in a file; `movers` are the files whose growths are known to be reported elsewhere. */
export function findingsAt(view: ProgramView, file: ts.SourceFile, least: Verdict, movers: ReadonlySet<string>): readonly Finding[] {
  const frames = new Set(codeCalledFrom(view, file));
  const called = new Set([...frames].map((frame) => frame.getSourceFile()));
  const found = view.files.flatMap((source): readonly Finding[] => {
    if (source === file || movers.has(source.fileName)) return findingsFrom(view, source, least);
    if (!called.has(source)) return [];
    const inside = candidatesIn(view, source, least).filter((growth) => isInside(view, growth, frames) && keepsWhatItIsHanded(view, growth));
    return inside.flatMap((growth) => growthFindingOf(view, growth, least) ?? []);
  });
  return distinctFindings(found.filter(({ site }) => site.file === file.fileName));
}
