import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkPushHead, headersOf, keptHeaders, openPush, PUSH_STATUS } from '@courant/carriers';
import type { Actor, Channel } from '@courant/desk';
import { EDITOR_IN_CHIEF, may, receiveParcel, settleVisit } from '@courant/desk';
import { tokenOf } from '@courant/store';
import type { PushChannel } from '@courant/wire';
import { MOST_BYTES } from '@courant/wire';
import type { House } from './house.ts';
import { WALL_CLOCK } from './house.ts';
import { secretsOf } from './secret.ts';

const KEY = /^\/api\/v1\/wire\/push\/([a-z0-9][a-z0-9-]{0,62})(?:\?.*)?$/;

/** Whether an address is a push endpoint. */
export function isPush(url: string): boolean {
  return url.startsWith('/api/v1/wire/push/');
}

/**
 * Answers `POST /api/v1/wire/push/{channel}`: keeps what is sent as it is, whatever it is; 202 once that is for good.
 * Who sends is shown as the settings of a push channel say, or else by a token of the paper with the scope `wire`.
 */
export async function servePush(
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, key] = KEY.exec(request.url ?? '') ?? [];
  if (request.method !== 'POST') return answer(response, 405, { say: 'Send copy by POST.' });
  if (key === undefined)
    return answer(response, 404, { say: 'The name of a channel is small letters, digits and dashes.' });
  const desk = await house.desk();
  const channel = await desk.archive.within(({ channels }) => channels.byKey(key));
  const order = { house, request, response, key };
  if (channel && channel.settings.kind === 'push')
    return proven(order, { ...channel, settings: channel.settings });
  return byToken(order);
}

interface PushCall {
  readonly house: House;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly key: string;
}

type PushDoor = Channel & { readonly settings: PushChannel };

/** Somebody who shows by a secret of the channel's who they are. */
async function proven({ house, request, response, key }: PushCall, channel: PushDoor): Promise<void> {
  const { settings, health, supplier } = channel;
  if (health.state === 'closed')
    return answer(response, 403, { say: `The channel is closed: ${health.reason.say}` });
  const secrets = secretsOf(house.config);
  const headers = headersOf(request.headers);
  const head = await checkPushHead(headers, settings, secrets);
  if (!head.ok) return answer(response, PUSH_STATUS[head.why], { say: head.say });
  const body = await bodyOf(request, settings.mostBytes);
  if (!body) return answer(response, 413, { say: tooLarge(settings.mostBytes) });
  const opened = await openPush({ headers, body, at: WALL_CLOCK.now() }, settings, secrets);
  if (!opened.ok) return answer(response, PUSH_STATUS[opened.why], { say: opened.say });
  if (opened.value.bytes.byteLength === 0) return answer(response, 400, { say: 'There is nothing in it.' });
  const desk = await house.desk();
  const from = supplier === undefined ? {} : { supplier };
  const actor = { name: `channel:${key}`, may: EDITOR_IN_CHIEF };
  const kept = await receiveParcel(desk, { ...opened.value, ...from, actor, channel: key });
  if (!kept.ok) return answer(response, 403, { say: kept.say });
  await settleVisit(desk, key, { ok: true, value: { brought: 1 } });
  answer(response, 202, { outcome: kept.value });
}

/** Somebody with a token of the paper; the channel need not be set up. */
async function byToken({ house, request, response, key }: PushCall): Promise<void> {
  const actor = await actorOf(house, request);
  if (!actor) return answer(response, 401, { say: 'Send a token: “Authorization: Bearer …”.' });
  if (!may(actor.may, 'wire'))
    return answer(response, 403, { say: 'This token may not do that: it takes the scope “wire”.' });
  const bytes = await bodyOf(request, MOST_BYTES);
  if (!bytes) return answer(response, 413, { say: tooLarge(MOST_BYTES) });
  if (bytes.byteLength === 0) return answer(response, 400, { say: 'There is nothing in it.' });
  const mediaType = request.headers['content-type'];
  const kept = await receiveParcel(await house.desk(), {
    ...{ actor, channel: key, bytes, headers: keptHeaders(headersOf(request.headers)) },
    ...(mediaType === undefined ? {} : { mediaType }),
  });
  if (!kept.ok) return answer(response, 403, { say: kept.say });
  answer(response, 202, { outcome: kept.value });
}

function tooLarge(most: number): string {
  return `More than ${most} bytes in one payload: it was not kept. Send it in parts, or raise “mostBytes” of the channel.`;
}

async function actorOf(house: House, request: IncomingMessage): Promise<Actor | undefined> {
  const secret = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (secret === undefined) return undefined;
  const token = await house.database.transaction((tx) => tokenOf(tx, secret, WALL_CLOCK.now()));
  return token && { name: `token:${token.name}`, may: token.scopes };
}

/**
 * The whole body; undefined where it is larger than a payload may be. What is too much is let go as it comes, and
 * answered at its end: who is cut off in the middle does not hear the reason. The server ends who takes too long.
 */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length > most ? undefined : Buffer.concat(chunks);
}

function answer(response: ServerResponse, status: number, json: object): void {
  const challenge = status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...challenge };
  response.writeHead(status, headers).end(JSON.stringify(json));
}
