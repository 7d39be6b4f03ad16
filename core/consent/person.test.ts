import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses, auditEvents, consents, manifestRows, suppressions } from '../../db/schema/index.ts';
import { planFor } from '../../test/add-campaign.ts';
import { addContact, testHash } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { exportProof } from '../approval/export-proof.ts';
import { verifyProof } from '../approval/verify-proof.ts';
import { listPublicKeys } from '../tenants/list-public-keys.ts';
import { erasePerson } from './erase-person.ts';
import { listStops } from './list-stops.ts';
import { readPerson } from './read-person.ts';
import { liftSuppression } from './suppress.ts';
import { exportSuppressions, importSuppressions } from './suppression-list.ts';

let d: Delivery;
let admin: Awaited<ReturnType<Delivery['person']>>;
beforeAll(async () => {
  d = await openDelivery();
  admin = await d.person('admin');
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

/** What lies in the database, and what those who may open it find there. */
const everything = async () => {
  const { rows } = await d.meddle(`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const texts = await Promise.all(
    rows.map(({ name }: { name: string }) =>
      d.meddle(`select coalesce(string_agg(t::text, ' '), '') as t from "${name}" t`),
    ),
  );
  const dump = texts.map((one) => one.rows[0].t as string).join(' ');
  const opened = await d.system(async ({ tx }) => {
    const found: unknown[] = [];
    for (const { name } of rows as { name: string }[])
      found.push((await tx.execute(sql`select to_jsonb(t) as row from ${sql.identifier(name)} t`)).rows);
    return JSON.stringify(found);
  });
  return { dump, opened };
};
const normalise = (_channel: string, address: string) =>
  address.includes('@') ? address.toLowerCase() : null;

describe('what is held about a person', () => {
  it('is handed out whole to whoever may export, and logged without their address', async () => {
    const { people } = await d.approve({ count: 2 });
    await d.tick();
    const { address } = people[0]!;
    const file = await d.as(d.approver, (ctx) => readPerson(ctx, address));
    expect(file.contacts).toMatchObject([{ addresses: [{ channel: 'email', address }] }]);
    expect(file.messages).toMatchObject([
      { channel: 'email', status: 'submitted', content: { subject: 'Your contract' } },
    ]);
    expect(JSON.stringify(file)).not.toContain(people[1]!.address);
    const viewer = await d.person('viewer');
    await expect(d.as(viewer, (ctx) => readPerson(ctx, address))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    const log = await d.system((ctx) =>
      ctx.tx.select().from(auditEvents).where(eq(auditEvents.action, 'person.exported')),
    );
    expect(JSON.stringify(log)).not.toContain(address);
  });
});

describe('erasing a person', () => {
  it('leaves their address nowhere, keeps them from being written to, and every proof still holds', async () => {
    const { people, approvalId } = await d.approve({ count: 2 });
    await d.tick();
    const waiting = await d.approve({ count: 0, plan: planFor(people) });
    const { address, contactId, customerId } = people[0]!;
    const before = await everything();
    expect(before.opened).toContain(address);
    expect(before.dump).not.toContain(address);
    const done = await d.as(admin, (ctx) => erasePerson(ctx, address));
    expect(done).toMatchObject({ contacts: 1, addresses: 1, messages: 2, halted: 1 });
    const after = await everything();
    expect(after.opened).not.toContain(address);
    expect(after.dump).not.toContain(address);
    const proof = await d.system((ctx) => exportProof(ctx, approvalId));
    const [key] = await listPublicKeys(d.database);
    expect(proof.rows.filter((row) => !('content' in row))).toHaveLength(1);
    expect(verifyProof(proof, key!.publicKey)).toMatchObject({
      approved: { recipients: 2, erased: 1 },
    });
    await d.tick();
    expect((await d.messagesOf(waiting.campaignId)).map(({ status }) => status).sort()).toEqual([
      'dropped',
      'submitted',
    ]);
    // They come again in a file.
    await d.system((ctx) => addContact(ctx, { customerId, at: { email: address } }));
    const [again] = await d.system((ctx) =>
      ctx.tx
        .select()
        .from(addresses)
        .where(eq(addresses.hash, testHash(ctx, address))),
    );
    expect(again!.contactId).not.toBe(contactId);
    const later = await d.approve({
      count: 0,
      plan: planFor([{ ...people[0]!, contactId: again!.contactId }]),
    });
    await d.tick();
    expect((await d.messagesOf(later.campaignId)).map(({ reason }) => reason)).toEqual(['opted_out']);
  });

  it('is an administrator’s, and only of somebody there is', async () => {
    const { people } = await d.approve();
    const { address } = people[0]!;
    await expect(d.as(d.approver, (ctx) => erasePerson(ctx, address))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    const nobody = d.as(admin, (ctx) => erasePerson(ctx, 'nobody@example.com'));
    await expect(nobody).rejects.toMatchObject({ code: 'person:unknown' });
    const hash = await d.system(async (ctx) => testHash(ctx, 'nobody@example.com'));
    expect(
      await d.system((ctx) => ctx.tx.select().from(suppressions).where(eq(suppressions.addressHash, hash))),
    ).toEqual([]);
  });

  it('gives the application no other way to change what was frozen', async () => {
    const write = d.system((ctx) => ctx.tx.update(manifestRows).set({ address: 'x@example.com' }));
    await expect(write).rejects.toThrow();
    const partly = d.system((ctx) => ctx.tx.update(manifestRows).set({ address: '', salt: '' }));
    await expect(partly).rejects.toThrow();
    const ledger = d.system((ctx) => ctx.tx.delete(consents));
    await expect(ledger).rejects.toThrow();
  });
});

describe('the list of who is not written to', () => {
  const take = (csv: string, by = d.approver) =>
    d.as(by, (ctx) => importSuppressions(ctx, { csv, normalise }));
  const list = async () => {
    const lines: string[] = [];
    const actor = { kind: 'system', name: 'a test' } as const;
    for await (const piece of exportSuppressions({ within: d.within, tenantId: d.tenant.id, actor }))
      lines.push(...piece.trimEnd().split('\r\n'));
    return lines;
  };

  it('stops whom a file names, also those who come later, and what waits for them; says what it cannot read', async () => {
    const { campaignId, people } = await d.approve({ count: 2 });
    const csv = `\ufeffAddress,Scope\r\n${people[0]!.address.toUpperCase()},\r\nnew@example.com,marketing\r\nnobody,all\r\nx@example.com,some\r\n`;
    expect(await take(csv)).toEqual({
      suppressed: 2,
      halted: 1,
      unread: [
        { line: 4, why: 'This is no address of any channel.' },
        { line: 5, why: 'The scope is neither "all" nor "marketing".' },
      ],
    });
    await d.tick();
    expect((await d.messagesOf(campaignId)).map(({ status }) => status).sort()).toEqual([
      'dropped',
      'submitted',
    ]);
  });

  it('comes out as it goes in again, and changes nothing then; nothing in it lifts a stop', async () => {
    const before = await list();
    expect(before[0]).toBe('address,hash,scope,reason,source,since');
    expect(before.length).toBeGreaterThan(2);
    expect((await take(before.join('\r\n'))).suppressed).toBe(before.length - 1);
    expect(await list()).toEqual(before);
    await take('address,scope\nnew@example.com,marketing');
    expect(await list()).toEqual(before);
    const addressHash = before.find((line) => line.includes('marketing'))!.split(',')[1]!;
    await d.as(d.approver, (ctx) =>
      liftSuppression(ctx, { addressHash, scope: 'marketing', source: 'person' }),
    );
    expect(await list()).toHaveLength(before.length - 1);
    await take('address\nlater@example.com');
    const viewer = await d.person('viewer');
    const shown = await d.as(viewer, (ctx) => listStops(ctx, { limit: 1 }));
    expect([shown.total, shown.stops.length]).toEqual([before.length - 1, 1]);
    const { stops } = await d.as(viewer, (ctx) => listStops(ctx, { limit: 500 }));
    expect(stops.some(({ address, customer }) => address !== null && customer !== null)).toBe(true);
    expect(stops.some(({ address, customer }) => address === null && customer === null)).toBe(true);
  });

  it('is refused where it is no table, has no addresses, or from whoever may not import', async () => {
    for (const csv of ['name\nAnn', '"unclosed'])
      await expect(take(csv)).rejects.toMatchObject({ code: 'input:invalid' });
    const viewer = await d.person('viewer');
    await expect(take('address\nx@example.com', viewer)).rejects.toMatchObject({ code: 'auth:forbidden' });
  });
});
