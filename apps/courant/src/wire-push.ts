import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '@courant/desk';
import { may, receiveParcel } from '@courant/desk';
import { tokenOf } from '@courant/store';
import { MOST_BYTES } from '@courant/wire';
import type { House } from './house.ts';
import { WALL_CLOCK } from './house.ts';

const KEY = /^\/api\/v1\/wire\/push\/([a-z0-9][a-z0-9-]{0,62})(?:\?.*)?$/;
/** Headers that say something of the copy; no secret is among them. */
const KEPT = /^(content-|last-modified$|date$|user-agent$|x-request-id$)/;

/** Whether an address is a push endpoint. */
export function isPush(url: string): boolean {
  return url.startsWith('/api/v1/wire/push/');
}

/** Answers `POST /api/v1/wire/push/{channel}`: keeps what is sent as it is, whatever it is; 202 once that is for good. */
export async function servePush(
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, channel] = KEY.exec(request.url ?? '') ?? [];
  if (request.method !== 'POST') return answer(response, 405, { say: 'Send copy by POST.' });
  if (channel === undefined)
    return answer(response, 404, { say: 'The name of a channel is small letters, digits and dashes.' });
  const actor = await actorOf(house, request);
  if (!actor) return answer(response, 401, { say: 'Send a token: “Authorization: Bearer …”.' });
  if (!may(actor.may, 'wire'))
    return answer(response, 403, { say: 'This token may not do that: it takes the scope “wire”.' });
  const bytes = await bodyOf(request);
  if (!bytes) return answer(response, 413, { say: `More than ${MOST_BYTES} bytes in one payload.` });
  if (bytes.byteLength === 0) return answer(response, 400, { say: 'There is nothing in it.' });
  const mediaType = request.headers['content-type'];
  const headers = Object.entries(request.headers).filter(([name]) => KEPT.test(name));
  const kept = await receiveParcel(await house.desk(), {
    ...{ actor, channel, bytes },
    ...(mediaType === undefined ? {} : { mediaType }),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
  });
  if (!kept.ok) return answer(response, 403, { say: kept.say });
  answer(response, 202, { outcome: kept.value });
}

async function actorOf(house: House, request: IncomingMessage): Promise<Actor | undefined> {
  const secret = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (secret === undefined) return undefined;
  const token = await house.database.transaction((tx) => tokenOf(tx, secret, WALL_CLOCK.now()));
  return token && { name: `token:${token.name}`, may: token.scopes };
}

/** The whole body; undefined where it is larger than a payload may be. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(response: ServerResponse, status: number, json: object): void {
  const challenge = status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...challenge };
  response.writeHead(status, headers).end(JSON.stringify(json));
}
