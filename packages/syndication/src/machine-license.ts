import type { Json } from '@courant/base';
import type { Policy } from '@courant/edition';
import { oneLine } from './text-lines.ts';
import { requiredAddress, webAddress } from './web-address.ts';
import { element, elementWith, xmlDocument } from './xml.ts';

/** What to send as Content-Type with `rslLicense` (RSL 1.0 §4). */
export const RSL_MEDIA_TYPE = 'application/rsl+xml; charset=utf-8';

/** Whose paper it is, for licences that machines read. All addresses are absolute. */
export interface License {
  readonly policy: Policy;
  /** The root of the site. */
  readonly home: string;
  /** Who owns the rights. */
  readonly owner: string;
  /** The terms, for people. */
  readonly terms?: string;
}

/** The policy as Really Simple Licensing 1.0; of each kind of use at most one element, its words parted by blanks (§3.5). */
export function rslLicense({ policy, home, owner, terms }: License): string {
  const uses = [
    { use: 'search', isAllowed: true },
    { use: 'ai-index', isAllowed: policy.aiSearch },
    { use: 'ai-input', isAllowed: policy.aiUser },
    { use: 'ai-train', isAllowed: policy.aiTraining },
  ];
  const named = (isAllowed: boolean) =>
    uses
      .filter((one) => one.isAllowed === isAllowed)
      .map(({ use }) => use)
      .join(' ');
  const barred = named(false);
  const address = terms === undefined ? undefined : webAddress(terms);
  return xmlDocument(
    elementWith(
      'rsl',
      { xmlns: 'https://rslstandard.org/rsl' },
      elementWith(
        'content',
        { url: requiredAddress(home) },
        element(
          'license',
          elementWith('permits', { type: 'usage' }, named(true)),
          barred ? elementWith('prohibits', { type: 'usage' }, barred) : undefined,
          elementWith('copyright', { type: 'organization' }, oneLine(owner)),
          address === undefined ? undefined : element('terms', address),
        ),
      ),
    ),
  );
}

/**
 * The text of /.well-known/tdmrep.json (TDM Reservation Protocol, W3C Community Group report of 2024 §6.1): whether
 * the right to text and data mining is reserved for the whole site, and where terms are to be had.
 */
export function tdmRep({ policy, terms }: Pick<License, 'policy' | 'terms'>): string {
  const address = terms === undefined ? undefined : webAddress(terms);
  const rule: Json = {
    location: '/*',
    'tdm-reservation': policy.aiTraining ? 0 : 1,
    ...(address !== undefined && !policy.aiTraining && { 'tdm-policy': address }),
  };
  return JSON.stringify([rule], undefined, 2);
}
