import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Edition } from '@courant/edition';
import { wordsOf } from './messages.ts';
import { pluralForms } from './plural-forms.ts';

/** What a script shows over the entries of a live blog when new ones have come, and puts in when asked. */
export function newEntries({ locale }: Pick<Edition, 'locale'>): Html {
  return html`<template id="arrivals" data-forms="${pluralForms(locale, 'newUpdates')}"><div class="arrivals" role="status" lang="${locale}"><button type="button" hidden></button></div></template>`;
}

/** What a script shows over a front when a newer one has come: the way to it. */
export function newerFront({ locale }: Pick<Edition, 'locale'>, path: string): Html {
  return html`<template id="arrivals"><div class="arrivals" role="status"><a href="${href(path)}" hidden>${wordsOf({ locale })('newerNews')}</a></div></template>`;
}
