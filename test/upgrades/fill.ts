// node test/upgrades/fill.ts --from REV: has the version of a commit fill a Postgres of its own, as people do, and keeps what it
// left, for test/journeys/upgrade.test.ts. Done once for each schema that was handed out.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { createPostgresDatabase } from '../database.ts';
import { startPostgres } from '../postgres-server.ts';
import { takeOldVersion } from '../rolling/old-version.ts';
import { startServer, type VersionProcess } from '../rolling/version-process.ts';
import { until } from '../until.ts';

// Friday 15:00 in Bangkok, 9:00 in Düsseldorf: nobody sleeps.
const OF_THEN = { secret: 'a-secret-of-kept-schemas-only-0000000000', now: '2026-11-20T08:00:00Z' };
const SENTENCE = 'Send renewal reminders to all Hiltons expiring in October by email';

const { values } = parseArgs({ options: { from: { type: 'string' } } });
const server = await startPostgres();
if (!server || !values.from) {
  console.error('node test/upgrades/fill.ts --from REV, with Postgres');
  process.exit(2);
}
const old = takeOldVersion(values.from);
const { url, drop } = await createPostgresDatabase(server.url);
const filling = await startServer(old.folder, url, OF_THEN);
await work(filling);
await filling.stop();
const database = new pg.Pool({ connectionString: url, max: 1 });
await leaveOutOthers(database);
const { rows } = await database.query('select count(*)::int as n from drizzle.__drizzle_migrations');
await database.end();
const dump = execFileSync(
  'pg_dump',
  ['--data-only', '--inserts', '--rows-per-insert=1000', '--schema=public', '--schema=drizzle', url],
  { encoding: 'utf8', maxBuffer: 2 ** 28 },
);
// Without what sets the session up, which is the test's to do.
const inserts = dump.slice(
  dump.indexOf('INSERT INTO'),
  dump.lastIndexOf('\n--\n-- PostgreSQL database dump'),
);
const name = `${String(rows[0].n).padStart(2, '0')}.sql.gz`;
writeFileSync(join(import.meta.dirname, name), gzipSync(inserts, { level: 9 }));
console.log(`${name}, by ${old.commit}`);
await drop();
await server.stop();
old.remove();

type Said = { approval: { id: string; digest: string; recipients: number }; campaign: { id: string } };
type Sent = { messages: { id: string }[] };

/** A campaign that is asked for, approved, sent and answered. */
async function work({ ask }: VersionProcess): Promise<void> {
  const must = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await ask<T>(method, path, body);
    if (answer.status >= 400)
      throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const { approval, campaign } = await must<Said>('POST', '/chat', { text: SENTENCE });
  await must('POST', `/approvals/${approval.id}`, { decision: 'approve', digest: approval.digest });
  const progress = () => must<{ status: string }>('GET', `/campaigns/${campaign.id}/progress`);
  await until(progress, ({ status }) => status === 'done', 120);
  const { messages } = await must<Sent>('GET', '/outbox');
  const said = ['Yes, please renew', 'STOP', 'When does it end?', 'Ja, gerne'];
  for (const [at, message] of said.entries())
    await must('POST', `/outbox/${messages[at]!.id}/reply`, { message });
  const replies = () => must<{ replies: { intent: string | null }[] }>('GET', '/replies');
  await until(replies, (told) => told.replies.filter(({ intent }) => intent).length >= said.length, 60);
}

/** The customers it did not reach: they would be most of what is kept, and alike. */
async function leaveOutOthers(pool: pg.Pool): Promise<void> {
  await pool.query(`
    do $$
    declare "of" record;
    begin
      set local session_replication_role = replica;
      create temp table reached as select distinct customer_id as id from messages;
      for "of" in select table_name from information_schema.columns c
        join pg_class t on t.oid = format('public.%I', c.table_name)::regclass and t.relkind = 'r'
        where c.table_schema = 'public' and c.column_name = 'customer_id' and c.is_nullable = 'NO'
      loop
        execute format('delete from %I where customer_id not in (select id from reached)', "of".table_name);
      end loop;
      delete from customers where id not in (select id from reached);
      for "of" in select table_name from information_schema.columns c
        join pg_class t on t.oid = format('public.%I', c.table_name)::regclass and t.relkind = 'r'
        where c.table_schema = 'public' and c.column_name = 'contact_id' and c.table_name <> 'contacts'
      loop
        execute format('delete from %I where contact_id not in (select id from contacts)', "of".table_name);
      end loop;
    end $$`);
}
