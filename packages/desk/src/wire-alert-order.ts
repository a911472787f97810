import type { Id, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { KillRefusal } from '@courant/story';
import type { Actor } from './actor.ts';
import type { Acted } from './order.ts';
import { allowed } from './order.ts';
import type { Books, Desk } from './ports.ts';
import type { WireAlert } from './wire-use-ports.ts';
import { kill } from './withdraw.ts';

/** An order about an alert. */
export interface AlertOrder {
  readonly actor: Actor;
  readonly alert: Id;
}

type AlertRefusal = 'not-allowed' | 'unknown-alert' | 'alert-settled';

/** Puts an alert aside: the story stands as it is. */
export async function dismissAlert(desk: Desk, order: AlertOrder): Promise<Result<WireAlert, AlertRefusal>> {
  const right = allowed(order.actor, 'write');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const alert = await openAlert(books, order.alert);
    if (!alert.ok) return alert;
    const at = desk.clock.now();
    const actor = order.actor.name;
    await books.wireUses.settleAlert(alert.value.id, { state: 'dismissed', at, actor });
    const { story, kind, item } = alert.value;
    const detail = { alert: kind, item };
    await books.record.audit({ at, actor, act: 'dismiss-alert', story, outcome: 'done', detail });
    return done(alert.value);
  });
}

/** Withdraws a published story as its agency withdrew the copy it was made of. */
export async function killForAlert(
  desk: Desk,
  order: AlertOrder & { readonly notice?: string },
): Promise<Result<Acted, AlertRefusal | 'not-a-kill' | 'unknown-story' | KillRefusal>> {
  const alert = await desk.archive.within((books) => openAlert(books, order.alert));
  if (!alert.ok) return alert;
  const { kind, story, supplier } = alert.value;
  if (kind !== 'kill')
    return refused('not-a-kill', 'The agency has sent a new version and has withdrawn nothing.');
  const notice = order.notice ?? `${supplier} has withdrawn the report that this story was made of.`;
  return kill(desk, { actor: order.actor, story, notice });
}

async function openAlert(
  books: Books,
  id: Id,
): Promise<Result<WireAlert, 'unknown-alert' | 'alert-settled'>> {
  const alert = await books.wireUses.alert(id);
  if (!alert) return refused('unknown-alert', `There is no alert ${id}.`);
  if (alert.state !== 'open') return refused('alert-settled', 'Somebody has settled this alert already.');
  return done(alert);
}
