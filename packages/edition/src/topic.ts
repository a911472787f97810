import type { Id } from '@courant/base';
import type { Edition } from './paper.ts';
import { prefixOf } from './paper.ts';

/** What stories are about: a subject of a vocabulary, a person, a place. */
export interface Topic {
  readonly id: Id;
  readonly urlSlug: string;
  /** Its code, `medtop:20000641`, where a vocabulary has it. */
  readonly code?: string;
  /** Its name by primary language; at least one. */
  readonly names: Readonly<Record<string, string>>;
}

/** A topic's name in a language, else in English, else in the first there is. */
export function topicName(topic: Pick<Topic, 'names' | 'urlSlug'>, locale: string): string {
  const { names } = topic;
  const language = locale.split('-', 1)[0] ?? '';
  return names[language] ?? names.en ?? Object.values(names)[0] ?? topic.urlSlug;
}

/** The path of a topic's page in an edition. */
export function topicPath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  topic: Pick<Topic, 'urlSlug'>,
): string {
  return `${prefixOf(edition)}/topics/${topic.urlSlug}`;
}
