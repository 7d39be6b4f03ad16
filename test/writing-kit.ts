// Two hotels whose letters are written one by one, by a writer that the test gives.
import { eq } from 'drizzle-orm';
import { planCampaign } from '../core/approval/plan-campaign.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { readWritingState, requestWriting } from '../core/content/writing/request-writing.ts';
import { writeBatch } from '../core/content/writing/writing-runner.ts';
import type { Ctx } from '../core/context.ts';
import type { Writer, WriterInput } from '../core/ports.ts';
import { tenants } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { readPlan } from './add-campaign.ts';
import { addCase } from './content-cases.ts';
import type { WritingRoom } from './write-letter.ts';

export const usage = { mind: 'test', inputTokens: 1000, outputTokens: 100, costUsd: 0 };
export const good = ({ template }: WriterInput) => ({
  ...template,
  text: template.text.replace('Thank you for your trust', 'We are grateful for your trust'),
});
export const writerOf = (write: (input: WriterInput) => ReturnType<typeof good>): Writer => ({
  write: async (input, record) => {
    await record(usage);
    return write(input);
  },
});

export const setModel = (ctx: Ctx, model: object) =>
  ctx.tx
    .update(tenants)
    .set({ settings: { ...ctx.tenant.settings, model: { ...ctx.tenant.settings.model, ...model } } })
    .where(eq(tenants.id, ctx.tenant.id));

export type WritingKit = Awaited<ReturnType<typeof writingKit>>;

export async function writingKit(room: WritingRoom) {
  const addHotel = (ctx: Ctx, { name, city }: { name: string; city?: string }) =>
    addCase(ctx, 'complete', {
      ...{ name, ...(city ? { city } : {}) },
      contacts: [{ name: 'Arthit Sample', at: { email: `${newId()}@example.com` } }],
    });
  await room.system(async (ctx) => {
    for (const city of ['Pattaya', 'Hua Hin']) await addHotel(ctx, { name: `Bay ${city}`, city });
  });
  const newCampaign = () =>
    room.system(async (ctx) => {
      await setModel(ctx, { monthlyTokens: null, writeUpTo: 200 });
      return (await createCampaign(ctx, { draft: { name: 'R', type: 'renewal' } })).id;
    });
  const run = (writer: Writer | null) =>
    writeBatch({ within: room.within, tenantId: room.tenant.id, writer });
  const ask = (campaignId: string) =>
    room.system((ctx) => requestWriting(ctx, { campaignId, hasWriter: true }));
  const state = (campaignId: string) => room.system((ctx) => readWritingState(ctx, campaignId));
  const messages = (campaignId: string) =>
    room.system(async (ctx) => {
      const { draft } = await readCampaign(ctx, campaignId);
      return (await readPlan(planCampaign(ctx, { id: campaignId, draft, test: null }))).composed;
    });
  return { addHotel, newCampaign, run, ask, state, messages };
}
