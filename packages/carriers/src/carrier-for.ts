import { Fault, never } from '@courant/base';
import type { ChannelSettings } from '@courant/wire';
import { NOT_VISITED } from './faults.ts';
import { folder } from './folder.ts';
import type { ServerTools } from './ftp.ts';
import { ftp } from './ftp.ts';
import type { HttpTools } from './http-exchange.ts';
import { httpPoll } from './http-poll.ts';
import { imap } from './imap.ts';
import type { HubLinks } from './link-header.ts';
import type { Carrier, Parcel, SubscriptionBook } from './ports.ts';
import { sftp } from './sftp.ts';
import { webSub } from './websub.ts';

/** Everything that carriers need from outside. */
export interface CarrierTools extends ServerTools {
  /** PEM certificates trusted beside those that Node knows. */
  readonly authorities?: readonly string[];
  /** The page of a WebSub channel's subscription. */
  readonly book: SubscriptionBook;
  /** Finds hub and self in a feed itself. */
  readonly linksOf?: (parcel: Parcel) => HubLinks;
}

/** The carrier of a channel. Throws Fault `not-visited` for one whose supplier comes to us. */
export function carrierFor(settings: ChannelSettings, tools: CarrierTools): Carrier {
  const { guard, authorities, secrets, clock, book, linksOf } = tools;
  const http = (own: string | undefined): HttpTools => {
    const trusted = [...(authorities ?? []), ...(own === undefined ? [] : [own])];
    return { guard, ...(trusted.length > 0 ? { authorities: trusted } : {}) };
  };
  switch (settings.kind) {
    case 'folder':
      return folder(settings, { clock });
    case 'http':
      return httpPoll(settings, { http: http(settings.certificate), secrets, clock });
    case 'websub':
      return webSub(settings, {
        ...{ http: http(undefined), secrets, clock, book },
        ...(linksOf ? { linksOf } : {}),
      });
    case 'ftp':
      return ftp(settings, tools);
    case 'sftp':
      return sftp(settings, tools);
    case 'imap':
      return imap(settings, tools);
    case 'push':
      throw new Fault(NOT_VISITED, 'A push channel is not visited: its supplier sends to us.', {
        hint: 'Look at “channel list” for what came by it.',
      });
    default:
      return never(settings);
  }
}
