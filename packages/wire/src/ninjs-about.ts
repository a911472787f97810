import type { Subject } from '@courant/story';
import { present, unique } from './fields.ts';
import { isEventPlace } from './ninjs-event.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { Author, Entity } from './wire-item.ts';

/** What an item is about and who wrote it. */
export function aboutOf(item: NinjsObject) {
  return {
    authors: authorsOf(item),
    genres: unique(
      list(item.genres ?? item.genre).flatMap((genre) => text(genre.name) ?? text(genre.code) ?? []),
    ),
    subjects: subjectsOf(item),
    places: entities(list(item.places ?? item.place).filter((one) => !isEventPlace(one))),
    people: entities(list(item.people ?? item.person).filter((one) => !isAuthor(one))),
    organisations: entities(item.organisations ?? item.organisation ?? item.organizations),
  };
}

function isAuthor(person: NinjsObject): boolean {
  return /author|writer|creator|byline/i.test(text(person.rel) ?? text(person.role) ?? '');
}

function authorsOf(item: NinjsObject): readonly Author[] {
  const people = list(item.people ?? item.person).filter(isAuthor);
  return [...list(item.authors).map(authorOf), ...people.map(codedAuthor)].flatMap((one) => one ?? []);
}

function authorOf(one: NinjsObject): Author | undefined {
  const name = text(one.name);
  return name === undefined ? undefined : { name, ...present({ role: text(one.role), uri: text(one.uri) }) };
}

/** Codes in `authors` are accounts of the sender's system; those of `person` name someone. */
function codedAuthor(one: NinjsObject): Author | undefined {
  return authorOf({ ...one, uri: text(one.uri) ?? text(one.code) ?? text(one.literal) });
}

/** A list of subjects; one paper's feed sends a single one whose code is the list. */
function subjectsOf(item: NinjsObject): readonly Subject[] {
  const sent = item.subjects ?? item.subject;
  const all = isObject(sent) ? [sent] : list(sent);
  const subjects = all
    .filter((one) => !isKeyword(one))
    .flatMap((one): readonly Subject[] => {
      const name = text(one.name);
      if (Array.isArray(one.code)) {
        return one.code.flatMap((code) => (text(code) === undefined ? [] : [subject(text(code), name)]));
      }
      const code = text(one.uri) ?? schemed(one) ?? text(one.qcode) ?? text(one.literal);
      return code === undefined && name === undefined ? [] : [subject(code, name)];
    });
  return unique(subjects, (one) => `${one.code} ${one.name}`);
}

/** ninjs has no word for keywords: our own writer gives them as subjects of this relation. */
export function isKeyword(subject: NinjsObject): boolean {
  return text(subject.rel) === 'keyword';
}

function subject(code: string | undefined, name: string | undefined): Subject {
  return present({ code: codeOf(code), name });
}

/** A code with the name of its vocabulary before it, where that stands beside it and the code has none. */
function schemed(one: NinjsObject): string | undefined {
  const [code, scheme] = [text(one.code), text(one.scheme)];
  if (code !== undefined && /^https?:\/\/cv\.iptc\.org\/newscodes\/\w+\/?$/.test(scheme ?? '')) {
    return `${scheme?.replace(/\/$/, '')}/${code}`;
  }
  const isBare = code !== undefined && scheme !== undefined && !code.includes(':') && !/^\d{8}$/.test(code);
  return isBare ? `${scheme}:${code}` : code;
}

/** Codes of the IPTC get one short form each; all others stay as they came. */
export function codeOf(code: string | undefined): string | undefined {
  const iptc = /(?:cv\.iptc\.org\/newscodes\/)?(mediatopic|medtop|subjectcode|subject|subj)[/:](\d{8})/.exec(
    code ?? '',
  );
  if (iptc) return `${iptc[1]?.startsWith('med') ? 'medtop' : 'subj'}:${iptc[2]}`;
  // Bare numbers: media topics begin with 2, the older subject codes with 0 or 1.
  if (code === undefined || !/^\d{8}$/.test(code)) return code;
  return code.startsWith('2') ? `medtop:${code}` : `subj:${code}`;
}

function entities(value: unknown): readonly Entity[] {
  const named = list(value).flatMap((one): readonly Entity[] => {
    const name = text(one.name);
    const code = text(one.uri) ?? text(one.code) ?? text(one.qcode) ?? text(one.literal);
    return name === undefined ? [] : [{ name, ...present({ code }) }];
  });
  return unique(named, (entity) => entity.name);
}
