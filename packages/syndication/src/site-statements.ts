import type { Instant } from '@courant/base';
import type { Policy } from '@courant/edition';
import { internetMoment } from './moment-text.ts';
import { linesOf, oneLine } from './text-lines.ts';
import { requiredAddress, webAddress } from './web-address.ts';

/** What security.txt says beside the policy. */
export interface Security {
  readonly policy: Pick<Policy, 'securityContact'>;
  /** When what it says is to be asked for again: within a year (RFC 9116 §2.5.5). */
  readonly expires: Instant;
  /** The absolute address of this file. */
  readonly canonical: string;
  /** BCP 47, of those who answer. */
  readonly languages: readonly string[];
  /** The absolute address of the page that says how reports are dealt with. */
  readonly page?: string;
}

/** The text of /.well-known/security.txt (RFC 9116); undefined where nobody is named who could be told. */
export function securityText({ policy, expires, canonical, languages, page }: Security): string | undefined {
  const contact = contactAddress(policy.securityContact ?? '');
  if (contact === undefined) return undefined;
  const found = page === undefined ? undefined : webAddress(page);
  return linesOf([
    `Contact: ${contact}`,
    `Expires: ${internetMoment(expires)}`,
    languages.length > 0 ? `Preferred-Languages: ${languages.map(oneLine).join(', ')}` : undefined,
    `Canonical: ${requiredAddress(canonical)}`,
    found === undefined ? undefined : `Policy: ${found}`,
  ]);
}

/** A contact as the URI that RFC 9116 §2.5.3 asks for; web addresses go by https. */
function contactAddress(contact: string): string | undefined {
  const said = oneLine(contact);
  if (/^(?:mailto|tel):\S+$/i.test(said)) return said;
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(said)) return `mailto:${said}`;
  return /^https:/i.test(said) ? webAddress(said) : undefined;
}

/**
 * The text of trust.txt (JournalList 1.6; draft-org-trust-relationship-protocol): the paper's ties, and whether
 * models may be trained on it.
 */
export function trustText({ trust, aiTraining }: Pick<Policy, 'trust' | 'aiTraining'>): string {
  return linesOf([
    ...trust.map(({ tie, to }) => `${tie}=${oneLine(to)}`),
    `datatrainingallowed=${aiTraining ? 'yes' : 'no'}`,
  ]);
}

/** What ads.txt says where nobody may sell: an empty file would say nothing (IAB ads.txt 1.1 §3.2.1). */
const NOBODY_SELLS = 'placeholder.example.com, placeholder, DIRECT, placeholder';

/** The text of ads.txt and app-ads.txt (IAB 1.1), with the paper's own domain as owner unless a line names one. */
export function adsText({ ads }: Pick<Policy, 'ads'>, domain: string): string {
  const lines = ads.map(oneLine).filter((line) => line !== '');
  const hasOwner = lines.some((line) => /^ownerdomain\s*=/i.test(line));
  const isRecord = (line: string) => /^[^#=,]+,/.test(line);
  return linesOf([
    ...(lines.some(isRecord) ? [] : [NOBODY_SELLS]),
    ...lines,
    hasOwner ? undefined : `OWNERDOMAIN=${oneLine(domain)}`,
  ]);
}
