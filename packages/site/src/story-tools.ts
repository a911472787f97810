import type { Html } from '@courant/base';
import { html, NOTHING } from '@courant/base';
import { picturesIn } from '@courant/story';
import { directionOf, wordsOf } from './messages.ts';
import type { StoryPage } from './published-story.ts';

/** Buttons that keep a story on the device and read it aloud; shown only where scripts run and the device can. */
export function storyTools({ edition }: StoryPage): Html {
  const words = wordsOf(edition);
  return html`<div class="tools tool" lang="${edition.locale}" dir="${directionOf(edition.locale)}">
<button type="button" class="keep" data-do="keep" aria-pressed="false" data-done="${words('storyKept')}" data-undone="${words('storyUnkept')}" data-failed="${words('storyNotKept')}">${words('keepStory')}</button>
<button type="button" class="speak" data-do="speak" data-pause="${words('listenPause')}" data-on="${words('listenGoOn')}">${words('listen')}</button>
<button type="button" data-do="hush" hidden>${words('listenStop')}</button>
<span class="said" role="status"></span></div>`;
}

/** The pictures of a story over the whole screen, filled by a script; nothing where the story has none. */
export function pictureViewer({ story, edition }: StoryPage): Html {
  if (!picturesIn(story.copy).some((id) => story.pictures.has(id))) return NOTHING;
  const words = wordsOf(edition);
  const count = words('pictureOf', { number: '{number}', count: '{count}' });
  return html`<dialog class="viewer" id="viewer" aria-label="${words('picturesOfStory')}" data-open="${words('enlargePicture')}">
<div class="slides"></div>
<form method="dialog"><p class="count" role="status" data-of="${count}"></p>
<button type="button" data-go="-1" aria-label="${words('previousPicture')}"></button>
<button type="button" data-go="1" aria-label="${words('nextPicture')}"></button>
<button type="submit">${words('close')}</button></form></dialog>`;
}
