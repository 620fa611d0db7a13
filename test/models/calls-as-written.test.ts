// Calls as servers write them, and the row that each must lead to: the way from code to model, through default and named
// imports, factories, inheritance and the libraries' own typings.

import { beforeAll, describe, expect, it } from 'vitest';

import { CalledMembers } from './called-members.js';

const calls: readonly (readonly [row: string, text: string])[] = [
  ['setInterval', `setInterval(() => {}, 1);`],
  ['setTimeout', `import { setTimeout } from 'node:timers'; setTimeout(() => {}, 1);`],
  ['EventEmitter#on', `import { EventEmitter } from 'node:events'; new EventEmitter().on('x', () => {});`],
  ['EventEmitter#once', `import EventEmitter from 'events'; class Bus extends EventEmitter {} new Bus().once('x', () => {});`],
  ['EventTarget#addEventListener', `new AbortController().signal.addEventListener('abort', () => {});`],
  ['Process#on', `process.on('SIGTERM', () => {});`],
  ['Process#nextTick', `import { nextTick } from 'node:process'; nextTick(() => {});`],
  ['createServer', `import http from 'node:http'; http.createServer((req, res) => { res.end(); });`],
  ['createServer', `import { createServer } from 'http'; createServer(() => {});`],
  ['Server#on', `import { createServer } from 'node:http'; createServer().on('request', () => {});`],
  ['Server#listen', `import { createServer } from 'node:https'; createServer().listen(1, () => {});`],
  ['Http2Server#on', `import http2 from 'node:http2'; http2.createServer().on('stream', () => {});`],
  ['Socket#on', `import net from 'node:net'; net.connect(1).on('data', () => {});`],
  ['TLSSocket#on', `import tls from 'node:tls'; tls.connect(1).on('data', () => {});`],
  ['Readable#on', `import { Readable } from 'node:stream'; Readable.from([]).on('data', () => {});`],
  ['ReadStream#on', `import fs from 'node:fs'; fs.createReadStream('x').on('data', () => {});`],
  ['Interface#on', `import { createInterface } from 'node:readline'; createInterface(process.stdin).on('line', () => {});`],
  ['Worker#on', `import { Worker } from 'node:worker_threads'; new Worker('x').on('message', () => {});`],
  ['ChildProcess#on', `import { fork } from 'node:child_process'; fork('x').on('message', () => {});`],
  ['AsyncLocalStorage#run', `import { AsyncLocalStorage } from 'node:async_hooks'; new AsyncLocalStorage().run(1, () => {});`],
  ['test', `import { it } from 'node:test'; it('x', () => {});`],
  ['Application#get', `import express from 'express'; const app = express(); app.get('/', (req, res) => { res.end(); });`],
  ['Application#use', `import express from 'express'; express().use(express.json(), (req, res, next) => { next(); });`],
  ['Application#listen', `import express, { type Express } from 'express'; const app: Express = express(); app.listen(1, () => {});`],
  ['IRouter#post', `import express from 'express'; const app = express(); app.post('/', () => {});`],
  ['IRouter#get', `import { Router } from 'express'; const router = Router(); router.get('/', () => {});`],
  ['IRouter#use', `import express from 'express'; express.Router().use(() => {});`],
  ['IRoute#get', `import { Router } from 'express'; Router().route('/').get(() => {});`],
  ['Application#use', `import Koa from 'koa'; new Koa().use(async (ctx, next) => { await next(); });`],
  ['RouterImplementation#get', `import Router from '@koa/router'; const router = new Router(); router.get('/', () => {});`],
  ['Router#get', `import Router from 'koa-router'; const router = new Router(); router.get('/', () => {});`],
  ['FastifyInstance#get', `import Fastify from 'fastify'; const app = Fastify(); app.get('/', async () => 1);`],
  ['FastifyInstance#addHook', `import { fastify } from 'fastify'; fastify().addHook('onRequest', async () => {});`],
  ['FastifyInstance#register', `import fastify from 'fastify'; fastify().register(async () => {});`],
  ['Hono#get', `import { Hono } from 'hono'; new Hono().get('/', (c) => c.text('x'));`],
  ['Hono#use', `import { Hono } from 'hono'; new Hono().use(async (c, next) => { await next(); });`],
  ['serve', `import { serve } from '@hono/node-server'; serve({ fetch: () => new Response() }, () => {});`],
  ['INestApplication#use', `import { NestFactory } from '@nestjs/core'; class Module {} const app = await NestFactory.create(Module); app.use(() => {});`],
  ['Server#on', `import { WebSocketServer } from 'ws'; new WebSocketServer().on('connection', () => {});`],
  ['Server#on', `import WebSocket from 'ws'; new WebSocket.Server().on('connection', () => {});`],
  ['WebSocket#on', `import { WebSocket } from 'ws'; new WebSocket('x').on('message', () => {});`],
  ['Server#on', `import { Server } from 'socket.io'; new Server().on('connection', () => {});`],
  ['Namespace#on', `import { Server } from 'socket.io'; new Server().of('/x').on('connection', () => {});`],
  ['Socket#on', `import type { Socket } from 'socket.io'; declare const socket: Socket; socket.on('x', () => {});`],
  ['Observable#subscribe', `import { Subject } from 'rxjs'; new Subject<number>().subscribe(() => {});`],
  ['Observable#subscribe', `import { interval, map } from 'rxjs'; interval(1).pipe(map((x) => x)).subscribe({ next() {} });`],
  ['tap', `import { tap } from 'rxjs/operators'; tap(() => {});`],
  ['EventEmitter#on', `import EventEmitter from 'eventemitter3'; new EventEmitter().on('x', () => {});`],
  ['Emitter#on', `import mitt from 'mitt'; mitt().on('*', () => {});`],
  ['NodeCron#schedule', `import cron from 'node-cron'; cron.schedule('* * * * *', () => {});`],
  ['CronJob', `import { CronJob } from 'cron'; new CronJob('* * * * *', () => {});`],
  ['CronJob.from', `import { CronJob } from 'cron'; CronJob.from({ cronTime: '* * * * *', onTick() {} });`],
  ['Cron', `import { Cron } from 'croner'; new Cron('* * * * *', () => {});`],
  ['AsyncTask', `import { AsyncTask } from 'toad-scheduler'; new AsyncTask('x', async () => {});`],
  ['Worker', `import { Worker } from 'bullmq'; new Worker('x', async () => {}, { connection: {} });`],
  ['Consumer#run', `import { Kafka } from 'kafkajs'; new Kafka({ brokers: [] }).consumer({ groupId: 'x' }).run({ eachMessage: async () => {} });`],
  ['Channel#consume', `import amqp from 'amqplib'; const c = await (await amqp.connect('x')).createChannel(); c.consume('x', () => {});`],
  ['Redis#on', `import { Redis } from 'ioredis'; new Redis().on('message', () => {});`],
  ['RedisClient#subscribe', `import { createClient } from 'redis'; createClient().subscribe('x', () => {});`],
  ['PQueue#add', `import PQueue from 'p-queue'; new PQueue().add(async () => {});`],
  ['LoDashStatic#debounce', `import { debounce } from 'lodash'; debounce(() => {}, 1);`],
  ['LoDashStatic#map', `import _ from 'lodash'; _.map([], () => 1);`],
  ['LoDashStatic#throttle', `import throttle from 'lodash/throttle.js'; throttle(() => {}, 1);`],
  ['queue', `import async from 'async'; async.queue(async () => {}, 1);`],
  ['it', `import { it } from 'vitest'; it('x', () => {});`],
  ['beforeAll', `beforeAll(() => {});`],
  ['Server#route', `import Hapi from '@hapi/hapi'; Hapi.server().route({ method: 'GET', path: '/', handler: () => 'x' });`],
  ['Server#ext', `import { Server } from '@hapi/hapi'; new Server().ext('onRequest', (request, h) => h.continue);`],
  ['ServerEvents#on', `import Hapi from '@hapi/hapi'; Hapi.server().events.on('response', () => {});`],
  ['after', `import { after } from 'next/server.js'; after(() => {});`],
  ['ApolloServer', `import { ApolloServer } from '@apollo/server'; new ApolloServer({ typeDefs: '', formatError: (error) => error });`],
  ['startStandaloneServer', `import { ApolloServer } from '@apollo/server'; import { startStandaloneServer } from '@apollo/server/standalone'; startStandaloneServer(new ApolloServer({ typeDefs: '' }), { context: async () => ({}) });`],
  ['createYoga', `import { createYoga } from 'graphql-yoga'; createYoga({ context: () => ({}) });`],
  ['PubSub#subscribe', `import { PubSub } from 'graphql-subscriptions'; new PubSub().subscribe('x', () => {});`],
  ['ProcedureBuilder#query', `import { initTRPC } from '@trpc/server'; const t = initTRPC.create(); t.procedure.query(() => 1);`],
  ['ProcedureBuilder#use', `import { initTRPC } from '@trpc/server'; const t = initTRPC.context<{ a: 1 }>().create(); t.procedure.use(({ next }) => next());`],
  ['TRPCRootObject#middleware', `import { initTRPC } from '@trpc/server'; initTRPC.create().middleware(({ next }) => next());`],
  ['createExpressMiddleware', `import { initTRPC } from '@trpc/server'; import { createExpressMiddleware } from '@trpc/server/adapters/express'; createExpressMiddleware({ router: initTRPC.create().router({}), createContext: () => ({}) });`],
  ['EventEmitter2#on', `import { EventEmitter2 } from 'eventemitter2'; new EventEmitter2().on('x', () => {});`],
  ['EventEmitter2#on', `import { EventEmitter2 } from '@nestjs/event-emitter'; declare const bus: EventEmitter2; bus.on('x', () => {});`],
  ['subscribe', `import diagnostics from 'node:diagnostics_channel'; diagnostics.subscribe('x', () => {});`],
];

describe('calls as written', () => {
  let called: CalledMembers;

  beforeAll(() => {
    called = new CalledMembers(calls.map(([, text]) => text));
  });

  it.each(calls.map(([row, text], n) => [text, row, n] as const))('%s', (_, row, n) => {
    expect(called.of(n, 'invokes')).toContain(row);
  });

  it('leads nowhere from a function of the project', () => {
    expect(new CalledMembers(['export function on(f: () => void): void { f(); } on(() => {});']).of(0, 'invokes')).toEqual([]);
  });
});
