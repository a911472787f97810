import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { isFault } from '@courant/base';
import type { Darkroom } from '@courant/darkroom';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Asset } from './assets.ts';
import type { House } from './house.ts';
import { isIssueFile, issueFileAt } from './issue-downloads.ts';
import type { LiveUpdates } from './live-updates.ts';
import type { Rendition } from './pictures.ts';
import { iconAt, isIcon, renditionAt } from './pictures.ts';
import type { ReadCounter } from './read-counter.ts';
import { countRead } from './read-counter.ts';
import type { ReadersDoor } from './readers.ts';
import { preferred, serveReader } from './readers.ts';
import type { WireEvents } from './wire-events.ts';
import { isHub, serveHub } from './wire-hub.ts';
import { isPush, servePush } from './wire-push.ts';

/** What a server answers with. */
export interface Served {
  readonly house: House;
  readonly darkroom: Darkroom;
  readonly readers: ReadersDoor;
  readonly api: Hono;
  readonly assets: readonly Asset[];
  readonly reads: ReadCounter;
  readonly updates: LiveUpdates;
  readonly wireEvents: WireEvents;
  readonly logger: Logger;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The HTTP server of a process: pages from the cache before anything else, then assets, pictures and the API. */
export function serverOf(served: Served): Server {
  const api = getRequestListener(served.api.fetch);
  const server = createServer((request, response) => {
    route({ served, api }, request, response).catch((thrown: unknown) => fail(served, response, thrown));
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  return server;
}

interface Routes {
  readonly served: Served;
  readonly api: ReturnType<typeof getRequestListener>;
}

async function route(
  { served, api }: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = request.url ?? '/';
  if (/^\/api\/v1\/wire\/events(?:\?|$)/.test(url) && request.method === 'GET')
    return served.wireEvents.serve(request, response);
  if (isPush(url)) return servePush(served.house, request, response);
  if (isHub(url)) return serveHub(served.house, request, response);
  if (url.startsWith('/api/')) return void (await api(request, response));
  if (url === '/read' && request.method === 'POST') return countRead(served.reads, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0 }).end();
    return;
  }
  if (url.startsWith('/pictures/') || url.startsWith('/cards/') || isIcon(url) || isIssueFile(url))
    return servePicture(served, request, response);
  if (/^\/events(?:\?|$)/.test(url) && request.method === 'GET')
    return served.updates.serve(request, response);
  const asset = served.assets.find((one) => one.path === url);
  if (asset) return sendAsset(response, request, asset);
  return serveReader(served.readers, request, response);
}

async function servePicture(
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = request.url ?? '';
  const find = isIcon(address) ? iconAt : isIssueFile(address) ? issueFileAt : renditionAt;
  const rendition = await find(served.house, served.darkroom, address);
  if (rendition) return send(response, request, rendition);
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such file.\n');
}

function sendAsset(response: ServerResponse, request: IncomingMessage, asset: Asset): void {
  const encoding = preferred(request.headers['accept-encoding']);
  const bytes = encoding === 'identity' ? undefined : asset.encoded[encoding];
  if (Object.keys(asset.encoded).length > 0) response.setHeader('Vary', 'Accept-Encoding');
  if (bytes) response.setHeader('Content-Encoding', encoding);
  send(response, request, { mediaType: asset.mediaType, bytes: bytes ?? asset.bytes });
}

function send(response: ServerResponse, request: IncomingMessage, file: Rendition): void {
  response.writeHead(200, {
    'Content-Type': file.mediaType,
    'Content-Length': file.bytes.byteLength,
    'Cache-Control': file.maxAge === undefined ? FOR_EVER : `public, max-age=${file.maxAge}`,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

function fail(served: Served, response: ServerResponse, thrown: unknown): void {
  const isAway = isFault(thrown, 'database-away');
  if (!isAway) served.logger.error({ err: thrown }, 'a request failed');
  if (response.headersSent) return void response.destroy();
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  if (isAway)
    response
      .writeHead(503, { ...headers, 'Retry-After': '5' })
      .end('For the moment this cannot be had. Please try again.\n');
  else response.writeHead(500, headers).end('Something broke here, and has been noted.\n');
}
