/**
 * Which rule a growing location belongs to, and what to call its kind. Computes both from where the location was
 * decided to live and how the growing code reaches it.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isWithin } from '../../typescript/syntax.js';
import type { Question } from '../../terms/finding.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Residence } from '../graph/lifetime-of.js';
import { frameOfVariable, type Place, type Segment } from '../summaries/place.js';

import type { Bounds } from './bounds.js';
import { keptCode } from './registered-code.js';

/** A question and the role of what it asks about. */
export interface Classified {
  readonly question: Question;
  readonly role: string;
}

const singleton: Classified = { question: 'no-singleton-growth', role: 'field of an instance that outlives the turn' };
const closed: Classified = { question: 'no-function-static-growth', role: 'variable kept by a function created once' };

function isFieldOfInstance(view: ProgramView, own: Place, frame: Frame): boolean {
  return own.base.kind === 'this' && own.path.length > 0 && view.ts.isClassLike(own.base.frame.parent) && isWithin(frame, own.base.frame);
}

/** Whether both steps read the field of one declaration, so that one place is the other by the instance's outer name. */
function isSameField(a: Segment | undefined, b: Segment | undefined): boolean {
  return a?.kind === 'field' && b?.kind === 'field' && a.name === b.name && a.declaration === b.declaration;
}

function byVariable(view: ProgramView, declaration: ts.Declaration, residence: Residence): Classified {
  const { ts: tsc } = view;
  const home = frameOfVariable(view, declaration);
  if (tsc.isSourceFile(home)) {
    if (tsc.isClassLike(declaration)) return { question: 'no-static-growth', role: 'static field' };
    if (tsc.isFunctionDeclaration(declaration)) return { question: 'no-function-static-growth', role: 'function property' };
    return { question: 'no-module-growth', role: 'module variable' };
  }
  if (residence.longevity === 'endless') return { question: 'no-captured-growth', role: 'local of a function that never returns' };
  return residence.recurrence.evidence === 'exported' ? closed : { question: 'no-captured-growth', role: 'local kept by a callback' };
}

/** The rule that asks about what grows or registers here, the releases that are there considered. */
function askedBy(view: ProgramView, growth: GrowthSite, frame: Frame, { gap, lost, sibling, undoings, vain }: Bounds): Question | undefined {
  if (gap !== undefined || sibling !== undefined) return 'no-incomplete-release';
  if (vain !== undefined || (undoings?.misses.length ?? 0) > 0) return 'no-ineffective-release';
  if (lost !== undefined) return 'no-lost-handle';
  if (growth.registers?.owned === true) return 'no-unreleased-resource';
  return growth.registers === undefined && keptCode(view, growth, frame) === undefined ? undefined : 'no-repeated-registration';
}

/** Classifies a residence of a growth whose container the growing frame names `own`. */
export function questionOf(view: ProgramView, growth: GrowthSite, own: Place, residence: Residence, bounds: Bounds): Classified {
  const frame = frameOf(view.ts, growth.node);
  const ofLocation = growth.registers?.into === 'process' ? undefined : questionOfGrowth(view, own, frame, residence);
  const role = ofLocation?.role ?? 'lives as long as the program';
  const question = askedBy(view, growth, frame, bounds) ?? ofLocation?.question ?? 'no-module-growth';
  return { question, role };
}

function questionOfGrowth(view: ProgramView, own: Place, frame: Frame, residence: Residence): Classified {
  const { base, path } = residence.place;
  if (base.kind === 'kept') return { question: 'no-module-growth', role: `container kept by ${base.container.package}` };
  if (base.kind === 'global') return { question: 'no-module-growth', role: 'property of the global object' };
  if (path.some((step) => step.kind === 'captured')) return closed;
  const staticField = base.kind === 'variable' && view.ts.isClassLike(base.declaration);
  const ownField = isFieldOfInstance(view, own, frame) && own.path.length === 1 && isSameField(own.path[0], path.at(-1));
  if (base.kind !== 'this' && residence.longevity === 'instance') return singleton;
  if (base.kind === 'this' || (ownField && !staticField)) {
    // An arrow in a field is a method by another spelling; only a callback inside a method captures.
    const captures = own.base.kind === 'this' && own.base.frame !== frame && !view.ts.isPropertyDeclaration(own.base.frame);
    const direct = residence.recurrence.path.length === 0 && captures;
    return direct ? { question: 'no-captured-growth', role: 'field of `this`, kept by a callback' } : singleton;
  }
  return base.kind === 'variable' ? byVariable(view, base.declaration, residence) : singleton;
}
