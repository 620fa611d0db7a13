/**
 * Where a leak is to be mended, and so reported. Computes it from who else uses the growing function: the growth itself
 * when every caller that reaches it repeats; the call inside the turn when the function also serves start-up, or keeps
 * whatever it is handed without knowing what that is, so that only the caller can know better. A registry of code is
 * right to keep it: the call that registers is reported.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { classOf, type Frame, frameOf, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Residence } from '../graph/lifetime-of.js';
import { runsAtStart } from '../graph/recurrence.js';

import { keptCode, registeringCall } from './registered-code.js';

/** Whether a growth stores a parameter of the frame whose type says nothing: `unknown`, `any`, a type parameter. */
function storesAnything(view: ProgramView, growth: GrowthSite, frame: Frame): boolean {
  const { TypeFlags } = view.ts;
  return growth.values.some((value) => {
    const node = peel(view.ts, value);
    const declaration = view.ts.isIdentifier(node) ? declarationAt(view, node) : undefined;
    if (declaration === undefined || !view.ts.isParameter(declaration) || declaration.parent !== frame || declaration.type === undefined) return false;
    return (view.checker.getTypeAtLocation(declaration).flags & (TypeFlags.Unknown | TypeFlags.Any | TypeFlags.TypeParameter)) !== 0;
  });
}

function isGeneral(view: ProgramView, growth: GrowthSite, frame: Frame): boolean {
  return classOf(view.ts, frame) === undefined && storesAnything(view, growth, frame);
}

/** Whether a growth keeps what its callers hand it without knowing what that is, so that it may be reported at a call. */
export function keepsWhatItIsHanded(view: ProgramView, growth: GrowthSite): boolean {
  const frame = frameOf(view.ts, growth.node);
  return isGeneral(view, growth, frame) || keptCode(view, growth, frame) !== undefined;
}

/** The node to report for a growth in a frame, given how it came to outlive its loop. */
export function reportedNode(view: ProgramView, growth: GrowthSite, frame: Frame, residence: Residence): ts.Node {
  const { path } = residence.recurrence;
  const last = path.at(-1);
  const code = keptCode(view, growth, frame);
  const registering = code === undefined ? undefined : registeringCall(view, code, path);
  if (registering !== undefined) {
    // What boot registers too is no mistake of the provider's: whoever runs the provider in a turn makes it one.
    return path.slice(0, registering + 1).findLast((edge) => edge.pace === 'call' && !runsAtStart(view, edge.frame))?.site ?? growth.node;
  }
  if (runsAtStart(view, frame)) {
    return path.findLast((edge) => edge.pace === 'call' && !runsAtStart(view, edge.frame))?.site ?? growth.node;
  }
  const elsewhere = last?.pace === 'call' && last.site.getSourceFile() !== growth.node.getSourceFile();
  return elsewhere && isGeneral(view, growth, frame) ? last.site : growth.node;
}
