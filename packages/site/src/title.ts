import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';

/** Somewhere a title leads to beside its own page: a section below it, the whole of a list. */
export interface TitleLink {
  readonly name: string;
  readonly path: string;
}

/** The title of a container over its rule, leading to its own page where it has one. */
export function titleTag(title: string, path?: string, links: readonly TitleLink[] = []): Html {
  const words = path === undefined ? html`${title}` : html`<a href="${href(path)}">${title}</a>`;
  const items = links.map((link) => html`<li><a href="${href(link.path)}">${link.name}</a></li>`);
  const list = items.length > 0 ? html`<ul>${items}</ul>` : NOTHING;
  return html`<header class="title"><h2>${words}</h2>${list}</header>`;
}
