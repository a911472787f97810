import type { Id, Instant, Refused } from '@courant/base';
import { refused } from '@courant/base';
import type { Story } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { isKill } from '@courant/wire';
import type { Books, Desk } from './ports.ts';
import type { Arrival } from './wire-arrival.ts';
import type { PlannedFiling } from './wire-ports.ts';
import type { AlertKind, WireAlert } from './wire-use-ports.ts';

/** Tells stories made of an item that a new version of it holds. */
export async function raiseAlerts(
  desk: Desk,
  books: Books,
  filed: { readonly filing: PlannedFiling; readonly arrivals: readonly Arrival[] },
): Promise<void> {
  const arrived = new Map(filed.arrivals.map((arrival) => [arrival.id, arrival]));
  const news = new Map(
    filed.filing.chains
      .filter(({ latest, versions }) => versions > 1 && arrived.has(latest))
      .map(({ id, latest }) => [id, arrived.get(latest)]),
  );
  if (news.size === 0) return;
  const uses = await books.wireUses.storiesOf([...news.keys()]);
  const raised = desk.clock.now();
  const alerts = uses.flatMap(({ story, chain }) => {
    const arrival = news.get(chain);
    return arrival ? [{ id: desk.newId(), story, item: arrival.id, kind: kindOf(arrival.item), raised }] : [];
  });
  if (alerts.length > 0) await books.wireUses.raise(alerts);
}

function kindOf(item: WireItem): AlertKind {
  if (isKill(item)) return 'kill';
  return item.signal === 'correction' ? 'correction' : 'update';
}

/** The refusal of a story that is not public yet and whose agency has withdrawn what it was made of. */
export async function withdrawnByWire(
  books: Books,
  story: Story,
): Promise<Refused<'wire-killed'> | undefined> {
  if (story.state.state === 'live') return undefined;
  const alerts = await books.wireUses.openAlerts(story.id);
  const killed = alerts.find(({ kind }) => kind === 'kill');
  if (!killed) return undefined;
  return refused(
    'wire-killed',
    `${killed.supplier} has withdrawn the copy this story was made of: dismiss the alert if the story stands without it.`,
  );
}

/** What a story was to be told is settled once it is withdrawn itself, or has taken the new version. */
export async function settleAlerts(
  books: Books,
  order: { readonly story: Id; readonly at: Instant; readonly actor: string },
  isMeant: (alert: WireAlert) => boolean = () => true,
): Promise<void> {
  const { story, at, actor } = order;
  const open = await books.wireUses.openAlerts(story);
  for (const { id } of open.filter(isMeant)) {
    await books.wireUses.settleAlert(id, { state: 'done', at, actor });
  }
}
