import type { LibraryModel } from '../schema.js';

export const prismaClient = {
  package: '@prisma/client',
  versions: '>=4.7',
  // Where `prisma generate` writes the client unless it is told otherwise.
  aliases: ['.prisma'],
  rows: [
    { kind: 'registers', on: '$on', what: 'a listener', into: 'receiver',
      because: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#on' },
    { kind: 'invokes', on: '$on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#on' },
    { kind: 'neutral', on: '$extends', because: 'https://www.prisma.io/docs/orm/prisma-client/client-extensions' },
    { kind: 'registers', on: 'PrismaClient', what: 'a client', into: 'process', undone: { result: ['$disconnect'] }, owned: true,
      because: 'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections#prismaclient-in-long-running-applications' },
  ],
} as const satisfies LibraryModel;
