import { instantAt } from '../../lib/dates.ts';
import { plural } from '../../lib/text.ts';
import type { Schedule } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { quietUntil, zoneOf } from '../delivery/quiet-hours.ts';

type Timed = { timeZone: string | null };
type Tally = { unknownZone: number; quiet: number; past: number };

/**
 * When each recipient's message is due: now, at one instant, or at a clock time in their own zone (an unknown zone is
 * the tenant's); what would fall into their quiet hours waits until those end. The warnings say how many.
 */
export function planTimes(
  ctx: Ctx,
  input: { schedule: Schedule; recipients: readonly Timed[] },
): { times: Date[]; warnings: string[] } {
  const { timeZone, quietHours } = ctx.tenant.settings;
  const tally: Tally = { unknownZone: 0, quiet: 0, past: 0 };
  const byZone = new Map<string, { at: Date; isQuiet: boolean; isPast: boolean }>();
  const times = input.recipients.map((recipient) => {
    const zone = zoneOf(recipient.timeZone, timeZone);
    const planned = byZone.get(zone) ?? planZone(input.schedule, { now: ctx.now, zone, quietHours });
    byZone.set(zone, planned);
    if (zone !== recipient.timeZone) tally.unknownZone += 1;
    if (planned.isQuiet) tally.quiet += 1;
    if (planned.isPast) tally.past += 1;
    return planned.at;
  });
  return { times, warnings: warningsOf(tally, ctx.tenant.settings) };
}

type Zoned = { now: Date; zone: string; quietHours: { from: string; to: string } };

function planZone(schedule: Schedule, { now, zone, quietHours }: Zoned) {
  const wanted = wantedAt(schedule, { now, zone });
  const isPast = wanted < now;
  const start = isPast ? now : wanted;
  const end = quietUntil(start, zone, quietHours);
  return { at: end ?? start, isQuiet: end !== null, isPast };
}

function wantedAt(schedule: Schedule, { now, zone }: Pick<Zoned, 'now' | 'zone'>): Date {
  if (schedule.kind === 'now') return now;
  return schedule.kind === 'at' ? new Date(schedule.at) : instantAt(schedule.date, schedule.time, zone);
}

type Settings = Ctx['tenant']['settings'];

function warningsOf(tally: Tally, { timeZone, quietHours }: Settings): string[] {
  const words: [number, string][] = [
    [
      tally.unknownZone,
      `The time zone of ${plural(tally.unknownZone, 'recipient')} is not known: ${timeZone} is used.`,
    ],
    [
      tally.quiet,
      `${plural(tally.quiet, 'message waits', 'messages wait')} until ${quietHours.to} there, because of the quiet hours from ${quietHours.from} to ${quietHours.to}.`,
    ],
    [
      tally.past,
      `The planned time has passed for ${plural(tally.past, 'recipient')}: those go as soon as this is approved.`,
    ],
  ];
  return words.filter(([count]) => count > 0).map(([, text]) => text);
}
