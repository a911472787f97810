import { bodyFromHtml, bodyFromText } from './html-body.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { list, text } from './ninjs-object.ts';

/** HTML first, because it says more; then plain text. Suffixes other than these are senders' own (1.x patterns). */
const HTML_NAMES = ['body_html', 'body_html5', 'body_xhtml', 'body_richhtml5', 'bodyhtml'];
const TEXT_NAMES = ['body_text', 'bodytext', 'body_sms'];

/** The body of an item in whichever of its forms it came. */
export function bodyOf(item: NinjsObject, from: { readonly item: string; readonly version: string }) {
  const html = HTML_NAMES.map((name) => text(item[name])).find(Boolean) ?? ofBodies(item, /html/i);
  const plain =
    TEXT_NAMES.map((name) => text(item[name])).find(Boolean) ?? ofBodies(item, /plain|text\/text|^text$/i);
  const other = Object.keys(item)
    .filter((name) => /^body_/.test(name))
    .map((name) => text(item[name]))
    .find(Boolean);
  const markup = html ?? (other?.includes('<') ? other : undefined);
  const read =
    markup === undefined ? bodyFromText(plain ?? other ?? '', { from }) : bodyFromHtml(markup, { from });
  return { ...read, hasText: read.body.content.length > 0 };
}

function ofBodies(item: NinjsObject, contentType: RegExp): string | undefined {
  const bodies = list(item.bodies);
  const body = bodies.find((one) =>
    contentType.test(text(one.contentType) ?? text(one.contenttype) ?? text(one.role) ?? ''),
  );
  return text(body?.value);
}
