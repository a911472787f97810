import { Client } from 'pg';

/** Where a bell hangs and whom it wakes. */
export interface BellOptions {
  readonly url: string;
  /** The name notifications are sent under. */
  readonly channel: 'publication_log' | 'wire' | 'wire_inbox';
  readonly wake: () => void;
}

/**
 * Wakes somebody at every notification, until stopped. Notifications only wake: who misses one finds out at the next
 * look, so a lost connection is made again without haste.
 */
export class Bell {
  readonly #options: BellOptions;
  #client: Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: BellOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { url, channel, wake } = this.#options;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    client.on('notification', () => wake());
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.#client = client;
      wake();
    } catch {
      // The database is away: others say so to whom it concerns, the bell just comes back.
      this.#lost(client);
    }
  }

  #lost(client: Client): void {
    if (this.#client === client) this.#client = undefined;
    if (this.#isStopped || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      if (!this.#isStopped) void this.start();
    }, 500);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    await this.#client?.end();
  }
}
