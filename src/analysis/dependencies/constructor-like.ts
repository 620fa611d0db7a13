import type { Compiler } from '../../typescript/compiler.js';
import { type Frame, peel } from '../../typescript/syntax.js';

import { storesIn } from './file-stores.js';

/** Whether a frame sets up what `new` makes: a constructor, or a function with members on its prototype. */
export function isConstructorLike(tsc: Compiler, frame: Frame): boolean {
  if (tsc.isConstructorDeclaration(frame)) return true;
  if (!tsc.isFunctionDeclaration(frame) && !tsc.isFunctionExpression(frame)) return false;
  const named = frame.name ?? (tsc.isVariableDeclaration(frame.parent) ? frame.parent.name : undefined);
  const name = named !== undefined && tsc.isIdentifier(named) ? named.text : undefined;
  return storesIn(tsc, frame.getSourceFile()).members.some((store) => {
    const object = peel(tsc, store.object);
    if (store.name === 'prototype') return object.getText() === name;
    return tsc.isPropertyAccessExpression(object) && object.name.text === 'prototype' && object.expression.getText() === name;
  });
}
