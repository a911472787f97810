import { WIRE_STORY_ROUTES } from '@courant/api';
import type { Id } from '@courant/base';
import { isId } from '@courant/base';
import type { Desk, FiledItem, WireAlert } from '@courant/desk';
import {
  dismissAlert,
  draftCopy,
  killForAlert,
  mergeWire,
  offered,
  settleConflict,
  undoMerge,
} from '@courant/desk';
import { openAlerts } from '@courant/store';
import type { Conflict, Copy, Merged } from '@courant/story';
import { bodyHtml, PLAIN_VIEW, plainText, unsettled } from '@courant/story';
import { deliver } from './act.ts';
import { aboutStory, acted, refusal } from './api-act.ts';
import type { Handler, Reply } from './api-call.ts';

/** What a story has of the wire. */
export const readStoryWire: Handler = (call) =>
  aboutStory(call, async (desk, story) => {
    const [uses, alerts] = await desk.archive.within(async ({ wireUses }) => [
      await wireUses.of(story),
      await wireUses.openAlerts(story),
    ]);
    const offer = await offered(desk, { story });
    const copy = await draftCopy(desk, story);
    const coming = offer.ok
      ? { offer: { ...mergeMessage(offer.value), chain: offer.value.chain, latest: offer.value.latest } }
      : {};
    const json = {
      uses: uses.map(({ chain, state, used, latest }) => ({
        ...{ chain, supplier: latest.supplier, state },
        used: versionMessage(used),
        latest: versionMessage(latest),
      })),
      alerts: alerts.map(alertMessage),
      conflicts: unsettled(copy).map((conflict) => conflictMessage(copy, conflict)),
      ...coming,
    };
    return { status: 200, json };
  });

/** Merges the latest version in. */
export const merge: Handler = (call) =>
  aboutStory(call, async (desk, story) => {
    const { chain } = WIRE_STORY_ROUTES.mergeWire.body.parse(call.body);
    const of = chain !== undefined && isId(chain) ? { chain } : {};
    const merged = await mergeWire(desk, { actor: call.actor, story, ...of });
    return merged.ok ? { status: 200, json: mergeMessage(merged.value) } : refusal(merged);
  });

/** Takes the last merge back. */
export const undo: Handler = (call) =>
  aboutStory(call, async (desk, story) => {
    const undone = await undoMerge(desk, { actor: call.actor, story });
    return undone.ok ? { status: 200, json: mergeMessage(undone.value) } : refusal(undone);
  });

/** Says whose words hold. */
export const settleOne: Handler = (call) =>
  aboutStory(call, async (desk, story) => {
    const order = WIRE_STORY_ROUTES.settleConflict.body.parse(call.body);
    const settled = await settleConflict(desk, { actor: call.actor, story, ...order });
    if (!settled.ok) return refusal(settled);
    const copy = settled.value;
    const conflicts = unsettled(copy).map((conflict) => conflictMessage(copy, conflict));
    return { status: 200, json: { conflicts } };
  });

/** What stories must be told. */
export const listAlerts: Handler = async ({ house, query }) => {
  const { limit } = WIRE_STORY_ROUTES.listAlerts.query.parse(query);
  const alerts = await house.database.transaction((tx) => openAlerts(tx, limit));
  return { status: 200, json: { alerts } };
};

/** Puts an alert aside. */
export const dismiss: Handler = (call) =>
  aboutAlert(call, async (desk, alert) => {
    const dismissed = await dismissAlert(desk, { actor: call.actor, alert });
    return dismissed.ok ? { status: 200, json: alertMessage(dismissed.value) } : refusal(dismissed);
  });

/** Withdraws a story as its agency withdrew what it was made of. */
export const killFor: Handler = (call) =>
  aboutAlert(call, async (desk, alert) => {
    const { notice } = WIRE_STORY_ROUTES.killForAlert.body.parse(call.body);
    const order = { actor: call.actor, alert, ...(notice === undefined ? {} : { notice }) };
    return acted(await deliver(call.house, await killForAlert(desk, order)));
  });

async function aboutAlert(
  call: Parameters<Handler>[0],
  work: (desk: Desk, alert: Id) => Promise<Reply>,
): Promise<Reply> {
  const { alert = '' } = call.parameters;
  if (!isId(alert)) return { refused: 'unknown-alert', say: `“${alert}” is no alert: give its id.` };
  return work(await call.house.desk(), alert);
}

function alertMessage({ id, story, kind, item, supplier, raised }: WireAlert) {
  return { id, story, kind, item, supplier, raised };
}

function versionMessage({ id, received, item }: FiledItem) {
  const { id: itemId, version, headline } = item;
  return {
    ...{ id, itemId, received },
    ...(version === undefined ? {} : { version }),
    ...(headline === undefined ? {} : { headline }),
  };
}

function mergeMessage({ copy, conflicts, changes }: Merged) {
  return {
    conflicts: conflicts.map((conflict) => conflictMessage(copy, conflict)),
    changes: changes.map((change) => {
      switch (change.kind) {
        case 'removed':
          return { kind: change.kind, text: plainText({ type: 'doc', content: change.was }) };
        case 'cut':
          return { kind: change.kind, text: plainText({ type: 'doc', content: change.theirs }) };
        default:
          return change;
      }
    }),
  };
}

function conflictMessage(copy: Copy, conflict: Conflict) {
  if (conflict.at === 'field') {
    const { id, at, field, theirs } = conflict;
    return { id, at, field, ours: shown(copy[field]), theirs: shown(theirs) };
  }
  const { id, at, blocks, theirs } = conflict;
  const ids = new Set(blocks);
  const ours = copy.body.content.filter(({ attrs }) => ids.has(attrs.id));
  const body = { type: 'doc', content: theirs } as const;
  return {
    ...{ id, at, blocks },
    ours: plainText({ type: 'doc', content: ours }),
    theirs: plainText(body),
    ...(theirs.length > 0 ? { theirsHtml: bodyHtml(body, PLAIN_VIEW).markup } : {}),
  };
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
