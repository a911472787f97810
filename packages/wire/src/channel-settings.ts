import type { Json, Result } from '@courant/base';
import { done, never } from '@courant/base';
import type {
  ChannelKind,
  ChannelRound,
  ChannelSettings,
  FileRule,
  FtpChannel,
  HttpChannel,
  HttpLogin,
  ImapChannel,
  PushProof,
  SftpChannel,
  SftpLogin,
  SilenceRule,
  WebSubChannel,
} from './channel.ts';
import type { Form, SettingFault } from './channel-form.ts';
import { formOf, isSecretName } from './channel-form.ts';
import { present } from './fields.ts';
import { MOST_BYTES } from './read.ts';

/** What came of reading settings: a refusal has every fault, and `say` has them all in one line. */
export type ChannelReading = Result<ChannelSettings, 'channel-settings'> & {
  readonly faults?: readonly SettingFault[];
};

const KINDS = ['folder', 'http', 'push', 'ftp', 'sftp', 'imap', 'websub'] as const satisfies ChannelKind[];
const DAY = 86_400;
/** Seconds between two visits where nothing is said. */
const USUAL_ROUND: Readonly<Record<ChannelKind, number>> = {
  folder: 2,
  http: 300,
  push: DAY,
  ftp: 60,
  sftp: 60,
  imap: 60,
  websub: 3600,
};
const LARGEST_PARCEL = 256 * 1024 * 1024;
const USUAL_LEASE = 7 * DAY;

/** Reads a channel's settings from JSON, as they are given and stored. Every fault is told, not only the first. */
export function readChannelSettings(json: Json): ChannelReading {
  const faults: SettingFault[] = [];
  const form = formOf(json, '', faults);
  const kind = form.choice('kind', KINDS);
  // Without a kind nothing else can be judged.
  const settings = faults.length === 0 ? settingsOf(kind, form) : undefined;
  if (settings !== undefined) form.close();
  if (settings !== undefined && faults.length === 0) return done(settings);
  const say = faults.map((one) => `${one.at}: ${one.say}`).join(' ');
  return { ok: false, why: 'channel-settings', say, faults };
}

function settingsOf(kind: ChannelKind, form: Form): ChannelSettings {
  const round = roundOf(kind, form);
  switch (kind) {
    case 'folder':
      return { kind, ...round, ...fileRule(form, 'move'), path: folderPath(form) };
    case 'http':
      return { kind, ...round, ...httpOf(form) };
    case 'push':
      return { kind, ...round, proof: proofOf(form) };
    case 'ftp':
      return { kind, ...round, ...fileRule(form, 'leave'), ...ftpOf(form) };
    case 'sftp':
      return { kind, ...round, ...fileRule(form, 'leave'), ...sftpOf(form) };
    case 'imap':
      return { kind, ...round, ...imapOf(form) };
    case 'websub':
      return { kind, ...round, ...webSubOf(form) };
    default:
      return never(kind);
  }
}

function roundOf(kind: ChannelKind, form: Form): ChannelRound {
  const silence = form.inner('silence');
  return {
    every: form.count('every', { least: 1, most: 7 * DAY, usual: USUAL_ROUND[kind] }),
    closeAfter: form.count('closeAfter', { least: 1, most: 10_000, usual: 20 }),
    mostBytes: form.count('mostBytes', { least: 1024, most: LARGEST_PARCEL, usual: MOST_BYTES }),
    ...(silence ? { silence: silenceOf(silence) } : {}),
  };
}

function silenceOf(form: Form): SilenceRule {
  const within = form.count('within', { least: 60, most: 90 * DAY });
  const quiet = form.inner('quiet');
  form.close();
  return { within, ...(quiet ? { quiet: quietOf(quiet) } : {}) };
}

function quietOf(form: Form): NonNullable<SilenceRule['quiet']> {
  const zone = form.text('zone');
  if (zone !== '' && !isZone(zone)) form.fault('zone', 'It must be a time zone such as “Europe/Berlin”.');
  const hour = (name: string): string | undefined => {
    const value = form.optionalText(name);
    const isHour = value === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
    if (!isHour) form.fault(name, 'It must be an hour such as “22:30”.');
    return value;
  };
  const [from, until, days] = [hour('from'), hour('until'), form.counts('days')];
  if ((from === undefined) !== (until === undefined)) form.fault('from', 'It goes together with “until”.');
  if (from !== undefined && from === until) form.fault('until', 'It must be another hour than “from”.');
  if (days?.some((day) => day < 0 || day > 6)) form.fault('days', 'Days go from 0 (Sunday) to 6 (Saturday).');
  if (new Set(days).size === 7) form.fault('days', 'One day must be left on which something is expected.');
  form.close();
  return { zone, ...present({ from, until, days }) };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    // A RangeError is how Intl says that it does not know the zone.
    return false;
  }
}

function fileRule(form: Form, usual: FileRule['after']): FileRule {
  const rule = {
    settle: form.count('settle', { least: 0, most: 3600, usual: 2 }),
    after: form.choice('after', ['move', 'delete', 'leave'], usual),
  };
  return form.has('names') ? { ...rule, names: form.texts('names') } : rule;
}

function folderPath(form: Form): string {
  const path = form.text('path');
  const isAbsolute = path === '' || /^(\/|[A-Za-z]:[\\/])/.test(path);
  if (!isAbsolute) form.fault('path', 'It must be an absolute path.');
  return path;
}

function webAddress(form: Form, name: string): string {
  const address = form.text(name);
  if (address === '') return address;
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    form.fault(name, 'It must be an address that begins with http:// or https://.');
  } else if (url.username !== '' || url.password !== '') {
    form.fault(name, 'It holds a login: take it out and say “login” instead.');
  }
  return address;
}

function httpLogin(form: Form): HttpLogin | undefined {
  const login = form.inner('login');
  if (login === undefined) return undefined;
  const by = login.choice('by', ['basic', 'bearer', 'header', 'query']);
  const secret = login.secret('secret');
  const read = (): HttpLogin => {
    if (by === 'basic') return { by, secret, user: login.text('user') };
    if (by === 'bearer') return { by, secret };
    const name = login.text('name');
    const isName = name === '' || /^[A-Za-z0-9_.-]{1,64}$/.test(name);
    if (!isName) login.fault('name', 'It must be the name of a header or of a part of the query.');
    return { by, secret, name };
  };
  const found = read();
  login.close();
  return found;
}

function httpOf(form: Form): Omit<HttpChannel, 'kind' | keyof ChannelRound> {
  const login = httpLogin(form);
  return {
    address: webAddress(form, 'address'),
    ...(login ? { login } : {}),
    ...present({ certificate: certificateOf(form) }),
  };
}

function certificateOf(form: Form): string | undefined {
  const pem = form.optionalText('certificate');
  const isPem = pem === undefined || /^\s*-----BEGIN CERTIFICATE-----/.test(pem);
  if (!isPem) form.fault('certificate', 'It must be a certificate as PEM text.');
  return pem;
}

function proofOf(form: Form): PushProof {
  const proof = form.inner('proof');
  if (proof === undefined) {
    form.fault('proof', 'It is missing: say how a push shows who sends it.');
    return { by: 'bearer', secrets: [] };
  }
  const by = proof.choice('by', ['bearer', 'signature', 'timestamped', 'webhook']);
  const secrets = proof.texts('secrets');
  if (!secrets.every(isSecretName)) {
    proof.fault('secrets', 'They must be the names under which secrets are put away, not the secrets.');
  }
  const read = (): PushProof => {
    if (by === 'bearer') return { by, secrets };
    if (by === 'signature') return { by, secrets, header: signatureHeader(proof) };
    return { by, secrets, window: proof.count('window', { least: 10, most: 3600, usual: 300 }) };
  };
  const found = read();
  proof.close();
  return found;
}

function signatureHeader(proof: Form): string {
  const header = proof.text('header', 'x-signature-256').toLowerCase();
  if (!/^[a-z0-9-]{1,64}$/.test(header)) proof.fault('header', 'It must be the name of a header.');
  return header;
}

type Server = Pick<FtpChannel, 'host' | 'port' | 'user'>;

function serverOf(form: Form, usualPort: number): Server {
  const host = form.text('host');
  const isHost = host === '' || /^[^\s/@?#]{1,253}$/.test(host);
  if (!isHost) form.fault('host', 'It must be the name of a server alone, without scheme and path.');
  const port = form.count('port', { least: 1, most: 65_535, usual: usualPort });
  if (!Number.isInteger(port)) form.fault('port', 'It must be a whole number.');
  return { host, port, user: form.text('user') };
}

function ftpOf(form: Form): Omit<FtpChannel, 'kind' | keyof ChannelRound | keyof FileRule> {
  const tls = form.choice('tls', ['explicit', 'implicit', 'none'], 'explicit');
  return {
    ...serverOf(form, tls === 'implicit' ? 990 : 21),
    tls,
    secret: form.secret('secret'),
    path: form.text('path', '.'),
    ...present({ certificate: certificateOf(form) }),
  };
}

function sftpOf(form: Form): Omit<SftpChannel, 'kind' | keyof ChannelRound | keyof FileRule> {
  const hostKeys = form.has('hostKeys') ? form.texts('hostKeys') : [];
  const isKey = (one: string): boolean => /^SHA256:[A-Za-z0-9+/]{43}$/.test(one);
  if (!hostKeys.every(isKey)) {
    form.fault(
      'hostKeys',
      'Each must be a fingerprint such as ssh-keygen -l prints: “SHA256:” and 43 characters.',
    );
  }
  return { ...serverOf(form, 22), login: sftpLogin(form), hostKeys, path: form.text('path', '.') };
}

function sftpLogin(form: Form): SftpLogin {
  const login = form.inner('login');
  if (login === undefined) {
    form.fault('login', 'It is missing: say whether by “password” or by “key”, and the name of the secret.');
    return { by: 'password', secret: '' };
  }
  const by = login.choice('by', ['password', 'key']);
  const secret = login.secret('secret');
  const phrase = by === 'key' && login.has('phrase') ? login.secret('phrase') : undefined;
  login.close();
  return by === 'password' ? { by, secret } : { by, secret, ...present({ phrase }) };
}

function imapOf(form: Form): Omit<ImapChannel, 'kind' | keyof ChannelRound> {
  const tls = form.choice('tls', ['implicit', 'starttls', 'none'], 'implicit');
  const after = form.choice('after', ['seen', 'move', 'leave'], 'seen');
  const [finished, authserv] = [form.optionalText('done'), form.optionalText('authserv')];
  if (after === 'move' && finished === undefined)
    form.fault('done', 'Say into which mailbox mails are moved.');
  return {
    ...serverOf(form, tls === 'implicit' ? 993 : 143),
    tls,
    after,
    secret: form.secret('secret'),
    mailbox: form.text('mailbox', 'INBOX'),
    ...present({ done: finished, authserv, certificate: certificateOf(form) }),
  };
}

function webSubOf(form: Form): Omit<WebSubChannel, 'kind' | keyof ChannelRound> {
  const login = httpLogin(form);
  return {
    topic: webAddress(form, 'topic'),
    secret: form.secret('secret'),
    lease: form.count('lease', { least: 300, most: 90 * DAY, usual: USUAL_LEASE }),
    sha1: form.flag('sha1', false),
    ...(form.has('hub') ? { hub: webAddress(form, 'hub') } : {}),
    ...(login ? { login } : {}),
  };
}
