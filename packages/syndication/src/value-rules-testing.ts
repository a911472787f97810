/** Says what is wrong with a value: the validator's word for it, or nothing. */
export type ValueRule = (value: string) => string | undefined;

const SCHEMES = new Set(
  'ftp http https mailto news tel urn tag data dns info xmpp sip sips geo feed file pres'.split(' '),
);
const FULL = /^[a-z][a-z0-9+.-]*:(?:\/\/)?[\w;/?:@&=+$.\-!~*'()%,#]+$/i;
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:(?:[\w()+,.:=@;$!*'-]|%[0-9a-f]{2})+$/i;
const UUID = /^urn:uuid:[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/i;
const TAG =
  /^tag:([a-z0-9\-._]+?@)?[a-z0-9.-]+?,\d{4}(-\d{2}(-\d{2})?)?:[\w;/?:@&=+$.\-!~*'()%,]*(#[\w;/?:@&=+$.\-!~*'()%,]*)?$/;

/** A URI with its scheme, all in ASCII (RFC 3986; RFC 4151 for tags, RFC 8141 for names). */
export const fullUri: ValueRule = (value) => {
  const scheme = value.split(':', 1)[0]?.toLowerCase() ?? '';
  if (scheme === 'tag') return TAG.test(value) ? undefined : 'InvalidTAG';
  if (scheme === 'urn') {
    if (/^urn:uuid:/i.test(value) && !UUID.test(value)) return 'InvalidUUID';
    return URN.test(value) ? undefined : 'InvalidURN';
  }
  if (!FULL.test(value)) return 'InvalidFullLink';
  if (/^(?:http|ftp)$/.test(scheme) && !/^\w+:\/\/[^/]/.test(value)) return 'InvalidFullLink';
  return value.includes(':') && /^[a-z]+$/.test(scheme) && !SCHEMES.has(scheme)
    ? 'SchemeNotIANARegistered'
    : undefined;
};

/** A URI or a path, in which letters of any script may stand (RFC 3987). */
export const iri: ValueRule = (value) => {
  const ascii = value.replace(/\P{ASCII}/gu, 'x').replace(/^(https?:\/\/)\[[0-9a-f:]+\]/i, '$1host');
  if (/^[a-z][a-z0-9+.-]*:/i.test(ascii)) return fullUri(ascii);
  return /^[\w;/?:@&=+$.\-!~*'()%,#]*$/i.test(ascii) ? undefined : 'InvalidLink';
};

/** An absolute address of the web, which all of ours are. */
export const webUri: ValueRule = (value) =>
  fullUri(value) ?? (/^https?:/i.test(value) ? undefined : 'InvalidFullLink');

/** What is percent-encoded without need (RFC 3986 §2.3), and what was encoded twice. */
const NEEDLESS = /%(?:25|2[DE]|3\d|5F|7E|[46][1-9A-F]|[57][\dA])/i;

/** An id of Atom: a URI, with a path without dots and a host in small letters, as comparing goes by character. */
export const canonicalUri: ValueRule = (value) => {
  const fault = fullUri(value.trim());
  if (fault !== undefined) return fault;
  if (NEEDLESS.test(value)) return 'NonCanonicalURI';
  const url = /^https?:/i.test(value) ? URL.parse(value) : undefined;
  return url && (url.href !== value || /%(?:[0-9A-F]?[a-f]|[a-f])/.test(value))
    ? 'NonCanonicalURI'
    : undefined;
};

const DATE_822 =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d\d?) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (?:[+-]?\d\d[03]0|UT|GMT|[ECMP][SD]T|Z)$/;
const LOOSE_822 =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\s*,\s*)?\d\d?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+\d\d(?:\d\d)?\s+\d\d:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|ut|gmt|[ecmp][sd]t|[a-ik-z])?$/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** A text without what RFC 822 §3.4.3 lets stand in brackets, one within another. */
function withoutComments(value: string): string {
  let [before, after] = ['', value.replace(/\\./g, '')];
  while (before !== after) [before, after] = [after, after.replace(/\([^()]*\)/g, ' ')];
  return after;
}

/** A moment of RSS 2.0 (RFC 822 with years of four digits) whose day of the week is right, not before 1990. */
export const mailDate: ValueRule = (value) => {
  const found = DATE_822.exec(value);
  if (!found) {
    const bare = withoutComments(value).trim().toLowerCase();
    return LOOSE_822.test(bare) ? 'ProblematicalRFC822Date' : 'InvalidRFC2822Date';
  }
  const [, weekday, day, month = '', year] = found;
  const date = new Date(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)));
  if (date.getUTCDate() !== Number(day)) return 'InvalidRFC2822Date';
  if (weekday !== undefined && DAYS[date.getUTCDay()] !== weekday) return 'IncorrectDOW';
  return Number(year) < 1990 ? 'ImplausibleDate' : undefined;
};

/** A moment of Atom (RFC 3339) with zone, not before 1990. */
export const internetDate: ValueRule = (value) => {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d(?:\.\d*)?)(?:Z|[+-]\d\d:\d\d)$/.exec(value);
  if (!found) return 'InvalidRFC3339Date';
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const isDay =
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!isDay || hour > 23 || minute > 60 || second > 60) return 'InvalidRFC3339Date';
  return year < 1990 ? 'ImplausibleDate' : undefined;
};

/** A language of BCP 47 whose first part has two or three letters. */
export const language: ValueRule = (value) =>
  /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(value) || /^[ix]-[a-z0-9-]+$/i.test(value)
    ? undefined
    : 'InvalidLanguage';

/** A media type with its parameters. */
export const mediaType: ValueRule = (value) =>
  /^[^\s()<>,;:\\"/[\]?=]+\/[^\s()<>,;:\\"/[\]?=]+(?:\s*;\s*[^\s()<>,;:\\"/[\]?=]+=(?:"(?:\\"|[^"])*"|[^\s()<>,;:\\"/[\]?=]+))*$/.test(
    value,
  )
    ? undefined
    : 'InvalidMIMEType';

/** A whole number above nought. */
export const positive: ValueRule = (value) =>
  /^[1-9]\d*$/.test(value) ? undefined : 'InvalidPositiveInteger';

/** `mail (Name)`, the only form RSS knows for people. */
export const mailWithName: ValueRule = (value) => {
  if (/^mailto:/i.test(value)) return undefined;
  const mail = /[^\s()<>@]+@[^\s()<>@]+\.[^\s()<>@]+/.exec(value)?.[0];
  if (mail === undefined) return 'InvalidContact';
  if (value.indexOf('@') > 0 && !value.endsWith(')')) {
    return value.includes(' ') ? 'EmailFormat' : 'MissingRealName';
  }
  return undefined;
};

/** Characters that say the encoding was lost: C1 controls and U+FFFD. */
export const sound: ValueRule = (value) =>
  /[\u0080-\u009f\ufffd]/.test(value) ? 'BadCharacters' : undefined;
