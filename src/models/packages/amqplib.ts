import type { LibraryModel } from '../schema.js';

export const amqplib = {
  package: 'amqplib',
  rows: [
    { kind: 'invokes', on: 'Channel#consume', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_consume' },
    { kind: 'invokes', on: 'Channel#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['delivery', 'return', 'ack', 'nack'], once: ['close', 'error'] },
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_events' },
    { kind: 'invokes', on: 'ChannelModel#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { once: ['close', 'error'] },
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#model_events' },
    { kind: 'invokes', on: 'Connection#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { once: ['close', 'error'] },
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#model_events' },
    { kind: 'invokes', on: 'connect', callback: { argument: 'any' }, per: 'once', owner: 'process',
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#connect' },
    { kind: 'yields', on: 'ConsumeMessage', lifetime: 'message', because: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_consume' },
    { kind: 'registers', on: 'Channel#consume', what: 'a subscriber', into: 'receiver', undone: { members: ['cancel', 'close'], passedTo: ['cancel'] },
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_consume' },
    { kind: 'registers', on: 'connect', what: 'a connection', into: 'process', undone: { result: ['close'] }, owned: true,
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#model_close' },
    { kind: 'registers', on: 'ChannelModel#createChannel', what: 'a channel', into: 'receiver', undone: { result: ['close'] }, owned: true,
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_close' },
    { kind: 'registers', on: 'ChannelModel#createConfirmChannel', what: 'a channel', into: 'receiver', undone: { result: ['close'] }, owned: true,
      because: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_close' },
  ],
} as const satisfies LibraryModel;
