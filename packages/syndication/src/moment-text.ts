import type { Instant } from '@courant/base';

/** A moment as RFC 3339 §5.6 and W3C-DTF write it: `2011-04-23T17:57:00Z`, with a fraction only where there is one. */
export function internetMoment(moment: Instant): string {
  return moment.replace('.000Z', 'Z');
}

/** A moment as RSS 2.0 asks (RFC 822 §5 with a year of four digits): `Sat, 23 Apr 2011 17:57:00 +0000`. */
export function mailMoment(moment: Instant): string {
  return new Date(moment).toUTCString().replace('GMT', '+0000');
}
