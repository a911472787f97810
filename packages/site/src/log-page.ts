import type { Html, Instant, Json } from '@courant/base';
import { href, html } from '@courant/base';
import type { LogKind } from '@courant/edition';
import { logEntryPath, logPath } from '@courant/edition';
import { momentTag } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import type { MessageKey } from './messages-en.data.ts';

/** What the page of one entry of the publication log is made of: all that its hash is taken over. */
export interface LogPage extends FrameData {
  readonly entry: {
    readonly seq: number;
    readonly at: Instant;
    readonly kind: LogKind;
    readonly payload: Json;
    readonly payloadHash: string;
    readonly prevHash: string;
    readonly hash: string;
  };
  /** Path of the story it concerns, where that is live. */
  readonly storyPath?: string;
  readonly headline?: string;
  readonly hasNext: boolean;
}

const KINDS: Readonly<Record<LogKind, MessageKey>> = {
  publish: 'logKindPublish',
  update: 'logKindUpdate',
  correct: 'logKindCorrect',
  kill: 'logKindKill',
  unpublish: 'logKindUnpublish',
  'package-changed': 'logKindPackage',
  'most-read-changed': 'logKindMostRead',
  'issue-published': 'logKindIssue',
  'settings-changed': 'logKindSettings',
};

/** One entry of the publication log: what happened, and the fingerprints that tie it to the one before. */
export function logPage(page: LogPage): Html {
  const { entry, edition } = page;
  const words = wordsOf(edition);
  const { seq } = entry;
  const title = words('logEntry', { number: seq });
  const story =
    page.storyPath && html` · <a href="${href(page.storyPath)}">${page.headline ?? page.storyPath}</a>`;
  return frame(page, {
    head: { kind: 'website', title, description: words('logText') },
    main: html`<header class="wrap page-head"><h1>${title}</h1><p class="stand">${words('logText')}</p></header>
<div class="block wrap column-page"><dl class="entry-facts">
<dt>${words('logKind')}</dt><dd>${words(KINDS[entry.kind])}${story} · ${momentTag(entry.at, edition)}</dd>
<dt>${words('logHash')}</dt><dd><code dir="ltr">${entry.hash}</code></dd>
<dt>${words('logPreviousHash')}</dt><dd><code dir="ltr">${entry.prevHash}</code></dd>
<dt>${words('logPayloadHash')}</dt><dd><code dir="ltr">${entry.payloadHash}</code></dd>
<dt>${words('logPayload')}</dt><dd><pre dir="ltr">${JSON.stringify(entry.payload, undefined, 2)}</pre></dd>
</dl>
<p class="meta"><a href="${href(logEntryPath(seq))}">JSON</a></p>
<nav class="papers" aria-label="${words('logProof')}">${seq > 1 && html`<a rel="prev" href="${href(logPath(edition, seq - 1))}">${words('logPrevious')}</a>`}
${page.hasNext && html`<a rel="next" href="${href(logPath(edition, seq + 1))}">${words('logNext')}</a>`}</nav></div>`,
  });
}
