/**
 * The style of an issue's documents. Sizes are parts of the size the reader chose, colours are the reader's own, and
 * nothing says to which side, so that it serves both directions; type is only proposed.
 */
export const EPUB_STYLE = `body {
  margin: 0 4%;
  line-height: 1.45;
  font-family: "Source Serif 4", "Source Serif Pro", "PT Serif", Georgia, serif;
  overflow-wrap: break-word;
}
h1, h2, .nameplate, .day, .section, .kicker, .byline, figcaption, ol {
  -webkit-hyphens: manual;
  hyphens: manual;
}
header {
  margin: 0 0 1.2em;
}
header p {
  margin: 0;
  text-indent: 0;
}
.section {
  padding: 0.4em 0 0.3em;
  border-top: 3px solid;
  font-family: "Libre Franklin", Helvetica, Arial, sans-serif;
  font-size: 0.8em;
  font-weight: bold;
}
header .section {
  margin: 0 0 1.2em;
  border-bottom: 1px solid;
}
.kicker, .byline, .day {
  font-family: "Libre Franklin", Helvetica, Arial, sans-serif;
  font-size: 0.8em;
}
.kicker, .byline {
  font-weight: bold;
}
h1 {
  margin: 0.15em 0 0.4em;
  font-size: 1.85em;
  line-height: 1.14;
  font-weight: bold;
}
header .standfirst {
  margin: 0 0 0.8em;
  font-size: 1.15em;
  line-height: 1.35;
}
h2 {
  margin: 1.4em 0 0.4em;
  font-family: "Libre Franklin", Helvetica, Arial, sans-serif;
  font-size: 1em;
  line-height: 1.3;
  page-break-after: avoid;
  break-after: avoid;
}
p {
  margin: 0;
  text-indent: 1.2em;
  -webkit-hyphens: auto;
  hyphens: auto;
  orphans: 2;
  widows: 2;
}
header + p, h2 + p, figure + p {
  text-indent: 0;
}
figure {
  margin: 1.2em 0;
  page-break-inside: avoid;
  break-inside: avoid;
}
img {
  display: block;
  max-width: 100%;
  height: auto;
  margin: 0 auto;
}
table {
  width: 100%;
  margin: 0.6em 0 1.2em;
  border-collapse: collapse;
  border-top: 2px solid;
  font-family: "Libre Franklin", Helvetica, Arial, sans-serif;
  font-size: 0.85em;
}
th, td {
  padding-block: 0.25em;
  padding-inline: 0.6em 0;
  border-bottom: 1px solid;
  text-align: end;
  vertical-align: bottom;
}
th:first-child {
  padding-inline-start: 0;
  text-align: start;
}
tbody th {
  font-weight: normal;
}
figcaption {
  padding: 0.4em 0 0.5em;
  border-bottom: 1px solid;
  font-family: "Libre Franklin", Helvetica, Arial, sans-serif;
  font-size: 0.8em;
  line-height: 1.4;
}
.credit {
  white-space: nowrap;
  font-style: italic;
}
.nameplate {
  padding: 0.6em 0 0.2em;
  font-size: 1.9em;
  line-height: 1.15;
  font-weight: bold;
  text-align: center;
}
.day {
  padding: 0.4em 0;
  border-top: 1px solid;
  border-bottom: 1px solid;
  text-align: center;
}
nav h1 {
  font-size: 1.3em;
}
nav ol {
  margin: 0;
  padding: 0;
  list-style: none;
}
nav ol ol {
  margin: 0 0 1.4em;
}
nav .section {
  display: block;
}
nav li li {
  padding: 0.5em 0;
  border-top: 1px solid;
}
nav a {
  color: inherit;
  text-decoration: none;
}
.cover {
  margin: 0;
  text-align: center;
}
.cover img {
  max-height: 98vh;
  width: auto;
}
:lang(zh) p {
  text-indent: 2em;
}
:lang(zh) header p {
  text-indent: 0;
}
:lang(zh) em, :lang(zh) .credit {
  font-style: normal;
}
:lang(zh) em {
  -webkit-text-emphasis: filled dot;
  text-emphasis: filled dot;
}
:lang(ar) em, :lang(ar) .credit {
  font-style: normal;
}
:lang(ar) em {
  font-weight: bold;
}
:lang(ar) body, :lang(ar) p {
  line-height: 1.7;
}
`;
