import { never } from '@courant/base';

/** The ways by which copy comes. */
export type ChannelKind = ChannelSettings['kind'];

/** One way a supplier's copy arrives: a folder, an address, a mailbox. Secrets are names, never themselves. */
export type ChannelSettings =
  | FolderChannel
  | HttpChannel
  | PushChannel
  | FtpChannel
  | SftpChannel
  | ImapChannel
  | WebSubChannel;

/** What every channel has. */
export interface ChannelRound {
  /** Seconds between two visits. Nobody visits a push channel. */
  readonly every: number;
  /** After so many failures in a row the channel closes. */
  readonly closeAfter: number;
  /** Bytes of one parcel at the most; larger ones are refused. */
  readonly mostBytes: number;
  /** When to raise the alarm that nothing comes. */
  readonly silence?: SilenceRule;
}

/** How long a channel may be silent. */
export interface SilenceRule {
  /** Seconds in which something is expected; quiet hours and days do not count. */
  readonly within: number;
  /** When the supplier sleeps, by its own clocks. */
  readonly quiet?: QuietHours;
}

/** Hours and days on which a supplier sends little. */
export interface QuietHours {
  /** IANA time zone of the supplier. */
  readonly zone: string;
  /** `22:00`; with `until`, each night from the one to the other. */
  readonly from?: string;
  readonly until?: string;
  /** Whole days: 0 is Sunday, 6 Saturday. */
  readonly days?: readonly number[];
}

/** What becomes of a file once it is kept: moved to `done`, deleted, or left and remembered. */
export type AfterFile = 'move' | 'delete' | 'leave';

/** What is picked up from a place where files are left. */
export interface FileRule {
  /** Names with `*` and `?`; every file where absent. */
  readonly names?: readonly string[];
  /** Seconds for which size and time must stand still; 0 where files are renamed in when they are whole. */
  readonly settle: number;
  readonly after: AfterFile;
}

/** A folder of this machine that a supplier writes into. */
export interface FolderChannel extends ChannelRound, FileRule {
  readonly kind: 'folder';
  /** Absolute. */
  readonly path: string;
}

/** An address that is asked again and again. */
export interface HttpChannel extends ChannelRound {
  readonly kind: 'http';
  readonly address: string;
  readonly login?: HttpLogin;
  /** PEM of the certificate, or of its issuer, that is trusted for this channel alone. */
  readonly certificate?: string;
}

/** How a poll shows who asks. */
export type HttpLogin =
  | { readonly by: 'basic'; readonly user: string; readonly secret: string }
  | { readonly by: 'bearer'; readonly secret: string }
  | { readonly by: 'header'; readonly name: string; readonly secret: string }
  | { readonly by: 'query'; readonly name: string; readonly secret: string };

/** An address of ours that a supplier sends to. */
export interface PushChannel extends ChannelRound {
  readonly kind: 'push';
  readonly proof: PushProof;
}

/**
 * How a push shows who sends. `bearer`: a token; `signature`: HMAC over the body in one header; `timestamped`: HMAC
 * over `time.body`; `webhook`: as Standard Webhooks have it. Several secrets: each is good, so that one can be
 * changed while both are in use.
 */
export type PushProof =
  | { readonly by: 'bearer'; readonly secrets: readonly string[] }
  | { readonly by: 'signature'; readonly secrets: readonly string[]; readonly header: string }
  | { readonly by: 'timestamped'; readonly secrets: readonly string[]; readonly window: number }
  | { readonly by: 'webhook'; readonly secrets: readonly string[]; readonly window: number };

/** A folder on an FTP server. */
export interface FtpChannel extends ChannelRound, FileRule {
  readonly kind: 'ftp';
  readonly host: string;
  readonly port: number;
  readonly tls: 'explicit' | 'implicit' | 'none';
  readonly user: string;
  readonly secret: string;
  readonly path: string;
  readonly certificate?: string;
}

/** A folder on an SFTP server. */
export interface SftpChannel extends ChannelRound, FileRule {
  readonly kind: 'sftp';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly login: SftpLogin;
  /** `SHA256:…`, as `ssh-keygen -l` prints it; several while the server changes its key. */
  readonly hostKeys: readonly string[];
  readonly path: string;
}

/** How we log in by SSH; a key's secret is the private key itself. */
export type SftpLogin =
  | { readonly by: 'password'; readonly secret: string }
  | { readonly by: 'key'; readonly secret: string; readonly phrase?: string };

/** A mailbox. */
export interface ImapChannel extends ChannelRound {
  readonly kind: 'imap';
  readonly host: string;
  readonly port: number;
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly user: string;
  readonly secret: string;
  readonly mailbox: string;
  /** What becomes of a mail once it is kept. */
  readonly after: 'seen' | 'move' | 'leave';
  /** Where `move` puts it. */
  readonly done?: string;
  /** The name under which our own mail server writes Authentication-Results (RFC 8601 §2.5); no other is believed. */
  readonly authserv?: string;
  readonly certificate?: string;
}

/** A feed whose hub tells us when it has changed; it is asked now and then all the same. */
export interface WebSubChannel extends ChannelRound {
  readonly kind: 'websub';
  readonly topic: string;
  /** Where the topic itself names none, or another is meant. */
  readonly hub?: string;
  /** Name of the secret by which the hub signs. */
  readonly secret: string;
  /** Seconds of subscription that we ask for. */
  readonly lease: number;
  /** Whether pushes signed with SHA-1 are believed. */
  readonly sha1: boolean;
  readonly login?: HttpLogin;
}

/** Whether a channel is one that we visit; the others are visited by their suppliers. */
export function isVisited(settings: ChannelSettings): boolean {
  return settings.kind !== 'push';
}

/** The names of all secrets that a channel needs. */
export function secretsOf(settings: ChannelSettings): readonly string[] {
  switch (settings.kind) {
    case 'folder':
      return [];
    case 'http':
      return settings.login ? [settings.login.secret] : [];
    case 'push':
      return settings.proof.secrets;
    case 'ftp':
    case 'imap':
      return [settings.secret];
    case 'sftp':
      return [settings.login.secret, ...(phraseOf(settings.login) ?? [])];
    case 'websub':
      return [settings.secret, ...(settings.login ? [settings.login.secret] : [])];
    default:
      return never(settings);
  }
}

function phraseOf(login: SftpLogin): readonly string[] | undefined {
  return login.by === 'key' && login.phrase !== undefined ? [login.phrase] : undefined;
}

/** Where a channel leads, in a line that may be printed and logged: no login, no value of a query. */
export function channelPlace(settings: ChannelSettings): string {
  switch (settings.kind) {
    case 'folder':
      return settings.path;
    case 'http':
      return shownAddress(settings.address);
    case 'websub':
      return shownAddress(settings.topic);
    case 'push':
      return 'what is sent to us';
    case 'ftp':
    case 'sftp':
      return `${settings.kind}://${settings.host}:${settings.port}/${settings.path.replace(/^\//, '')}`;
    case 'imap':
      return `imap://${settings.host}:${settings.port}/${settings.mailbox}`;
    default:
      return never(settings);
  }
}

/** An address as it may be printed: a login is left out, and every value of its query, since keys stand there. */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return 'an address that cannot be read';
  const names = [...new Set([...url.searchParams].map(([name]) => `${encodeURIComponent(name)}=…`))];
  return `${url.protocol}//${url.host}${url.pathname}${names.length > 0 ? `?${names.join('&')}` : ''}`;
}
