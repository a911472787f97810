export type { FeedEnd } from './address.ts';
export {
  correctionsPath,
  FEED_ENDS,
  feedPath,
  feedsPath,
  historyPath,
  logEntryPath,
  logPath,
  mostReadPath,
  packagesPath,
  searchPath,
} from './address.ts';
export type { ArchiveSpan } from './archive.ts';
export { archivePath, spanAt } from './archive.ts';
export type { Author, AuthorTeaser } from './author.ts';
export { authorPath } from './author.ts';
export type { Card } from './card.ts';
export { isRunning } from './card.ts';
export { breakingOf, fillHome, fillSection } from './curation.ts';
export type { Container, Layout, Rank, RankedCard } from './front.ts';
export type { Issue, IssueSheet, PaperOfDay, PapersOfMonth, PrintedPlace } from './issue.ts';
export {
  issueEpubPath,
  issuePdfPath,
  papersPath,
  SHEET_WIDTHS,
  sheetPath,
  sheetPicturePath,
} from './issue.ts';
export type { HashedEntry, LogEntry, LogKind, LogPayload, NewLogEntry, PlaceInLog } from './log-entry.ts';
export { GENESIS_HASH, hashedText, payloadText } from './log-entry.ts';
export type { DateStyle, Edition, PackageKind, Publication, Section, StoryPackage } from './paper.ts';
export {
  frontPath,
  issuePath,
  PACKAGE_WORD,
  packagePath,
  prefixOf,
  sectionsIn,
  shownSections,
} from './paper.ts';
export type { Marked } from './passage.ts';
export { marked, passageOf } from './passage.ts';
export type { Policy, TrustLine } from './policy.ts';
export { DEFAULT_POLICY } from './policy.ts';
export type { Search, SearchOrder } from './search.ts';
export { isAsked, isDay, LONGEST_SEARCH, readSearch, searchQuery } from './search.ts';
export type { SearchHit, SearchResults } from './search-hit.ts';
export { MOST_COUNTED } from './search-hit.ts';
export type { FoundWord } from './search-text.ts';
export { folded, wordsOfText } from './search-text.ts';
export type { RetiredShare, ShareBar, Shared, ShareLink } from './share.ts';
export { shareLinks } from './share.ts';
export { meantBy } from './spelling.ts';
export type { StandingLink, StandingPage } from './standing-page.ts';
export { standingPath } from './standing-page.ts';
export type { IssueTeaser, PackageTeaser } from './teaser.ts';
export type { Topic } from './topic.ts';
export { topicName, topicPath } from './topic.ts';
