import type { Subject } from '@courant/story';
import { present, unique } from './fields.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { list, text } from './ninjs-object.ts';
import type { Author, Entity } from './wire-item.ts';

/** What an item is about and who wrote it. */
export function aboutOf(item: NinjsObject) {
  return {
    authors: authorsOf(item),
    genres: unique(
      list(item.genres ?? item.genre).flatMap((genre) => text(genre.name) ?? text(genre.code) ?? []),
    ),
    subjects: subjectsOf(item),
    places: entities(item.places ?? item.place),
    people: entities(list(item.people ?? item.person).filter((one) => !isAuthor(one))),
    organisations: entities(item.organisations ?? item.organisation ?? item.organizations),
  };
}

function isAuthor(person: NinjsObject): boolean {
  return /author|writer|creator|byline/i.test(text(person.rel) ?? text(person.role) ?? '');
}

function authorsOf(item: NinjsObject): readonly Author[] {
  const named = [...list(item.authors), ...list(item.people ?? item.person).filter(isAuthor)];
  return named.flatMap((one): readonly Author[] => {
    const name = text(one.name);
    return name === undefined ? [] : [{ name, ...present({ role: text(one.role), uri: text(one.uri) }) }];
  });
}

function subjectsOf(item: NinjsObject): readonly Subject[] {
  const subjects = list(item.subjects ?? item.subject).flatMap((one): readonly Subject[] => {
    // One paper's feed sends the code as a list of one.
    const raw = Array.isArray(one.code) ? one.code[0] : one.code;
    const code = codeOf(text(one.uri) ?? text(raw) ?? text(one.qcode) ?? text(one.literal));
    const name = text(one.name);
    return code === undefined && name === undefined ? [] : [present({ code, name })];
  });
  return unique(subjects, (one) => `${one.code} ${one.name}`);
}

/** Codes of the IPTC get one short form each; all others stay as they came. */
export function codeOf(code: string | undefined): string | undefined {
  const iptc = /(?:cv\.iptc\.org\/newscodes\/)?(mediatopic|medtop|subjectcode|subj)[/:](\d{8})/.exec(
    code ?? '',
  );
  if (iptc) return `${iptc[1]?.startsWith('med') ? 'medtop' : 'subj'}:${iptc[2]}`;
  return code !== undefined && /^\d{8}$/.test(code) ? `subj:${code}` : code;
}

function entities(value: unknown): readonly Entity[] {
  const named = list(value).flatMap((one): readonly Entity[] => {
    const name = text(one.name);
    const code = text(one.uri) ?? text(one.code) ?? text(one.qcode);
    return name === undefined ? [] : [{ name, ...present({ code }) }];
  });
  return unique(named, (entity) => entity.name);
}
