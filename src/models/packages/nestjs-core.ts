import type { LibraryModel } from '../schema.js';

export const nestjsCore = {
  package: '@nestjs/core',
  rows: [
    { kind: 'handles', on: 'BaseExceptionFilter#catch', per: 'request', because: 'https://docs.nestjs.com/exception-filters#inheritance' },
    { kind: 'neutral', on: 'NestFactoryStatic#create', because: 'https://docs.nestjs.com/first-steps' },
    { kind: 'neutral', on: 'NestFactoryStatic#createMicroservice', because: 'https://docs.nestjs.com/microservices/basics' },
    { kind: 'neutral', on: 'NestFactoryStatic#createApplicationContext', because: 'https://docs.nestjs.com/standalone-applications' },
  ],
} as const satisfies LibraryModel;
