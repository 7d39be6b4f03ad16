// A campaign rendered for all its recipients, checked and reckoned, without freezing or sending anything.
import { z } from 'zod';
import type { Campaign } from '../campaigns/read-campaign.ts';
import { cleanName } from '../content/clean-text.ts';
import { origin } from '../content/origin.ts';
import { readOrigins } from '../content/read-origins.ts';
import { finding } from '../content/verify/finding.ts';
import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { type Hours, opensAt, type Place, placeKey } from '../delivery/sending-hours.ts';
import { demand } from '../tenants/roles.ts';
import { readCapacity } from './capacity.ts';
import { renderedContent } from './digest.ts';
import { forecast } from './forecast.ts';
import { placesOf } from './places-of.ts';
import type { PlannedMessage, PlanPage } from './plan.ts';
import { planCampaign } from './plan-campaign.ts';
import { openTimes } from './plan-times.ts';

const count = z.int().nonnegative();

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
      /** The same without what the channel's frame adds: what a person may write anew. */
      letter: z.object({ subject: z.string().optional(), body: z.string() }),
      language: z.string().optional(),
      /** A to E, of a campaign that has several. */
      variant: z.string().optional(),
      findings: z.array(finding),
      /** Which of its words come from data. */
      origins: z.array(origin),
    }),
  ),
});
export type DryRun = z.infer<typeof dryRunResult>;

/** How far one is. */
export type DryRunProgress = Pick<DryRun, 'recipients' | 'customers' | 'refused'>;

export type DryRunInput = {
  campaign: Pick<Campaign, 'id' | 'draft'>;
  offset?: number;
  limit?: number;
  /** Told after each page of customers. */
  onPage?: (sofar: DryRunProgress) => void;
  /** Shown each message, in order. */
  onMessage?: (message: PlannedMessage) => void;
};

/** What would happen to every recipient if the campaign were approved now; nothing is kept. */
export async function dryRun(
  ctx: Ctx,
  { campaign, onPage, onMessage, ...input }: DryRunInput,
): Promise<DryRun> {
  const { offset = 0, limit = 0 } = input;
  demand(ctx.actor, 'read');
  const { id, draft } = campaign;
  const plan = planCampaign(ctx, { id, draft, test: null });
  const times = openTimes(ctx, draft);
  const run: Run = {
    due: [],
    customers: new Set(),
    excluded: [],
    refused: 0,
    findings: new Map(),
    shown: [],
  };
  for await (const page of plan.pages) {
    const places = await placesOf(
      ctx,
      page.composed.map(({ recipient }) => recipient),
    );
    addPage(run, { page, places, times: times.timesOf(places), offset, limit });
    if (onMessage) page.composed.forEach(onMessage);
    onPage?.({ recipients: run.due.length, customers: run.customers.size, refused: run.refused });
  }
  const { due, shown } = run;
  const channels = countBy(due.map(({ channel }) => channel));
  const capacity = await readCapacity(ctx, { channels, budget: draft.budget });
  const leaving = await leavingTimes(ctx, due);
  const origins = await readOrigins(ctx, shown);
  return {
    recipients: due.length,
    customers: run.customers.size,
    channels,
    excluded: run.excluded,
    refused: run.refused,
    findings: [...run.findings.values()].sort(
      (a, b) => a.severity.localeCompare(b.severity) || b.messages - a.messages,
    ),
    notes: [
      ...times.warnings(),
      ...capacity.warnings,
      ...(capacity.refusal ? [capacity.refusal.message] : []),
      ...plan.notes,
    ],
    costWords: capacity.costWords,
    forecast: spansOf(due, leaving),
    messages: shown.map((message, at) => ({
      customerId: message.recipient.customerId,
      contactId: message.recipient.contactId,
      contact: cleanName(message.recipient.contactName) ?? message.recipient.role.replaceAll('_', ' '),
      channel: message.recipient.channel,
      plannedAt: due[offset + at]!.at.toISOString(),
      leavesAt: leaving[offset + at]!.toISOString(),
      rendered: message.rendered,
      letter: message.letter ?? { body: message.rendered.text },
      ...(message.made ? { language: message.made.frame.language } : {}),
      ...(message.variant ? { variant: message.variant } : {}),
      findings: [...message.findings],
      origins: origins[at]!,
    })),
  };
}

type Due = { channel: string; at: Date; place: Place };
/** What the pages so far come to: of a message no more than when and where it goes. */
type Run = Pick<DryRun, 'excluded' | 'refused'> & {
  due: Due[];
  customers: Set<string>;
  findings: Map<string, DryRun['findings'][number]>;
  shown: PlannedMessage[];
};
type Adding = {
  page: PlanPage;
  places: readonly Place[];
  times: readonly Date[];
  offset: number;
  limit: number;
};

function addPage(run: Run, { page: { composed, excluded }, places, times, offset, limit }: Adding): void {
  run.excluded.push(...excluded);
  for (const [at, message] of composed.entries()) {
    const { recipient, findings } = message;
    const place = run.due.length;
    if (place >= offset && place < offset + limit) run.shown.push(message);
    run.due.push({ channel: recipient.channel, at: times[at]!, place: places[at]! });
    run.customers.add(recipient.customerId);
    if (findings.some(({ severity: how }) => how === 'error')) run.refused += 1;
    for (const finding of findings) {
      const key = `${finding.severity} ${finding.message}`;
      const known = run.findings.get(key);
      if (known) known.messages += 1;
      else run.findings.set(key, { ...finding, messages: 1 });
    }
  }
}

const countBy = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));

/** When each would leave, by the first sender of its channel; the planned time where there is none. */
async function leavingTimes(ctx: Ctx, all: readonly Due[]): Promise<Date[]> {
  const accounts = await limitsLeft(ctx);
  const opens = rememberOpenings(ctx.tenant.settings);
  const leaving = all.map(({ at }) => at);
  for (const [channel, own] of Map.groupBy(all.keys(), (at) => all[at]!.channel)) {
    const windows = accounts.find((account) => account.channel === channel)?.windows ?? [];
    const due = own.map((at) => ({
      at: all[at]!.at,
      awake: (moment: Date) => opens(moment, all[at]!.place),
    }));
    const moments = await forecast(due, windows, ctx.now);
    for (const [n, moment] of moments.entries()) leaving[own[n]!] = moment;
  }
  return leaving;
}

const MINUTE = 60_000;

/** Hours open and close by whole minutes: thousands of messages that leave within one ask the calendar once for each place. */
function rememberOpenings(hours: Hours) {
  const known = new Map<string, Date | null>();
  return (moment: Date, place: Place): Date => {
    const key = `${Math.floor(moment.getTime() / MINUTE)} ${placeKey(place)}`;
    let open = known.get(key);
    if (open === undefined) {
      open = opensAt(moment, place, { hours, kind: 'campaign' });
      known.set(key, open);
    }
    return open ?? moment;
  };
}

function spansOf(all: readonly Due[], leaving: readonly Date[]): DryRun['forecast'] {
  const places = Map.groupBy(all.keys(), (at) => all[at]!.channel);
  return [...places].map(([channel, own]) => {
    const moments = own.map((at) => leaving[at]!.getTime()).sort((a, b) => a - b);
    const iso = (moment: number | undefined) => new Date(moment ?? 0).toISOString();
    return { channel, messages: own.length, from: iso(moments[0]), until: iso(moments.at(-1)) };
  });
}
