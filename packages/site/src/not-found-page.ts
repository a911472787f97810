import type { Html } from '@courant/base';
import type { Card } from '@courant/edition';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { noticeHtml } from './notice.ts';

/** What the page of an address that was never public is made of. */
export interface NotFoundPage extends FrameData {
  /** Something to read instead. */
  readonly latest: readonly Card[];
}

/** The page of an address that was never public (status 404). */
export function notFoundPage(page: NotFoundPage): Html {
  const words = wordsOf(page.edition);
  const title = words('notFound');
  const main = noticeHtml(page, { title, text: words('notFoundText') }, page.latest);
  return frame(page, { head: { kind: 'website', title }, main });
}
