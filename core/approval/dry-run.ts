// A campaign rendered for all its recipients, checked and reckoned, without freezing or sending anything.
import { z } from 'zod';
import type { Campaign } from '../campaigns/read-campaign.ts';
import { cleanName } from '../content/clean-text.ts';
import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { opensAt, type Place } from '../delivery/sending-hours.ts';
import { demand } from '../tenants/roles.ts';
import { readCapacity } from './capacity.ts';
import { renderedContent } from './digest.ts';
import { forecast } from './forecast.ts';
import { placesOf } from './places-of.ts';
import type { PlannedMessage } from './plan.ts';
import { planCampaign } from './plan-campaign.ts';
import { planTimes } from './plan-times.ts';

const count = z.int().nonnegative();
const severity = z.enum(['error', 'warning']);
const finding = z.object({
  severity,
  place: z.enum(['subject', 'body', 'footer']).optional(),
  message: z.string(),
  repair: z.string().optional(),
});

export const dryRunResult = z.object({
  recipients: count,
  customers: count,
  channels: z.record(z.string(), count),
  /** Customers that are left out, and why. */
  excluded: z.array(z.object({ id: z.uuid(), name: z.string(), reason: z.string() })),
  /** Messages that may not go out as they are. */
  refused: count,
  /** Each finding once, with how many messages it is about. */
  findings: z.array(finding.extend({ messages: count })),
  notes: z.array(z.string()),
  costWords: z.string(),
  /** By channel, under today's limits and each reader's hours. */
  forecast: z.array(
    z.object({ channel: z.string(), messages: count, from: z.iso.datetime(), until: z.iso.datetime() }),
  ),
  /** One page of them, in the order of the audience. */
  messages: z.array(
    z.object({
      customerId: z.uuid(),
      contactId: z.uuid(),
      contact: z.string(),
      channel: z.string(),
      plannedAt: z.iso.datetime(),
      leavesAt: z.iso.datetime(),
      rendered: renderedContent,
      findings: z.array(finding),
    }),
  ),
});
export type DryRun = z.infer<typeof dryRunResult>;

type Input = { campaign: Pick<Campaign, 'id' | 'draft'>; offset?: number; limit?: number };

/** What would happen to every recipient if the campaign were approved now; nothing is kept. */
export async function dryRun(ctx: Ctx, { campaign, offset = 0, limit = 0 }: Input): Promise<DryRun> {
  demand(ctx.actor, 'read');
  const { id, draft } = campaign;
  const plan = await planCampaign(ctx, { id, draft, test: null });
  const { composed } = plan;
  const recipients = composed.map(({ recipient }) => recipient);
  const places = await placesOf(ctx, recipients);
  const { times, warnings } = planTimes(ctx, { schedule: draft.schedule, places });
  const channels = countBy(recipients.map(({ channel }) => channel));
  const capacity = await readCapacity(ctx, { channels, budget: draft.budget });
  const leaving = await leavingTimes(ctx, { composed, times, places });
  return {
    recipients: recipients.length,
    customers: new Set(recipients.map(({ customerId }) => customerId)).size,
    channels,
    excluded: plan.excluded,
    refused: composed.filter(({ findings }) => findings.some((one) => one.severity === 'error')).length,
    findings: groupFindings(composed),
    notes: [
      ...warnings,
      ...capacity.warnings,
      ...(capacity.refusal ? [capacity.refusal.message] : []),
      ...plan.notes,
    ],
    costWords: capacity.costWords,
    forecast: spansOf(composed, leaving),
    messages: composed.slice(offset, offset + limit).map((message, at) => ({
      customerId: message.recipient.customerId,
      contactId: message.recipient.contactId,
      contact: cleanName(message.recipient.contactName) ?? message.recipient.role.replaceAll('_', ' '),
      channel: message.recipient.channel,
      plannedAt: times[offset + at]!.toISOString(),
      leavesAt: leaving[offset + at]!.toISOString(),
      rendered: message.rendered,
      findings: [...message.findings],
    })),
  };
}

const countBy = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));

type Leaving = {
  composed: readonly PlannedMessage[];
  times: readonly Date[];
  places: readonly Place[];
};

/** When each would leave, by the first sender of its channel; the planned time where there is none. */
async function leavingTimes(ctx: Ctx, { composed, times, places }: Leaving): Promise<Date[]> {
  const accounts = await limitsLeft(ctx);
  const hours = ctx.tenant.settings;
  const leaving = [...times];
  for (const [channel, own] of Map.groupBy(composed.keys(), (at) => composed[at]!.recipient.channel)) {
    const windows = accounts.find((account) => account.channel === channel)?.windows ?? [];
    const due = own.map((at) => ({
      at: times[at]!,
      awake: (moment: Date) => opensAt(moment, places[at]!, { hours, kind: 'campaign' }) ?? moment,
    }));
    for (const [n, moment] of forecast(due, windows, ctx.now).entries()) leaving[own[n]!] = moment;
  }
  return leaving;
}

function spansOf(composed: readonly PlannedMessage[], leaving: readonly Date[]): DryRun['forecast'] {
  const places = Map.groupBy(composed.keys(), (at) => composed[at]!.recipient.channel);
  return [...places].map(([channel, own]) => {
    const moments = own.map((at) => leaving[at]!.getTime()).sort((a, b) => a - b);
    const iso = (moment: number | undefined) => new Date(moment ?? 0).toISOString();
    return { channel, messages: own.length, from: iso(moments[0]), until: iso(moments.at(-1)) };
  });
}

function groupFindings(composed: readonly PlannedMessage[]): DryRun['findings'] {
  const all = composed.flatMap(({ findings }) => findings);
  return [...Map.groupBy(all, ({ severity: how, message }) => `${how} ${message}`).values()]
    .map((group) => ({ ...group[0]!, messages: group.length }))
    .sort((a, b) => a.severity.localeCompare(b.severity) || b.messages - a.messages);
}
