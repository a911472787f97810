import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import { directionOf, say } from './messages.ts';
import { nameplate } from './nameplate.ts';

/** What the page said when the paper cannot be reached is made of; no database is asked. */
export interface UnavailablePage {
  /** Of the publication, where it is known. */
  readonly name?: string;
  /** BCP 47. */
  readonly locale: string;
  /** Path of the style sheet. */
  readonly styles: string;
}

/** The page said when the paper cannot be reached (status 503). */
export function unavailablePage({ name, locale, styles }: UnavailablePage): Html {
  const title = say(locale, 'unavailable');
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${href(styles)}">
</head>
<body>
${name && html`<header><div class="mast small wrap"><p class="name">${nameplate(name)}</p></div></header>`}
<main class="wrap notice"><h1>${title}</h1><p class="stand">${say(locale, 'unavailableText')}</p></main>
</body>
</html>
`;
}
