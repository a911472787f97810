import { html } from '@courant/base';
import { printable } from './line-text.ts';
import type { IssueModel } from './page-model.ts';
import { text } from './pdf-value.ts';

const PRODUCER = 'Courant';

/** What an issue is called. */
export function issueTitle({ publication, editionName, date }: IssueModel): string {
  return [publication, editionName, date]
    .map(printable)
    .filter((part) => part !== '')
    .join(', ');
}

/** The information of older readers: it says what the metadata say, and no other time than the issue's day. */
export function information(issue: IssueModel): string {
  const moment = `(D:${dayOf(issue).replaceAll('-', '')}000000Z)`;
  const title = text(issueTitle(issue));
  return `<</Title ${title}/Producer(${PRODUCER})/CreationDate ${moment}/ModDate ${moment}>>`;
}

/** ISO day, and nothing else, whatever the issue says. */
function dayOf({ date }: IssueModel): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? '1970-01-01';
}

/** XMP that claims PDF/UA-1 and PDF/A-2a, and says what the first of the two means to readers of the second. */
export function metadata(issue: IssueModel): string {
  const moment = `${dayOf(issue)}T00:00:00Z`;
  const { markup } = html`<x:xmpmeta xmlns:x="adobe:ns:meta/"
><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
><dc:format>application/pdf</dc:format
><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${issueTitle(issue)}</rdf:li></rdf:Alt></dc:title
><dc:language><rdf:Bag><rdf:li>${printable(issue.language)}</rdf:li></rdf:Bag></dc:language
><xmp:CreateDate>${moment}</xmp:CreateDate><xmp:ModifyDate>${moment}</xmp:ModifyDate
><pdf:Producer>${PRODUCER}</pdf:Producer><pdfuaid:part>1</pdfuaid:part
><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance
><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"
><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema
><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI
><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix
><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"
><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType
><pdfaProperty:category>internal</pdfaProperty:category
><pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description
></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas
></rdf:Description></rdf:RDF></x:xmpmeta>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${markup}\n<?xpacket end="r"?>`;
}
