// Findings about what a database knows: pages that letters lead to, approved templates, texts of one's own. Each is provoked,
// repaired and gone; what the code can say of them and nothing here provokes fails in `catalogue.test.ts`.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { channelAccounts, contacts, messageTemplates, writtenMessages } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import type { LinkState } from '../../../lib/look-at-link.ts';
import { readPlan } from '../../../test/add-campaign.ts';
import { addCase } from '../../../test/content-cases.ts';
import { KEPT } from '../../../test/finding-rows-kept.ts';
import { pngOf } from '../../../test/picture.ts';
import { addAccount } from '../../../test/recording-channels.ts';
import { openWritingRoom, type WritingRoom } from '../../../test/write-letter.ts';
import { good, type WritingKit, writerOf, writingKit } from '../../../test/writing-kit.ts';
import { planCampaign } from '../../approval/plan-campaign.ts';
import { createCampaign } from '../../campaigns/create-campaign.ts';
import type { DraftPatch } from '../../campaigns/draft.ts';
import { editCampaign } from '../../campaigns/edit-campaign.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import { keepImage } from '../../images/keep-image.ts';
import { receiveReply } from '../../replies/receive-reply.ts';
import { changeSettings } from '../../tenants/change-settings.ts';
import { lookAtWanted } from '../links/link-watcher.ts';
import { writeByHand } from '../writing/write-by-hand.ts';

const PAGE = 'https://pages.sample.internal/renew';
const PHONE = '+66900000021';
let room: WritingRoom;
let kit: WritingKit;
beforeAll(async () => {
  room = await openWritingRoom();
  kit = await writingKit(room);
  await room.system((ctx) => changeSettings(ctx, { links: { allowed: [new URL(PAGE).origin] } }));
});
afterAll(() => room.close());

const saidOf = async (campaignId: string): Promise<string[]> =>
  room.system(async (ctx) => {
    const { draft } = await readCampaign(ctx, campaignId);
    const { composed } = await readPlan(planCampaign(ctx, { id: campaignId, draft, test: null }));
    return composed.flatMap(({ findings }) => findings.map(({ message, repair }) => `${message} ${repair}`));
  });
const change = (campaignId: string, patch: DraftPatch) =>
  room.system((ctx) => editCampaign(ctx, { campaignId, patch, change: 'what a finding asks for' }));
const shows = async (campaignId: string, { found, repair }: (typeof KEPT)[keyof typeof KEPT]) =>
  expect(await saidOf(campaignId)).toContainEqual(expect.stringMatching(`${found.source}.*${repair.source}`));
const isClean = async (campaignId: string) => expect(await saidOf(campaignId)).toEqual([]);

it('a page that a letter leads to is waited for, missing, private or silent, and well once it is mended', async () => {
  const campaignId = await kit.newCampaign();
  await change(campaignId, { link: PAGE });
  const look = async (state: LinkState) => {
    await room.database.pool.query(`update checked_links set checked_at = now() - interval '2 minutes'`);
    await saidOf(campaignId);
    await lookAtWanted({
      ...{ within: room.within, tenantId: room.tenant.id },
      links: { look: async () => ({ state, detail: '(told by a test)' }) },
    });
  };
  await shows(campaignId, KEPT.unseen);
  for (const state of ['dead', 'refused', 'unreachable'] as const) {
    await look(state);
    await shows(campaignId, KEPT[state]);
  }
  await look('alive');
  await isClean(campaignId);
});

it('a text of a model’s or a person’s own says what became of it, until it is written once more', async () => {
  const campaignId = await kit.newCampaign();
  await kit.ask(campaignId);
  await shows(campaignId, KEPT.wanted);
  await kit.run(writerOf((input) => ({ ...good(input), text: `${input.template.text}\n\nSave 15% now.` })));
  await shows(campaignId, KEPT.notWritten);
  await kit.ask(campaignId);
  await kit.run(writerOf(good));
  await isClean(campaignId);
  await change(campaignId, { tone: 'casual' });
  await shows(campaignId, KEPT.stale);
  await change(campaignId, { tone: null });
  await isClean(campaignId);

  // What was kept before a rule came is judged again whenever it is shown.
  const spoil = (body: string) => room.system(({ tx }) => tx.update(writtenMessages).set({ body }));
  await spoil('Dear all, save 15%. Please reply.');
  await shows(campaignId, KEPT.notUsed);
  await kit.ask(campaignId);
  await kit.run(writerOf(good));

  const byHand = await room.system(async (ctx) => {
    const [reader] = await ctx.tx.select().from(contacts).where(eq(contacts.name, 'Arthit Sample')).limit(1);
    return { contactId: reader!.id, body: 'Dear Arthit Sample, please reply.' };
  });
  const other = await kit.newCampaign();
  await room.system((ctx) => writeByHand(ctx, { campaignId: other, ...byHand }));
  await change(other, { tone: 'casual' });
  await shows(other, KEPT.older);
  await room.system((ctx) => writeByHand(ctx, { campaignId: other, ...byHand }));
  expect((await saidOf(other)).join()).not.toMatch(KEPT.older.found);
});

it('a channel that wants approved templates is told which is lacking, and when free text goes or a picture is lost', async () => {
  const campaignId = await room.system(async (ctx) => {
    await addAccount(ctx, { channel: 'whatsapp' });
    await ctx.tx.update(channelAccounts).set({ needsTemplates: true });
    await addCase(ctx, 'complete', {
      name: 'Bar by the Bay',
      contacts: [{ name: 'Arthit Sample', at: { whatsapp: PHONE } }],
    });
    const body = 'Dear {{ contact.name }}, it is about {{ unit_list }}. Please reply.';
    const draft = { name: 'Bar', type: 'renewal', channels: ['whatsapp'], wording: { whatsapp: { body } } };
    return (await createCampaign(ctx, { draft })).id;
  });
  await shows(campaignId, KEPT.lacking);
  await room.system((ctx) =>
    receiveReply(ctx, {
      ...{ channel: 'whatsapp', externalId: newId(), identifier: PHONE, message: 'Hello?' },
      receivedAt: ctx.now,
      normalise: (_, identifier) => identifier,
    }),
  );
  await shows(campaignId, KEPT.talking);
  await room.system((ctx) =>
    ctx.tx.insert(messageTemplates).values({
      ...{ tenantId: ctx.tenant.id, channel: 'whatsapp', name: 'bar', language: 'en', category: 'utility' },
      ...{ status: 'approved', body: 'Dear {{1}}, it is about {{2}}. Please reply.' },
    }),
  );
  await isClean(campaignId);
  const image = await room.system((ctx) =>
    keepImage(ctx, { name: 'Bar', alternative: 'A bar', bytes: pngOf(30, 20) }),
  );
  await change(campaignId, { image });
  await shows(campaignId, KEPT.pictureLost);
  await room.system((ctx) => ctx.tx.update(messageTemplates).set({ hasPicture: true }));
  await isClean(campaignId);
});
