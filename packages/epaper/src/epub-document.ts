import type { Html } from '@courant/base';
import { html } from '@courant/base';
import type { IssueModel } from './page-model.ts';

/** What XML 1.0 §2.2 forbids, or tells authors to avoid: controls, halves of pairs, what is no character. */
const UNFIT = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]/gu;

/** A text as it may stand in XML; line ends are those that a parser makes of them (§2.11). */
export function fitText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNFIT, '');
}

/** Whether a text shows nothing. */
export function isBlank(text: string): boolean {
  return fitText(text).trim() === '';
}

/** A whole XML document. What may not stand in one is taken out here, once for all that any document says. */
export function xmlFile({ markup }: Html): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${fitText(markup)}\n`;
}

/** What a document of the issue is called, and what it holds. */
export interface DocumentParts {
  readonly title: string;
  readonly body: Html;
}

/** A content document (EPUB 3.3 §6.1), in the issue's language and direction. */
export function contentDocument(issue: IssueModel, { title, body }: DocumentParts): string {
  const { language, direction } = issue;
  return xmlFile(html`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 xml:lang="${language}" lang="${language}" dir="${direction}">
<head>
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<link rel="stylesheet" type="text/css" href="issue.css"/>
</head>
${body}
</html>`).replace('\n', '\n<!DOCTYPE html>\n');
}
