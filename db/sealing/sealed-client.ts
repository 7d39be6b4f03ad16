import pg from 'pg';
import { IN_CLEAR, Sealing } from './sealing.ts';
import type { OpenVault, StoredKey, Vault } from './vault.ts';

type Answer = { rows?: unknown[]; fields?: pg.FieldDef[] };

/**
 * One connection while it works for one workspace: what is marked to be sealed is sealed as it leaves, and whatever comes
 * back sealed is opened, however deep in a row it is. Everybody between works with what it says.
 */
export class SealedClient {
  readonly #client: pg.PoolClient;
  readonly #openVault: OpenVault;
  #vault: Vault | null = null;
  // A connection answers one question at a time, and who asks two at once waits here.
  #turn: Promise<unknown> = Promise.resolve();

  constructor(client: pg.PoolClient, openVault: OpenVault) {
    this.#client = client;
    this.#openVault = openVault;
  }

  /** The workspace's keys, the newest first. */
  use(keys: readonly StoredKey[]): void {
    this.#vault = this.#openVault(keys);
  }

  async query(config: pg.QueryConfig, parameters: readonly unknown[] = []): Promise<Answer> {
    const vault = this.#vault;
    const seal = vault ?? IN_CLEAR;
    const values = parameters.map((one) => (one instanceof Sealing ? one.parameter(seal) : one));
    const answer = await this.#inTurn(config, values);
    if (!vault) return answer;
    openRows(answer, vault);
    if (!vault.isBehind()) return answer;
    // Keys are changed beside whoever works: what this transaction reads may be sealed under one that came after it began.
    this.use((await this.#inTurn({ text: KEYS }, [])).rows as StoredKey[]);
    if (this.#vault) openRows(answer, this.#vault);
    return answer;
  }

  #inTurn(config: pg.QueryConfig, values: unknown[]): Promise<Answer> {
    const asked = this.#turn.then(() => this.#ask(config, values));
    this.#turn = asked.catch(() => undefined);
    return asked;
  }

  async #ask(config: pg.QueryConfig, values: unknown[]): Promise<Answer> {
    if (config.name && isOld(this.#client)) await this.#client.query('discard plans');
    return this.#client.query(config, values);
  }
}

// Row-level security leaves the workspace's own.
const KEYS = 'select number, sealed_key as sealed from address_keys order by number desc';

// A plan that was made while its tables were small reads them whole when they have grown, and so does one that lives on
// while nobody analyses them.
const PLANS_LIVE_MS = 2_000;
const plannedAt = new WeakMap<pg.PoolClient, number>();

/** Whether what a connection plans for named statements is to be planned anew. */
function isOld(client: pg.PoolClient): boolean {
  if (performance.now() - (plannedAt.get(client) ?? 0) < PLANS_LIVE_MS) return false;
  plannedAt.set(client, performance.now());
  return true;
}

const { BOOL, INT2, INT4, INT8, FLOAT4, FLOAT8, NUMERIC, UUID, DATE, TIMESTAMPTZ } = pg.types.builtins;
// Nothing that is sealed fits into one of these, and a send asks for hundreds of thousands of them.
const NEVER_SEALED: ReadonlySet<number> = new Set([
  ...[BOOL, INT2, INT4, INT8, FLOAT4, FLOAT8, NUMERIC, UUID, DATE, TIMESTAMPTZ],
]);

function openRows({ rows = [], fields = [] }: Answer, vault: Vault): void {
  for (const [at, { name, dataTypeID }] of fields.entries()) {
    if (NEVER_SEALED.has(dataTypeID)) continue;
    for (const row of rows as (Record<string, unknown> | unknown[])[]) {
      const cells = row as Record<string | number, unknown>;
      const key = Array.isArray(row) ? at : name;
      const value = cells[key];
      const opened = vault.open(value);
      if (opened !== value) cells[key] = opened;
    }
  }
}
