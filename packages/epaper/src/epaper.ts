export { broadsheet } from './broadsheet.ts';
export type { Design } from './design.ts';
export { facesIn } from './design.ts';
export type { EpubParts, EpubWords } from './epub.ts';
export { writeEpub } from './epub.ts';
export type { Direction, Glyph, Shaped } from './face.ts';
export { Face } from './face.ts';
export {
  FACE_MISSING,
  FACE_UNFIT,
  ISSUE_UNFIT,
  LOCK_UNFIT,
  PICTURE_MISSING,
  PICTURE_UNFIT,
  STORY_MISSING,
} from './faults.ts';
export type { Galley } from './galley.ts';
export { setParagraph } from './galley.ts';
export type { Hyphenate } from './hyphenation.ts';
export { hyphenationOf } from './hyphenation.ts';
export type { MadeIssue } from './issue.ts';
export { makeIssue } from './issue.ts';
export type { Advertisement, IssueInput, IssuePlan, IssueSection, IssueWords } from './issue-input.ts';
export type { IssueReport } from './issue-report.ts';
export type { IssueBlock, IssuePicture, IssueStory } from './issue-story.ts';
export type { SetLine } from './line.ts';
export type { LineCount } from './line-break.ts';
export { LADDER } from './line-break.ts';
export { joinLines } from './line-text.ts';
export { naskhBroadsheet } from './naskh-broadsheet.ts';
export type * from './page-model.ts';
export type { OutlineParts } from './page-outlines.ts';
export { pageOutlines } from './page-outlines.ts';
export type { SvgParts } from './page-svg.ts';
export { faceStyles, pageSvg } from './page-svg.ts';
export type { Palette } from './palette.ts';
export type { PdfParts } from './pdf.ts';
export { writePdf } from './pdf.ts';
export type { PdfTools } from './pdf-objects.ts';
export type { PictureCut } from './picture-cut.ts';
export { pictureCut, pictureCuts } from './picture-cut.ts';
export type { Run, Style, Type } from './piece.ts';
export type { Faces } from './placed-line.ts';
export type { Replating } from './replate.ts';
export { replate } from './replate.ts';
export type { PaperFaces } from './sheet-format.ts';
export { StandingType } from './standing-type.ts';
export type { CopyWords, StoryInPaper } from './story-copy.ts';
export { issueStory } from './story-copy.ts';
export type { Subset } from './subset.ts';
export { openSubset } from './subset.ts';
export { tabloid } from './tabloid.ts';
