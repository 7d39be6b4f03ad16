import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals, auditEvents, campaigns, campaignVersions, manifests } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Ctx } from '../context.ts';
import { createTenant } from '../tenants/workspace.ts';
import { createCampaign } from './create-campaign.ts';
import { deleteCampaign } from './delete-campaign.ts';
import type { CampaignStatus, DraftInput } from './draft.ts';
import { editCampaign } from './edit-campaign.ts';
import { listCampaigns } from './list-campaigns.ts';
import { readCampaign } from './read-campaign.ts';
import { undoEdit } from './undo-edit.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

const DRAFT: DraftInput = { name: 'October renewals', type: 'renewal' };
const create = (draft: Partial<DraftInput> = {}) =>
  workspace.system((ctx) => createCampaign(ctx, { draft: { ...DRAFT, ...draft } }));
const edit = (campaignId: string, patch: Partial<DraftInput>, change = 'changed') =>
  workspace.system((ctx) => editCampaign(ctx, { campaignId, patch, change }));
const setStatus = (campaignId: string, status: CampaignStatus) =>
  workspace.system((ctx) => ctx.tx.update(campaigns).set({ status }).where(eq(campaigns.id, campaignId)));

/** A manifest and an approval of it, as freezing and asking leave them. */
async function ask(
  ctx: Ctx,
  campaignId: string,
  status: 'requested' | 'approved' | 'rejected',
): Promise<string> {
  const [tenantId, manifestId, id] = [ctx.tenant.id, newId(), newId()];
  await ctx.tx
    .insert(manifests)
    .values({ id: manifestId, tenantId, campaignId, version: 1, digest: 'd', header: {} });
  await ctx.tx.insert(approvals).values({
    id,
    tenantId,
    manifestId,
    campaignId,
    digest: 'd',
    status,
    policy: {},
    expiresAt: new Date('2026-12-01T00:00:00Z'),
  });
  return id;
}

const statusOf = (id: string) =>
  workspace.system(
    async (ctx) => (await ctx.tx.select().from(approvals).where(eq(approvals.id, id)))[0]?.status,
  );

describe('a new campaign', () => {
  it('is a draft of version 1, with defaults filled in and its making on record', async () => {
    const { id } = await create();
    const campaign = await workspace.system((ctx) => readCampaign(ctx, id));
    expect(campaign).toMatchObject({
      status: 'draft',
      version: 1,
      draft: { schedule: { kind: 'now' }, channels: [] },
    });
    const events = await workspace.system((ctx) =>
      ctx.tx.select().from(auditEvents).where(eq(auditEvents.subject, id)),
    );
    expect(events.map(({ action }) => action)).toEqual(['campaign.create']);
  });

  it('is refused to a viewer', async () => {
    const viewer = await workspace.person('viewer');
    const made = workspace.as(viewer, (ctx) => createCampaign(ctx, { draft: DRAFT }));
    await expect(made).rejects.toMatchObject({ code: 'auth:forbidden' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a filter on an unknown field', { filter: { op: 'known', field: 'brnd' } }, 'field:unknown'],
    [
      'an impossible date',
      { filter: { op: 'between', field: 'contract_end', from: '2026-02-30' } },
      'filter:invalid',
    ],
    ['a time that has passed', { schedule: { kind: 'at', at: '2026-11-20T09:00:00Z' } }, 'input:invalid'],
    [
      'a day that has passed',
      { schedule: { kind: 'local', date: '2026-11-01', time: '09:00' } },
      'input:invalid',
    ],
    [
      'a date that does not exist',
      { schedule: { kind: 'local', date: '2027-02-30', time: '09:00' } },
      'input:invalid',
    ],
    ['a NUL in a text', { topic: 'a\0b' }, 'input:invalid'],
    ['a type there is not', { type: 'birthday' }, 'input:invalid'],
    ['an empty name', { name: '' }, 'input:invalid'],
    ['a field nobody knows', { colour: 'red' }, 'input:invalid'],
    ['an unknown channel', { channels: ['pigeon'] }, 'channel:unknown'],
    ['an unknown customer', { excludedCustomerIds: [newId()] }, 'customer:unknown'],
  ])('is refused for %s, and nothing is written', async (_what, patch, code) => {
    const count = () => workspace.system(async (ctx) => (await listCampaigns(ctx)).length);
    const before = await count();
    await expect(create(patch as Partial<DraftInput>)).rejects.toMatchObject({ code });
    expect(await count()).toBe(before);
  });

  it('keeps quotes and Liquid in a name as they are', async () => {
    const name = `O'Hara"; drop table campaigns; -- {{ x }} {% raw %}`;
    const { id } = await create({ name });
    expect((await workspace.system((ctx) => readCampaign(ctx, id))).name).toBe(name);
  });

  it('refuses contacts of another customer', async () => {
    const [one, two] = await workspace.system(async (ctx) => {
      const contactId = newId();
      await addCustomer(ctx, { contacts: [{ id: contactId }] });
      return [contactId, await addCustomer(ctx, {})];
    });
    await expect(create({ contactIds: { [two]: [one] } })).rejects.toMatchObject({ code: 'input:invalid' });
  });
});

describe('an edit', () => {
  it('makes a new version and keeps the old one', async () => {
    const { id } = await create();
    const edited = await edit(id, { tone: 'casual', channels: ['email'] }, 'casual, by e-mail');
    expect(edited).toMatchObject({
      version: 2,
      draft: { tone: 'casual', channels: ['email'], type: 'renewal' },
    });
    const versions = await workspace.system((ctx) =>
      ctx.tx
        .select()
        .from(campaignVersions)
        .where(eq(campaignVersions.campaignId, id))
        .orderBy(campaignVersions.version),
    );
    expect(versions.map(({ version, change }) => [version, change])).toEqual([
      [1, 'created'],
      [2, 'casual, by e-mail'],
    ]);
    expect(versions[0]?.draft).toMatchObject({ tone: null, channels: [] });
  });

  it('voids what was asked of the version before, and leaves decided ones alone', async () => {
    const { id } = await create();
    const [asked, rejected] = await workspace.system(async (ctx) => [
      await ask(ctx, id, 'requested'),
      await ask(ctx, id, 'rejected'),
    ]);
    await setStatus(id, 'waiting');
    expect(await edit(id, { topic: 'new' })).toMatchObject({ status: 'draft' });
    expect([await statusOf(asked!), await statusOf(rejected!)]).toEqual(['voided', 'rejected']);
  });

  it.each<CampaignStatus>(['sending', 'stopped', 'done'])('is refused when %s', async (status) => {
    const { id } = await create();
    const approved = await workspace.system((ctx) => ask(ctx, id, 'approved'));
    await setStatus(id, status);
    await expect(edit(id, { topic: 'late' })).rejects.toMatchObject({ code: 'campaign:state' });
    await expect(workspace.system((ctx) => undoEdit(ctx, id))).rejects.toMatchObject({
      code: 'campaign:state',
    });
    expect(await statusOf(approved)).toBe('approved');
  });

  it('that is wrong leaves the version and its approval as they were', async () => {
    const { id } = await create();
    const asked = await workspace.system((ctx) => ask(ctx, id, 'requested'));
    await expect(edit(id, { channels: ['pigeon'] })).rejects.toMatchObject({ code: 'channel:unknown' });
    expect(await statusOf(asked)).toBe('requested');
    expect((await workspace.system((ctx) => readCampaign(ctx, id))).version).toBe(1);
  });

  it('of an id that is none, or of another tenant, finds no campaign', async () => {
    const { database, keys, within } = workspace;
    const other = await createTenant(database, keys, { slug: 'other', name: 'Other' });
    const { id } = await create();
    const foreign = within(other.id, { kind: 'system', name: 'test' }, (ctx) =>
      editCampaign(ctx, { campaignId: id, patch: {}, change: '' }),
    );
    await expect(foreign).rejects.toMatchObject({ code: 'campaign:unknown' });
    await expect(edit("x' or true", {})).rejects.toMatchObject({ code: 'campaign:unknown' });
  });
});

describe('taking back', () => {
  it('brings back the version before, as a new one, and goes further back each time', async () => {
    const { id } = await create({ topic: 'one' });
    await edit(id, { topic: 'two' });
    await edit(id, { topic: 'three' });
    const undo = () => workspace.system((ctx) => undoEdit(ctx, id));
    expect(await undo()).toMatchObject({ version: 4, draft: { topic: 'two' } });
    expect(await undo()).toMatchObject({ version: 5, draft: { topic: 'one' } });
    await expect(undo()).rejects.toMatchObject({ code: 'campaign:state' });
    await edit(id, { topic: 'four' });
    expect(await undo()).toMatchObject({ version: 7, draft: { topic: 'one' } });
  });

  it('voids an approval like any edit', async () => {
    const { id } = await create();
    await edit(id, { topic: 'two' });
    const asked = await workspace.system((ctx) => ask(ctx, id, 'requested'));
    await workspace.system((ctx) => undoEdit(ctx, id));
    expect(await statusOf(asked)).toBe('voided');
  });
});

describe('listing', () => {
  const names = (query: Parameters<typeof listCampaigns>[1]) =>
    workspace.system(async (ctx) => (await listCampaigns(ctx, query)).map(({ name }) => name));

  it('finds by a part of the name, whatever its signs, and goes on after the last one shown', async () => {
    for (const name of ['Listed 100% a', 'Listed 100_ b', 'Listed c']) await create({ name });
    expect(await names({ search: 'LISTED' })).toEqual(['Listed c', 'Listed 100_ b', 'Listed 100% a']);
    expect(await names({ search: '100%' })).toEqual(['Listed 100% a']);
    const [first] = await workspace.system((ctx) => listCampaigns(ctx, { search: 'listed', limit: 1 }));
    expect(await names({ search: 'listed', after: first!.id })).toEqual(['Listed 100_ b', 'Listed 100% a']);
  });

  it('knows when each goes out: the time that the draft names, on the workspace’s clock', async () => {
    const local = { kind: 'local', date: '2027-03-01', time: '09:30' } as const;
    await create({ name: 'On the first', schedule: local });
    await create({ name: 'At an instant', schedule: { kind: 'at', at: '2027-03-02T10:00:00+02:00' } });
    await create({ name: 'Some time' });
    const march = { from: '2027-03-01T00:00:00Z', until: '2027-03-02T08:00:00.001Z' };
    const listed = await workspace.system((ctx) => listCampaigns(ctx, march));
    expect(listed.map(({ name, sendsAt }) => [name, sendsAt?.toISOString()])).toEqual([
      ['At an instant', '2027-03-02T08:00:00.000Z'],
      ['On the first', '2027-03-01T02:30:00.000Z'],
    ]);
    expect(await names({ ...march, until: '2027-03-02T08:00:00Z' })).toEqual(['On the first']);
  });
});

describe('deleting', () => {
  it('takes a campaign out of sight and voids what was asked', async () => {
    const { id } = await create();
    const asked = await workspace.system((ctx) => ask(ctx, id, 'requested'));
    await workspace.system((ctx) => deleteCampaign(ctx, id));
    await expect(workspace.system((ctx) => readCampaign(ctx, id))).rejects.toMatchObject({
      code: 'campaign:unknown',
    });
    expect((await workspace.system((ctx) => listCampaigns(ctx))).map((row) => row.id)).not.toContain(id);
    expect(await statusOf(asked)).toBe('voided');
  });

  it('is refused while messages go out', async () => {
    const { id } = await create();
    await setStatus(id, 'sending');
    await expect(workspace.system((ctx) => deleteCampaign(ctx, id))).rejects.toMatchObject({
      code: 'campaign:state',
    });
  });
});
