import type { ServedPaper } from './served.ts';

/** A paper that answers, wherever it runs. */
export type Answering = Pick<ServedPaper, 'get'>;

interface Listed {
  readonly url: string;
  readonly kind: string;
}

const EDITIONS: readonly (readonly [key: string, prefix: string])[] = [
  ['international', ''],
  ['european', '/european'],
  ['arabic', '/arabic'],
  ['chinese', '/chinese'],
];

/** The first link on a page that leads where the pattern says. */
async function linkOn(paper: Answering, path: string, pattern: RegExp): Promise<readonly string[]> {
  const { text } = await paper.get(path);
  const found = [...text.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
  return found.filter((href) => pattern.test(href)).slice(0, 1);
}

/** One address of every kind of page in one edition. */
async function kindsOf(paper: Answering, key: string, prefix: string): Promise<readonly string[]> {
  const list = await paper.get(`/api/v1/stories?edition=${key}&limit=100`);
  const { stories } = JSON.parse(list.text) as { stories: readonly Listed[] };
  const kinds = [...new Set(stories.map((story) => story.kind))].toSorted();
  const ofKind = kinds.flatMap((kind) => stories.find((story) => story.kind === kind) ?? []);
  const paths = ofKind.map((story) => prefix + decodeURI(new URL(story.url).pathname));
  const [first] = paths;
  // An edition without a story has no more than its home.
  if (first === undefined) return [prefix || '/'];
  const day = first.slice(prefix.length).split('/').slice(1, 4);
  const issue = (await paper.get(`${prefix}/epaper`)).headers.get('location') ?? '';
  return [
    prefix || '/',
    `${prefix}/world`,
    `${prefix}/nothing/here`,
    ...paths,
    `${first}/history`,
    ...(await linkOn(paper, `${first}/history`, /\/log\/\d+$/)),
    ...(await linkOn(paper, prefix || '/', /\/specials\/./)),
    ...(await linkOn(paper, prefix || '/', /\/hot-topics\/./)),
    ...(await linkOn(paper, `${prefix}/series`, /\/series\/./)),
    ...(await linkOn(paper, `${prefix}/authors`, /\/authors\/./)),
    ...(await linkOn(paper, first, /\/topics\/./)),
    ...['/specials', '/hot-topics', '/authors', '/most-read', '/archive', '/corrections', '/about'].map(
      (path) => prefix + path,
    ),
    ...[1, 2, 3].map((parts) => `${prefix}/${day.slice(0, parts).join('/')}`),
    issue,
    // Only where the paper was printed.
    ...(await linkOn(paper, issue, /\/epaper\/\d{4}-\d\d-\d\d\/1$/)),
    ...(await linkOn(paper, issue, /\/epaper\/\d{4}-\d\d$/)),
  ];
}

/** One address of every kind of page that the demo paper has, in every edition. */
export async function everyPageKind(paper: Answering): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [key, prefix] of EDITIONS) found.push(...(await kindsOf(paper, key, prefix)));
  found.push('/world/politics', '/european/specials/the-salt-line');
  found.push('/search', '/search?q=comet', '/search?q=commet', '/search?q=x&section=none&before=never');
  found.push(
    '/european/search?q=the+salt&order=newest',
    '/arabic/search?q=كابل',
    '/chinese/search?q=海底电缆',
  );
  return [...new Set(found)].filter((path) => path !== '');
}

/** The addresses of the newest stories of each kind in the default edition. */
export async function storiesOfKinds(paper: Answering): Promise<ReadonlyMap<string, readonly string[]>> {
  const list = await paper.get('/api/v1/stories?edition=international&limit=100');
  const { stories } = JSON.parse(list.text) as { stories: readonly Listed[] };
  const byKind = new Map<string, string[]>();
  for (const { kind, url } of stories)
    byKind.set(kind, [...(byKind.get(kind) ?? []), decodeURI(new URL(url).pathname)]);
  return byKind;
}
