// Drives a server over loopback, through one keep-alive connection, and insists that every answer is a success: a fixture
// whose route no longer matches must not pass for a clean one. It writes and reads the wire itself, since a full HTTP client
// in the same process would take most of the prover's time.

import { once } from 'node:events';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Drive } from './drive.js';
import { statusOfAnswer } from './http-answer.js';

/** One request of a turn. */
export interface Exchange {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpDrive extends Omit<Drive, 'turn'> {
  readonly server: Server;
  readonly request: (payload: string, index: number) => Exchange | readonly Exchange[];
}

/** Makes each turn one request, or a few in a row, to a server that listens or is about to. */
export function driveHttp({ server, request, ...rest }: HttpDrive): Drive {
  let socket: Socket | undefined;
  return {
    async turn(payload, index) {
      if (!server.listening) await once(server, 'listening');
      for (const exchange of [request(payload, index)].flat()) {
        if (socket === undefined || socket.destroyed) socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
        const status = await send(socket, exchange);
        if (status >= 400) throw new Error(`${exchange.path.slice(0, 60)} answered ${String(status)}`);
      }
    },
    stop() {
      socket?.destroy();
      server.close();
    },
    ...rest,
  };
}

function send(socket: Socket, { path, method = 'GET', headers = {}, body = '' }: Exchange): Promise<number> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const ended = (): void => {
      reject(new Error(`${path.slice(0, 60)} was not answered`));
    };
    const read = (chunk: Buffer): void => {
      answer += chunk.toString('latin1');
      const status = statusOfAnswer(answer);
      if (status === undefined) return;
      socket.off('data', read).off('close', ended).off('error', reject);
      if (/^connection: *close/im.test(answer)) socket.destroy();
      resolve(status);
    };
    socket.on('data', read).on('close', ended).on('error', reject);
    const fields = Object.entries({ host: '127.0.0.1', 'content-length': String(Buffer.byteLength(body)), ...headers });
    const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.write(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`);
  });
}
