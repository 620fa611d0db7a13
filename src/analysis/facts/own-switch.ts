/**
 * Whether a loop that never ends by itself is ended by a switch of the very call it runs in. Computes, by shape, the variable
 * that each switch reads. Assumes that a name means the variable of the loop's own function when that declares one. Gives up
 * what is read off anything else than a variable.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { type Frame, frameOf, isFunctionWithBody, peel } from '../../typescript/syntax.js';

import { type EndlessLoop, switchesOf } from './endless-loops.js';

function declares(tsc: Compiler, frame: Frame, name: string): boolean {
  const search = (node: ts.Node): boolean | undefined => {
    if (node !== frame && isFunctionWithBody(tsc, node)) return undefined;
    if (tsc.isVariableDeclaration(node) && tsc.isIdentifier(node.name) && node.name.text === name) return true;
    return tsc.forEachChild(node, search);
  };
  return search(frame) ?? false;
}

/** Whether some switch that ends the loop is a local variable of the function it stands in: each call has its own. */
export function hasOwnSwitch(tsc: Compiler, loop: EndlessLoop): boolean {
  const frame = frameOf(tsc, loop);
  return switchesOf(tsc, loop).some((test) => {
    let node = peel(tsc, test);
    while (tsc.isPrefixUnaryExpression(node)) node = peel(tsc, node.operand);
    return tsc.isIdentifier(node) && declares(tsc, frame, node.text);
  });
}
