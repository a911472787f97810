import { said } from './fields.ts';
import { idOf } from './uri.ts';

/** An object of a ninjs document, before anything is believed of it. */
export type NinjsObject = { readonly [name: string]: unknown };

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is NinjsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or a number as one; undefined where it is blank, a placeholder, or something else. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? said(value) : undefined;
}

/** The id in a uri, also where our own writer had to make the uri of it. */
export function idText(uri: unknown): string | undefined {
  const plain = text(uri);
  return plain === undefined ? undefined : idOf(plain);
}

/** The objects of a list. */
export function list(value: unknown): readonly NinjsObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value of the member of a list that has one of these roles, else of the first (ninjs 2 and 3). */
export function roleText(value: unknown, ...roles: readonly string[]): string | undefined {
  const members = list(value);
  const named = members.find((member) =>
    roles.some((role) => text(member.role)?.toLowerCase().includes(role)),
  );
  const isUsual = roles[0] === 'main' || roles[0] === 'summary';
  return text((named ?? (isUsual ? members[0] : undefined))?.value);
}

/** The first of some members of the objects of a list. */
export function first(value: unknown, ...names: readonly string[]): string | undefined {
  const found = list(value).flatMap((member) => names.flatMap((name) => text(member[name]) ?? []));
  return found.length === 0 ? undefined : found.join(', ');
}

/** The line of ninjs an item is written in: 3 has names like versionCreated, 2 lists in lower case, 1 neither. */
export function versionOfSchema(item: NinjsObject): 1 | 2 | 3 {
  const declared = item.standard ?? item.$standard;
  const standard = isObject(declared)
    ? (text(declared.version) ?? /_(\d)\.\d/.exec(text(declared.schema) ?? '')?.[1])
    : undefined;
  if (standard !== undefined && /^[123]/.test(standard)) return Number(standard.charAt(0)) as 1 | 2 | 3;
  if (item.versionCreated !== undefined || item.pubStatus !== undefined || item.contentCreated !== undefined)
    return 3;
  return Array.isArray(item.headlines) || Array.isArray(item.bodies) ? 2 : 1;
}
