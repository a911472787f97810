import type { Html } from '@courant/base';
import { html } from '@courant/base';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';

/** The page of the stories a reader keeps on their device. */
export function savedPage(page: FrameData): Html {
  const words = wordsOf(page.edition);
  const title = words('saved');
  return frame(page, {
    head: { kind: 'website', title },
    main: html`<div class="wrap saved-page"><h1>${title}</h1><p class="stand">${words('savedText')}</p>
${savedStories(page)}</div>`,
  });
}

/** The list of what is kept on the device, filled by a script; without one, a sentence. */
export function savedStories({ edition }: FrameData): Html {
  const words = wordsOf(edition);
  return html`<div class="saved" id="saved"><p data-none="${words('savedNone')}">${words('savedUnable')}</p>
<template><article><h2><a href="/"></a></h2><p class="stand"></p><button type="button">${words('removeSaved')}</button></article></template></div>`;
}
