export type { Crawler, CrawlPurpose } from './ai-crawlers.data.ts';
export { AI_CRAWLERS } from './ai-crawlers.data.ts';
export { atomFeed } from './atom.ts';
export type {
  Direction,
  Feed,
  FeedArchive,
  FeedAuthor,
  FeedCategory,
  FeedFormat,
  FeedItem,
  FeedPicture,
  FormatAddresses,
  Tombstone,
} from './feed.ts';
export { FEED_MEDIA_TYPES } from './feed.ts';
export { feedMarkup } from './feed-markup.ts';
export { jsonFeed } from './json-feed.ts';
export type { Outline, OutlinePart } from './llms-text.ts';
export { LLMS_MEDIA_TYPE, llmsText } from './llms-text.ts';
export type { License } from './machine-license.ts';
export { RSL_MEDIA_TYPE, rslLicense, tdmRep } from './machine-license.ts';
export type { OpenSearch } from './open-search.ts';
export { OPEN_SEARCH_MEDIA_TYPE, openSearchDescription } from './open-search.ts';
export type { Robots } from './robots-text.ts';
export { robotsText } from './robots-text.ts';
export { rssFeed } from './rss.ts';
export type { Security } from './site-statements.ts';
export { adsText, securityText, trustText } from './site-statements.ts';
export type { NewsPage, SitemapPage, SitemapPart } from './sitemap.ts';
export {
  MOST_NEWS,
  MOST_SITEMAP_ADDRESSES,
  newsSitemap,
  SITEMAP_MEDIA_TYPE,
  sitemap,
  sitemapIndex,
} from './sitemap.ts';
export { TEXT_MEDIA_TYPE } from './text-lines.ts';
export type { Installable, InstallableIcon } from './web-manifest.ts';
export { MANIFEST_MEDIA_TYPE, webManifest } from './web-manifest.ts';
