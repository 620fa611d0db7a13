/** Compares two paths by the order in which a sorted walk through the folders meets them, which is ESLint's. */
export function inWalkOrder(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (const [i, segment] of left.entries()) {
    const other = right[i];
    if (other === undefined) return 1;
    if (segment !== other) return segment < other ? -1 : 1;
  }
  return left.length - right.length;
}
