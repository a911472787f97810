import type { Operation, Route } from '@courant/api';
import { fieldErrors, openApi, PROBLEM_TYPE, problem, ROUTES } from '@courant/api';
import { isFault } from '@courant/base';
import type { Actor } from '@courant/desk';
import { may } from '@courant/desk';
import { tokenOf } from '@courant/store';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { HANDLERS } from './api-handlers.ts';
import type { House } from './house.ts';
import { WALL_CLOCK } from './house.ts';
import { VERSION } from './version.ts';

/** What an operation's handler is given: the request, parsed and allowed. */
export interface Call {
  readonly house: House;
  readonly actor: Actor;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
}

/** What a handler gives back: an answer, or a refusal with its code. */
export type Reply =
  | { readonly status: 200 | 201 | 202; readonly json: unknown }
  | { readonly refused: string; readonly say: string };

/** Reads a call and answers it. */
export type Handler = (call: Call) => Promise<Reply>;

const MOST_BYTES = 8 * 1024 * 1024;
const NOBODY: Actor = { name: 'reader', may: [] };

/** The HTTP API, under `/api`. */
export function apiOf(house: House, logger: Logger): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) => refuse(c, 'too-large', 'The request is larger than 8 MB.'),
    }),
  );
  app.get('/api/openapi.json', async (c) => {
    const { publication } = await house.shelf.read((snapshot) => snapshot.paper());
    return c.json(openApi({ url: house.config.publicUrl, version: VERSION, name: publication.name }));
  });
  for (const [operation, route] of Object.entries<Route>(ROUTES)) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(route.method.toUpperCase(), path, (c) =>
      answer(c, house, { route, handler: HANDLERS[operation as Operation] }),
    );
  }
  app.notFound((c) =>
    refuse(c, 'not-found', `There is nothing at ${c.req.path}; /api/openapi.json lists what there is.`),
  );
  app.onError((thrown, c) => failed(c, thrown, logger));
  return app;
}

interface Served {
  readonly route: Route;
  readonly handler: Handler;
}

async function answer(c: Context, house: House, { route, handler }: Served): Promise<Response> {
  const actor = await actorOf(c, house);
  if (!actor)
    return refuse(
      c,
      'bad-token',
      'This token is not known or was revoked: make another with “courant token new”.',
    );
  if (route.capability && actor === NOBODY) {
    return refuse(c, 'no-token', 'Send a token: “Authorization: Bearer …”. “courant token new” makes one.');
  }
  if (route.capability && !may(actor.may, route.capability)) {
    return refuse(c, 'not-allowed', `This token may not do that: it takes the scope “${route.capability}”.`);
  }
  const query = route.query?.safeParse(c.req.query());
  if (query && !query.success)
    return refuse(c, 'bad-request', 'The query is wrong.', fieldErrors(query.error));
  const body = route.body?.safeParse(await jsonOf(c));
  if (body && !body.success) return refuse(c, 'bad-request', 'The body is wrong.', fieldErrors(body.error));
  const reply = await handler({
    house,
    actor,
    parameters: c.req.param(),
    query: query?.data,
    body: body?.data,
  });
  if ('refused' in reply) return refuse(c, reply.refused, reply.say);
  return c.json(reply.json, reply.status, { 'Cache-Control': 'no-store' });
}

async function actorOf(c: Context, house: House): Promise<Actor | undefined> {
  const header = c.req.header('authorization');
  if (header === undefined) return NOBODY;
  const secret = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
  if (secret === undefined) return undefined;
  const token = await house.database.transaction((tx) => tokenOf(tx, secret, WALL_CLOCK.now()));
  return token && { name: `token:${token.name}`, may: token.scopes };
}

/** The body as JSON; text that is none is given as undefined, which no message allows. */
async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    // The message's own check says that a body is missing or wrong, with the field's name.
    return undefined;
  }
}

function refuse(c: Context, code: string, detail: string, errors?: Parameters<typeof problem>[2]): Response {
  const body = problem(code, detail, errors);
  const retry = body.status === 503 ? { 'Retry-After': '2' } : {};
  const challenge = body.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
  return c.json(body, body.status as ContentfulStatusCode, {
    'Content-Type': PROBLEM_TYPE,
    'Cache-Control': 'no-store',
    ...retry,
    ...challenge,
  });
}

function failed(c: Context, thrown: unknown, logger: Logger): Response {
  if (isFault(thrown, 'database-away')) {
    return refuse(
      c,
      thrown.code,
      'The database cannot be reached. Nothing was changed; try again in a few seconds.',
    );
  }
  logger.error({ err: thrown, path: c.req.path }, 'an API call failed');
  const body = { ...problem('internal', 'Something broke here; the log of the paper has it.'), status: 500 };
  return c.json(body, 500, { 'Content-Type': PROBLEM_TYPE });
}
