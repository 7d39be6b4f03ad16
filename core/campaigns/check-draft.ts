import { inArray } from 'drizzle-orm';
import { channelAccounts, contacts, customers } from '../../db/schema/index.ts';
import { addDays } from '../../lib/dates.ts';
import { AppError } from '../../lib/errors.ts';
import { joinWords, plural } from '../../lib/text.ts';
import { checkFilter } from '../audience/check-filter.ts';
import { offeredType } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import { readFields } from '../fields/registry.ts';
import { findImage } from '../images/read-images.ts';
import { demandWithin } from '../tenants/tiers.ts';
import { type Draft, draftSchema, type Schedule } from './draft.ts';

/**
 * Checks a whole draft from outside and answers it with defaults filled in and the filter in the registry's spelling.
 * Throws `input:invalid`, `filter:invalid`, `field:unknown`, `channel:unknown` or `customer:unknown`, naming the place.
 */
export async function checkDraft(ctx: Ctx, input: object): Promise<Draft> {
  // The filter goes first: its own check bounds depth and size before anything walks it.
  const filter = 'filter' in input && input.filter !== undefined ? input.filter : { all: [] };
  const checked = checkFilter(filter, await readFields(ctx));
  const parsed = draftSchema.safeParse({ ...input, filter: checked });
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw invalid(`The campaign's ${path.join('.') || 'draft'} is wrong: ${message}.`, path.join('.'));
  }
  const draft = parsed.data;
  if (draft.repeat && draft.schedule.kind === 'feast')
    throw invalid('What goes out before a feast does not come again.', 'repeat', 'Leave out the repetition.');
  if (draft.repeat && draft.schedule.kind === 'now')
    throw invalid('A campaign that comes again needs the day and the time of its first.', 'schedule');
  for (const { filter: whose } of [...draft.hide, ...draft.groups])
    if (whose) checkFilter(whose, await readFields(ctx));
  demandWithin(ctx, 'variants', { wanted: draft.variants.length + 1 });
  await offeredType(ctx, draft.type);
  // Postgres holds no NUL in any text.
  if (JSON.stringify(draft).includes('\\u0000'))
    throw invalid('A text of the campaign holds a NUL character.', '');
  await checkChannels(ctx, draft.channels);
  await checkCustomers(ctx, [...draft.excludedCustomerIds, ...Object.keys(draft.contactIds)]);
  await checkContacts(ctx, draft.contactIds);
  if (draft.image && !(await findImage(ctx, draft.image)))
    throw invalid('The picture is not in the library.', 'image', 'Choose one that is, or none.');
  return draft;
}

/** Refuses a time that has passed everywhere; a local one is over when the last zone's day is. */
export function checkSchedule(ctx: Ctx, schedule: Schedule): void {
  if (schedule.kind === 'now') return;
  const isPast =
    schedule.kind === 'at' ? new Date(schedule.at) < ctx.now : schedule.date < addDays(ctx.today, -1);
  if (!isPast) return;
  const when = schedule.kind === 'at' ? schedule.at : `${schedule.date} ${schedule.time}`;
  throw invalid(`The time ${when} has passed.`, 'schedule', `Today is ${ctx.today}: choose a later time.`);
}

/** Throws `channel:unknown` for one that is not used here. */
export async function checkChannels(ctx: Ctx, channels: readonly string[]): Promise<void> {
  const { channelOrder } = ctx.tenant.settings;
  if (channels.every((channel) => channelOrder.includes(channel))) return;
  const accounts = await ctx.tx.selectDistinct({ key: channelAccounts.channel }).from(channelAccounts);
  const known = new Set([...channelOrder, ...accounts.map(({ key }) => key)]);
  const unknown = channels.find((channel) => !known.has(channel));
  if (unknown === undefined) return;
  throw new AppError('channel:unknown', `There is no channel "${unknown.slice(0, 40)}" here.`, {
    nextStep: `Use ${joinWords([...known], 'or')}.`,
    where: { path: 'channels' },
  });
}

async function checkCustomers(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return;
  const found = await ctx.tx.select({ id: customers.id }).from(customers).where(inArray(customers.id, asked));
  const known = new Set(found.map(({ id }) => id));
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  throw new AppError(
    'customer:unknown',
    `${plural(unknown.length, 'customer')} of the draft cannot be found here.`,
    {
      nextStep: 'Take the ids from the audience.',
      where: { ids: unknown.slice(0, 5) },
    },
  );
}

async function checkContacts(ctx: Ctx, chosen: Draft['contactIds']): Promise<void> {
  const ids = Object.values(chosen).flat();
  if (ids.length === 0) return;
  const rows = await ctx.tx
    .select({ id: contacts.id, customerId: contacts.customerId })
    .from(contacts)
    .where(inArray(contacts.id, ids));
  const customerOf = new Map(rows.map(({ id, customerId }) => [id, customerId]));
  for (const [customerId, own] of Object.entries(chosen)) {
    const stray = own.find((id) => customerOf.get(id) !== customerId);
    if (stray)
      throw invalid(`The contact ${stray} is not one of that customer's.`, `contactIds.${customerId}`);
  }
}

const invalid = (message: string, path: string, nextStep = 'Correct it and try again.'): AppError =>
  new AppError('input:invalid', message, { nextStep, where: { path } });
