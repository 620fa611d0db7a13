import type ts from 'typescript';

import type { KeptVariable } from './dependency-summary.js';
import type { PackageSource } from './package-source.js';

/** The declaration of a variable that is known as data; the module itself for all of its exports. */
export function declarationOfKept(pkg: PackageSource, { file, start, end }: KeptVariable): ts.Node | undefined {
  const { tsc } = pkg;
  const module = pkg.moduleAt(`${pkg.root}/${file}`);
  if (module === undefined || end === 0) return module;
  let node: ts.Node = module;
  for (;;) {
    const inner: ts.Node | undefined = tsc.forEachChild(node, (child) => (child.getStart(module) <= start && child.end >= end ? child : undefined));
    if (inner === undefined) break;
    node = inner;
    if (node.getStart(module) === start && node.end === end) break;
  }
  const { parent } = node;
  return tsc.isIdentifier(node) && (parent as Partial<ts.NamedDeclaration>).name === node ? parent : node;
}
