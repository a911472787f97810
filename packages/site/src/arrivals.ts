import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Edition } from '@courant/edition';
import { wordsOf } from './messages.ts';
import { pluralForms } from './plural-forms.ts';

/*
 * Both stand in the page from the start, empty: a listener must be there before what it tells of, and what a script puts
 * above other elements later makes the browser dress all of those again.
 */

/** Where a script shows over the entries of a live blog that new ones have come, and puts them in when asked. */
export function newEntries({ locale }: Pick<Edition, 'locale'>): Html {
  return html`<div class="arrivals" id="arrivals" role="status" lang="${locale}" data-forms="${pluralForms(locale, 'newUpdates')}"><button type="button" hidden></button></div>`;
}

/** Where a script shows over a front that a newer one has come: the way to it. */
export function newerFront({ locale }: Pick<Edition, 'locale'>, path: string): Html {
  return html`<div class="arrivals" id="arrivals" role="status"><a href="${href(path)}" hidden>${wordsOf({ locale })('newerNews')}</a></div>`;
}
