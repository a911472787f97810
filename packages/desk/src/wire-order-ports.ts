import type { Id, Instant, Json } from '@courant/base';
import type { NearSeen } from './wire-near-ports.ts';
import type { FiledItem, TrailEntry } from './wire-ports.ts';

/** A rule as it was written. */
export interface SavedRule {
  readonly name: string;
  readonly isOn: boolean;
  readonly rule: Json;
}

/** A saved search as it was written. */
export interface SavedPreset {
  readonly id: Id;
  /** Small letters, digits and dashes. */
  readonly key: string;
  readonly name: string;
  readonly filter: Json;
}

/** A version whose rule asked for something that is still to be done. */
export interface Todo {
  readonly filed: FiledItem;
  readonly todo: Json;
  /** Whether it is the version that holds, of an item nobody withdrew and nothing holds. */
  readonly isFree: boolean;
}

/** A part of the live list, newest first, with what its items were filed with. */
export interface ListedVersion {
  readonly chain: Id;
  readonly newest: Instant;
  readonly filed: FiledItem;
  readonly channel?: string;
  /** What came before of the same. */
  readonly near?: NearSeen;
}

/** What the desk has decided beforehand about copy that arrives. */
export interface StandingBook {
  /** Another number after each change. */
  version(): Promise<number>;
  rules(): Promise<readonly SavedRule[]>;
  replaceRules(rules: readonly SavedRule[], by: { at: Instant; actor: string }): Promise<void>;
  presets(): Promise<readonly (SavedPreset & { readonly isStale: boolean })[]>;
  /** Members of those whose filter is another now are to be settled anew. */
  replacePresets(presets: readonly SavedPreset[]): Promise<void>;
  /** Items that were shown before a place of the live list, or the newest: what rules and presets look at again. */
  listed(part: {
    after?: Pick<ListedVersion, 'newest' | 'chain'>;
    most: number;
  }): Promise<readonly ListedVersion[]>;
  addMembers(members: readonly { preset: Id; chain: Id; newest: Instant }[]): Promise<void>;
  /** Members of some presets are settled. */
  settled(presets: readonly Id[]): Promise<void>;
  /** The first version with something left to do, held until the transaction ends; none that another process has. */
  takeTodo(): Promise<Todo | undefined>;
  /** It is done, or will not be: the trail says which. */
  settleTodo(item: Id, trail: readonly TrailEntry[]): Promise<void>;
}
