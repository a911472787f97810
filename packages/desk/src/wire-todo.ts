import type { Id } from '@courant/base';
import { isForNewsrooms } from '@courant/wire';
import type { Actor } from './actor.ts';
import type { Desk, Place } from './ports.ts';
import { publish } from './publish.ts';
import { EDITOR_IN_CHIEF } from './rights.ts';
import { takeItem } from './wire.ts';
import { killForAlert } from './wire-alert-order.ts';
import type { WireTodo } from './wire-judge.ts';
import type { Todo } from './wire-order-ports.ts';
import type { TrailEntry } from './wire-ports.ts';

/** What was done by a rule, for the log of the process. */
export interface DoneTodo {
  readonly item: Id;
  readonly trail: readonly TrailEntry[];
}

/**
 * Does what rules asked for of the first item that waits for it; undefined where none does. A process that dies in
 * between does it again, which changes nothing that was done.
 */
export async function doNextTodo(
  desk: Desk,
  /** BCP 47, of stories made of items that do not say theirs. */
  languageOf: () => Promise<string>,
): Promise<DoneTodo | undefined> {
  const next = await desk.archive.within((books) => books.orders.takeTodo());
  if (!next) return undefined;
  // Filing wrote it from a judgement.
  const { make, publish: out, kill } = next.todo as WireTodo;
  const language = await languageOf();
  const trail: TrailEntry[] = [];
  if (kill) trail.push(...(await killed(desk, next, kill.rule)));
  if (out) trail.push(await published(desk, next, { ...out, language }));
  else if (make) trail.push(await made(desk, next, { ...make, language }));
  await desk.archive.within((books) => books.orders.settleTodo(next.filed.id, trail));
  return { item: next.filed.id, trail };
}

function actorOf(rule: string): Actor {
  return { name: `rule:${rule}`, may: EDITOR_IN_CHIEF };
}

async function killed(desk: Desk, { filed }: Todo, rule: string): Promise<readonly TrailEntry[]> {
  const alerts = await desk.archive.within(async ({ wireUses }) => {
    const uses = await wireUses.storiesOf([filed.chain]);
    const open = await Promise.all(uses.map(({ story }) => wireUses.openAlerts(story)));
    return open.flat().filter(({ kind, item }) => kind === 'kill' && item === filed.id);
  });
  const trail: TrailEntry[] = [];
  for (const { id, story } of alerts) {
    const done = await killForAlert(desk, { actor: actorOf(rule), alert: id });
    if (done.ok) trail.push({ rule, did: `withdrew story ${story}` });
    // One that is not public is stopped by the alert itself.
    else trail.push({ rule, did: `did not withdraw story ${story}`, why: done.say });
  }
  return trail.length > 0 ? trail : [{ rule, did: 'withdrew nothing', why: 'no story was made of it' }];
}

interface MakeOrder {
  readonly rule: string;
  readonly language: string;
}

async function made(desk: Desk, { filed, isFree }: Todo, { rule, language }: MakeOrder): Promise<TrailEntry> {
  if (!isFree) return { rule, did: 'made no story', why: NOT_FREE };
  const taken = await takeItem(desk, { actor: actorOf(rule), filed, language });
  if (!taken.ok) return { rule, did: 'made no story', why: taken.say };
  const { how, story } = taken.value;
  return how === 'edited-here'
    ? { rule, did: `left story ${story} as it is`, why: EDITED }
    : { rule, did: `${how} story ${story}` };
}

const NOT_FREE = 'a later version holds, or a person must look first';
const FOR_NEWSROOMS = 'it is told to newsrooms and not to readers';
const EDITED = 'people have worked on it: the new version is offered to them';

async function published(
  desk: Desk,
  { filed, isFree }: Todo,
  { rule, language, places }: MakeOrder & { readonly places: readonly Place[] },
): Promise<TrailEntry> {
  if (!isFree) return { rule, did: 'did not publish', why: NOT_FREE };
  if (isForNewsrooms(filed.item)) return { rule, did: 'did not publish', why: FOR_NEWSROOMS };
  const actor = actorOf(rule);
  const taken = await takeItem(desk, { actor, filed, language });
  if (!taken.ok) return { rule, did: 'did not publish', why: taken.say };
  const { how, story } = taken.value;
  if (how === 'edited-here') return { rule, did: 'did not publish', why: EDITED };
  const out = await publish(desk, { actor, story, places });
  if (out.ok || out.why === 'nothing-changed') return { rule, did: `published story ${story}` };
  return { rule, did: 'did not publish', why: out.say };
}
