/** The status of an HTTP/1.1 answer as read so far, or nothing while more of it has to come. */
export function statusOfAnswer(answer: string): number | undefined {
  const headEnd = answer.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = answer.slice(0, headEnd);
  const body = answer.slice(headEnd + 4);
  const status = Number(head.slice(9, 12));
  if (status < 200) return statusOfAnswer(body);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  const whole = length === undefined ? !isChunked(head) || body.endsWith('0\r\n\r\n') : body.length >= Number(length);
  return whole ? status : undefined;
}

function isChunked(head: string): boolean {
  return /^transfer-encoding: *chunked/im.test(head);
}
