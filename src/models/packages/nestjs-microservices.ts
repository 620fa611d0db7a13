import type { LibraryModel } from '../schema.js';

export const nestjsMicroservices = {
  package: '@nestjs/microservices',
  rows: [
    { kind: 'decorates', on: 'MessagePattern', per: 'message', because: 'https://docs.nestjs.com/microservices/basics#request-response' },
    { kind: 'decorates', on: 'EventPattern', per: 'message', because: 'https://docs.nestjs.com/microservices/basics#event-based' },
    { kind: 'decorates', on: 'GrpcMethod', per: 'request', because: 'https://docs.nestjs.com/microservices/grpc' },
    { kind: 'decorates', on: 'GrpcStreamMethod', per: 'request', because: 'https://docs.nestjs.com/microservices/grpc#grpc-streaming' },
    { kind: 'decorates', on: 'GrpcStreamCall', per: 'request', because: 'https://docs.nestjs.com/microservices/grpc#grpc-streaming' },
    { kind: 'handles', on: 'BaseRpcExceptionFilter#catch', per: 'message', because: 'https://docs.nestjs.com/microservices/exception-filters' },
    { kind: 'yields', on: 'BaseRpcContext', lifetime: 'message', because: 'https://docs.nestjs.com/microservices/custom-transport' },
    { kind: 'yields', on: 'KafkaContext', lifetime: 'message', because: 'https://docs.nestjs.com/microservices/kafka#context' },
    { kind: 'yields', on: 'RmqContext', lifetime: 'message', because: 'https://docs.nestjs.com/microservices/rabbitmq#context' },
    { kind: 'yields', on: 'RedisContext', lifetime: 'message', because: 'https://docs.nestjs.com/microservices/redis#context' },
    { kind: 'yields', on: 'MqttContext', lifetime: 'message', because: 'https://docs.nestjs.com/microservices/mqtt#context' },
    { kind: 'yields', on: 'NatsContext', lifetime: 'message', because: 'https://docs.nestjs.com/microservices/nats#context' },
    { kind: 'registers', on: 'ClientKafka#subscribeToResponseOf', what: 'a subscriber', into: 'receiver',
      because: 'https://docs.nestjs.com/microservices/kafka#message-pattern' },
    { kind: 'registers', on: 'Server#addHandler', what: 'an entry', into: 'receiver',
      because: 'https://docs.nestjs.com/microservices/custom-transport' },
    { kind: 'invokes', on: 'Server#addHandler', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://docs.nestjs.com/microservices/custom-transport' },
  ],
} as const satisfies LibraryModel;
