import type { Operation } from '@courant/api';
import { ROUTES } from '@courant/api';
import type { Id, Instant, Result } from '@courant/base';
import { done, instant } from '@courant/base';
import type { Desk, Place } from '@courant/desk';
import { correct, fileStory, kill, publish, schedule, unpublish, writeStory } from '@courant/desk';
import type { Copy } from '@courant/story';
import { parseBody } from '@courant/story';
import { bodyFromHtml } from '@courant/wire';
import { deliver } from './act.ts';
import { aboutStory, acted, refusal } from './api-act.ts';
import type { Call, Handler, Reply } from './api-call.ts';
import { listStories, readLog, readPaper, readStory } from './api-reading.ts';
import { blockIdsOf } from './block-ids.ts';
import * as wireChannels from './wire-channels-handlers.ts';
import * as wire from './wire-handlers.ts';
import * as wireRules from './wire-rules-handlers.ts';
import * as wireStory from './wire-story-handlers.ts';
import * as wireSuppliers from './wire-suppliers-handlers.ts';

/** A handler for every operation. */
export const HANDLERS: Readonly<Record<Operation, Handler>> = {
  readPaper,
  listStories,
  readStory,
  readLog,
  listWire: wire.listWire,
  readWireItem: wire.readWireItem,
  listWireGroup: wire.listWireGroup,
  takeWireItem: wire.takeWireItem,
  listQuarantine: wire.listQuarantine,
  retryQuarantine: wire.retryQuarantine,
  readStoryWire: wireStory.readStoryWire,
  mergeWire: wireStory.merge,
  undoMerge: wireStory.undo,
  settleConflict: wireStory.settleOne,
  listAlerts: wireStory.listAlerts,
  dismissAlert: wireStory.dismiss,
  killForAlert: wireStory.killFor,
  readRules: wireRules.listRules,
  setRules: wireRules.putRules,
  tryRules: wireRules.testRules,
  listPresets: wireRules.listPresets,
  setPresets: wireRules.putPresets,
  listChannels: wireChannels.listChannels,
  setChannel: wireChannels.putChannel,
  closeChannel: wireChannels.close,
  reopenChannel: wireChannels.reopen,
  listSuppliers: wireSuppliers.listSuppliers,
  setSupplier: wireSuppliers.putSupplier,
  fileStory: async (call) => {
    const copy = copyOf(call.body);
    if (!copy.ok) return refusal(copy);
    const filed = await fileStory(await call.house.desk(), { actor: call.actor, copy: copy.value });
    if (!filed.ok) return refusal(filed);
    return { status: 201, json: { story: filed.value.id, slug: filed.value.slug } };
  },
  writeStory: (call) =>
    aboutStory(call, async (desk, story) => {
      const copy = copyOf(call.body);
      if (!copy.ok) return refusal(copy);
      const written = await writeStory(desk, { actor: call.actor, story, copy: copy.value });
      return written.ok ? { status: 200, json: { story, slug: copy.value.slug } } : refusal(written);
    }),
  publishStory: (call) => aboutStory(call, (desk, story) => publishNowOrLater(call, desk, story)),
  correctStory: (call) =>
    aboutStory(call, async (desk, story) => {
      const { note, bodyHtml } = ROUTES.correctStory.body.parse(call.body);
      const body = bodyHtml === undefined ? {} : { body: bodyFromHtml(bodyHtml).body };
      return acted(
        await deliver(call.house, await correct(desk, { actor: call.actor, story, note, ...body })),
      );
    }),
  killStory: (call) =>
    aboutStory(call, async (desk, story) => {
      const { notice } = ROUTES.killStory.body.parse(call.body);
      return acted(await deliver(call.house, await kill(desk, { actor: call.actor, story, notice })));
    }),
  unpublishStory: (call) =>
    aboutStory(call, async (desk, story) =>
      acted(await deliver(call.house, await unpublish(desk, { actor: call.actor, story }))),
    ),
};

async function publishNowOrLater(call: Call, desk: Desk, story: Id): Promise<Reply> {
  const order = ROUTES.publishStory.body.parse(call.body);
  const places: readonly Place[] = order.places;
  const vector = order.stateVector === undefined ? {} : { vector: Buffer.from(order.stateVector, 'base64') };
  const common = { actor: call.actor, story, places, ...vector };
  if (order.at === undefined) return acted(await deliver(call.house, await publish(desk, common)));
  const at: Instant = instant(new Date(order.at));
  const scheduled = await schedule(desk, { ...common, at });
  if (!scheduled.ok) return refusal(scheduled);
  const { id, revision, due } = scheduled.value;
  return { status: 202, json: { schedule: id, story, revision, due } };
}

/** Copy from a message of the API; zod has read the fields, the body is read here. */
function copyOf(message: unknown): Result<Copy> {
  const { bodyHtml, body, embargo, ...fields } = ROUTES.fileStory.body.parse(message);
  const parsed = body === undefined ? done(bodyFromHtml(bodyHtml ?? '').body) : parseBody(body, blockIdsOf());
  if (!parsed.ok) return parsed;
  const until = embargo === undefined || embargo === 'indefinite' ? embargo : instant(new Date(embargo));
  // Zod writes what is absent as undefined; through JSON it is absent, as a Copy has it.
  return done(JSON.parse(JSON.stringify({ ...fields, embargo: until, body: parsed.value })) as Copy);
}
