import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from '@courant/base';
import { answerIntent, checkHubPush, headersOf, keptHeaders } from '@courant/carriers';
import type { Channel } from '@courant/desk';
import { EDITOR_IN_CHIEF, receiveParcel, settleVisit } from '@courant/desk';
import type { WebSubChannel } from '@courant/wire';
import { hubPath, subscriptionIn } from './channel-tools.ts';
import type { House } from './house.ts';
import { WALL_CLOCK } from './house.ts';
import { secretsOf } from './secret.ts';
import { bodyOf } from './wire-push.ts';

const PATH = /^\/api\/v1\/wire\/hub\/([a-z0-9][a-z0-9-]{0,62})\/([\w-]{1,64})(?:\?(.*))?$/;

/** Whether an address is one that hubs call. */
export function isHub(url: string): boolean {
  return url.startsWith('/api/v1/wire/hub/');
}

interface HubCall {
  readonly house: House;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

type HubChannel = Channel & { readonly settings: WebSubChannel };

/** Answers a hub: whether we asked for what it says we did (GET), and what it sends (POST), by WebSub §5.3 and §7. */
export async function serveHub(
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, key = '', callback = '', query = ''] = PATH.exec(request.url ?? '') ?? [];
  const desk = await house.desk();
  const found = await desk.archive.within(async ({ channels }) => ({
    channel: await channels.byKey(key),
    page: await channels.page(key),
  }));
  const { channel, page } = found;
  const isMeant = channel?.settings.kind === 'websub' && page?.callback !== undefined;
  // Nobody learns which channels there are by trying.
  if (!isMeant || hubPath(key, page.callback ?? '') !== hubPath(key, callback)) return end(response, 404, '');
  const call = { house, request, response };
  if (request.method === 'GET') return confirm(call, key, query);
  if (request.method !== 'POST') return end(response, 405, '');
  return keep(call, { ...channel, settings: channel.settings as WebSubChannel });
}

async function confirm({ house, response }: HubCall, key: string, query: string): Promise<void> {
  const desk = await house.desk();
  const answered = await desk.archive.within(async ({ channels }) => {
    const page = await channels.page(key);
    if (!page) return undefined;
    const intent = answerIntent(new URLSearchParams(query), subscriptionIn(page), WALL_CLOCK.now());
    if (!intent.ok) return undefined;
    // Stored before the hub is told, since it may send at once.
    await channels.setPage(key, { ...page, subscription: intent.value.subscription as unknown as Json });
    return intent.value.body;
  });
  if (answered === undefined) return end(response, 404, '');
  end(response, 200, answered);
}

async function keep({ house, request, response }: HubCall, channel: HubChannel): Promise<void> {
  const { key, settings, supplier } = channel;
  const body = await bodyOf(request, settings.mostBytes);
  if (!body) return end(response, 413, '');
  const desk = await house.desk();
  const page = await desk.archive.within(({ channels }) => channels.page(key));
  const secret = await secretsOf(house.config)(settings.secret);
  if (!page || secret === undefined) return end(response, 410, '');
  const trust = { subscription: subscriptionIn(page), secret, sha1: settings.sha1, now: WALL_CLOCK.now() };
  const headers = headersOf(request.headers);
  const checked = checkHubPush(headers, body, trust);
  if (!checked.ok) return end(response, checked.why === 'not-asked' ? 410 : 202, '');
  const mediaType = headers['content-type'];
  const actor = { name: `channel:${key}`, may: EDITOR_IN_CHIEF };
  await receiveParcel(desk, {
    ...{ actor, channel: key, bytes: body, headers: keptHeaders(headers) },
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(supplier === undefined ? {} : { supplier }),
  });
  await settleVisit(desk, key, { ok: true, value: { brought: 1 } });
  end(response, 202, '');
}

function end(response: ServerResponse, status: number, text: string): void {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, headers).end(text);
}
