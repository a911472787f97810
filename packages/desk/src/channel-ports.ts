import type { Id, Instant, Json } from '@courant/base';
import type { ChannelHealth, ChannelSettings } from '@courant/wire';

/** One way copy arrives, with how it does. */
export interface Channel {
  readonly id: Id;
  readonly key: string;
  /** Who sends by it, where the channel knows better than the copy. */
  readonly supplier?: string;
  readonly settings: ChannelSettings;
  readonly health: ChannelHealth;
  /** What its carrier wants to know again. */
  readonly memory: { readonly [name: string]: Json };
}

/** What is known of a channel's subscription at a hub; its shape is the carrier's. */
export interface ChannelPage {
  readonly callback?: string;
  readonly subscription: Json;
}

/** The channels of the paper. */
export interface Channels {
  all(): Promise<readonly Channel[]>;
  /** Held until the transaction ends. */
  byKey(key: string): Promise<Channel | undefined>;
  /** Adds or changes one; it is visited at `due`, or never. */
  save(channel: Channel, due: Instant | undefined): Promise<void>;
  remove(key: string): Promise<boolean>;
  /** One that is due and that nobody visits, taken until a moment; undefined where there is none. */
  takeDue(now: Instant, until: Instant): Promise<Channel | undefined>;
  /** Goes on holding one that is being visited. */
  hold(key: string, until: Instant): Promise<void>;
  remember(key: string, memory: Channel['memory']): Promise<void>;
  /** What a channel whose hub calls us has: the part of the address that nobody guesses, and its subscription. */
  page(key: string): Promise<ChannelPage | undefined>;
  setPage(key: string, page: ChannelPage): Promise<void>;
  /** Ends a visit. */
  settle(key: string, health: ChannelHealth, due: Instant | undefined): Promise<void>;
}
