import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { ShareBar } from '@courant/edition';
import { shareLinks } from '@courant/edition';
import { absolute } from './head.ts';
import type { Words } from './messages.ts';
import { wordsOf } from './messages.ts';
import type { MessageKey } from './messages-en.data.ts';
import type { StoryPage } from './published-story.ts';

function barOf(page: StoryPage): ShareBar {
  const { path, copy } = page.story;
  return shareLinks(page.edition, { url: absolute(page, path), title: copy.headline });
}

/**
 * The share bar: plain links of the edition's services and the address as a QR code, no counts; where scripts run,
 * the system's own sheet (if the browser has one), copying the address and printing.
 */
export function shareHtml(page: StoryPage, label: 'shareThis' | 'shareAgain'): Html {
  const { links } = barOf(page);
  const words = wordsOf(page.edition);
  const items = links.map(
    ({ key, name, address }) =>
      html`<li><a href="${href(address)}" rel="noopener noreferrer nofollow">${wordFor(SERVICES, key, words) ?? name}</a></li>`,
  );
  return html`<nav class="share" aria-label="${words(label)}"><ul><li class="tool system"><button type="button" data-do="share">${words('shareSheet')}</button></li>${items}<li class="tool"><button type="button" data-do="copy" data-done="${words('linkCopied')}" data-failed="${words('linkNotCopied')}">${words('copyLink')}</button></li><li class="tool"><button type="button" data-do="print">${words('print')}</button></li><li class="qr">${qrCode(page)}</li></ul><p class="said" role="status"></p></nav>`;
}

/** The address of the story as a QR code, fetched when it is opened. */
function qrCode({ story, edition }: StoryPage): Html {
  const words = wordsOf(edition);
  const path = `${story.path}/qr.svg`;
  return html`<details><summary>${words('qrCode')}</summary><a href="${href(path)}"><img src="${href(path)}" alt="${words('qrCodeText')}" width="232" height="232" loading="lazy"></a></details>`;
}

/** What became of the services of 2011, by their keys. */
const FATES: Readonly<Record<string, MessageKey>> = {
  mixx: 'fateMixx',
  myspace: 'fateMyspace',
  twitter: 'fateTwitter',
  yahoo: 'fateYahoo',
};

/** Services that have another name in other languages. */
const SERVICES: Readonly<Record<string, MessageKey>> = { email: 'shareEmail', weibo: 'shareWeibo' };

function wordFor(
  keys: Readonly<Record<string, MessageKey>>,
  service: string,
  words: Words,
): string | undefined {
  const key = Object.hasOwn(keys, service) ? keys[service] : undefined;
  return key && words(key);
}

/** What the share bar of 2011 held and what stands there now, where the edition lists it; no dead links. */
export function retiredHtml(page: StoryPage): Html {
  const { retired } = barOf(page);
  if (retired.length === 0) return NOTHING;
  const words = wordsOf(page.edition);
  const items = retired.map(
    ({ key, name, fate, successor }) =>
      html`<li>${words('retiredService', { name, fate: wordFor(FATES, key, words) ?? fate, successor })}</li>`,
  );
  return html`<details class="retired"><summary>${words('retiredServices')}</summary><ul>${items}</ul></details>`;
}
