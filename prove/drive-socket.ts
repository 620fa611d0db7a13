import { once } from 'node:events';
import { connect, type AddressInfo, type Server } from 'node:net';
import type { Drive } from './drive.js';

/** Makes each turn one connection: it sends the payload, waits for the server to answer and end, and closes. */
export function driveSocket({ server, ...rest }: { readonly server: Server } & Omit<Drive, 'turn'>): Drive {
  return {
    async turn(payload) {
      if (!server.listening) await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1');
      const closed = once(socket, 'close');
      socket.resume().end(payload);
      await closed;
    },
    stop: () => server.close(),
    ...rest,
  };
}
