import type { Json } from '@courant/base';
import { z } from 'zod';
import { PROBLEM_TYPE, Problem, statusOf } from './problem.ts';
import type { Route } from './route.ts';
import { ROUTES, SCHEDULED } from './routes.ts';

type Doc = { readonly [key: string]: Json };

/** The OpenAPI 3.1 document of the API, as served at `/api/openapi.json`. */
export function openApi(server: {
  readonly url: string;
  readonly version: string;
  readonly name: string;
}): Doc {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of Object.values<Route>(ROUTES)) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${server.name}: API`,
      version: server.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server.url }],
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

function operation(route: Route): Doc {
  return {
    operationId: route.operation,
    summary: route.summary,
    ...(route.capability ? { security: [{ token: [] }] } : { security: [] }),
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    responses: responses(route),
  };
}

function pathParameters(route: Route): readonly Doc[] {
  return [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    description: 'An id, a slug, or a percent-encoded path',
  }));
}

function queryParameters(route: Route): readonly Doc[] {
  if (!route.query) return [];
  return Object.entries(route.query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

function responses(route: Route): Doc {
  const said: Record<string, Json> = { [route.answer.status]: answer(route.answer) };
  if (route.operation === 'publishStory') said[SCHEDULED.status] = answer(SCHEDULED);
  const codes = [
    ...route.refusals,
    ...(route.capability ? ['no-token', 'not-allowed'] : []),
    'database-away',
  ];
  for (const code of codes) {
    const status = statusOf(code);
    const before = said[status];
    const others =
      before && typeof before === 'object' && 'description' in before ? `${before.description}, ` : '';
    const content = { [PROBLEM_TYPE]: { schema: schemaOf(Problem, 'output') } };
    said[status] = { description: `${others}${code}`, content };
  }
  return said;
}

function answer({ schema, says }: { readonly schema: z.ZodType; readonly says: string }): Doc {
  return { description: says, content: { 'application/json': { schema: schemaOf(schema, 'output') } } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Doc {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  // Zod's own type for a JSON Schema is wider than JSON; what it makes is JSON.
  return JSON.parse(JSON.stringify(rest)) as Doc;
}
