// What writing to an audience costs and may bring, in messages and in money; what is not known is said, never guessed.
import { yearlySums } from '../../db/queries/audience-count.ts';
import type { Money } from '../../lib/money.ts';
import { joinWords, plural } from '../../lib/text.ts';
import { readCapacity } from '../approval/capacity.ts';
import { compileFilter } from '../audience/compile-filter.ts';
import { drawCustomers } from '../audience/draw-customers.ts';
import type { Filter } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { RecipientRules } from '../audience/recipient.ts';
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
  /** What its customers' latest contracts come to a year, and of how many that is known. */
  yearly: { sums: Money[]; known: number; unknown: number };
  notKnown: string[];
};

type Input = { filter: Filter; rules: RecipientRules; history: MessageHistory };

const LOOKED_AT = 500;
const NOTHING: Between = { low: 0, high: 0 };
const ALL_CHANNELS = { channels: [], roles: [], contactIds: {} };

/** What a campaign with these rules to a filter's customers costs and may bring, by what came of the last year's messages. */
export async function audienceWorth(ctx: Ctx, { filter, rules, history }: Input): Promise<AudienceWorth> {
  const drawn = (await drawCustomers(ctx, { filter, sizes: { large: 0, drawn: LOOKED_AT } }))!;
  const { customerIds, total } = drawn;
  const { recipients, unreachable } = await selectRecipients(ctx, {
    draft: ALL_CHANNELS,
    customerIds,
    rules,
  });
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
  const yearly = await readYearly(ctx, filter);
  return {
    reachableCustomers: timesAll(customerIds.length - unreachable.length),
    messages: Object.values(channels).reduce((sum, count) => sum + count, 0),
    isExact: customerIds.length === total,
    costWords,
    answers: sumOf(history, { channels, what: 'replied' }),
    conversions,
    value,
    yearly,
    notKnown: notKnown(history, { channels, isValued: value !== null, unpriced: yearly.unknown }),
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

async function readYearly(ctx: Ctx, filter: Filter): Promise<AudienceWorth['yearly']> {
  const condition = compileFilter(filter, await readFilterScope(ctx, filter));
  type Row = { currency: string | null; customers: number; minor: number };
  const { rows } = await ctx.tx.execute<Row>(yearlySums(condition));
  const customers = (isKnown: boolean) =>
    rows
      .filter(({ currency }) => (currency !== null) === isKnown)
      .reduce((sum, row) => sum + row.customers, 0);
  return {
    sums: rows.flatMap(({ currency, minor }) => (currency === null ? [] : [{ minor, currency }])),
    known: customers(true),
    unknown: customers(false),
  };
}

type Lacking = { channels: Of['channels']; isValued: boolean; unpriced: number };

function notKnown(history: MessageHistory, { channels, isValued, unpriced }: Lacking): string[] {
  const sent = (channel: string) => history.channels.find((one) => one.channel === channel)?.sent ?? 0;
  const few = Object.keys(channels).filter((channel) => sent(channel) < ENOUGH);
  const told = history.valued[0]?.count ?? 0;
  return [
    few.length > 0 &&
      `How many will answer: fewer than ${ENOUGH} messages went out by ${joinWords(few.map(channelLabel))} in the last year.`,
    !isValued &&
      few.length === 0 &&
      `What an answer is worth: ${plural(told, 'conversion was', 'conversions were')} told with a value in the last year, fewer than ${ENOUGH}.`,
    unpriced > 0 && `What ${plural(unpriced, 'customer pays', 'customers pay')} a year.`,
  ].filter((one) => one !== false);
}
