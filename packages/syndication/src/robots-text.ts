import type { Policy } from '@courant/edition';
import type { CrawlPurpose } from './ai-crawlers.data.ts';
import { AI_CRAWLERS } from './ai-crawlers.data.ts';
import { linesOf, oneLine } from './text-lines.ts';
import { requiredAddress } from './web-address.ts';

/** What robots.txt says beside the policy. */
export interface Robots {
  readonly policy: Policy;
  /** Paths that no crawler shall ask for: `/api/`. */
  readonly closed: readonly string[];
  /** Absolute addresses of sitemaps and sitemap indexes. */
  readonly sitemaps: readonly string[];
  /** Absolute address of the licence for machines (`rslLicense`). */
  readonly license?: string;
}

/** What each purpose is called in the file, for whoever reads it. */
const SAID: Readonly<Record<CrawlPurpose, string>> = {
  train: 'No training of models on this paper.',
  search: 'No index for answers by models.',
  user: 'No fetching on behalf of a person by a model.',
};

const PURPOSES: readonly CrawlPurpose[] = ['train', 'search', 'user'];

/**
 * The text of robots.txt (RFC 9309). Everybody may read what readers read; crawlers whose purpose the policy does not
 * allow have a group that shuts them out, since a crawler heeds only the group that names it (§2.2.1). `Sitemap` and
 * the `License` of RSL 1.0 (§4.4) belong to no group.
 */
export function robotsText({ policy, closed, sitemaps, license }: Robots): string {
  return linesOf([
    'User-agent: *',
    policy.contentSignal ? `Content-Signal: ${contentSignal(policy)}` : undefined,
    policy.contentUsage ? `Content-Usage: ${oneLine(policy.contentUsage)}` : undefined,
    ...closed.map((path) => `Disallow: ${oneLine(path)}`),
    'Allow: /',
    ...PURPOSES.flatMap((purpose) => (allows(policy, purpose) ? [] : shutOut(purpose))),
    '',
    license === undefined ? undefined : `License: ${requiredAddress(license)}`,
    ...sitemaps.map((address) => `Sitemap: ${requiredAddress(address)}`),
  ]);
}

/** Whether the policy allows what a crawler comes for. */
export function allows(policy: Policy, purpose: CrawlPurpose): boolean {
  switch (purpose) {
    case 'train':
      return policy.aiTraining;
    case 'search':
      return policy.aiSearch;
    case 'user':
      return policy.aiUser;
  }
}

function shutOut(purpose: CrawlPurpose): readonly string[] {
  const agents = AI_CRAWLERS.filter((crawler) => crawler.purpose === purpose);
  return ['', `# ${SAID[purpose]}`, ...agents.map(({ agent }) => `User-agent: ${agent}`), 'Disallow: /'];
}

/** The policy in the words of Content Signals (contentsignals.org): search is the search that shows links. */
function contentSignal(policy: Policy): string {
  const said = (isAllowed: boolean) => (isAllowed ? 'yes' : 'no');
  return `search=yes, ai-input=${said(policy.aiUser)}, ai-train=${said(policy.aiTraining)}`;
}
