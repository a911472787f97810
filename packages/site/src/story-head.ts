import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import { authorPath, frontPath } from '@courant/edition';
import { headlineHtml } from './headline.ts';
import { wordsOf } from './messages.ts';
import { pictureTag } from './picture.ts';
import type { StoryPage } from './published-story.ts';

/** The head of a story: the way to it, kicker, who speaks where it is opinion, headline, standfirst. */
export function storyHead(page: StoryPage): Html {
  const { copy } = page.story;
  return html`<header>
${sectionPath(page)}
${kickerHtml(page)}
${columnist(page)}
<h1>${headlineHtml(copy.headline, copy.language)}</h1>
${copy.standfirst && html`<p class="intro">${copy.standfirst}</p>`}
</header>`;
}

function kickerHtml(page: StoryPage): Html {
  const { copy } = page.story;
  const kicker = copy.kicker === page.section.name ? undefined : copy.kicker;
  return kicker ? html`<p class="kicker">${kicker}</p>` : NOTHING;
}

/** Opinion is somebody's: their face stands beside their words. */
function columnist({ story, edition }: StoryPage): Html {
  const [author] = story.authors;
  if (story.copy.kind !== 'opinion' || !author?.portrait) return NOTHING;
  return html`<p class="columnist"><span class="face">${pictureTag(author.portrait, { sizes: '72px', alt: '' })}</span><a href="${href(authorPath(edition, author))}">${author.name}</a></p>`;
}

/** `World › Politics`, each a link to its front. */
export function sectionPath(page: StoryPage): Html {
  const words = page.section.path.split('/');
  const links = words.flatMap((_, i) => {
    const path = words.slice(0, i + 1).join('/');
    const section = page.sections.find((one) => one.path === path);
    return section
      ? [html`<li><a href="${href(frontPath(page.edition, section))}">${section.name}</a></li>`]
      : [];
  });
  return html`<nav class="crumb" aria-label="${wordsOf(page.edition)('youAreIn')}"><ol>${links}</ol></nav>`;
}
