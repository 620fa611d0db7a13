import type { LibraryModel } from '../schema.js';

export const nestjsCore = {
  package: '@nestjs/core',
  rows: [
    { kind: 'scopes', on: 'REQUEST', lifetime: 'turn', because: 'https://docs.nestjs.com/fundamentals/injection-scopes#request-provider' },
    { kind: 'resolves', on: 'ModuleRef#get', token: 0, because: 'https://docs.nestjs.com/fundamentals/module-ref' },
    { kind: 'resolves', on: 'ModuleRef#resolve', token: 0, because: 'https://docs.nestjs.com/fundamentals/module-ref#resolving-scoped-providers' },
    { kind: 'resolves', on: 'ModuleRef#create', token: 0, because: 'https://docs.nestjs.com/fundamentals/module-ref#instantiating-classes-dynamically' },
    { kind: 'handles', on: 'BaseExceptionFilter#catch', per: 'request', because: 'https://docs.nestjs.com/exception-filters#inheritance' },
    { kind: 'neutral', on: 'NestFactoryStatic#create', because: 'https://docs.nestjs.com/first-steps' },
    { kind: 'neutral', on: 'NestFactoryStatic#createMicroservice', because: 'https://docs.nestjs.com/microservices/basics' },
    { kind: 'neutral', on: 'NestFactoryStatic#createApplicationContext', because: 'https://docs.nestjs.com/standalone-applications' },
  ],
} as const satisfies LibraryModel;
