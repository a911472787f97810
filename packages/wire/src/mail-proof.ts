import { squeeze } from '@courant/base';
import { unique } from './fields.ts';

/** What a mail server can find out of a mail: that it came by the sender's server, is signed by it, or as it asks. */
export type MailProof = 'spf' | 'dkim' | 'dmarc';

/** Where the domain stands that a method has proven (RFC 8601 §2.7), and one server's own word for it. */
const DOMAIN_OF: Readonly<Record<MailProof, RegExp>> = {
  spf: /\b(?:smtp\.mail(?:from)?|envelope-from)=(\S+)/i,
  dkim: /\bheader\.[di]=(\S+)/i,
  dmarc: /\bheader\.from=(\S+)/i,
};
const METHODS = Object.keys(DOMAIN_OF) as readonly MailProof[];

/** The longest result that is read. */
const LONGEST = 8_000;

/**
 * What a mail server says it has proven of the one whose address is in From (RFC 8601). A method counts only for the
 * domain of that address or one above it (RFC 7489 §3.1, relaxed): anybody can sign for a domain of their own.
 */
export function proofsOf(results: string | undefined, from: string | undefined): readonly MailProof[] {
  const domain = from?.split('@').at(-1)?.toLowerCase();
  if (results === undefined || !domain) return [];
  const parts = withoutComments(results.slice(0, LONGEST))
    .split(';')
    .map((part) => part.trim());
  const proven = parts.flatMap((part, i) => {
    const method = METHODS.find((one) =>
      new RegExp(`^${one}\\s*(?:/\\s*1\\s*)?=\\s*pass\\b`, 'i').test(part),
    );
    if (method === undefined) return [];
    // One server parts a method's properties by semicolons too.
    const own = [part, ...propertiesBehind(parts.slice(i + 1))].join(' ');
    const proved = domainIn(DOMAIN_OF[method].exec(own)?.[1]);
    return proved !== undefined && isAligned(domain, proved) ? [method] : [];
  });
  return unique(proven);
}

function propertiesBehind(parts: readonly string[]): readonly string[] {
  const next = parts.findIndex(
    (part) => !/^(?:envelope-from|client-ip|helo|smtp\.\w+|header\.\w+)=/i.test(part),
  );
  return next < 0 ? parts : parts.slice(0, next);
}

/** Comments may stand in each other; one that is never closed ends where the next method begins. */
function withoutComments(results: string): string {
  let plain = squeeze(results);
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\([^()]*\)/g, ' ');
  }
  return plain.replace(/\([^;]*/g, ' ');
}

function domainIn(value: string | undefined): string | undefined {
  const domain = value
    ?.replace(/^[<"']+|[>"',;]+$/g, '')
    .split('@')
    .at(-1)
    ?.toLowerCase();
  return domain?.includes('.') ? domain : undefined;
}

/** The same domain, or one is under the other; what stands at the top (`com`, `co.uk`) proves nothing of those below. */
function isAligned(from: string, proved: string): boolean {
  return from === proved || under(from, proved) || under(proved, from);
}

function under(below: string, above: string): boolean {
  return below.endsWith(`.${above}`) && !PUBLIC_SUFFIX.test(above);
}

/** Domains under which anybody registers; those of two words are the ones countries have for trades. */
const PUBLIC_SUFFIX =
  /^(?:[a-z]{2,}|(?:com?|org|net|edu|gov|gob|ac|or|ne|go|ltd|plc|nom|press|media)\.[a-z]{2})$/;
