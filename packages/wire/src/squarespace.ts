/** Marks of the classes and the picture hosts of Squarespace, whose export is otherwise one of WordPress. */
const MARKS = [
  'sqs-block',
  'sqs-layout',
  'squarespace-cdn.com',
  'static1.squarespace.com',
  'static.squarespace.com',
];

/** Whether a part of an export of the WordPress kind comes from Squarespace. */
export function isSquarespace(xml: string): boolean {
  return MARKS.some((mark) => xml.includes(mark));
}
