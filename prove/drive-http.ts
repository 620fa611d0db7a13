// Drives a server over loopback, through one keep-alive connection, and insists that every answer is a success: a fixture
// whose route no longer matches must not pass for a clean one.

import { once } from 'node:events';
import { Agent, request as sendHttp } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import type { Drive } from './drive.js';

/** One request of a turn. */
export interface Exchange {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpDrive extends Omit<Drive, 'turn'> {
  readonly server: Server;
  request(payload: string, index: number): Exchange | readonly Exchange[];
}

/** Makes each turn one request, or a few in a row, to a server that listens or is about to. */
export function driveHttp({ server, request, ...rest }: HttpDrive): Drive {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    async turn(payload, index) {
      if (!server.listening) await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      for (const exchange of [request(payload, index)].flat()) await send(agent, port, exchange);
    },
    stop() {
      agent.destroy();
      server.close();
    },
    ...rest,
  };
}

function send(agent: Agent, port: number, { path, method = 'GET', headers, body }: Exchange): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = sendHttp({ agent, host: '127.0.0.1', port, path, method, headers: { ...headers } }, (incoming) => {
      const status = incoming.statusCode ?? 0;
      incoming.on('error', reject).on('end', resolve).resume();
      if (status >= 400) reject(new Error(`${method} ${path.slice(0, 60)} answered ${String(status)}`));
    });
    outgoing.on('error', reject).end(body);
  });
}
