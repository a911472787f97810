export { archiveIn, archiveOn } from './archive.ts';
export type { NewAuthor } from './authors.ts';
export { addAuthor } from './authors.ts';
export type { BellOptions } from './bell.ts';
export { Bell } from './bell.ts';
export type { DatabaseOptions, Tx } from './database.ts';
export { Database } from './database.ts';
export type { ExportedTable } from './export.ts';
export { exportTables } from './export.ts';
export {
  DATABASE_AWAY,
  DATABASE_NEWER,
  DATABASE_TOO_OLD,
  isAway,
  MIGRATION_CHANGED,
  SEARCH_TOO_BROAD,
} from './faults.ts';
export type { KeptIssue } from './issues.ts';
export { keptIssueIn } from './issues.ts';
export type { Verification } from './log.ts';
export { digest, entriesAfter, eraseRevision, headOf, lastEntries, recordIn, verifyLog } from './log.ts';
export type { ConsumerReport, PageCacheConsumer } from './log-reader.ts';
export { behind, consumers, forgetDead, logReaderOn, servedAt, signOff } from './log-reader.ts';
export { migrate, migrations } from './migrate.ts';
export type { ReadCount } from './most-read.ts';
export { countReads } from './most-read.ts';
export type { NewPackage } from './packages.ts';
export { openPackage } from './packages.ts';
export type { NewPaper } from './papers.ts';
export { emptyPaper, foundPaper, hasPaper, wasFoundedBy } from './papers.ts';
export { addPicture, pictureByHash } from './pictures.ts';
export type { QuarantinedReceipt } from './quarantine.ts';
export { payloadOf, quarantined, replayReceipts, retryQuarantined } from './quarantine.ts';
export { indexMissing } from './search-index.ts';
export { paperIn, shelfOn } from './shelf.ts';
export { addStandingPage } from './standing-pages.ts';
export type { Token } from './tokens.ts';
export { addToken, hasToken, tokenOf } from './tokens.ts';
export { Turn } from './turn.ts';
export type { ExportedVersion } from './wire-export.ts';
export { exportWire } from './wire-export.ts';
export type { WireListRow, WirePlace, WireQuestion } from './wire-list.ts';
export { lastFiling, wireGroup, wireList, wireRow, wireSince, wireVersions } from './wire-list.ts';
export type { WirePreset } from './wire-presets.ts';
export { presetCounts, wirePresetBy } from './wire-presets.ts';
export type { ListedAlert } from './wire-uses.ts';
export { openAlerts } from './wire-uses.ts';
