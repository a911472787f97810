import type { Html } from '@courant/base';
import { html, NOTHING } from '@courant/base';
import type { Container, Section } from '@courant/edition';
import { frontPath } from '@courant/edition';
import { containersHtml } from './container.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { railHtml } from './rail.ts';
import type { RailData } from './rail-data.ts';

/** What a section front is made of. */
export interface SectionPage extends FrameData {
  readonly section: Section;
  /** From `fillSection`. */
  readonly containers: readonly Container[];
  readonly rail: RailData;
}

/** The front of a section: its news by rank, its own sections, then the rest as a river beside the rail. */
export function sectionPage(page: SectionPage): Html {
  const { edition, publication, section, containers, rail } = page;
  const words = wordsOf(edition);
  const picture = containers[0]?.cards[0]?.card.picture;
  const description = words('sectionFront', {
    section: section.name,
    paper: publication.name,
    edition: edition.name,
  });
  // The river flows beside the rail; all else stands above them.
  const river = containers.filter((container) => container.key === 'more');
  const above = containers.filter((container) => container.key !== 'more');
  const empty = html`<p class="wrap empty">${words('sectionEmpty')}</p>`;
  return frame(page, {
    head: {
      kind: 'website',
      title: section.name,
      path: frontPath(edition, section),
      description,
      feeds: { title: section.name, list: frontPath(edition, section) },
      ...(picture ? { picture } : {}),
    },
    section: section.path,
    isFront: true,
    main: html`<header class="wrap page-head" data-section="${section.path.split('/', 1)[0] ?? ''}"><h1>${section.name}</h1></header>
${containers.length === 0 && empty}
${containersHtml(page, above)}
<div class="block wrap beside">${river.length > 0 ? containersHtml(page, river) : NOTHING}${railHtml(page, rail)}</div>`,
  });
}
