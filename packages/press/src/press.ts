export type { Delivery } from './delivery.ts';
export { delivered } from './delivery.ts';
export type { FollowerOptions, Standing } from './follower.ts';
export { Follower } from './follower.ts';
export type { Page, PageCacheOptions } from './page-cache.ts';
export { PageCache } from './page-cache.ts';
export { pageAt } from './pages.ts';
export type {
  AtAddress,
  CorrectionNote,
  IssueFront,
  LiveStory,
  LiveTranslation,
  LogReader,
  NewestList,
  OpenPackage,
  Paper,
  PublicEntry,
  PublicRevision,
  SearchAsked,
  SheetModel,
  Shelf,
  Snapshot,
  SpanOfStories,
  StoryAddress,
  Withdrawal,
} from './ports.ts';
export type { SheetDrawing, Site, SiteScripts } from './reading.ts';
export { dayIn } from './reading.ts';
export type { Tag } from './tags.ts';
export { touched } from './tags.ts';
