import type { Edition } from '@courant/edition';
import { prefixOf } from '@courant/edition';

/** The path of the stories a reader keeps on their device. */
export function savedPath(edition: Pick<Edition, 'key' | 'isDefault'>): string {
  return `${prefixOf(edition)}/saved`;
}

/** The path of what an edition shows to readers without network. */
export function offlinePath(edition: Pick<Edition, 'key' | 'isDefault'>): string {
  return `${prefixOf(edition)}/offline`;
}
