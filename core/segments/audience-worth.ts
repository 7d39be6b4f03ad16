// What writing to an audience costs and may bring, in messages and in money; what is not known is said, never guessed.
import { yearlySums } from '../../db/queries/audience-count.ts';
import type { Money } from '../../lib/money.ts';
import { joinWords, plural } from '../../lib/text.ts';
import { readCapacity } from '../approval/capacity.ts';
import { type DrawnCustomers, drawCustomers } from '../audience/draw-customers.ts';
import type { Filter } from '../audience/filter.ts';
import type { RecipientRules } from '../audience/recipient.ts';
import { estimate } from '../audience/sample.ts';
import { selectRecipients } from '../audience/select-recipients.ts';
import { channelLabel } from '../channel-label.ts';
import type { Ctx } from '../context.ts';
import {
  type Between,
  ENOUGH,
  expectedOf,
  type MessageHistory,
  worthOf,
} from '../statistics/message-history.ts';

export type AudienceWorth = {
  /** Customers with somebody to write to, and how many messages that is, each contact one, on their first channel. */
  reachableCustomers: number;
  messages: number;
  /** Else both are told from some of the customers, and so is what follows. */
  isExact: boolean;
  /** In words: what the messages cost. */
  costWords: string;
  /** Answers and conversions to be expected, with 95 %; null where too few messages tell. */
  answers: Between | null;
  conversions: Between | null;
  /** What those conversions may be worth. */
  value: { low: Money; high: Money } | null;
  /** What its customers' latest contracts come to a year, each sum with its range (95 %), and of how many that is known. */
  yearly: { sums: Money[]; ranges: { low: Money; high: Money }[]; known: number; unknown: number };
  notKnown: string[];
};

/** `customers`: how many there are. */
type Input = { filter: Filter; customers: number; rules: RecipientRules; history: MessageHistory };

const LOOKED_AT = 500;
const NOTHING: Between = { low: 0, high: 0 };
const ALL_CHANNELS = { channels: [], roles: [], contactIds: {} };

/** What a campaign with these rules to a filter's customers costs and may bring, by what came of the last year's messages. */
export async function audienceWorth(
  ctx: Ctx,
  { filter, customers, rules, history }: Input,
): Promise<AudienceWorth> {
  const sizes = { large: 0, drawn: LOOKED_AT };
  const drawn = (await drawCustomers(ctx, { filter, sizes, total: customers }))!;
  const { customerIds, total } = drawn;
  const { recipients, unreachable } = await selectRecipients(ctx, {
    draft: ALL_CHANNELS,
    customerIds,
    rules,
  });
  const isExact = customerIds.length === total;
  const timesAll = (count: number) => Math.round((count * total) / Math.max(1, customerIds.length));
  const channels = Object.fromEntries(
    [...Map.groupBy(recipients, ({ channel }) => channel)].map(([channel, own]) => [
      channel,
      timesAll(own.length),
    ]),
  );
  const { costWords } = await readCapacity(ctx, { channels });
  const conversions = sumOf(history, { channels, what: 'converted' });
  const value = conversions && worthOf(history, conversions);
  const yearly = await readYearly(ctx, drawn);
  return {
    reachableCustomers: timesAll(customerIds.length - unreachable.length),
    messages: Object.values(channels).reduce((sum, count) => sum + count, 0),
    isExact,
    costWords,
    answers: sumOf(history, { channels, what: 'replied' }),
    conversions,
    value,
    yearly,
    notKnown: notKnown(history, { channels, isValued: value !== null, unpriced: yearly.unknown, isExact }),
  };
}

type Of = { channels: Readonly<Record<string, number>>; what: 'replied' | 'converted' };

/** Both ends summed up: wider than the sum's own interval, never narrower. */
function sumOf(history: MessageHistory, { channels, what }: Of): Between | null {
  const all = Object.entries(channels).map(([channel, count]) =>
    expectedOf(history, { channel, count, what }),
  );
  return all.reduce(
    (sum, one) => one && sum && { low: sum.low + one.low, high: sum.high + one.high },
    NOTHING,
  );
}

async function readYearly(
  ctx: Ctx,
  { customerIds, total }: Pick<DrawnCustomers, 'customerIds' | 'total'>,
): Promise<AudienceWorth['yearly']> {
  type Row = { currency: string | null; customers: number; minor: number; squares: number };
  const { rows } = await ctx.tx.execute<Row>(yearlySums(customerIds));
  const drawn = { drawn: customerIds.length, pages: total };
  const told = rows.flatMap(({ currency, minor, squares }) =>
    currency === null ? [] : [{ currency, ...estimate({ hits: minor, squares }, drawn) }],
  );
  const unpriced = rows.find(({ currency }) => currency === null)?.customers ?? 0;
  const unknown = unpriced === 0 ? 0 : estimate({ hits: unpriced, squares: unpriced }, drawn).value;
  return {
    sums: told.map(({ value: minor, currency }) => ({ minor, currency })),
    ranges: told.map(({ low, high, currency }) => ({
      low: { minor: low, currency },
      high: { minor: high, currency },
    })),
    known: total - unknown,
    unknown,
  };
}

type Lacking = { channels: Of['channels']; isValued: boolean; unpriced: number; isExact: boolean };

function notKnown(history: MessageHistory, { channels, isValued, unpriced, isExact }: Lacking): string[] {
  const sent = (channel: string) => history.channels.find((one) => one.channel === channel)?.sent ?? 0;
  const few = Object.keys(channels).filter((channel) => sent(channel) < ENOUGH);
  const told = history.valued[0]?.count ?? 0;
  return [
    few.length > 0 &&
      `How many will answer: fewer than ${ENOUGH} messages went out by ${joinWords(few.map(channelLabel))} in the last year.`,
    !isValued &&
      few.length === 0 &&
      `What an answer is worth: ${plural(told, 'conversion was', 'conversions were')} told with a value in the last year, fewer than ${ENOUGH}.`,
    unpriced > 0 &&
      `What ${isExact ? '' : 'some '}${plural(unpriced, 'customer pays', 'customers pay')} a year.`,
  ].filter((one) => one !== false);
}
