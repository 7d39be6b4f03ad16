// From the real audience and the real texts to the outbox.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manifestRows, manifests } from '../../db/schema/index.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { DRAFT, openRenewals, type Renewals } from '../../test/renewal-campaigns.ts';
import { type DraftPatch, draftSchema } from '../campaigns/draft.ts';
import { editCampaign } from '../campaigns/edit-campaign.ts';
import { variantAt, variantName } from '../content/variants.ts';
import { reportVariants } from '../reports/report-variants.ts';
import { type FrozenContent, hashRow } from './digest.ts';
import { dryRun } from './dry-run.ts';
import { exportProof } from './export-proof.ts';
import { manifestHeader } from './header.ts';
import { fromFrozen } from './html-frame.ts';

let d: Renewals;
beforeAll(async () => {
  d = await openRenewals();
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
});

type Addressed = { to: string };
const byAddress = (a: Addressed, b: Addressed) => a.to.localeCompare(b.to);

describe('a campaign', () => {
  it('is asked for with who, what it is worth and who is left out, and goes out as it was frozen', async () => {
    const part = await d.ask(await d.create());
    expect(part).toMatchObject({
      recipients: 4,
      customers: 2,
      channels: { email: 4 },
      valueWords: 'THB 48,000 a year',
      excluded: [{ name: 'Hilton Nowhere', reason: 'no contact' }],
    });
    const frozen = await d.system((ctx) =>
      ctx.tx.select().from(manifestRows).innerJoin(manifests, eq(manifests.id, manifestRows.manifestId)),
    );
    await d.decide(part);
    await d.tick();
    const sent = d.sent.map(({ to, content }) => ({ to, content }));
    expect(sent.toSorted(byAddress)).toEqual(
      frozen
        .map(({ manifest_rows: row, manifests: { header } }) => ({
          to: row.address,
          content: fromFrozen(row.rendered as FrozenContent, manifestHeader.parse(header).htmlFrame),
        }))
        .toSorted(byAddress),
    );
    expect(d.sent[0]?.content.text).toContain('Drift Bar');
    expect(d.sent[0]?.content.headers).toHaveProperty('List-Unsubscribe');
  });

  it('edited after its approval goes out in its new words, once to each', async () => {
    const schedule = { kind: 'at', at: '2026-11-22T03:00:00Z' } as const;
    const campaignId = await d.create({ schedule });
    const first = await d.ask(campaignId);
    await d.decide(first);
    await d.as(d.approver, (ctx) =>
      editCampaign(ctx, {
        campaignId,
        patch: {
          schedule: { kind: 'now' },
          wording: { email: { subject: 'New', body: 'New words. Please reply.' } },
        },
        change: 'new words',
      }),
    );
    await d.tick();
    expect(d.sent).toEqual([]);
    const second = await d.ask(campaignId);
    expect(second.digest).not.toBe(first.digest);
    await d.decide(second);
    await d.tick();
    await d.tick();
    expect(d.sent.map(({ to }) => to).toSorted()).toEqual([
      'buyer0@example.com',
      'buyer1@example.com',
      'gm0@example.com',
      'gm1@example.com',
    ]);
    expect(new Set(d.sent.map(({ content }) => content.subject))).toEqual(new Set(['New']));
  });

  it('in two wordings is frozen as its customers were dealt out, and whoever approves is told', async () => {
    const name = '{{ customer.name }}<b>Warmest';
    const campaignId = await d.create({ variants: [{ tone: 'casual', name }] });
    const part = await d.ask(campaignId);
    expect(JSON.stringify(part)).toContain('Customers are dealt out among 2 wordings, A to B.');
    const frozen = await d.system((ctx) =>
      ctx.tx
        .select({ row: manifestRows })
        .from(manifestRows)
        .innerJoin(manifests, eq(manifests.id, manifestRows.manifestId))
        .where(eq(manifests.campaignId, campaignId)),
    );
    expect(frozen).toHaveLength(4);
    const dealt = new Map<string, string>();
    for (const {
      row: { customerId, contactId, rendered, variant },
    } of frozen) {
      const at = variantAt({ campaignId, customerId, count: 2 });
      expect((rendered as { text: string }).text.startsWith(at === 0 ? 'Dear ' : 'Hello ')).toBe(true);
      // What people call it is read by nobody who is written to.
      expect(JSON.stringify(rendered)).not.toContain('Warmest');
      expect(variant).toBe(variantName(at));
      dealt.set(contactId, variant!);
    }
    const rehearsed = await d.as(d.approver, (ctx) =>
      dryRun(ctx, {
        campaign: { id: campaignId, draft: draftSchema.parse({ ...DRAFT, variants: [{ tone: 'casual' }] }) },
        limit: 9,
      }),
    );
    expect(new Map(rehearsed.messages.map(({ contactId, variant }) => [contactId, variant]))).toEqual(dealt);
    await d.decide(part);
    await d.tick();
    expect(d.sent).toHaveLength(4);
    const messages = await d.messagesOf(campaignId);
    expect(new Map(messages.map(({ contactId, variant }) => [contactId, variant]))).toEqual(dealt);
    const counted = await d.system((ctx) => reportVariants(ctx, campaignId));
    const counts = Map.groupBy(dealt.values(), (variant) => variant);
    expect(
      counted!.parts.map(({ variant, submitted, name: called }) => [variant, submitted, called]),
    ).toEqual([...counts].map(([key, all]) => [key, all.length, key === 'A' ? null : name]).toSorted());
    const proof = await d.as(d.approver, (ctx) => exportProof(ctx, part.id));
    for (const { hash, salt, content } of proof.rows) {
      expect(content!.variant).toBe(dealt.get(content!.contactId));
      expect(hashRow(content!, salt!)).toBe(hash);
      const { variant: _, ...without } = content!;
      expect(hashRow(without, salt!)).not.toBe(hash);
    }
  });

  it('has no variant whose name is all that it says', async () => {
    await expect(d.create({ variants: [{ name: 'Another' }] })).rejects.toMatchObject({
      code: 'input:invalid',
    });
  });
});

describe('a contact with several channels', () => {
  it('has the message frozen for each of them, in its order, and the approver is told', async () => {
    await d.system((ctx) =>
      addCustomer(ctx, {
        name: 'Two Ways',
        timeZone: 'Asia/Bangkok',
        contracts: [{ startsOn: '2025-11-01', endsOn: '2027-10-31', unitCount: 2, currency: 'THB' }],
        contacts: [{ name: 'Anong', at: { email: 'two@example.com', whatsapp: '+66900000077' } }],
      }),
    );
    const filter = { op: 'contains', field: 'name', text: 'two ways' } as const;
    const frozen = async (patch: DraftPatch) => {
      const part = await d.ask(await d.create({ filter, ...patch }));
      const rows = await d.system((ctx) => ctx.tx.select().from(manifestRows));
      const row = rows.findLast(({ address }) => /two@|077/.test(address))!;
      return { part, row, fallbacks: row.fallbacks as { channel: string; rendered: object }[] | null };
    };
    const { part, row, fallbacks } = await frozen({});
    expect([row.channel, fallbacks?.map(({ channel }) => channel)]).toEqual(['whatsapp', ['email']]);
    expect(fallbacks?.[0]?.rendered).toMatchObject({ subject: expect.any(String), html: expect.any(Array) });
    expect(part.warnings).toContain('1 recipient has e-mail to go on with when the first channel fails.');
    expect((await frozen({ channels: ['whatsapp'] })).fallbacks).toBeNull();
  });
});

describe('a customer with a name that is code', () => {
  const named = 'Oddly {{ contract.price }} House';
  beforeAll(() =>
    d.system(async (ctx) => {
      const contacts = ['one', 'two'].map((who) => ({ name: who, at: { email: `${who}@code.example.com` } }));
      await addCustomer(ctx, { name: named, contacts });
      await addCustomer(ctx, {
        name: 'Oddly Sound House',
        contacts: [{ at: { email: 'sound@example.com' } }],
      });
    }),
  );
  const filter = { op: 'contains', field: 'name', text: 'oddly' } as const;

  it('holds up the others until it is left out, which is approved with its reason', async () => {
    const campaignId = await d.create({ filter });
    await expect(d.ask(campaignId)).rejects.toMatchObject({ code: 'campaign:content' });
    const edit = { campaignId, patch: { leaveOutFaulty: true }, change: 'without the faulty ones' };
    await d.as(d.approver, (ctx) => editCampaign(ctx, edit));
    const first = await d.ask(campaignId, { kind: 'first_customer' });
    expect(first).toMatchObject({ recipients: 1 });
    const part = await d.ask(campaignId);
    expect(part).toMatchObject({ recipients: 1, customers: 1 });
    expect(part.excluded).toEqual([
      expect.objectContaining({
        name: named,
        reason: expect.stringMatching(/^the message must not go out: The customer is called .* code/),
      }),
    ]);
    await d.decide(part);
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual(['sound@example.com']);
  });
});
