/**
 * The words of a finding. Computes names, roles and labels that an engineer recognises from the nodes behind the
 * evidence. Assumes nothing about who prints them. Gives up long expressions: they are cut to fit a line.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { classOf, fixedName, type Frame, isCallLike, peel } from '../../typescript/syntax.js';
import type { LoopEvidence, Step } from '../../terms/finding.js';
import type { Edge } from '../graph/edge.js';
import type { Recurrence } from '../graph/recurrence.js';
import type { Place, Segment } from '../summaries/place.js';

import { siteOf } from './site-of.js';

const longest = 40;

/** A text on one line, cut to fit. */
export function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** What a frame is called in the source. */
export function nameOfFrame(view: ProgramView, frame: Frame): string {
  const { ts: tsc } = view;
  if (tsc.isSourceFile(frame)) return 'module';
  const owner = classOf(tsc, frame);
  if (tsc.isConstructorDeclaration(frame)) return `new ${owner?.name?.text ?? 'class'}`;
  const declared = fixedName(tsc, tsc.getNameOfDeclaration(frame));
  if (declared !== undefined) return owner?.name === undefined ? declared : `${owner.name.text}.${declared}`;
  const { parent } = frame;
  if (tsc.isVariableDeclaration(parent) || tsc.isPropertyDeclaration(parent) || tsc.isPropertyAssignment(parent)) {
    return fixedName(tsc, parent.name) ?? 'function';
  }
  return 'function';
}

function nameOfCall(view: ProgramView, edge: Edge): string {
  const { ts: tsc } = view;
  const { site } = edge;
  if (tsc.isNewExpression(site)) return `new ${short(site.expression.getText())}()`;
  if (tsc.isParameter(site) || tsc.isPropertyDeclaration(site)) return `injection of ${short(site.name.getText())}`;
  if (!tsc.isCallExpression(site)) return short(site.getText());
  const callee = peel(tsc, site.expression);
  if (edge.pace !== 'call') return `${short(callee.getText())}(…)`;
  return tsc.isPropertyAccessExpression(callee) ? `${callee.name.text}()` : `${short(callee.getText())}()`;
}

/** The calls from entry point to growth. */
export function stepsOf(view: ProgramView, path: readonly Edge[]): readonly Step[] {
  return path.map((edge) => ({ name: nameOfCall(view, edge), site: siteOf(edge.site) }));
}

const verbs = new Set(['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put']);

function labelOfRegistration(view: ProgramView, call: ts.CallExpression | ts.NewExpression): string {
  const { ts: tsc } = view;
  const callee = peel(tsc, call.expression);
  const name = tsc.isPropertyAccessExpression(callee) ? callee.name.text : short(callee.getText());
  const [first] = call.arguments ?? [];
  const text = first !== undefined && tsc.isStringLiteralLike(first) ? first.text : undefined;
  if (verbs.has(name) && text !== undefined) return `${name.toUpperCase()} ${text}`;
  if (name === 'use') return text === undefined ? 'middleware' : `middleware on ${text}`;
  if (text !== undefined) return `${name}('${short(text)}')`;
  return `${name}() callback`;
}

function labelOf(view: ProgramView, entry: Edge): string {
  const { ts: tsc } = view;
  const { site } = entry;
  if (isCallLike(tsc, site)) return labelOfRegistration(view, site);
  if (tsc.isDecorator(site)) {
    const member = site.parent;
    const owner = tsc.isClassElement(member) && tsc.isClassLike(member.parent) ? `${member.parent.name?.text ?? 'class'}.` : '';
    return `${short(site.getText())} ${owner}${fixedName(tsc, tsc.getNameOfDeclaration(member)) ?? ''}`.trim();
  }
  if (tsc.isBinaryExpression(site)) return `${short(site.left.getText())} handler`;
  if (tsc.isClassLike(site.parent) && site.parent.name === site) return `${entry.pace}-scoped ${site.getText()}`;
  const name = nameOfFrame(view, site as Frame);
  if (entry.pace === 'offered') return `public ${name}()`;
  return entry.pace === 'exported' ? `exported ${name}()` : name === 'function' ? 'handler' : `${name}()`;
}

/** The loop behind a recurrence. */
export function loopOf(view: ProgramView, recurrence: Recurrence): LoopEvidence {
  const { entry, statement } = recurrence;
  if (statement !== undefined) {
    const label = view.ts.isForOfStatement(statement.loop) ? `for await (… of ${short(statement.loop.expression.getText())})` : recurrence.evidence === 'loop' ? 'endless loop' : 'loop that waits';
    return { turn: statement.pace === 'tick' ? 'round' : statement.pace, label, site: siteOf(statement.loop) };
  }
  if (entry === undefined) throw new Error('a recurrence has an entry or a statement');
  const renewed = entry.row?.events === undefined ? 'tick' : 'event';
  const turn = recurrence.evidence === 'loop' ? (entry.pace === 'once' ? renewed : entry.pace) : 'call';
  return { turn, label: labelOf(view, entry), site: siteOf(entry.site) };
}

function textOf(step: Segment): string {
  if (step.kind === 'field') return `.${step.name}`;
  if (step.kind === 'element') return '[…]';
  return step.kind === 'captured' && 'name' in step.declaration ? `.${(step.declaration.name as ts.Node).getText()}` : '';
}

/** A place as code would write it; a closure's variable goes by its own name. */
export function nameOfPlace(view: ProgramView, place: Place): string {
  const { base } = place;
  const captured = place.path.findLastIndex((step) => step.kind === 'captured');
  if (captured >= 0) return place.path.slice(captured).map(textOf).join('').slice(1);
  const rest = place.path.map(textOf).join('');
  if (base.kind === 'kept') return base.container.name + rest;
  if (base.kind === 'global') return `globalThis.${base.name}${rest}`;
  if (base.kind === 'this') return `${classOf(view.ts, base.frame)?.name?.text ?? 'this'}${rest}`;
  if (base.kind === 'variable') return `${fixedName(view.ts, view.ts.getNameOfDeclaration(base.declaration)) ?? '(anonymous)'}${rest}`;
  return short(base.node.getText()) + rest;
}
