import type { Html } from '@courant/base';
import { html } from '@courant/base';
import { mostReadPath } from '@courant/edition';
import type { ListPage } from './list-page.ts';
import { listPage } from './list-page.ts';
import { wordsOf } from './messages.ts';

/** What readers of an edition opened most. */
export function mostReadPage(page: ListPage): Html {
  const words = wordsOf(page.edition);
  return listPage(page, {
    title: words('mostRead'),
    path: mostReadPath(page.edition),
    description: words('mostReadText'),
    intro: html`<p class="stand">${words('mostReadText')}</p>`,
    heading: words('stories'),
    empty: words('sectionEmpty'),
  });
}
