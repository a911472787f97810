import type { Html, Instant } from '@courant/base';
import { href, html } from '@courant/base';
import { xmlFile } from './epub-document.ts';
import type { PackedPicture } from './epub-pictures.ts';
import type { IssueModel } from './page-model.ts';
import { issueTitle } from './pdf-metadata.ts';

/** What the package document says of an issue. */
export interface PackageParts {
  readonly issue: IssueModel;
  readonly identifier: string;
  readonly printed: string;
  readonly modified: Instant;
  readonly summary: string;
  /** Whether every picture says what it shows. */
  readonly isDescribed: boolean;
  /** Its stories in the order of reading. */
  readonly chapters: readonly { readonly id: string; readonly name: string }[];
  readonly pictures: readonly PackedPicture[];
}

/** The file by which a reading system finds the package (EPUB 3.3 §4.2.6.3.1). */
export function containerFile(): string {
  return xmlFile(html`<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`);
}

/** The package document (EPUB 3.3 §5). */
export function packageFile(parts: PackageParts): string {
  const { issue, chapters, pictures } = parts;
  return xmlFile(html`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="issue"
 xml:lang="${issue.language}" dir="${issue.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${description(parts)}${accessibility(parts)}</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="front" href="front.jpg" media-type="image/jpeg" properties="cover-image"/>
<item id="style" href="issue.css" media-type="text/css"/>
${chapters.map(
  ({ id, name }) => html`<item id="${id}" href="${href(name)}" media-type="application/xhtml+xml"/>
`,
)}${pictures.map(
  ({ id, name }) => html`<item id="${id}" href="${href(name)}" media-type="image/jpeg"/>
`,
)}</manifest>
<spine page-progression-direction="${issue.direction}">
<itemref idref="cover"/>
<itemref idref="contents"/>
${chapters.map(
  ({ id }) => html`<itemref idref="${id}"/>
`,
)}</spine>
</package>`);
}

/** What is issued, by whom and when; the pages it marks are those of the printed issue. */
function description({ issue, identifier, printed, modified }: PackageParts): Html {
  return html`<dc:identifier id="issue">${identifier}</dc:identifier>
<dc:title>${issueTitle(issue)}</dc:title>
<dc:language>${issue.language}</dc:language>
<dc:publisher>${issue.publication}</dc:publisher>
<dc:date>${issue.date}</dc:date>
<dc:source id="printed">${printed}</dc:source>
<meta refines="#printed" property="source-of">pagination</meta>
<meta property="dcterms:modified">${modified.slice(0, 19)}Z</meta>
<meta property="belongs-to-collection" id="paper">${issue.publication}</meta>
<meta refines="#paper" property="collection-type">series</meta>
`;
}

const FEATURES = [
  'displayTransformability',
  'pageBreakMarkers',
  'pageNavigation',
  'readingOrder',
  'structuralNavigation',
  'tableOfContents',
  'unlocked',
];

/**
 * What readers with other senses find (EPUB Accessibility 1.1, Discoverability). It can be read by words alone where each picture has
 * them. No conformance is claimed: that takes somebody who has judged it, and who is named beside the claim.
 */
function accessibility({ isDescribed, summary }: PackageParts): Html {
  const features = isDescribed ? ['alternativeText', ...FEATURES] : FEATURES;
  const ways = isDescribed ? ['textual', 'textual,visual'] : ['textual,visual'];
  const said: readonly (readonly [string, string])[] = [
    ...['textual', 'visual'].map((mode) => ['accessMode', mode] as const),
    ...ways.map((way) => ['accessModeSufficient', way] as const),
    ...features.map((feature) => ['accessibilityFeature', feature] as const),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', summary],
  ];
  return html`${said.map(
    ([name, value]) => html`<meta property="schema:${name}">${value}</meta>
`,
  )}`;
}
