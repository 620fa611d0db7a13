import { expect, test } from 'vitest';
import { statusOfAnswer } from '../../prove/http-answer.js';

test.each([
  ['an unfinished head', 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n', undefined],
  ['a body that is still short', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc', undefined],
  ['a whole body', 'HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\nabcd', 201],
  ['unfinished chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', undefined],
  ['finished chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n', 200],
  ['no body at all', 'HTTP/1.1 204 No Content\r\n\r\n', 204],
  ['an answer that only announces another', 'HTTP/1.1 100 Continue\r\n\r\n', undefined],
  ['the answer after it', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n', 404],
])('%s', (_case, answer, status) => {
  expect(statusOfAnswer(answer)).toBe(status);
});
