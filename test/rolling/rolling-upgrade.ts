// A version is replaced by the next while it sends and is worked with, and then the rows are held against what was
// promised: both versions are there at once, and the schema changes under the older one.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { until } from '../until.ts';
import type { OldVersion } from './old-version.ts';
import { migrateBy, startServer, startWorker, type VersionProcess } from './version-process.ts';

const TODAY = process.cwd();
const PER_SECOND = 25;

type Progress = {
  status: string;
  targeted: number;
  submitted: number;
  unknown: number;
};

export type Upgrade = {
  from: string;
  /** Migrations that ran while the older version sent. */
  migrations: number;
  messages: number;
  /** How many had been sent when the schema changed, when the older server ended, and when the older worker did. */
  sentAt: { migrated: number; serverReplaced: number; workerReplaced: number };
  submitted: number;
  /** At the provider more than once, or never. */
  doubled: number;
  lost: number;
  unknown: number;
  /** Writes that were answered with success, and those of them that are not there. */
  writes: number;
  writesLost: number;
  /** Requests that no process answered well; the other one is asked where one is gone, as a balancer does. */
  failedRequests: Record<string, number>;
  /** How the older processes ended. */
  exits: (number | null)[];
  isLogWhole: boolean;
};

export async function upgradeWhileSending({
  url,
  old,
  messages,
}: {
  url: string;
  old: OldVersion;
  messages: number;
}): Promise<Upgrade> {
  const database = new pg.Pool({ connectionString: url, max: 2 });
  const first = await startServer(old.folder, url);
  const firstWorker = await startWorker(old.folder, url);
  const campaignId = await beginSending(first, messages);
  const people = new People(first, campaignId);
  const sent = async () =>
    (await people.ask<Progress>('GET', `/campaigns/${campaignId}/progress`)).body.submitted;
  const before = await countMigrations(database);
  await until(sent, (count) => count > 0, 60);

  await migrateBy(TODAY, url);
  const migrated = await sent();
  const second = await startServer(TODAY, url);
  people.meet(second);
  await pause(1_000);
  await people.leave(first);
  const exits = [await first.stop()];
  const serverReplaced = await sent();
  const secondWorker = await startWorker(TODAY, url);
  await pause(1_000);
  exits.push(await firstWorker.stop());
  const workerReplaced = await sent();

  const end = await until(
    async () => (await second.ask<Progress>('GET', `/campaigns/${campaignId}/progress`)).body,
    ({ status }) => status === 'done',
    (messages / PER_SECOND) * 3 + 120,
  );
  await people.stop();
  const log = await second.ask<{ ok: boolean }>('POST', '/audit/check', {});
  const arrived = await countArrived(database, campaignId);
  const result: Upgrade = {
    from: old.commit,
    migrations: (await countMigrations(database)) - before,
    messages,
    sentAt: { migrated, serverReplaced, workerReplaced },
    submitted: end.submitted,
    doubled: arrived.all - arrived.once,
    lost: messages - arrived.once - end.unknown,
    unknown: end.unknown,
    writes: people.written.length,
    writesLost: people.written.length - (await countNotes(database, people.written)),
    failedRequests: people.failed,
    exits,
    isLogWhole: log.body.ok,
  };
  await secondWorker.stop();
  await second.stop();
  await database.end();
  return result;
}

async function must<T>(asked: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 400) throw new Error(`answered with ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A campaign to so many people, approved, by an account that takes a few a second. */
async function beginSending({ ask }: VersionProcess, messages: number): Promise<string> {
  const people = Array.from(
    { length: messages },
    (_, at) => `Harbour House ${at},Wellington,New Zealand,host${at}@example.org,2027-03-15`,
  );
  const file = ['Venue,City,Country,E-mail,Contract end', ...people].join('\n');
  await must(ask('POST', '/customers/import?name=harbour.csv', file));
  await must(ask('PATCH', '/settings', { approval: { secondPersonAboveRecipients: null } }));
  const { accounts } = await must(ask<{ accounts: { id: string; channel: string }[] }>('GET', '/accounts'));
  const { id: accountId } = accounts.find(({ channel }) => channel === 'email')!;
  await must(ask('PATCH', `/accounts/${accountId}`, { limits: [{ perMs: 1000, max: PER_SECOND }] }));
  const draft = { name: 'Harbour houses', type: 'renewal', channels: ['email'] };
  const { id } = await must(
    ask<{ id: string }>('POST', '/campaigns', {
      ...draft,
      filter: { op: 'contains', field: 'name', text: 'harbour house' },
    }),
  );
  const { approval } = await must(
    ask<{ approval: { id: string; digest: string; recipients: number } }>(
      'POST',
      `/campaigns/${id}/send`,
      {},
    ),
  );
  if (approval.recipients !== messages) throw new Error(`${approval.recipients} recipients, not ${messages}`);
  await must(ask('POST', `/approvals/${approval.id}`, { decision: 'approve', digest: approval.digest }));
  return id;
}

/** Who works with it meanwhile: reads how the send goes and writes notes, at whichever server is there. */
class People {
  readonly written: string[] = [];
  readonly failed: Record<string, number> = {};
  #servers: VersionProcess[];
  #isOver = false;
  #round: Promise<void> = Promise.resolve();
  readonly #work: Promise<void>;

  constructor(server: VersionProcess, campaignId: string) {
    this.#servers = [server];
    this.#work = this.#goOn(campaignId);
  }

  meet(server: VersionProcess): void {
    this.#servers.push(server);
  }

  /** Sends nothing more there, and waits for what is under way, as a balancer does. */
  async leave(server: VersionProcess): Promise<void> {
    this.#servers = this.#servers.filter((one) => one !== server);
    await this.#round;
  }

  async ask<T>(method: string, path: string, body?: object) {
    return this.#servers.at(-1)!.ask<T>(method, path, body);
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#work;
  }

  async #goOn(campaignId: string): Promise<void> {
    for (let at = 0; !this.#isOver; at += 1) {
      this.#round = this.#ask(this.#servers[at % this.#servers.length]!, { at, campaignId });
      await this.#round;
      await pause(20);
    }
  }

  async #ask({ ask }: VersionProcess, { at, campaignId }: { at: number; campaignId: string }): Promise<void> {
    const text = `While it was replaced, ${at}`;
    const list = await this.#noted(ask<{ customers: { id: string }[] }>('GET', '/customers?limit=1'));
    const note = await this.#noted(ask('POST', `/customers/${list?.customers[0]?.id}/notes`, { text }));
    if (note) this.written.push(text);
    await this.#noted(ask('GET', `/campaigns/${campaignId}/progress`));
  }

  /** Null where it was answered badly, or not at all, which is counted. */
  async #noted<T>(asked: Promise<{ status: number; body: T }>): Promise<T | null> {
    const { status, body } = await asked.catch((error: Error) => ({ status: error.message, body: null }));
    if (typeof status === 'number' && status < 400) return body;
    this.failed[status] = (this.failed[status] ?? 0) + 1;
    return null;
  }
}

const one = async (pool: pg.Pool, text: string, values: unknown[] = []) =>
  (await pool.query<Record<string, number>>(text, values)).rows[0]!;

const countMigrations = async (pool: pg.Pool): Promise<number> =>
  (await one(pool, 'select count(*)::int as n from drizzle.__drizzle_migrations')).n!;

/** Tries that reached the provider, and messages that did. */
const countArrived = (pool: pg.Pool, campaignId: string) =>
  one(
    pool,
    `select count(a.id)::int as all, count(distinct d.message_id)::int as once
     from standin_deliveries d join messages m on m.id = d.message_id join attempts a on a.message_id = m.id
     where m.campaign_id = $1`,
    [campaignId],
  ) as Promise<{ all: number; once: number }>;

const countNotes = async (pool: pg.Pool, written: readonly string[]): Promise<number> =>
  (
    await one(pool, 'select count(distinct body)::int as n from customer_notes where body = any($1)', [
      written,
    ])
  ).n!;
