import { Client } from 'pg';

/**
 * A task that one process of all does at a time. Whoever has the turn keeps it until it ends or its connection does, so
 * that a process that dies is followed by another at once.
 */
export class Turn {
  readonly #url: string;
  readonly #number: number;
  #client: Client | undefined;
  #isMine = false;

  /** `number` tells tasks apart: the key of an advisory lock. */
  constructor(url: string, number: number) {
    this.#url = url;
    this.#number = number;
  }

  /** Whether it is this process's turn; asks for it where it is nobody's. Throws what the database says. */
  async isMine(): Promise<boolean> {
    if (this.#isMine) return true;
    const client = this.#client ?? (await this.#connected());
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      this.#number,
    ]);
    this.#isMine = this.#client === client && (rows[0]?.got ?? false);
    return this.#isMine;
  }

  async #connected(): Promise<Client> {
    const client = new Client({ connectionString: this.#url, connectionTimeoutMillis: 3_000 });
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    await client.connect();
    this.#client = client;
    return client;
  }

  #lost(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#isMine = false;
  }

  /** Leaves the turn to others. */
  async end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#isMine = false;
    await client?.end();
  }
}
