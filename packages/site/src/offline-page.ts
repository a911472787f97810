import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import { frontPath } from '@courant/edition';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { savedStories } from './saved-page.ts';

/** What a reader sees who asks for a page with no network: that, and what there is to read all the same. */
export function offlinePage(page: FrameData): Html {
  const words = wordsOf(page.edition);
  const title = words('offline');
  return frame(page, {
    head: { kind: 'website', title },
    main: html`<div class="wrap notice"><h1>${title}</h1><p class="stand">${words('offlineText')}</p>
<p><a class="way" href="${href(frontPath(page.edition))}">${words('continueHome')}</a></p>
<section class="block"><h2>${words('saved')}</h2>${savedStories(page)}</section></div>`,
  });
}
