import { squeeze } from '@courant/base';
import type { Body } from '@courant/story';
import { blockText } from '@courant/story';
import { bodyFromHtml, bodyFromText } from './html-body.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { list, text } from './ninjs-object.ts';

/** HTML first, because it says more; then plain text. Suffixes other than these are senders' own (1.x patterns). */
const HTML_NAMES = ['body_html', 'body_html5', 'body_xhtml', 'body_richhtml5', 'bodyhtml'];
const TEXT_NAMES = ['body_text', 'bodytext', 'bodyText', 'body_sms'];
/** Markup in a body that calls itself text, as one paper's feed has it. */
const MARKUP = /<\/?(?:p|div|h[1-6]|ul|table)\b[^<>]{0,500}>|<br\s*\/?>/i;

/** An element of XHTML that is empty, such as the title of Reuters' pages: in HTML it would draw in all that follows. */
const CLOSED =
  /<(title|script|style|textarea|iframe|noscript|p|div|span|a|b|i|strong|em)(\s[^<>]{0,500})?\/>/gi;

/** The body of an item in whichever of its forms it came. */
export function bodyOf(
  item: NinjsObject,
  from: { readonly item: string; readonly version: string },
  headline: string | undefined,
) {
  const html = HTML_NAMES.map((name) => text(item[name])).find(Boolean) ?? ofBodies(item, /html/i);
  const markedUp = html?.replace(CLOSED, (_, name, attrs = '') => `<${name}${attrs}></${name}>`);
  const plain =
    TEXT_NAMES.map((name) => text(item[name])).find(Boolean) ?? ofBodies(item, /plain|text\/text|^text$/i);
  const other =
    Object.keys(item)
      .filter((name) => /^body_/.test(name))
      .map((name) => text(item[name]))
      .find(Boolean) ?? ofBodies(item, /^$/);
  const markup = markedUp ?? [plain, other].find((text) => text !== undefined && MARKUP.test(text));
  const read =
    markup === undefined ? bodyFromText(plain ?? other ?? '', { from }) : bodyFromHtml(markup, { from });
  const body = withoutHeadline(read.body, headline);
  return { ...read, body, hasText: body.content.length > 0 };
}

/** Some senders open the body with the headline, as TT does; a page would show it twice. */
function withoutHeadline(body: Body, headline: string | undefined): Body {
  const [first, ...rest] = body.content;
  const isHeadline =
    headline !== undefined &&
    (first?.type === 'subhead' || first?.type === 'paragraph') &&
    squeeze(blockText(first)) === squeeze(headline);
  return isHeadline && rest.length > 0 ? { ...body, content: rest } : body;
}

function ofBodies(item: NinjsObject, contentType: RegExp): string | undefined {
  const bodies = list(item.bodies);
  const body = bodies.find((one) =>
    contentType.test(text(one.contentType) ?? text(one.contenttype) ?? text(one.role) ?? ''),
  );
  return text(body?.value);
}
