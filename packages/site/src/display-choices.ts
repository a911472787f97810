import type { Html } from '@courant/base';
import { html } from '@courant/base';
import type { Edition } from '@courant/edition';
import { wordsOf } from './messages.ts';

/** What opens the reader's choices of colours and size of text; shown only where scripts run. */
export function displayButton(edition: Pick<Edition, 'locale'>): Html {
  return html`<p class="tool"><button type="button" popovertarget="display">${wordsOf(edition)('display')}</button></p>`;
}

/** The reader's choices; the names of the fields are those they are kept under on the device. */
export function displayChoices(edition: Pick<Edition, 'locale'>): Html {
  const words = wordsOf(edition);
  return html`<div class="display" id="display" popover>
<fieldset><legend>${words('colours')}</legend>
<label><input type="radio" name="theme" value="" checked> ${words('coloursSystem')}</label>
<label><input type="radio" name="theme" value="light"> ${words('coloursLight')}</label>
<label><input type="radio" name="theme" value="dark"> ${words('coloursDark')}</label></fieldset>
<fieldset><legend>${words('textSize')}</legend>
<label><input type="radio" name="text" value="small"> ${words('textSmall')}</label>
<label><input type="radio" name="text" value="" checked> ${words('textUsual')}</label>
<label><input type="radio" name="text" value="large"> ${words('textLarge')}</label>
<label><input type="radio" name="text" value="largest"> ${words('textLargest')}</label></fieldset></div>`;
}
