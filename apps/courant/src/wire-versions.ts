import type { Id } from '@courant/base';
import type { FiledItem } from '@courant/desk';
import type { Tx } from '@courant/store';
import { wireVersions } from '@courant/store';
import type { BlockDifference } from '@courant/story';
import { bodyHtml, differences, PLAIN_VIEW, plainText } from '@courant/story';
import { copyFromItem, versionOrder } from '@courant/wire';

/** The versions of an item as the API says them, the latest first, each with what changed since the one before. */
export async function versionsOf(tx: Tx, chain: Id) {
  const versions = (await wireVersions(tx, chain)).toSorted((a, b) =>
    versionOrder(markOf(b.filed), markOf(a.filed)),
  );
  return versions.map(({ filed, channel, trail }, i) => {
    const { body, ...item } = filed.item;
    const before = versions[i + 1]?.filed;
    return {
      id: filed.id,
      itemId: item.id,
      received: filed.received,
      ...(channel === null ? {} : { channel }),
      payload: filed.payload,
      item,
      ...(body ? { bodyHtml: bodyHtml(body, PLAIN_VIEW).markup, bodyText: plainText(body) } : {}),
      ...(before ? { changes: changesOf(before, filed) } : {}),
      trail,
    };
  });
}

function markOf({ item, received }: FiledItem) {
  return { ...item, received };
}

/** Word by word; blocks that stayed as they were are left out. */
function changesOf(before: FiledItem, after: FiledItem) {
  const [one, other] = [before, after].map(({ item }) => copyFromItem(item, { language: 'en' }));
  if (!one || !other) return undefined;
  const { texts, blocks } = differences(one, other);
  const runs = (name: string) => texts.find(({ field }) => field === name)?.runs;
  const [headline, standfirst] = [runs('headline'), runs('standfirst')];
  return {
    ...(headline ? { headline } : {}),
    ...(standfirst ? { standfirst } : {}),
    body: blocks.flatMap((block) => (block.kind === 'kept' ? [] : [changeOf(block)])),
  };
}

function changeOf(block: Exclude<BlockDifference, { kind: 'kept' }>) {
  if (block.kind === 'changed') return { kind: block.kind, runs: block.runs };
  const shown = block.kind === 'added' ? block.after : block.before;
  const text = plainText({ type: 'doc', content: [shown] });
  return { kind: block.kind, runs: [{ kind: block.kind, text }] };
}
