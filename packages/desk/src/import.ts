import type { Id, Result } from '@courant/base';
import { done } from '@courant/base';
import { isForNewsrooms } from '@courant/wire';
import type { Acted } from './order.ts';
import type { Desk, Place } from './ports.ts';
import { publish } from './publish.ts';
import type { Filed, FileOrder } from './wire.ts';
import { fileWire, takeItem } from './wire.ts';
import { kill, unpublish } from './withdraw.ts';

/** An order to file an item and put it before readers at once. */
export interface ImportOrder extends FileOrder {
  /** Where to publish; absent: file it and no more. */
  readonly publish?: { readonly places: readonly Place[]; readonly language: string };
}

/** What an import did, and why it stopped short where it did. */
export interface Imported {
  readonly outcome: Filed['outcome'];
  readonly item: Id;
  readonly story?: Id;
  readonly acted?: Acted;
  readonly why?: string;
}

const FOR_NEWSROOMS = 'it is told to newsrooms and not to readers: on file, and not published';

/** Files an item and, where asked, makes its story and publishes, updates or withdraws it as the item says. */
export async function importItem(
  desk: Desk,
  order: ImportOrder,
): Promise<Result<Imported, 'not-allowed' | 'wire-gone'>> {
  const filing = await fileWire(desk, order);
  if (!filing.ok) return filing;
  const { outcome, filed } = filing.value;
  const base = { outcome, item: filed.id };
  if (outcome === 'superseded') return done({ ...base, why: 'a later version is on file: kept, not used' });
  if (!order.publish) return done(base);
  const { item } = filed;
  if (item.status === 'canceled' || item.signal === 'kill')
    return withdrawStory(desk, order, { ...base, filed });
  if (item.status === 'withheld') return withdrawStory(desk, order, { ...base, filed });
  // "Withdrawn" in a word of the agency's own must not go live: a person decides.
  if (item.warnings.some((warning) => warning.code === 'unknown-status')) {
    return done({ ...base, why: 'its status is none we know: on file, and not published' });
  }
  if (isForNewsrooms(item)) return done({ ...base, why: FOR_NEWSROOMS });
  const taken = await takeItem(desk, { actor: order.actor, filed, language: order.publish.language });
  if (!taken.ok) return taken;
  const { story, how } = taken.value;
  if (how === 'edited-here') {
    return done({
      ...base,
      story,
      why: 'the story was edited here: the new version is on file, the draft is as it was',
    });
  }
  const acted = await publish(desk, { actor: order.actor, story, places: order.publish.places });
  if (acted.ok) return done({ ...base, story, acted: acted.value });
  if (acted.why === 'nothing-changed') return done({ ...base, story });
  return done({ ...base, story, why: acted.say });
}

async function withdrawStory(
  desk: Desk,
  order: ImportOrder,
  base: { outcome: Filed['outcome']; item: Id; filed: Filed['filed'] },
): Promise<Result<Imported, 'not-allowed'>> {
  const { filed, ...result } = base;
  const { item, supplier } = filed;
  const story = await desk.archive.within((books) => books.wire.story(filed.chain));
  if (story === undefined)
    return done({ ...result, why: `${supplier} withdrew it; no story was made from it` });
  const notice = item.edNote ?? `${supplier} has withdrawn this report.`;
  const { actor } = order;
  const isKill = item.status === 'canceled' || item.signal === 'kill';
  const acted = isKill ? await kill(desk, { actor, story, notice }) : await unpublish(desk, { actor, story });
  if (acted.ok) return done({ ...result, story, acted: acted.value });
  return done({ ...result, story, why: acted.say });
}
