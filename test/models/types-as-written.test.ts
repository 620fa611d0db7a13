// Types as servers annotate with them, and the row that each must lead to: a parameter that lives as long as a turn, or a
// function that a framework runs.

import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

import { libraryModels } from '../../src/models/index.js';
import { indexModels } from '../../src/typescript/model-index.js';
import type { ProgramView } from '../../src/typescript/program-view.js';
import { rowsOfTypeItself } from '../../src/typescript/rows-of.js';
import { programOfTexts } from './program-of-texts.js';

const types: readonly (readonly [kind: 'handles' | 'yields', row: string, imports: string, type: string])[] = [
  ['yields', 'IncomingMessage', `import type { IncomingMessage } from 'node:http'`, 'IncomingMessage'],
  ['yields', 'ServerResponse', `import type http from 'node:http'`, 'http.ServerResponse'],
  ['yields', 'Http2ServerRequest', `import type { Http2ServerRequest } from 'node:http2'`, 'Http2ServerRequest'],
  ['yields', 'Request', `import type { Request } from 'express'`, 'Request'],
  ['yields', 'Request', `import type { Request } from 'express'`, 'Request & { user: string }'],
  ['yields', 'Request', `import type { Request } from 'express'; interface Signed extends Request { user: string }`, 'Signed'],
  ['yields', 'Response', `import type express from 'express'`, 'express.Response'],
  ['yields', 'Application.Context', `import type { Context } from 'koa'`, 'Context'],
  ['yields', 'Application.ParameterizedContext', `import type Koa from 'koa'`, 'Koa.ParameterizedContext'],
  ['yields', 'RouterContext', `import type { RouterContext } from '@koa/router'`, 'RouterContext'],
  ['yields', 'FastifyRequest', `import type { FastifyRequest } from 'fastify'`, 'FastifyRequest<{ Body: string }>'],
  ['yields', 'FastifyReply', `import type { FastifyReply } from 'fastify'`, 'FastifyReply'],
  ['yields', 'Context', `import type { Context } from 'hono'`, 'Context'],
  ['yields', 'ExecutionContext', `import type { ExecutionContext } from '@nestjs/common'`, 'ExecutionContext'],
  ['yields', 'Socket', `import type { Socket } from 'socket.io'`, 'Socket'],
  ['yields', 'Context', `import type { Context } from 'aws-lambda'`, 'Context'],
  ['yields', 'APIGatewayProxyEvent', `import type { APIGatewayProxyEvent } from 'aws-lambda'`, 'APIGatewayProxyEvent'],
  ['yields', 'Job', `import type { Job } from 'bullmq'`, 'Job<string>'],
  ['yields', 'EachMessagePayload', `import type { EachMessagePayload } from 'kafkajs'`, 'EachMessagePayload'],
  ['yields', 'ConsumeMessage', `import type { ConsumeMessage } from 'amqplib'`, 'ConsumeMessage'],
  ['handles', 'RequestListener', `import type { RequestListener } from 'node:http'`, 'RequestListener'],
  ['handles', 'RequestHandler', `import type { RequestHandler } from 'express'`, 'RequestHandler'],
  ['handles', 'ErrorRequestHandler', `import type { ErrorRequestHandler } from 'express'`, 'ErrorRequestHandler'],
  ['handles', 'Application.Middleware', `import type Koa from 'koa'`, 'Koa.Middleware'],
  ['handles', 'Application.Middleware', `import type { Middleware } from 'koa'`, 'Middleware'],
  ['handles', 'RouteHandlerMethod', `import type { RouteHandlerMethod } from 'fastify'`, 'RouteHandlerMethod'],
  ['handles', 'preHandlerHookHandler', `import type { preHandlerHookHandler } from 'fastify'`, 'preHandlerHookHandler'],
  ['handles', 'FastifyPluginAsync', `import type { FastifyPluginAsync } from 'fastify'`, 'FastifyPluginAsync'],
  ['handles', 'MiddlewareHandler', `import type { MiddlewareHandler } from 'hono'`, 'MiddlewareHandler'],
  ['handles', 'APIGatewayProxyHandler', `import type { APIGatewayProxyHandler } from 'aws-lambda'`, 'APIGatewayProxyHandler'],
  ['handles', 'Handler', `import type { Handler } from 'aws-lambda'`, 'Handler<string, void>'],
  ['handles', 'SQSHandler', `import type { SQSHandler } from 'aws-lambda'`, 'SQSHandler'],
  ['handles', 'Processor', `import type { Processor } from 'bullmq'`, 'Processor'],
  ['handles', 'TaskFn', `import type { TaskFn } from 'node-cron'`, 'TaskFn'],
  ['handles', 'ObservableCallback', `import type { ObservableCallback } from '@opentelemetry/api'`, 'ObservableCallback'],
  ['yields', 'Job', `import type { Job } from 'agenda'`, 'Job<string>'],
  ['handles', 'EachMessageHandler', `import type { EachMessageHandler } from 'kafkajs'`, 'EachMessageHandler'],
  ['yields', 'Request', `import type { Request } from '@hapi/hapi'`, 'Request'],
  ['yields', 'ResponseToolkit', `import type Hapi from '@hapi/hapi'`, 'Hapi.ResponseToolkit'],
  ['yields', 'NextRequest', `import type { NextRequest } from 'next/server.js'`, 'NextRequest'],
  ['yields', 'NextApiRequest', `import type { NextApiRequest } from 'next'`, 'NextApiRequest'],
  ['yields', 'NextApiResponse', `import type { NextApiResponse } from 'next'`, 'NextApiResponse<string>'],
  ['yields', 'GraphQLResolveInfo', `import type { GraphQLResolveInfo } from 'graphql'`, 'GraphQLResolveInfo'],
  ['yields', 'YogaInitialContext', `import type { YogaInitialContext } from 'graphql-yoga'`, 'YogaInitialContext'],
  ['handles', 'Lifecycle.Method', `import type { Lifecycle } from '@hapi/hapi'`, 'Lifecycle.Method'],
  ['handles', 'NextApiHandler', `import type { NextApiHandler } from 'next'`, 'NextApiHandler'],
  ['handles', 'NextMiddleware', `import type { NextMiddleware } from 'next/server.js'`, 'NextMiddleware'],
  ['handles', 'GetServerSideProps', `import type { GetServerSideProps } from 'next'`, 'GetServerSideProps'],
  ['handles', 'GraphQLFieldResolver', `import type { GraphQLFieldResolver } from 'graphql'`, 'GraphQLFieldResolver<unknown, unknown>'],
  ['handles', 'ContextFunction', `import type { ContextFunction } from '@apollo/server'`, 'ContextFunction<[string]>'],
];

describe('types as written', () => {
  let view: ProgramView;

  beforeAll(() => {
    const texts = types.map(([, , imports, type], n) => [`type-${String(n)}.mts`, `${imports}; declare const value: ${type};`] as const);
    const program = programOfTexts(new Map(texts));
    view = { ts, program, checker: program.getTypeChecker(), files: [], tests: [], models: indexModels(libraryModels), settings: { entryPoints: [] } };
  });

  function typeIn(name: string): ts.Type {
    const statement = view.program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/${name}`))?.statements.at(-1);
    const declaration = statement !== undefined && ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
    if (declaration === undefined) throw new Error('declares nothing');
    return view.checker.getTypeAtLocation(declaration);
  }

  it.each(types.map(([kind, row, imports, type], n) => [`${imports}: ${type}`, kind, row, n] as const))('%s', (_, kind, row, n) => {
    expect(rowsOfTypeItself(view, typeIn(`type-${String(n)}.mts`), kind).map(({ on }) => on)).toContain(row);
  });
});
