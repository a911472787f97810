import type { Id, Instant, Json } from '@courant/base';
import type { ChainState, Held, Route, TrailEntry, WireSummary, WireUse } from '@courant/desk';
import type { Copy } from '@courant/story';
import type { ChannelHealth, WireItem } from '@courant/wire';
import type { ColumnType, Generated } from 'kysely';
import type { Jsonb } from './jsonb.ts';

/** One version of an agency’s item. */
export interface WireItemRow {
  id: Id;
  supplier: string;
  item_id: string;
  version: string;
  content_hash: string;
  payload: string;
  part: number;
  format: string;
  item: Jsonb<WireItem>;
  version_created: Instant | null;
  received: Instant;
  chain: Id;
  channel: string | null;
  trail: Jsonb<readonly TrailEntry[]>;
  todo: Jsonb<Json | null>;
  reread: Instant | null;
}

/** An item with all its versions, as the live list shows it. */
export interface WireChainRow {
  id: Id;
  supplier: string;
  latest: Id;
  state: ChainState;
  held: Held | null;
  kind: string;
  language: string | null;
  urgency: number | null;
  versions: number;
  newest: Instant;
  filed: number;
  grouped: Id;
  leads: boolean;
  summary: Jsonb<WireSummary>;
  routes: Jsonb<readonly Route[]>;
  desks: string[];
  words: string;
}

/** By what an item's text is found of late. */
export interface WireNearRow {
  number: Generated<number>;
  chain: Id;
  version: Id;
  made: Instant;
  filed: Instant;
  opening: number;
  print: Uint8Array;
  marks: number[];
}

/** One way copy arrives. */
export interface ChannelRow {
  id: Id;
  key: string;
  supplier: string | null;
  settings: Jsonb<Json>;
  health: Jsonb<ChannelHealth>;
  memory: Jsonb<{ readonly [name: string]: Json }>;
  due: Instant | null;
  visited_until: Instant | null;
  made: Instant;
  callback: string | null;
  subscription: ColumnType<Json, string | undefined, string>;
}

/** What the paper has to say of somebody who sends copy. */
export interface SupplierRow {
  key: string;
  name: string | null;
  time_zone: string | null;
  keep_days: number | null;
}

/** What is still known of a version that was deleted. */
export interface WireGoneRow
  extends Omit<WireItemRow, 'format' | 'item' | 'channel' | 'trail' | 'todo' | 'reread'> {
  status: string | null;
  signal: string | null;
  take: number | null;
  seen: Instant;
}

/** A payload as it arrived by a channel. */
export interface ReceiptRow {
  id: Id;
  channel: string;
  supplier: string | null;
  payload: string;
  media_type: string | null;
  name: string | null;
  headers: Jsonb<Readonly<Record<string, string>>>;
  received: Instant;
  last: Instant;
  times: Generated<number>;
  state: Generated<'new' | 'read' | 'quarantined'>;
  attempts: Generated<number>;
  items: number | null;
  why: string | null;
  say: string | null;
  settled: Instant | null;
}

/** A saved search. */
export interface WirePresetRow {
  id: Id;
  key: string;
  name: string;
  filter: Jsonb<Json>;
  position: number;
  stale: Generated<boolean>;
}

/** What the desk does with copy by itself. */
export interface WireRuleRow {
  id: Id;
  name: string;
  position: number;
  is_on: boolean;
  rule: Jsonb<Json>;
  changed: Instant;
  actor: string;
}

/** Something an agency did that a story must be told. */
export interface WireAlertRow {
  id: Id;
  story: Id;
  wire_item: Id;
  kind: 'update' | 'correction' | 'kill';
  state: 'open' | 'done' | 'dismissed' | 'passed';
  raised: Instant;
  settled: Instant | null;
  actor: string | null;
}

/** A version merged into a story, with the copy before it and after. */
export interface WireMergeRow {
  id: Id;
  story: Id;
  base: Id;
  wire_item: Id;
  before: Jsonb<Copy>;
  after: Jsonb<Copy>;
  made: Instant;
  actor: string;
  undone: Instant | null;
}

/** That a story used a version of an item. */
export interface StoryWireRow {
  story: Id;
  wire_item: Id;
  used: Instant;
  how: Generated<WireUse['how']>;
  actor: string | null;
}

/** The tables of the wire desk. */
export interface WireTables {
  wire_payload: { hash: string; bytes: Uint8Array; received: Instant };
  wire_item: WireItemRow;
  wire_chain: WireChainRow;
  wire_near: WireNearRow;
  wire_mark: { mark: number; near: number };
  wire_gone: WireGoneRow;
  wire_name: { supplier: string; item_id: string; chain: Id };
  story_wire: StoryWireRow;
  channel: ChannelRow;
  supplier: SupplierRow;
  receipt: ReceiptRow;
  wire_preset: WirePresetRow;
  wire_preset_chain: { preset: Id; newest: Instant; chain: Id };
  wire_rule: WireRuleRow;
  wire_alert: WireAlertRow;
  wire_merge: WireMergeRow;
}
