// What a manifest will cost, and whether its budget allows for it.

import { AppError } from '../../lib/errors.ts';
import { formatMoney, type Money } from '../../lib/money.ts';
import { joinWords } from '../../lib/text.ts';
import { channelLabel } from '../channel-label.ts';
import type { AccountLimits } from '../delivery/limits-left.ts';

export type Costing = { channel: string; count: number; account: AccountLimits | undefined };

const isFree = ({ account }: Costing): boolean => account?.provider === 'standin' && !account.price;

/** In words: a sum for each currency, and which channels' prices nobody said. */
export function costWords(all: readonly Costing[]): string {
  const charging = all.filter((one) => !isFree(one));
  if (charging.length === 0) return 'Nothing: the stand-in outbox charges nothing.';
  const sums = sumUp(charging).map((sum) => `about ${formatMoney(sum)}`);
  const unknown = charging.filter(({ account }) => !account?.price).map(({ channel }) => channel);
  if (unknown.length === 0) return capital(`${joinWords(sums)}.`);
  const rest = `no prices are recorded for ${joinWords(unknown.map(channelLabel))}`;
  return sums.length > 0 ? capital(`${joinWords(sums)}; ${rest}.`) : `Not known: ${rest}.`;
}

/** What the budget means for it; `refusal` where nobody could hold it. */
export function judgeCost(
  all: readonly Costing[],
  budget: Money | null,
): { words: string[]; refusal: AppError | null } {
  if (!budget) return { words: [], refusal: null };
  const wrong = all.find(
    (one) => one.account && !isFree(one) && one.account.price?.currency !== budget.currency,
  );
  if (wrong) return { words: [], refusal: refuse(wrong, budget) };
  const words = [`The budget is ${formatMoney(budget)}: what would go beyond it is not sent.`];
  const total = Math.ceil(sumUp(all).reduce((sum, { minor }) => sum + minor, 0));
  if (total > budget.minor)
    words.push(
      `It does not suffice: all of it would cost about ${formatMoney({ ...budget, minor: total })}.`,
    );
  return { words, refusal: null };
}

const refuse = ({ account, channel }: Costing, { currency }: Money): AppError =>
  new AppError(
    'campaign:budget',
    account?.price
      ? `The budget is in ${currency}, and ${account.name} costs ${account.price.currency}.`
      : `Nobody said what a message by ${account?.name ?? channel} costs, so no budget can hold it.`,
    { nextStep: 'Record its price at the sender, in the currency of the budget, or take the budget out.' },
  );

function sumUp(all: readonly Costing[]): Money[] {
  const sums = new Map<string, number>();
  for (const { count, account } of all)
    if (account?.price)
      sums.set(account.price.currency, (sums.get(account.price.currency) ?? 0) + count * account.price.minor);
  return [...sums].map(([currency, minor]) => ({ minor: Math.ceil(minor), currency }));
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
