import type { Instant } from '@courant/base';
import { g2Item } from './newsml-g2-item-writer.ts';
import { NAR } from './newsml-g2-written.ts';
import type { WireItem } from './wire-item.ts';
import type { Written } from './written.ts';
import { element, textElement, xmlDocument } from './xml-writer.ts';

/** What a message says of itself beside its items. */
export interface G2Message {
  /** When it is sent; also when an item was made that does not say itself, because the standard asks for that. */
  readonly sent: Instant;
  /** Whose message it is, as a domain name (NewsML-G2 guidelines, newsMessage/header/sender). */
  readonly sender?: string;
  /** By which a receiver knows a message that came twice. */
  readonly transmitId?: string;
}

/**
 * Items as a newsMessage of NewsML-G2 2.35 at power conformance, packages as packageItems; valid by its schema whatever
 * the items hold. What has no word there is left out (docs/wire-formats.md).
 */
export function writeNewsMlG2(items: readonly WireItem[], { sent, sender, transmitId }: G2Message): Written {
  const message = element(
    'newsMessage',
    { xmlns: NAR },
    element(
      'header',
      {},
      element('sent', {}, sent),
      textElement('sender', sender),
      textElement('transmitId', transmitId),
    ),
    element(
      'itemSet',
      {},
      items.map((item, i) => g2Item(item, { sent, number: i + 1 })),
    ),
  );
  return { text: xmlDocument(message), mediaType: 'application/vnd.iptc.g2.newsmessage+xml' };
}
