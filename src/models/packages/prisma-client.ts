import type { LibraryModel } from '../schema.js';

export const prismaClient = {
  package: '@prisma/client',
  versions: '>=4.7',
  // Where `prisma generate` writes the client unless it is told otherwise.
  aliases: ['.prisma'],
  // Elsewhere its code is the program's own.
  generatedWith: ['@prisma/client/runtime/client', '@prisma/client/runtime/library'],
  rows: [
    { kind: 'registers', on: 'PrismaClient#$on', what: 'a listener', into: 'receiver',
      because: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#on' },
    { kind: 'invokes', on: 'PrismaClient#$on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#on' },
    { kind: 'neutral', on: '$extends', because: 'https://www.prisma.io/docs/orm/prisma-client/client-extensions' },
    { kind: 'registers', on: 'PrismaClient', what: 'a client', into: 'process', undone: { result: ['$disconnect'] }, owned: true,
      because: 'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections#prismaclient-in-long-running-applications' },
  ],
} as const satisfies LibraryModel;
