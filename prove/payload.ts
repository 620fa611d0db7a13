/** Length of the text a turn receives, large enough to tower above the noise of the collector. */
export const payloadLength = 1024;

/** Text that no other turn shares, flat in memory, and safe inside a URL or a header. */
export function payloadOf(index: number): string {
  const head = `t${index.toString(36)}-`;
  return Buffer.alloc(payloadLength, head).toString('latin1');
}
