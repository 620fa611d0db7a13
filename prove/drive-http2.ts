import { once } from 'node:events';
import { connect, type ClientHttp2Session, type Http2SecureServer, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Drive } from './drive.js';

/** Makes each turn one stream of one HTTP/2 session, over clear text or, to a secure server, TLS. */
export function driveHttp2(server: Http2Server | Http2SecureServer, scheme: 'http' | 'https' = 'http'): Drive {
  let session: ClientHttp2Session | undefined;
  return {
    async turn(payload) {
      if (!server.listening) await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      session ??= connect(`${scheme}://127.0.0.1:${String(port)}`, { rejectUnauthorized: false });
      const stream = session.request({ ':path': `/${payload}` });
      const [headers] = (await once(stream, 'response')) as [{ ':status'?: number }];
      if (headers[':status'] !== 200) throw new Error(`answered ${String(headers[':status'])}`);
      stream.resume();
      await once(stream, 'close');
    },
    stop() {
      session?.close();
      server.close();
    },
  };
}
