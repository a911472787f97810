import type { Origin } from '@courant/story';

/** Where the HTML comes from. */
export interface HtmlBodyOptions {
  /** The item it is of; every block then says so. */
  readonly from?: Pick<Origin, 'item' | 'version'>;
  /** Our own story files may name pictures of the library and mark fact boxes; nobody else's HTML may. */
  readonly isHouse?: boolean;
}
