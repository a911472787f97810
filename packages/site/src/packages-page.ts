import type { Html } from '@courant/base';
import { html } from '@courant/base';
import type { PackageKind, PackageTeaser } from '@courant/edition';
import { packagesPath } from '@courant/edition';
import { teaserTag } from './card.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { breadcrumbs, graph } from './page-data.ts';
import { SIZES } from './sizes.ts';

/** What the list of an edition's specials, hot topics or series is made of. */
export interface PackagesPage extends FrameData {
  readonly kind: PackageKind;
  /** In their order, open and closed. */
  readonly packages: readonly PackageTeaser[];
}

const TITLE = { special: 'specials', 'hot-topic': 'hotTopics', series: 'series' } as const;

/** All specials, hot topics or series of an edition. */
export function packagesPage(page: PackagesPage): Html {
  const { kind, packages, edition, publication } = page;
  const words = wordsOf(edition);
  const title = words(TITLE[kind]);
  const path = packagesPath(edition, kind);
  const whole = [title, publication.name, edition.name].reduce((first, next) =>
    words('listed', { first, next }),
  );
  const drawn = packages.map((pack) => teaserTag(page, pack, { sizes: SIZES.quarter, level: 2 }));
  return frame(page, {
    head: { kind: 'website', title, path, description: whole },
    data: graph(breadcrumbs(page, [{ name: title, path }])),
    main: html`<header class="wrap page-head"><h1>${title}</h1></header>
<section class="block wrap specials">${drawn.length > 0 ? html`<div class="posters" data-count="${drawn.length}">${drawn}</div>` : html`<p class="empty">${words('sectionEmpty')}</p>`}</section>`,
  });
}
