import type { Html } from '@courant/base';
import type { Topic } from '@courant/edition';
import { searchPath, topicName, topicPath } from '@courant/edition';
import type { ListPage } from './list-page.ts';
import { listPage } from './list-page.ts';
import { wordsOf } from './messages.ts';

/** What a topic's page is made of. */
export interface TopicPage extends ListPage {
  readonly topic: Topic;
  /** Whether more stories stand in the paper than are listed here. */
  readonly hasMore: boolean;
}

/** A topic's page: the newest stories that are about it. */
export function topicPage(page: TopicPage): Html {
  const { topic, edition, publication } = page;
  const words = wordsOf(edition);
  const name = topicTitle(topicName(topic, edition.locale), edition.locale);
  const description = words('topicStories', { topic: name, paper: publication.name, edition: edition.name });
  const search = searchPath(edition, { topic: topic.urlSlug });
  return listPage(page, {
    title: name,
    path: topicPath(edition, topic),
    description,
    kicker: words('topics'),
    heading: words('latest'),
    empty: words('sectionEmpty'),
    ...(page.hasMore ? { earlier: search } : {}),
    head: { feeds: { title: name, list: topicPath(edition, topic) } },
    about: { '@type': 'Thing', name, ...identifierOf(topic) },
  });
}

/** A name as a title: vocabularies write subjects in lower case. */
export function topicTitle(name: string, locale: string): string {
  const [first = ''] = name;
  return first.toLocaleUpperCase(locale) + name.slice(first.length);
}

/** Where IPTC keeps a subject: `https://cv.iptc.org/newscodes/mediatopic/20000641`. */
export function identifierOf({ code }: Pick<Topic, 'code'>): { readonly sameAs?: string } {
  const number = /^medtop:(\d{8})$/.exec(code ?? '')?.[1];
  return number === undefined ? {} : { sameAs: `http://cv.iptc.org/newscodes/mediatopic/${number}` };
}
