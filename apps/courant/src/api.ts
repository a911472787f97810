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
import type { Handler } from './api-call.ts';
import { HANDLERS } from './api-handlers.ts';
import type { House } from './house.ts';
import { WALL_CLOCK } from './house.ts';
import { VERSION } from './version.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const TOO_LARGE = { why: 'too-large', say: 'The request is larger than 8 MB.' };
const BAD_TOKEN = {
  why: 'bad-token',
  say: 'This token is not known or was revoked: make another with “courant token new”.',
};
const NO_TOKEN = {
  why: 'no-token',
  say: 'Send a token: “Authorization: Bearer …”. “courant token new” makes one.',
};
const AWAY = {
  why: 'database-away',
  say: 'The database cannot be reached. Nothing was changed; try again in a few seconds.',
};
const NOBODY: Actor = { name: 'reader', may: [] };

/** The HTTP API, under `/api`. */
export function apiOf(house: House, logger: Logger): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) => refuse(c, TOO_LARGE),
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
    refuse(c, {
      why: 'not-found',
      say: `There is nothing at ${c.req.path}; /api/openapi.json lists what there is.`,
    }),
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
  if (!actor) return refuse(c, BAD_TOKEN);
  if (route.capability && actor === NOBODY) return refuse(c, NO_TOKEN);
  if (route.capability && !may(actor.may, route.capability)) {
    const say = `This token may not do that: it takes the scope “${route.capability}”.`;
    return refuse(c, { why: 'not-allowed', say });
  }
  const query = route.query?.safeParse(c.req.query());
  if (query && !query.success) return refuse(c, wrong('query', query.error));
  const body = route.body?.safeParse(await jsonOf(c));
  if (body && !body.success) return refuse(c, wrong('body', body.error));
  const reply = await handler({
    house,
    actor,
    parameters: c.req.param(),
    query: query?.data,
    body: body?.data,
  });
  if ('refused' in reply) return refuse(c, { why: reply.refused, say: reply.say });
  return c.json(reply.json, reply.status, { 'Cache-Control': 'no-store' });
}

function wrong(what: string, error: Parameters<typeof fieldErrors>[0]): Refusal {
  return { why: 'bad-request', say: `The ${what} is wrong.`, errors: fieldErrors(error) };
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

interface Refusal {
  readonly why: string;
  readonly say: string;
  readonly errors?: ReturnType<typeof fieldErrors>;
}

function refuse(c: Context, { why, say, errors }: Refusal): Response {
  const body = problem(why, say, errors);
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
  if (isFault(thrown, AWAY.why)) return refuse(c, AWAY);
  logger.error({ err: thrown, path: c.req.path }, 'an API call failed');
  const body = { ...problem('internal', 'Something broke here; the log of the paper has it.'), status: 500 };
  return c.json(body, 500, { 'Content-Type': PROBLEM_TYPE });
}
