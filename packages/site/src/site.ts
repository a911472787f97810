/**
 * Web pages as pure functions. Each page has one type for what it reads, beside the function that draws it:
 * what every page reads is `FrameData` (frame-data.ts), what stands beside the news is `RailData` (rail-data.ts).
 */

export type { ArchivePage } from './archive-page.ts';
export { archivePage } from './archive-page.ts';
export type { AuthorPage, AuthorsPage } from './author-page.ts';
export { authorPage, authorsPage } from './author-page.ts';
export type { CorrectionItem, CorrectionsPage } from './corrections-page.ts';
export { correctionsPage } from './corrections-page.ts';
export type { FeedStory } from './feed-story.ts';
export { feedStory } from './feed-story.ts';
export { feedsPage } from './feeds-page.ts';
export type { EditionLink, FrameData, PageScripts } from './frame-data.ts';
export type { Departure, GonePage } from './gone-page.ts';
export { gonePage } from './gone-page.ts';
export { absolute, sharedPicture } from './head.ts';
export type { HistoryPage, StoryVersion } from './history-page.ts';
export { historyPage } from './history-page.ts';
export type { HomePage } from './home-page.ts';
export { homePage } from './home-page.ts';
export { ICON_SIZES, iconLetter, iconPath } from './icon.ts';
export type { IssuePage, IssuePart } from './issue-page.ts';
export { issuePage } from './issue-page.ts';
export type { ListPage } from './list-page.ts';
export type { LogPage } from './log-page.ts';
export { logPage } from './log-page.ts';
export type { Words } from './messages.ts';
export { directionOf, wordsOf } from './messages.ts';
export { mostReadPage } from './most-read-page.ts';
export { drawingOf } from './nameplate.ts';
export type { NotFoundPage } from './not-found-page.ts';
export { notFoundPage } from './not-found-page.ts';
export { offlinePage } from './offline-page.ts';
export type { PackagesPage } from './packages-page.ts';
export { packagesPage } from './packages-page.ts';
export type { PapersPage } from './papers-page.ts';
export { papersPage } from './papers-page.ts';
export type { PublishedStory, StoryPage, Translation } from './published-story.ts';
export { qrDrawing } from './qr.ts';
export type { RailData } from './rail-data.ts';
export { savedPage } from './saved-page.ts';
export { offlinePath, savedPath } from './saved-path.ts';
export type { SearchNotice, SearchPage } from './search-page.ts';
export { searchPage } from './search-page.ts';
export type { SectionPage } from './section-page.ts';
export { sectionPage } from './section-page.ts';
export { sheetPage } from './sheet-page.ts';
export { SOCIAL_CARD, socialCardPath } from './social-card.ts';
export type { SpecialPage } from './special-page.ts';
export { specialPage } from './special-page.ts';
export type { AboutPage } from './standing-page.ts';
export { aboutPage } from './standing-page.ts';
export { storyPage } from './story-page.ts';
export type { TopicPage } from './topic-page.ts';
export { topicPage, topicTitle } from './topic-page.ts';
export type { UnavailablePage } from './unavailable-page.ts';
export { unavailablePage } from './unavailable-page.ts';
