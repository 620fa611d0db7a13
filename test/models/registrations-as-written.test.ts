// Registrations and memoizers as servers write them, and the row that each must lead to.

import { beforeAll, describe, expect, it } from 'vitest';

import { CalledMembers } from './called-members.js';

const kept: readonly (readonly [kind: 'memoizes' | 'registers', row: string, text: string])[] = [
  ['registers', 'EventEmitter#on', `import { createServer } from 'node:http'; createServer().on('request', () => {});`],
  ['registers', 'EventEmitter#once', `import net from 'node:net'; net.connect(1).once('close', () => {});`],
  ['registers', 'EventEmitter.once', `import { once, EventEmitter } from 'node:events'; once(new EventEmitter(), 'x');`],
  ['registers', 'EventEmitter.addAbortListener', `import { addAbortListener } from 'node:events'; addAbortListener(AbortSignal.timeout(1), () => {});`],
  ['registers', 'AbortSignal#addEventListener', `new AbortController().signal.addEventListener('abort', () => {}, { once: true });`],
  ['registers', 'EventTarget#addEventListener', `new EventTarget().addEventListener('x', () => {});`],
  ['registers', 'AbortSignal.any', `const { signal } = new AbortController(); AbortSignal.any([signal]);`],
  ['registers', 'Promise#then', `Promise.resolve(1).then(() => {});`],
  ['registers', 'PromiseConstructor#race', `Promise.race([Promise.resolve(1)]);`],
  ['registers', 'SymbolConstructor#for', `Symbol.for('x');`],
  ['registers', 'Process#on', `process.on('SIGTERM', () => {});`],
  ['registers', 'Process#once', `import process from 'node:process'; process.once('exit', () => {});`],
  ['registers', 'setInterval', `setInterval(() => {}, 1);`],
  ['registers', 'setInterval', `import { setInterval } from 'node:timers'; setInterval(() => {}, 1);`],
  ['registers', 'watchFile', `import { watchFile } from 'node:fs'; watchFile('x', () => {});`],
  ['registers', 'subscribe', `import { subscribe } from 'node:diagnostics_channel'; subscribe('x', () => {});`],
  ['registers', 'Channel#subscribe', `import { channel } from 'node:diagnostics_channel'; channel('x').subscribe(() => {});`],
  ['registers', 'Performance#mark', `import { performance } from 'node:perf_hooks'; performance.mark('x');`],
  ['registers', 'Performance#measure', `performance.measure('x');`],
  ['registers', 'PerformanceObserver#observe', `import { PerformanceObserver } from 'node:perf_hooks'; new PerformanceObserver(() => {}).observe({ type: 'mark' });`],
  ['registers', 'AsyncLocalStorage', `import { AsyncLocalStorage } from 'node:async_hooks'; new AsyncLocalStorage();`],
  ['registers', 'AsyncHook#enable', `import { createHook } from 'node:async_hooks'; createHook({}).enable();`],
  ['registers', 'Http2Session#once', `import http2 from 'node:http2'; http2.connect('x').once('goaway', () => {});`],
  ['registers', 'ChildProcess#once', `import { fork } from 'node:child_process'; fork('x').once('disconnect', () => {});`],
  ['registers', 'EventEmitter#on', `import { Worker } from 'node:worker_threads'; new Worker('x').on('message', () => {});`],
  ['registers', 'MessagePort#on', `import { MessageChannel } from 'node:worker_threads'; new MessageChannel().port1.on('message', () => {});`],
  ['registers', 'EventEmitter#once', `import { createInterface } from 'node:readline'; createInterface(process.stdin).once('close', () => {});`],
  ['registers', 'EventEmitter#addListener', `import dgram from 'node:dgram'; dgram.createSocket('udp4').addListener('message', () => {});`],
  ['registers', 'EventEmitter#on', `import { watch } from 'node:fs'; watch('x').on('change', () => {});`],
  ['registers', 'EventEmitter#prependListener', `import { Readable } from 'node:stream'; Readable.from([]).prependListener('data', () => {});`],
  ['registers', 'EventEmitter#on', `import type { Request } from 'express'; declare const req: Request; req.socket.on('error', () => {});`],
  ['registers', 'Cluster#on', `import cluster from 'node:cluster'; cluster.on('exit', () => {});`],
  ['registers', 'Application#use', `import express from 'express'; express().use(() => {});`],
  ['registers', 'IRouter#get', `import express from 'express'; const app = express(); app.get('/', () => {});`],
  ['registers', 'IRouter#post', `import { Router } from 'express'; Router().post('/', () => {});`],
  ['registers', 'Application#param', `import express from 'express'; express().param('x', () => {});`],
  ['registers', 'Application#engine', `import express from 'express'; express().engine('x', () => {});`],
  ['registers', 'IRoute#get', `import { Router } from 'express'; Router().route('/').get(() => {});`],
  ['registers', 'Application#use', `import Koa from 'koa'; new Koa().use(() => {});`],
  ['registers', 'RouterImplementation#get', `import Router from '@koa/router'; new Router().get('/', () => {});`],
  ['registers', 'Router#param', `import Router from 'koa-router'; new Router().param('x', () => {});`],
  ['registers', 'FastifyInstance#addHook', `import Fastify from 'fastify'; Fastify().addHook('onRequest', async () => {});`],
  ['registers', 'FastifyInstance#decorateRequest', `import Fastify from 'fastify'; Fastify().decorateRequest('x', null);`],
  ['registers', 'FastifyInstance#addSchema', `import Fastify from 'fastify'; Fastify().addSchema({ $id: 'x' });`],
  ['registers', 'Hono#get', `import { Hono } from 'hono'; new Hono().get('/', (c) => c.text('x'));`],
  ['registers', 'Hono#use', `import { Hono } from 'hono'; new Hono().use(async (c, next) => { await next(); });`],
  ['registers', 'INestApplication#useGlobalInterceptors', `import type { INestApplication } from '@nestjs/common'; declare const app: INestApplication; app.useGlobalInterceptors();`],
  ['registers', 'SchedulerRegistry#addCronJob', `import { SchedulerRegistry } from '@nestjs/schedule'; import { CronJob } from 'cron'; declare const registry: SchedulerRegistry; registry.addCronJob('x', new CronJob('* * * * *', () => {}));`],
  ['registers', 'EventEmitter2#on', `import { EventEmitter2 } from '@nestjs/event-emitter'; declare const bus: EventEmitter2; bus.on('x', () => {});`],
  ['registers', 'Server#route', `import Hapi from '@hapi/hapi'; Hapi.server().route([]);`],
  ['registers', 'ServerEvents#on', `import Hapi from '@hapi/hapi'; Hapi.server().events.on('stop', () => {});`],
  ['registers', 'Podium#on', `import { Podium } from '@hapi/podium'; new Podium(['x']).on('x', () => {});`],
  ['registers', 'ApolloServer#addPlugin', `import { ApolloServer } from '@apollo/server'; new ApolloServer({ typeDefs: '' }).addPlugin({});`],
  ['registers', 'PubSub#subscribe', `import { PubSub } from 'graphql-subscriptions'; new PubSub().subscribe('x', () => {});`],
  ['registers', 'Server#use', `import { Server } from 'socket.io'; new Server().use((socket, next) => { next(); });`],
  ['registers', 'EventEmitter#on', `import { Server } from 'socket.io'; new Server().on('connection', () => {});`],
  ['registers', 'Socket#onAny', `import type { Socket } from 'socket.io'; declare const socket: Socket; socket.onAny(() => {});`],
  ['registers', 'EventEmitter#on', `import { WebSocketServer } from 'ws'; new WebSocketServer().on('connection', () => {});`],
  ['registers', 'WebSocket#addEventListener', `import { WebSocket } from 'ws'; new WebSocket('x').addEventListener('message', () => {});`],
  ['registers', 'Observable#subscribe', `import { Subject } from 'rxjs'; new Subject<number>().asObservable().subscribe(() => {});`],
  ['registers', 'EventEmitter#on', `import EventEmitter from 'eventemitter3'; new EventEmitter().on('x', () => {});`],
  ['registers', 'Emitter#on', `import mitt from 'mitt'; mitt().on('*', () => {});`],
  ['registers', 'AxiosInterceptorManager#use', `import axios from 'axios'; axios.interceptors.request.use((config) => config);`],
  ['registers', 'AxiosInterceptorManager#use', `import axios from 'axios'; const api = axios.create(); api.interceptors.response.use((response) => response);`],
  ['registers', 'Counter', `import { Counter } from 'prom-client'; new Counter({ name: 'x', help: 'x' });`],
  ['registers', 'Counter#inc', `import { Counter } from 'prom-client'; new Counter({ name: 'x', help: 'x' }).inc({ path: '/' });`],
  ['registers', 'Histogram#labels', `import client from 'prom-client'; new client.Histogram({ name: 'x', help: 'x' }).labels('GET');`],
  ['registers', 'collectDefaultMetrics', `import { collectDefaultMetrics } from 'prom-client'; collectDefaultMetrics();`],
  ['memoizes', 'LoDashStatic#memoize', `import _ from 'lodash'; _.memoize(() => 1);`],
  ['memoizes', 'LoDashStatic#memoize', `import { memoize } from 'lodash'; memoize(() => 1);`],
  ['memoizes', 'LoDashStatic#memoize', `import memoize from 'lodash/memoize.js'; memoize(() => 1);`],
  ['memoizes', 'LoDashStatic#memoize', `import memoize from 'lodash.memoize'; memoize(() => 1);`],
  ['memoizes', 'pMemoize', `import pMemoize from 'p-memoize'; pMemoize(async () => 1);`],
  ['memoizes', 'memoize', `import async from 'async'; async.memoize(() => 1);`],
  ['registers', 'DataLoader#load', `import DataLoader from 'dataloader'; new DataLoader(async (keys: readonly number[]) => keys).load(1);`],
  ['registers', 'Ajv#compile', `import { Ajv } from 'ajv'; new Ajv().compile({});`],
  ['registers', 'Handlebars.registerHelper', `import Handlebars from 'handlebars'; Handlebars.registerHelper('x', () => 1);`],
  ['registers', 'Handlebars.registerPartial', `import Handlebars from 'handlebars'; Handlebars.create().registerPartial('x', 'y');`],
  ['registers', 'NodeCache#set', `import NodeCache from 'node-cache'; new NodeCache().set('x', 1);`],
  ['registers', 'createLogger', `import { createLogger } from 'winston'; createLogger({ exceptionHandlers: [] });`],
  ['registers', 'Logger#add', `import winston from 'winston'; winston.createLogger().add(new winston.transports.Console());`],
  ['registers', 'ExceptionHandler#handle', `import winston from 'winston'; winston.createLogger().exceptions.handle();`],
  ['registers', 'Container#get', `import winston from 'winston'; winston.loggers.get('x');`],
  ['registers', 'pino.transport', `import pino from 'pino'; pino.transport({ target: 'x' });`],
  ['registers', 'NodeCron#schedule', `import cron from 'node-cron'; cron.schedule('* * * * *', () => {});`],
  ['registers', 'schedule', `import { schedule } from 'node-cron'; schedule('* * * * *', () => {});`],
  ['registers', 'CronJob', `import { CronJob } from 'cron'; new CronJob('* * * * *', () => {}, null, true);`],
  ['registers', 'CronJob#start', `import { CronJob } from 'cron'; new CronJob('* * * * *', () => {}).start();`],
  ['registers', 'Cron', `import { Cron } from 'croner'; new Cron('* * * * *', () => {});`],
  ['registers', 'ToadScheduler#addCronJob', `import { CronJob, Task, ToadScheduler } from 'toad-scheduler'; new ToadScheduler().addCronJob(new CronJob({ cronExpression: '* * * * *' }, new Task('x', () => {})));`],
  ['registers', 'Agenda#define', `import { Agenda } from 'agenda'; declare const agenda: Agenda; agenda.define('x', async () => {});`],
  ['registers', 'Consumer#on', `import { Kafka } from 'kafkajs'; new Kafka({ brokers: [] }).consumer({ groupId: 'x' }).on('consumer.crash', () => {});`],
  ['registers', 'Producer#on', `import { Kafka } from 'kafkajs'; new Kafka({ brokers: [] }).producer().on('producer.connect', () => {});`],
  ['registers', 'Channel#consume', `import amqp from 'amqplib'; const c = await (await amqp.connect('x')).createConfirmChannel(); c.consume('x', () => {});`],
  ['registers', 'EventEmitter#on', `import { Worker } from 'bullmq'; new Worker('x', async () => {}, { connection: {} }).on('completed', () => {});`],
  ['registers', 'EventEmitter#on', `import { Redis } from 'ioredis'; new Redis().on('message', () => {});`],
  ['registers', 'Redis#subscribe', `import { Redis } from 'ioredis'; new Redis().subscribe('x');`],
  ['registers', 'RedisClient#subscribe', `import { createClient } from 'redis'; createClient().subscribe('x', () => {});`],
  ['registers', 'EventEmitter#on', `import { createClient } from 'redis'; createClient().on('error', () => {});`],
  ['registers', 'EventEmitter#on', `import { Client } from 'pg'; new Client().on('notification', () => {});`],
  ['registers', 'EventEmitter#on', `import pg from 'pg'; new pg.Pool().on('connect', () => {});`],
  ['registers', 'EventEmitter#on', `import mysql from 'mysql2'; mysql.createPool('x').on('connection', () => {});`],
  ['registers', 'EventEmitter#on', `import mysql from 'mysql2/promise'; mysql.createPool('x').on('connection', () => {});`],
  ['registers', 'Schema#pre', `import { Schema } from 'mongoose'; new Schema({}).pre('save', () => {});`],
  ['registers', 'model', `import mongoose from 'mongoose'; mongoose.model('x', new mongoose.Schema({}));`],
  ['registers', 'Connection#model', `import { createConnection, Schema } from 'mongoose'; createConnection('x').model('x', new Schema({}));`],
  ['registers', 'EventEmitter#on', `import mongoose from 'mongoose'; mongoose.connection.on('connected', () => {});`],
  ['registers', 'EventEmitter#on', `import mongoose from 'mongoose'; mongoose.model('x').watch().on('change', () => {});`],
  ['registers', 'EventEmitter#on', `import knex from 'knex'; knex({}).on('query', () => {});`],
  ['registers', 'EventEmitter#on', `import { Agent } from 'undici'; new Agent().on('connect', () => {});`],
  ['registers', 'Observable#addCallback', `import { metrics } from '@opentelemetry/api'; metrics.getMeter('x').createObservableGauge('x').addCallback(() => {});`],
  ['registers', 'Meter#createCounter', `import { metrics } from '@opentelemetry/api'; metrics.getMeter('x').createCounter('x');`],
  ['registers', 'i18n#on', `import i18next from 'i18next'; i18next.on('languageChanged', () => {});`],
  ['registers', 'i18n#addResourceBundle', `import { createInstance } from 'i18next'; createInstance().addResourceBundle('en', 'x', {});`],
];

/** In programs of node alone, whose own typings then declare what a browser has too. */
const bareRegistrations: readonly (readonly [row: string, text: string])[] = [
  ['EventTarget#addEventListener', `new AbortController().signal.addEventListener('abort', () => {});`],
  ['EventTarget#addEventListener', `new EventTarget().addEventListener('x', () => {});`],
  ['AbortSignal.any', `AbortSignal.any([AbortSignal.timeout(1)]);`],
  ['setInterval', `setInterval(() => {}, 1);`],
  ['Performance#mark', `import { performance } from 'node:perf_hooks'; performance.mark('x');`],
];

describe('registrations as written', () => {
  let called: CalledMembers;
  let calledBare: CalledMembers;

  beforeAll(() => {
    called = new CalledMembers(kept.map(([, , text]) => text));
    calledBare = new CalledMembers(bareRegistrations.map(([, text]) => text), { lib: ['lib.es2023.d.ts'], types: ['node'] });
  });

  it.each(kept.map(([kind, row, text], n) => [kind, text, row, n] as const))('%s: %s', (kind, _, row, n) => {
    expect(called.of(n, kind)).toContain(row);
  });

  it.each(bareRegistrations.map(([row, text], n) => [text, row, n] as const))('registers without the declarations of a browser: %s', (_, row, n) => {
    expect(calledBare.of(n, 'registers')).toContain(row);
  });
});
