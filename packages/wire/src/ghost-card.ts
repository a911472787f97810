import { escaped } from './html-escape.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { list, text } from './ninjs-object.ts';

/** A card's HTML, or undefined where we do not know the card; markdown in a card is kept as its lines. */
export function cardHtml(name: string, card: NinjsObject): string | undefined {
  const known = CARDS[name.replace(/^card-/, '').toLowerCase()];
  return known?.(card);
}

type Card = (card: NinjsObject) => string;

/** Cards by the name the editors give them, old and new (Koenig). */
const CARDS: Readonly<Record<string, Card>> = {
  image: (card) => figure(card),
  gallery: (card) =>
    list(card.images)
      .map((image) => figure(image))
      .join('') + paragraph(card.caption),
  html: (card) => String(card.html ?? ''),
  email: (card) => String(card.html ?? ''),
  'email-cta': (card) => String(card.html ?? ''),
  markdown: (card) => lines(text(card.markdown)),
  embed: (card) => link(card.url, card.url) + paragraph(card.caption),
  bookmark: bookmark,
  code: (card) => code(text(card.code)),
  codeblock: (card) => code(text(card.code)),
  hr: () => '<hr>',
  horizontalrule: () => '<hr>',
  callout: (card) => block(card.calloutText) + block(card.textValue),
  'call-to-action': (card) => block(card.textValue) + link(card.buttonUrl, card.buttonText),
  toggle: (card) => heading(card.heading) + block(card.content),
  button: (card) => link(card.buttonUrl, card.buttonText),
  header: (card) => heading(card.header) + block(card.subheader) + link(card.buttonUrl, card.buttonText),
  product: (card) =>
    heading(card.productTitle) + block(card.productDescription) + link(card.productUrl, card.productButton),
  file: (card) => link(card.src, card.fileTitle ?? card.fileName),
  audio: (card) => `<audio src="${address(card.src)}"></audio>${link(card.src, card.title)}`,
  video: (card) =>
    `<video src="${address(card.src)}"></video>${link(card.src, card.caption ?? card.fileName)}`,
  // These ask for an address or end what is free: they are no words of the copy.
  ...Object.fromEntries(['signup', 'paywall', 'transistor'].map((name) => [name, () => ''])),
};

function figure(image: NinjsObject): string {
  const src = text(image.src);
  if (src === undefined) return '';
  const picture = `<img src="${escaped(src)}" alt="${escaped(text(image.alt) ?? '')}">`;
  return `<figure>${picture}<figcaption>${text(image.caption) ?? ''}</figcaption></figure>`;
}

function bookmark(card: NinjsObject): string {
  const about = card.metadata as NinjsObject | undefined;
  return link(card.url, text(about?.title) ?? card.url) + paragraph(card.caption);
}

function address(value: unknown): string {
  return escaped(text(value) ?? '');
}

function link(href: unknown, words: unknown): string {
  const to = text(href);
  if (to === undefined) return '';
  return `<p><a href="${escaped(to)}">${text(words) ?? escaped(to)}</a></p>`;
}

function paragraph(html: unknown): string {
  const words = text(html);
  return words === undefined ? '' : `<p>${words}</p>`;
}

function block(html: unknown): string {
  const words = text(html);
  return words === undefined ? '' : `<div>${words}</div>`;
}

function heading(html: unknown): string {
  const words = text(html);
  return words === undefined ? '' : `<h3>${words}</h3>`;
}

function code(words: string | undefined): string {
  return words === undefined ? '' : `<pre>${escaped(words)}</pre>`;
}

function lines(words: string | undefined): string {
  return (words ?? '')
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replace(/\n/g, '<br>')}</p>`)
    .join('');
}
