import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditHeads, tenants } from '../../db/schema/index.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { exportSuppressions } from '../consent/suppression-list.ts';
import type { Within } from '../context.ts';
import { exportCustomers } from '../customers/export/export-customers.ts';
import { exportMessages } from '../reports/export-messages.ts';
import { exportWorkspace } from '../tenants/export-workspace.ts';
import type { Actor } from '../tenants/roles.ts';
import type { AuditEvent, AuditHead, AuditLine } from './audit-line.ts';
import { exportAudit } from './export-audit.ts';
import { auditHash, recordAudit } from './record.ts';
import { searchAudit } from './search-audit.ts';
import { signDueHead } from './sign-head.ts';
import { auditHeadsOf, verifyAudit } from './verify-audit.ts';

type Reader = { within: Within; tenantId: string; actor: Actor };

let ws: TestWorkspace;
let admin: Actor;
let publicKeyPem: string;
let exported: AuditLine[];
beforeAll(async () => {
  ws = await openTestWorkspace();
  admin = await ws.person('admin');
  const [tenant] = await ws.system((ctx) => ctx.tx.select().from(tenants));
  publicKeyPem = tenant!.publicKey;
  await ws.system(signDueHead);
  await ws.as(admin, async (ctx) => {
    const data = { at: ctx.now, missing: undefined, share: 0.1 + 0.2, name: 'ชื่อ "quoted"\u2028' };
    await recordAudit(ctx, { action: 'campaign.edit', subject: 'a', data });
    await recordAudit(ctx, { action: 'campaign.delete', subject: 'a' });
    await recordAudit(ctx, { action: 'customer.note', subject: 'b' });
  });
  await ws.system(signDueHead);
  await ws.system((ctx) => recordAudit(ctx, { action: 'session.closed' }));
  exported = await exportAll();
});
afterAll(() => ws.close());

async function exportAll(): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  for await (const line of exportAudit({ within: ws.within, tenantId: ws.tenant.id, actor: admin }))
    lines.push(JSON.parse(JSON.stringify(line)));
  return lines;
}

const isEvent = (line: AuditLine): line is AuditEvent => 'seq' in line;
const headsOf = (lines: AuditLine[]) => auditHeadsOf(lines, publicKeyPem);
const verify = (lines: unknown[], kept: AuditHead[] = []) => verifyAudit(lines, { publicKeyPem, kept });
const findingsOf = async (lines: unknown[]) => (await verify(lines)).findings.join('\n');

/** The log with one event changed by somebody who knows how the hashes are made. */
function rewrite(lines: AuditLine[], seq: number, change: Partial<AuditEvent>): AuditLine[] {
  let previousHash = '';
  return lines.map((line) => {
    if (!isEvent(line)) return line;
    const { hash: _, ...content } = { ...line, previousHash, ...(line.seq === seq ? change : {}) };
    previousHash = auditHash({ ...content, tenantId: ws.tenant.id });
    return { ...content, hash: previousHash };
  });
}

describe('the exported log', () => {
  it('holds, is signed up to its own export, and says so', async () => {
    const events = exported.filter(isEvent);
    expect(events.map(({ action }) => action).slice(-3)).toEqual([
      'customer.note',
      'session.closed',
      'audit.exported',
    ]);
    const verdict = await verify(exported);
    expect(verdict).toMatchObject({ ok: true, findings: [], events: events.length });
    expect(verdict.head).toMatchObject({ seq: events.length, tenantId: ws.tenant.id });
  });

  it('is signed again at most once a day by itself', async () => {
    expect((await headsOf(exported)).map(({ seq }) => seq)).toEqual([3, 5]);
  });

  it('still leads through the heads of an earlier export', async () => {
    const later = await exportAll();
    expect(await verify(later, await headsOf(exported))).toMatchObject({ ok: true });
  });

  it('is for admins', async () => {
    const actor = await ws.person('approver');
    const lines = exportAudit({ within: ws.within, tenantId: ws.tenant.id, actor });
    await expect(lines.next()).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(ws.as(actor, (ctx) => searchAudit(ctx, { limit: 5 }))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
  });
});

describe('what is found', () => {
  it('an event that was changed', async () => {
    const changed = exported.map((line) =>
      isEvent(line) && line.seq === 2 ? { ...line, subject: 'b' } : line,
    );
    expect(await findingsOf(changed)).toBe('Event 2 is not what its hash was made of.');
  });

  it('an event that was taken out, or put in', async () => {
    const without = exported.filter((line) => !(isEvent(line) && line.seq === 2));
    expect(await findingsOf(without)).toContain('Event 2 is missing');
    const twice = exported.flatMap((line) => (isEvent(line) && line.seq === 2 ? [line, line] : [line]));
    expect(await findingsOf(twice)).toContain('Event 3 is missing: event 2 comes next.');
  });

  it('a chain that was made anew after a change: the heads were signed over the old one', async () => {
    const findings = await findingsOf(rewrite(exported, 2, { subject: 'b' }));
    expect(findings).toBe('Event 3 is not the one that was signed.\nEvent 5 is not the one that was signed.');
  });

  it('an end that was cut off, with its head or without', async () => {
    const short = exported.filter((line) => !(isEvent(line) && line.seq === 5));
    expect(await findingsOf(short)).toContain('The log was signed up to event 5 and ends with 4.');
    const lastHead = exported.findLast((line) => 'head' in line);
    const headless = short.filter((line) => line !== lastHead);
    expect(await findingsOf(headless)).toBe('The end of the log is not signed.');
    const cut = headless.filter((line) => !(isEvent(line) && line.seq === 4));
    expect((await verify(cut)).ok).toBe(true);
    expect((await verify(cut, await headsOf(exported))).findings).toEqual([
      'The log was signed up to event 5 and ends with 3.',
    ]);
  });

  it('a head of another key, and a log of nothing', async () => {
    const other = await openTestWorkspace();
    const [tenant] = await other.system((ctx) => ctx.tx.select().from(tenants));
    await other.close();
    const verdict = await verifyAudit(exported, { publicKeyPem: tenant!.publicKey });
    expect(verdict.findings).toContain('A head is not signed by this key.');
    expect(await findingsOf([])).toContain('The first line of a log is missing.');
    expect(await findingsOf([{ format: 'refrain-audit/1' }, 'x', null])).toContain('is no line of a log');
  });
});

describe('searching', () => {
  const find = (query: object) => ws.as(admin, (ctx) => searchAudit(ctx, { limit: 50, ...query }));

  it('finds by action or its kind, by what it was done to and by whom, the newest first', async () => {
    const actions = async (query: object) => (await find(query)).events.map(({ action }) => action);
    expect(await actions({ action: 'campaign' })).toEqual(['campaign.delete', 'campaign.edit']);
    expect(await actions({ action: 'campaign.edit' })).toEqual(['campaign.edit']);
    expect(await actions({ subject: 'b' })).toEqual(['customer.note']);
    const { userId } = admin as { userId: string };
    expect(await actions({ userId, action: 'customer' })).toEqual(['customer.note']);
    expect(await actions({ until: '2020-01-01T00:00:00Z' })).toEqual([]);
  });

  it('goes on page by page', async () => {
    const first = await find({ limit: 2 });
    const second = await find({ limit: 2, before: first.next });
    expect(second.events[0]!.seq).toBe(first.events[1]!.seq - 1);
  });
});

describe('the tables', () => {
  it.each(['audit_events', 'audit_heads'])('%s let nothing be changed or deleted', async (table) => {
    const statements = [sql.raw(`delete from ${table}`), sql.raw(`update ${table} set seq = seq + 1`)];
    for (const statement of statements)
      await expect(ws.system((ctx) => ctx.tx.execute(statement))).rejects.toMatchObject({
        cause: { message: expect.stringContaining('permission denied') },
      });
    const kept = await ws.system((ctx) => ctx.tx.select().from(auditHeads).where(eq(auditHeads.seq, 3)));
    expect(kept).toHaveLength(1);
  });
});

describe('a change that is not in the log', () => {
  it('fails whichever test makes it', async () => {
    const other = await openTestWorkspace();
    const actor = await other.person('manager');
    const rename = sql`update tenants set name = 'Another' where id = ${other.tenant.id}`;
    await other.within(other.tenant.id, actor, (ctx) => ctx.tx.execute(rename));
    await expect(other.close()).rejects.toThrow(/Changed, and not in the log: tenants .*not in the log/);
  });
});

describe('personal data that leaves in bulk', () => {
  it('is in the log, by whom and what, and does not leave for whoever may not take it out', async () => {
    const campaignId = await ws.system((ctx) => addCampaign(ctx));
    const leaving = {
      'customers.exported': (by: Reader) => exportCustomers(by, 'csv'),
      'suppressions.exported': (by: Reader) => exportSuppressions(by),
      'campaign.exported': (by: Reader) => exportMessages(by, campaignId),
      'workspace.exported': (by: Reader) => exportWorkspace(by),
    };
    const [someAdmin, viewer] = [await ws.person('admin'), await ws.person('viewer')];
    for (const [action, take] of Object.entries(leaving)) {
      const readBy = (actor: Actor) => take({ within: ws.within, tenantId: ws.tenant.id, actor }).next();
      await expect(readBy(viewer), action).rejects.toMatchObject({ code: 'auth:forbidden' });
      await readBy(someAdmin);
      const { events } = await ws.as(admin, (ctx) => searchAudit(ctx, { action, limit: 10 }));
      expect(events, action).toMatchObject([{ actor: { userId: someAdmin.userId } }]);
    }
  });
});

const entriesOf = (subject: string) =>
  ws.as(admin, async (ctx) =>
    (await searchAudit(ctx, { subject, limit: 10 })).events.map(({ action }) => action),
  );

describe('what is recorded', () => {
  it('holds up nobody else who records before its transaction ends', async () => {
    const [row] = await ws.system(async (ctx) => {
      await recordAudit(ctx, { action: 'campaign.edit', subject: 'slow' });
      const { rows } = await ctx.tx.execute<{ locks: number }>(
        sql`select count(*)::int as locks from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
      );
      return rows;
    });
    expect(row).toEqual({ locks: 0 });
    expect(await entriesOf('slow')).toEqual(['campaign.edit']);
  });

  it('is not in the log when what it tells of did not happen', async () => {
    const broken = ws.system(async (ctx) => {
      await recordAudit(ctx, { action: 'campaign.edit', subject: 'broken' });
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await entriesOf('broken')).toEqual([]);
  });

  it('happens only with its entry', async () => {
    const settings = async () => (await ws.system((ctx) => ctx.tx.select().from(tenants)))[0]!.name;
    const before = await settings();
    const unwritable = ws.system(async (ctx) => {
      await ctx.tx.update(tenants).set({ name: 'Another' }).where(eq(tenants.id, ctx.tenant.id));
      await recordAudit(ctx, { action: 'campaign.edit', data: { hours: Number.NaN } });
    });
    await expect(unwritable).rejects.toThrow();
    expect(await settings()).toBe(before);
  });

  it('says who it was, also where one transaction works for several', async () => {
    await ws.as(admin, async (ctx) => {
      await recordAudit(ctx, { action: 'campaign.edit', subject: 'shared' });
      const actor: Actor = { kind: 'system', name: 'sweeper' };
      await recordAudit({ ...ctx, actor }, { action: 'campaign.delete', subject: 'shared' });
    });
    const { events } = await ws.as(admin, (ctx) => searchAudit(ctx, { subject: 'shared', limit: 10 }));
    expect(events.map(({ action, actor }) => [action, actor.kind])).toEqual([
      ['campaign.delete', 'system'],
      ['campaign.edit', 'person'],
    ]);
  });
});
