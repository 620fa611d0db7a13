/**
 * What is said of a handle that is lost: which one, where, which release would have needed it, and what to do. Computes
 * the words from the loss and the model of what was registered. Assumes they follow the sentence that tells the growth.
 */
import type ts from 'typescript';

import type { GrowthSite } from '../facts/growth-site.js';

import type { Bounds } from './bounds.js';
import type { LostHandle } from './lost-handle.js';
import { siteOf } from './site-of.js';

/** What the project's own registry gave back, rather than a library. */
function isIgnored({ how, node }: LostHandle, growth: GrowthSite): boolean {
  return how === 'dropped' && node !== growth.node;
}

function calleeOf({ expression }: ts.CallExpression): string {
  const text = expression.getText();
  return text.slice(text.lastIndexOf('.') + 1);
}

/** Where something is, told to who looks at a node. */
function placeOf(wanted: ts.Node, from: ts.Node): string {
  const { line, file } = siteOf(wanted);
  return file === siteOf(from).file ? `in line ${String(line)}` : `(${file.slice(file.lastIndexOf('/') + 1)}:${String(line)})`;
}

/** Which handle is lost where; undefined when none is. */
export function lostWords({ lost }: Bounds, growth: GrowthSite): string | undefined {
  if (lost === undefined) return undefined;
  if (lost.how === 'restarted') return 'It sets itself again for ever, and this starts one more beside those that run';
  if (isIgnored(lost, growth)) return `What ${calleeOf(lost.node as ts.CallExpression)}() returns, which alone takes it back, is ignored`;
  if (lost.how === 'dropped') return 'Its handle, which alone takes it back, is dropped';
  const { node, release, slot = '', key } = lost;
  if (lost.how === 'removed') return `It goes on when \`${slot}\` is removed ${placeOf(node, growth.node)}, by which alone the release ${placeOf(release ?? node, growth.node)} finds it`;
  const again = key === undefined ? '' : ` when \`${key.getText()}\` comes again,`;
  const overwritten = `Its handle \`${slot}\` is overwritten in line ${String(siteOf(node).line)}${again} while the former still lasts`;
  if (release === undefined) return overwritten;
  return `${overwritten}, so that the release ${placeOf(release, node)} only gets the last one`;
}

/** What to do about it; a handle that is dropped where a library gave it needs what any registration does. */
export function lostAdvice({ lost }: Bounds, growth: GrowthSite, turn: string): string | undefined {
  if (lost !== undefined && isIgnored(lost, growth)) return `keep it and call it when the ${turn} ends`;
  const { means, registers } = growth;
  const { result: [result] = [], passedTo: [taker] = [] } = registers?.undone ?? {};
  if (lost?.how === 'restarted') return `keep what ${means}() returns and pass it to ${taker ?? ''}() before, or start it only once`;
  if (lost?.how === 'removed') return `call ${calleeOf(lost.release as ts.CallExpression)}() for it before`;
  if (lost?.how !== 'overwritten') return undefined;
  const { slot = '', release } = lost;
  if (registers?.undone?.members !== undefined) return `pass ${slot} to ${release === undefined ? 'it' : calleeOf(release as ts.CallExpression)}() before`;
  if (taker !== undefined) return `call ${taker}(${slot}) before`;
  return result === '()' ? `call ${slot}() before` : `call ${slot}.${result ?? ''}() before`;
}
