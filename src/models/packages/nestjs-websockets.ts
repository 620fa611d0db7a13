import type { LibraryModel } from '../schema.js';

export const nestjsWebsockets = {
  package: '@nestjs/websockets',
  rows: [
    { kind: 'scopes', on: 'WebSocketGateway', lifetime: 'process', because: 'https://docs.nestjs.com/websockets/gateways' },
    { kind: 'decorates', on: 'SubscribeMessage', per: 'message', because: 'https://docs.nestjs.com/websockets/gateways' },
    { kind: 'handles', on: 'OnGatewayInit#afterInit', per: 'start', because: 'https://docs.nestjs.com/websockets/gateways#lifecycle-hooks' },
    { kind: 'handles', on: 'OnGatewayConnection#handleConnection', per: 'connection',
      because: 'https://docs.nestjs.com/websockets/gateways#lifecycle-hooks' },
    { kind: 'handles', on: 'OnGatewayDisconnect#handleDisconnect', per: 'connection',
      because: 'https://docs.nestjs.com/websockets/gateways#lifecycle-hooks' },
    { kind: 'handles', on: 'BaseWsExceptionFilter#catch', per: 'message', because: 'https://docs.nestjs.com/websockets/exception-filters' },
  ],
} as const satisfies LibraryModel;
