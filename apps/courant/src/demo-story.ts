import { readdir, readFile } from 'node:fs/promises';
import type { Id, Instant } from '@courant/base';
import { Fault, later } from '@courant/base';
import type { Place } from '@courant/desk';
import type { Block, Copy } from '@courant/story';
import { addressOf } from '@courant/story';
import type { StoryFile } from '@courant/wire';
import { readStoryFile } from '@courant/wire';

/** A story of the demo: its copy, where it stands, and when what happened to it. */
export interface DemoStory {
  readonly copy: Copy;
  readonly places: readonly Place[];
  readonly published: Instant;
  readonly updated?: Instant;
  readonly correction?: string;
}

/** The demo's stories, the oldest first: the log is written in the order of time. */
export async function readDemoStories(folder: string, now: Instant): Promise<readonly DemoStory[]> {
  const names = (await readdir(`${folder}stories`)).filter((name) => name.endsWith('.html'));
  const stories = names.map(async (name) => {
    const read = readStoryFile(await readFile(`${folder}stories/${name}`, 'utf8'));
    if (!read.ok) throw new Fault('bad-demo', `demo/stories/${name}: ${read.say}`);
    return demoStory(name, read.value, now);
  });
  return (await Promise.all(stories)).toSorted((a, b) => (a.published < b.published ? -1 : 1));
}

function demoStory(name: string, { copy, extra }: StoryFile, now: Instant): DemoStory {
  const { section, editions, published, updated, correction } = extra;
  if (section === undefined || editions === undefined || published === undefined) {
    throw new Fault('bad-demo', `demo/stories/${name} lacks section, editions or published.`);
  }
  const coverageEnds = extra['coverage-ends'];
  const ended = coverageEnds === undefined ? {} : { coverageEnds: ago(now, coverageEnds, name) };
  return {
    copy: {
      ...copy,
      ...ended,
      body: { ...copy.body, content: copy.body.content.map((block) => timed(block, now, name)) },
    },
    places: editions.split(',').map((edition) => ({ edition: edition.trim(), section })),
    published: ago(now, published, name),
    ...(updated === undefined ? {} : { updated: ago(now, updated, name) }),
    ...(correction === undefined ? {} : { correction }),
  };
}

/** Entries of a live blog say how long ago they were filed. */
function timed(block: Block, now: Instant, name: string): Block {
  if (block.type !== 'entry') return block;
  return { ...block, attrs: { ...block.attrs, at: ago(now, block.attrs.at, name) } };
}

/** The moment a duration such as `-P1DT3H20M` (ISO 8601) before now. */
function ago(now: Instant, duration: string, name: string): Instant {
  const found = /^-P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration.trim());
  if (!found)
    throw new Fault('bad-demo', `demo/stories/${name}: “${duration}” is no time before now, as -PT3H20M.`);
  const [days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0));
  return later(now, -(((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000);
}

/** What story files call by names of their own, as the paper knows it: ids of pictures, addresses of stories. */
export interface Names {
  readonly picture: (key: string) => Id;
  readonly story: (href: string) => string;
}

/** The names of the demo's pictures and stories. Throws Fault `bad-demo`, when asked, on one nothing has. */
export function namesOf(
  stories: readonly DemoStory[],
  pictures: ReadonlyMap<string, Id>,
  timeZone: string,
): Names {
  const paths = new Map(
    stories.map(({ copy, published }) => [copy.slug, addressOf(copy, published, timeZone)]),
  );
  const known = <T>(names: ReadonlyMap<string, T>, name: string): T => {
    const value = names.get(name);
    if (value === undefined) throw new Fault('bad-demo', `A demo story names “${name}”, which is not there.`);
    return value;
  };
  return {
    picture: (key) => known(pictures, key),
    story: (href) => (href.startsWith('slug:') ? known(paths, href.slice('slug:'.length)) : href),
  };
}

/** Copy with the paper's names in the place of the demo's own. Throws Fault `bad-demo` on a name nothing has. */
export function withNames(copy: Copy, names: Names): Copy {
  const content = copy.body.content.map((block): Block => {
    switch (block.type) {
      case 'picture':
        return { ...block, attrs: { ...block.attrs, picture: names.picture(block.attrs.picture) } };
      case 'gallery': {
        const pictures = block.attrs.pictures.map((one) => ({ ...one, picture: names.picture(one.picture) }));
        return { ...block, attrs: { ...block.attrs, pictures } };
      }
      case 'related': {
        const links = block.attrs.links.map((link) => ({ ...link, href: names.story(link.href) }));
        return { ...block, attrs: { ...block.attrs, links } };
      }
      default:
        return block;
    }
  });
  const main = copy.picture === undefined ? {} : { picture: names.picture(copy.picture) };
  return { ...copy, ...main, body: { ...copy.body, content } };
}
