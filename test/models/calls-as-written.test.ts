// Calls as servers write them, and the row that each must lead to: the way from code to model, through default and named
// imports, factories, inheritance and the libraries' own typings.

import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

import { libraryModels } from '../../src/models/index.js';
import { indexModels } from '../../src/typescript/model-index.js';
import type { ProgramView } from '../../src/typescript/program-view.js';
import { rowsOfCall } from '../../src/typescript/rows-of.js';
import { programOfTexts } from './program-of-texts.js';

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
];

const kept: readonly (readonly [kind: 'memoizes' | 'registers', row: string, text: string])[] = [
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

function lastCall(file: ts.SourceFile): ts.CallExpression | ts.NewExpression {
  const statement = file.statements.at(-1);
  if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error('ends in no call');
  const { expression } = statement;
  if (!ts.isCallExpression(expression) && !ts.isNewExpression(expression)) throw new Error('ends in no call');
  return expression;
}

describe('calls as written', () => {
  let view: ProgramView;

  beforeAll(() => {
    const texts = [...calls.map(([, text]) => text), ...kept.map(([, , text]) => text)];
    const program = programOfTexts(new Map(texts.map((text, n) => [`call-${String(n)}.mts`, text])));
    view = { ts, program, checker: program.getTypeChecker(), files: [], tests: [], models: indexModels(libraryModels), settings: { entryPoints: [] } };
  });

  function membersIn(n: number, kind: 'invokes' | 'memoizes' | 'registers'): readonly string[] {
    const file = view.program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/call-${String(n)}.mts`));
    if (file === undefined) throw new Error('is not in the program');
    return rowsOfCall(view, lastCall(file), kind).rows.map(({ on }) => on);
  }

  it.each(calls.map(([row, text], n) => [text, row, n] as const))('%s', (_, row, n) => {
    expect(membersIn(n, 'invokes')).toContain(row);
  });

  it.each(kept.map(([kind, row, text], n) => [kind, text, row, calls.length + n] as const))('%s: %s', (kind, _, row, n) => {
    expect(membersIn(n, kind)).toContain(row);
  });

  it('leads nowhere from a function of the project', () => {
    const program = programOfTexts(new Map([['own.mts', 'export function on(f: () => void): void { f(); } on(() => {});']]));
    const [file] = program.getSourceFiles().filter(({ fileName }) => fileName.endsWith('/own.mts'));
    if (file === undefined) throw new Error('is not in the program');
    expect(rowsOfCall({ ...view, program, checker: program.getTypeChecker() }, lastCall(file), 'invokes').rows).toEqual([]);
  });
});
