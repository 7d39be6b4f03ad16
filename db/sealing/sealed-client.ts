import type pg from 'pg';
import { IN_CLEAR, Sealing } from './sealing.ts';
import type { Vault } from './vault.ts';

type Answer = { rows?: unknown[] };

/**
 * One connection while it works for one workspace: what is marked to be sealed is sealed as it leaves, and whatever comes
 * back sealed is opened, however deep in a row it is. Everybody between works with what it says.
 */
export class SealedClient {
  readonly #client: pg.PoolClient;
  #vault: Vault | null = null;
  // A connection answers one question at a time, and who asks two at once waits here.
  #turn: Promise<unknown> = Promise.resolve();

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  use(vault: Vault | null): void {
    this.#vault = vault;
  }

  async query(config: pg.QueryConfig, parameters: readonly unknown[] = []): Promise<Answer> {
    const vault = this.#vault;
    const seal = vault ?? IN_CLEAR;
    const values = parameters.map((one) => (one instanceof Sealing ? one.parameter(seal) : one));
    const asked: Promise<Answer> = this.#turn.then(() => this.#client.query(config, values));
    this.#turn = asked.catch(() => undefined);
    const answer = await asked;
    if (vault && answer.rows) vault.open(answer.rows);
    return answer;
  }
}
