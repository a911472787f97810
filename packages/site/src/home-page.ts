import type { Html } from '@courant/base';
import { html } from '@courant/base';
import type { Card, Container } from '@courant/edition';
import { frontPath } from '@courant/edition';
import { containersHtml } from './container.ts';
import { listFormatter } from './formatter.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { closingHtml } from './rail.ts';
import type { RailData } from './rail-data.ts';

/** What the home of an edition is made of. */
export interface HomePage extends FrameData {
  /** From `fillHome`. */
  readonly containers: readonly Container[];
  readonly rail: RailData;
}

/** The home of an edition. */
export function homePage(page: HomePage): Html {
  const { edition, publication, containers, rail } = page;
  const lead = containers[0]?.cards[0]?.card;
  const picture = lead?.picture;
  const sections = page.sections
    .filter((section) => !section.path.includes('/'))
    .map((section) => section.name);
  const list = listFormatter(edition.locale).format(sections);
  const description = wordsOf(edition)('homeFront', {
    sections: list,
    paper: publication.name,
    edition: edition.name,
  });
  return frame(page, {
    head: { kind: 'website', path: frontPath(edition), description, ...(picture ? { picture } : {}) },
    isFront: true,
    main: html`${containersHtml(page, containers)}${closingHtml(page, withLead(rail, lead))}`,
  });
}

/** The home knows what leads the day, and so can show the day's paper with it. */
function withLead(rail: RailData, lead: Card | undefined): RailData {
  return rail.issue && lead ? { ...rail, issue: { lead, ...rail.issue } } : rail;
}
