// Walks every table that leads to somebody: a row about them in each, a mark in each of its texts, and where the marks are
// found in what they are handed, and in what is left when they are erased. A new table or column is here unnamed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import { addCustomer, testHash } from '../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { erasePerson } from './erase-person.ts';
import { readPerson } from './read-person.ts';

type Column = { name: string; type: string; isNeeded: boolean };
type Table = { name: string; columns: Column[] };

const ADDRESS = 'guest@example.com';
/** What leads to a person, from wherever they are spoken of. */
const LINKS = [
  ...['contact_id', 'address_hash', 'message_id', 'reply_id', 'conversation_id', 'manifest_row_id'],
  ...['customer_id', 'kept_id', 'merged_id'],
];

let ws: TestWorkspace;
let marks: string[];
let told: string[];
let left: string[];

beforeAll(async () => {
  ws = await openTestWorkspace();
  const admin = await ws.person('admin');
  const person = { contact_id: newId(), customer_id: '', address_hash: '' };
  await ws.system(async (ctx) => {
    const contacts = [{ id: person.contact_id, at: { email: ADDRESS } }];
    person.customer_id = await addCustomer(ctx, { contacts });
    person.address_hash = testHash(ctx, ADDRESS);
  });
  const tables = await tablesOfPeople();
  const ids = { message_id: newId(), reply_id: newId(), conversation_id: newId(), manifest_row_id: newId() };
  const both = { kept_id: person.customer_id, merged_id: person.customer_id };
  const links: Record<string, string> = { ...person, ...ids, ...both };
  marks = await fill(tables, links);
  const find = (text: string) => marks.filter((mark) => text.includes(mark)).sort();
  told = find(JSON.stringify(await ws.as(admin, (ctx) => readPerson(ctx, ADDRESS))));
  await ws.as(admin, (ctx) => erasePerson(ctx, ADDRESS));
  left = find((await Promise.all(tables.map(({ name }) => dump(name)))).join(' '));
});
afterAll(() => ws.close());

async function tablesOfPeople(): Promise<Table[]> {
  const { rows } = await ws.database.pool.query<Table>(`
    select c.relname as name,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
        'isNeeded', a.attnotnull and not a.atthasdef and a.attidentity = '')) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attgenerated = ''
    group by c.relname order by c.relname`);
  return rows.filter(({ columns }) => columns.some(({ name }) => LINKS.includes(name)));
}

const VALUES: Record<string, unknown> = {
  integer: 1,
  bigint: 1,
  smallint: 1,
  boolean: true,
  date: '2026-11-21',
  'double precision': 1,
  numeric: 1,
  real: 1,
  'timestamp with time zone': '2026-11-21T00:00:00Z',
};

/** One row a table, as a replica writes it: what else it leads to is not asked for. */
async function fill(tables: readonly Table[], links: Record<string, string>): Promise<string[]> {
  const marked: string[] = [];
  const client = await ws.database.pool.connect();
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  const ownIds: Record<string, string | undefined> = {
    ...{ contacts: links.contact_id, messages: links.message_id, replies: links.reply_id },
    ...{ conversations: links.conversation_id, manifest_rows: links.manifest_row_id },
  };
  await client.query('delete from contacts');
  for (const { name: table, columns } of tables) {
    const valueFor = ({ name, type, isNeeded }: Column): unknown => {
      if (name === 'tenant_id') return ws.tenant.id;
      if (name === 'id') return ownIds[table] ?? newId();
      if (name in links) return links[name];
      const mark = `mark-${table}.${name}-`;
      const isText = type === 'text' || type === 'jsonb' || type === 'bytea' || type === 'text[]';
      if (isText) marked.push(mark);
      const text = `${mark} ${ADDRESS}`;
      if (type === 'text') return text;
      if (type === 'jsonb') return JSON.stringify({ text, contactId: links.contact_id });
      if (type === 'bytea') return Buffer.from(text);
      if (type === 'text[]') return [text];
      return isNeeded ? (type === 'uuid' ? newId() : VALUES[type]) : null;
    };
    const values = columns.map(valueFor);
    const given = columns
      .map((column, at) => ({ ...column, value: values[at] }))
      .filter(({ value }) => value !== null);
    await client.query(
      `insert into "${table}" (${given.map(({ name }) => `"${name}"`).join()})
        values (${given.map((_, at) => `$${at + 1}`).join()}) on conflict do nothing`,
      given.map(({ value }) => value),
    );
  }
  await client.query('commit');
  client.release();
  return marked;
}

async function dump(table: string): Promise<string> {
  const { rows } = await ws.database.pool.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from "${table}" t`,
  );
  const texts = rows.map(({ row }) => JSON.stringify(row));
  // Bytes are shown by their hexadecimal digits.
  return texts
    .map((text) => text + text.replace(/\\\\x([0-9a-f]+)/g, (_, hex) => Buffer.from(hex, 'hex').toString()))
    .join(' ');
}

/** What is found after an erasure, and why it may be. */
const KEPT: Record<string, string[]> = {
  'the ledger and the stops, under a hash': [
    ...['addresses.hash', 'consents.actor', 'consents.basis', 'consents.channel', 'consents.evidence'],
    ...['consents.purpose', 'consents.source', 'consents.state', 'consents.wording'],
    ...['suppressions.reason', 'suppressions.scope', 'suppressions.source'],
  ],
  'that a message was sent and how it ended; a provider’s words are covered before they are kept': [
    ...['attempts.channel', 'attempts.code', 'attempts.detail', 'attempts.outcome', 'attempts.price'],
    ...['attempts.provider_id', 'cool_downs.channel', 'cool_downs.purpose', 'messages.channel'],
    ...[
      'messages.lease_owner',
      'messages.provider_id',
      'messages.purpose',
      'messages.reason',
      'messages.status',
    ],
    ...['messages.variant', 'receipts.channel', 'receipts.detail', 'receipts.external_id', 'receipts.kind'],
  ],
  'what the proof of an approval needs': [
    ...['manifest_rows.channel', 'manifest_rows.consent', 'manifest_rows.hash', 'manifest_rows.variant'],
  ],
  'a word or a number that says who nobody is': [
    ...['activities.currency', 'activities.external_id', 'activities.kind', 'contacts.role'],
    ...['conversations.channel', 'conversations.status', 'conversations.tags', 'conversions.currency'],
    ...['conversions.external_id', 'conversions.via', 'offer_codes.code', 'offer_codes.currency'],
    ...['offer_codes.redeemed_via', 'outcomes.currency', 'outcomes.kind', 'replies.channel'],
    ...['replies.external_id', 'replies.match', 'value_history.actor', 'value_history.field'],
  ],
  'a link in a message that was sent: whoever has it may still stop what comes': [
    ...['short_links.code', 'short_links.target'],
  ],
  'of the customer, whose own notes are looked at by whoever answers the request': [
    ...['contracts.currency', 'contracts.status', 'customer_merges.actor', 'customer_merges.moved'],
    ...['customer_merges.undone_by', 'customer_merges.why', 'customer_notes.actor', 'customer_notes.body'],
    ...['import_entries.base_key', 'import_entries.file', 'import_entries.loose_name', 'import_entries.name'],
    ...[
      'import_entries.outcome',
      'review_items.file',
      'review_items.reason',
      'review_items.status',
      'units.name',
    ],
  ],
};

/** What somebody is not handed although a row about them has it, and why not. */
const UNTOLD: Record<string, string[]> = {
  'how a message travels; what was sent, when and how it ended is told': [
    ...['attempts.channel', 'attempts.code', 'attempts.detail', 'attempts.outcome', 'attempts.price'],
    ...['attempts.provider_id', 'cool_downs.channel', 'cool_downs.purpose', 'messages.detail'],
    ...[
      'messages.lease_owner',
      'messages.provider_id',
      'messages.variant',
      'receipts.channel',
      'receipts.detail',
    ],
    ...['receipts.external_id', 'receipts.kind', 'short_links.code', 'short_links.target'],
  ],
  'what is told once already, in another form': [
    ...['addresses.hash', 'addresses.normalised', 'manifest_rows.channel', 'manifest_rows.fallbacks'],
    ...['manifest_rows.hash', 'manifest_rows.salt', 'manifest_rows.variant', 'offer_codes.currency'],
    ...[
      'replies.external_id',
      'replies.headers',
      'replies.match',
      'replies.effects',
      'replies.status',
      'replies.doubt',
      'replies.redemptions',
    ],
    ...[
      'reply_attachments.content',
      'shelf_messages.address',
      'shelf_messages.channel',
      'shelf_messages.content',
    ],
    ...['shelf_messages.note', 'shelf_messages.outcome', 'standin_deliveries.address'],
    ...['standin_deliveries.channel', 'standin_deliveries.content', 'written_messages.basis'],
    ...['written_messages.reason', 'written_messages.status', 'written_versions.basis'],
  ],
  'about a colleague': [
    ...['consents.actor', 'value_history.actor', 'written_messages.author'],
    'written_versions.author',
  ],
  'of the customer, not of one person there': [
    ...['contracts.currency', 'contracts.status', 'customer_changes.decided_by', 'customer_changes.done'],
    ...['customer_changes.proposed_by', 'customer_changes.status', 'customer_changes.steps'],
    ...[
      'customer_changes.undone_by',
      'customer_changes.why',
      'customer_facts.amounts',
      'customer_facts.city',
    ],
    ...[
      'customer_facts.contract',
      'customer_facts.country',
      'customer_facts.currency',
      'customer_facts.name',
    ],
    ...[
      'customer_facts.order_currency',
      'customer_facts.status',
      'customer_facts.tags',
      'customer_facts.texts',
    ],
    ...['customer_facts.tier', 'customer_facts.type', 'customer_merges.actor', 'customer_merges.moved'],
    ...['customer_merges.undone_by', 'customer_merges.why', 'customer_notes.actor', 'customer_notes.body'],
    ...[
      'import_entries.base_key',
      'import_entries.before',
      'import_entries.file',
      'import_entries.loose_name',
    ],
    ...['import_entries.name', 'import_entries.outcome', 'import_entries.reasons', 'outcomes.currency'],
    ...[
      'outcomes.kind',
      'review_items.detail',
      'review_items.file',
      'review_items.reason',
      'review_items.status',
    ],
    'units.name',
  ],
};

const names = (found: string[]) => found.map((mark) => mark.slice('mark-'.length, -1)).sort();
const all = (reasons: Record<string, string[]>) => Object.values(reasons).flat().sort();

describe('every table that leads to somebody', () => {
  it('is in what they are handed when they ask, or says why not', () => {
    expect(marks.length).toBeGreaterThan(100);
    expect(names(marks.filter((mark) => !told.includes(mark)))).toEqual(all(UNTOLD));
  });

  it('keeps nothing of them after an erasure but what is named here', () => {
    expect(names(left)).toEqual(all(KEPT));
  });
});
