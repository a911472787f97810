/** One right of the desk. Tokens carry them as scopes; roles as data come with accounts. */
export type Capability = 'view' | 'write' | 'approve' | 'publish' | 'correct' | 'kill' | 'wire' | 'settings';

/** All rights there are, in the order people list them. */
export const CAPABILITIES: readonly Capability[] = [
  'view',
  'write',
  'approve',
  'publish',
  'correct',
  'kill',
  'wire',
  'settings',
];

/** What the editor-in-chief may do: everything. */
export const EDITOR_IN_CHIEF: readonly Capability[] = CAPABILITIES;

/** Whether a word names a right. */
export function isCapability(word: string): word is Capability {
  return CAPABILITIES.some((capability) => capability === word);
}

/** Whether somebody with these rights may do what needs this one. */
export function may(rights: readonly Capability[], capability: Capability): boolean {
  return rights.includes(capability);
}
