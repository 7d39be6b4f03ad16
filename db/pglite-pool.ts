// PGlite behind the face of pg.Pool, so that drizzle, the checkpointer and the queue take the same path on both
// databases. PGlite is one session: a FIFO lock is held for one statement, or from BEGIN to COMMIT/ROLLBACK.
// drizzle recognises a pool by the word "Pool" in its class name.
import { EventEmitter } from 'node:events';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';

type Query = (...args: unknown[]) => Promise<pg.QueryResult>;

// A transaction that nobody finishes would block every other query for ever: after this wait the next one fails.
const LOCK_WAIT_MS = 30_000;

// PGlite answers without leaving the turn of the event loop that asked. Work that asks on and on (an import, a send)
// would let no timer fire and no request in until it ends, so a statement after this time goes by way of the loop.
const TURN_MS = 10;

export class PglitePool extends EventEmitter {
  readonly pglite: PGlite;
  readonly options = { max: 1 };
  #session: pg.Client;
  #tail: Promise<void> = Promise.resolve();
  #clients = new Set<PooledClient>();
  #ended = false;
  #breathedAt = 0;

  constructor(pglite: PGlite, session: pg.Client) {
    super();
    this.pglite = pglite;
    this.#session = session;
    session.on('notification', (note) => {
      for (const client of this.#clients) client.emit('notification', note);
    });
  }

  static async open(options: PGliteOptions = {}): Promise<PglitePool> {
    const pglite = await PGlite.create(options);
    const session = new pg.Client(adapterConfig(pglite) as never);
    await session.connect();
    return new PglitePool(pglite, session);
  }

  async connect(): Promise<pg.PoolClient> {
    if (this.#ended) throw new Error('The database is closed.');
    const client: PooledClient = new PooledClient(this.#session, {
      lock: () => this.#lock(),
      breathe: () => this.#breathe(),
      forget: () => this.#clients.delete(client),
    });
    this.#clients.add(client);
    return client as unknown as pg.PoolClient;
  }

  async query(...args: unknown[]): Promise<pg.QueryResult> {
    const client = await this.connect();
    try {
      return await (client.query as Query)(...args);
    } finally {
      client.release();
    }
  }

  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#tail;
    await this.#session.end();
    await this.pglite.close();
  }

  async #breathe(): Promise<void> {
    if (performance.now() - this.#breathedAt < TURN_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#breathedAt = performance.now();
  }

  /** Waits for its turn; answers the function that gives the turn away. */
  async #lock(): Promise<() => void> {
    let give!: () => void;
    const before = this.#tail;
    const mine = new Promise<void>((resolve) => {
      give = resolve;
    });
    this.#tail = before.then(() => mine);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      const error = new Error(
        'The database waited too long: is a pool query made inside an open transaction?',
      );
      timer = setTimeout(() => reject(error), LOCK_WAIT_MS);
    });
    try {
      await Promise.race([before, tooLong]);
      return give;
    } catch (error) {
      give();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

type Owner = { lock(): Promise<() => void>; breathe(): Promise<void>; forget(): void };

/** One checked-out client; it takes the session's lock with its first statement and keeps it while a transaction is open. */
class PooledClient extends EventEmitter {
  #session: pg.Client;
  #pool: Owner;
  #unlock: (() => void) | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #isReleased = false;

  constructor(session: pg.Client, pool: Owner) {
    super();
    this.#session = session;
    this.#pool = pool;
  }

  query(...args: unknown[]): Promise<pg.QueryResult> {
    if (this.#isReleased) return Promise.reject(new Error('This client was released.'));
    if (typeof args.at(-1) === 'function')
      return Promise.reject(new Error('Callbacks are not supported here.'));
    const run = this.#queue.then(() => this.#run(args));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #run(args: unknown[]): Promise<pg.QueryResult> {
    this.#unlock ??= await this.#pool.lock();
    await this.#pool.breathe();
    try {
      return await (this.#session.query as unknown as Query).apply(this.#session, args);
    } finally {
      if (this.#session.getTransactionStatus() === 'I') this.#free();
    }
  }

  #free(): void {
    this.#unlock?.();
    this.#unlock = undefined;
  }

  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#pool.forget();
    this.removeAllListeners();
    void this.#queue.then(async () => {
      if (!this.#unlock) return;
      await this.#session.query('ROLLBACK').catch(() => undefined);
      this.#free();
    });
  }

  async end(): Promise<void> {
    this.release();
  }

  escapeIdentifier(text: string): string {
    return this.#session.escapeIdentifier(text);
  }

  escapeLiteral(text: string): string {
    return this.#session.escapeLiteral(text);
  }
}

// drizzle passes row parsers in `types`, which the adapter takes for parameter OIDs and throws on, wedging the
// client: only real lists of OIDs go through.
function adapterConfig(pglite: PGlite) {
  const config = createPgConfig(pglite);
  const parse = config.connection.parse.bind(config.connection);
  config.connection.parse = (query: { types?: unknown }) =>
    parse({ ...query, types: Array.isArray(query.types) ? query.types : [] } as never);
  return config;
}
