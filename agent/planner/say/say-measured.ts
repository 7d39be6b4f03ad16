// What reach, overlap, facets and the nearest conditions come to, in a sentence or two; the charts hold the rest.
import type { AddedUp } from '../../../core/audience/add-up.ts';
import { joinWords, plural } from '../../../lib/text.ts';
import type { CallResult } from '../types.ts';

type Channel = Record<
  | 'withAddress'
  | 'suppressed'
  | 'withoutConsent'
  | 'duplicate'
  | 'capped'
  | 'reachable'
  | 'reachableCustomers',
  number
> & { channel: string };
type Measured = {
  purpose: 'service' | 'marketing';
  /** False for estimates from a sample. */
  isExact?: boolean;
  customers: number;
  reachableCustomers: number;
  withoutAddress: number;
  channels: Channel[];
  advice: { kind: string; channel: string | null; have: number; limit: number }[];
};

export function sayMeasured({ forModel, args }: CallResult): string {
  const purposes = (forModel.purposes ?? []) as Measured[];
  if (forModel.customers === 0) return 'Nobody matches, so there is nobody to reach.';
  const isAsked = Array.isArray(args.channels);
  return purposes.map((one) => sayPurpose(one, isAsked)).join('\n\n');
}

function sayPurpose(measured: Measured, isAsked: boolean): string {
  const { purpose, channels, customers, reachableCustomers, withoutAddress, advice } = measured;
  const head = isAsked
    ? `With ${purpose} messages ${joinWords(channels.map(onChannel)) || 'nobody'} of ${plural(customers, 'customer')} can be reached.`
    : `With ${purpose} messages ${reachableCustomers.toLocaleString('en')} of ${plural(customers, 'customer')} can be reached${channels.length > 0 ? `: ${joinWords(channels.map(onChannel))}` : ''}.`;
  const left = WHY.map(([key, words]) => [channels.reduce((sum, one) => sum + one[key], 0), words] as const)
    .filter(([many]) => many > 0)
    .map(([many, words]) => `${many.toLocaleString('en')} ${words}`);
  const missing =
    !isAsked && withoutAddress > 0 ? [`${withoutAddress.toLocaleString('en')} have no address`] : [];
  const why = [...left, ...missing];
  const reasons = why.length > 0 ? ` Of the other contacts ${joinWords(why)}.` : '';
  const sampled = measured.isExact === false ? ' These are estimates from a sample.' : '';
  return `${head}${reasons}${sampled}${advice.map(sayAdvice).join('')}`;
}

const onChannel = ({ channel, reachable, reachableCustomers }: Channel): string =>
  `${reachableCustomers.toLocaleString('en')} on ${channel} (${plural(reachable, 'contact')})`;

const WHY = [
  ['suppressed', 'opted out'],
  ['withoutConsent', 'gave no consent'],
  ['duplicate', 'share an address'],
  ['capped', 'had enough messages for now'],
] as const;

function sayAdvice({ kind, channel, have, limit }: Measured['advice'][number]): string {
  const [many, most] = [have.toLocaleString('en'), limit.toLocaleString('en')];
  if (kind === 'too_small_for_test')
    return ` Too few for a test of two variants: that takes ${most} contacts, and there are ${many}.`;
  if (kind === 'over_limit')
    return ` More than ${channel} may send now: ${most} of ${many}; the rest follows as room comes.`;
  if (kind === 'no_account') return ` There is no account for ${channel}: its messages would wait.`;
  return '';
}

export function sayOverlap({ forModel }: CallResult): string {
  const [both, first, second] = ['both', 'first', 'second'].map((key) => Number(forModel[key] ?? 0)) as [
    number,
    number,
    number,
  ];
  if (first === 0 && second === 0) return 'Nobody is in either.';
  const likeness = Math.round(100 * Number(forModel.likeness ?? 0));
  const shared = `${plural(both, 'customer')} ${both === 1 ? 'is' : 'are'} in both (${likeness}% of all who are in either)`;
  const sizes = `the first has ${first.toLocaleString('en')}, the second ${second.toLocaleString('en')}`;
  return `${both === 0 ? 'Nobody is in both' : shared}: ${sizes}.`;
}

export function sayDescribed({ forModel }: CallResult): string {
  const facets = (forModel.facets ?? []) as { field: string; values: number; notKnown: number }[];
  const total = Number(forModel.total ?? 0);
  if (total === 0) return 'Nobody matches.';
  if (facets.length === 0) return 'That field has no list of values to count.';
  if (facets.every(({ values }) => values === 0))
    return `Of ${plural(total, 'customer')} nothing is known there.`;
  const notKnown = facets.length === 1 ? facets[0]!.notKnown : 0;
  const unknown = notKnown > 0 ? ` It is not known of ${notKnown.toLocaleString('en')}.` : '';
  const about = forModel.isExact === false ? 'about ' : '';
  return `Here is how ${about}${plural(total, 'customer')} split.${unknown}`;
}

export function sayNearest({ forModel }: CallResult): string {
  const culprits = (forModel.culprits ?? []) as { without: number; instead: number[] }[];
  if (culprits.length === 0)
    return 'No single condition is to blame: either somebody matches, or several exclude everybody.';
  const [only] = culprits;
  return culprits.length === 1
    ? `One condition leaves nobody; without it there would be ${plural(only!.without, 'customer')}.`
    : `Each of ${culprits.length} conditions leaves nobody; here is what there would be without each.`;
}

export function sayOptimised({ forModel }: CallResult): string {
  const ways = (forModel.options ?? []) as number[];
  const now = plural(Number(forModel.customers ?? 0), 'customer');
  if (ways.length === 0)
    return `No single change makes it ${forModel.aim} without leaving nobody, or meaning everybody: it has ${now}.`;
  const [low, high] = [Math.min(...ways), Math.max(...ways)].map((many) => many.toLocaleString('en'));
  const between = low === high ? `${low}` : `${low} to ${high}`;
  return `It has ${now}. ${plural(ways.length, 'change')} of one condition ${ways.length === 1 ? 'makes' : 'make'} it ${forModel.aim}: ${between} customers. Nothing is changed until you choose.`;
}

/** "Contract value of 68 customers (brand is Hilton): THB 2,000,000 altogether, THB 40,000 on average …" */
export function sayAddedUp({ field, words, customers, known, figures }: AddedUp): string {
  if (customers === 0) return `Nobody matches: ${words}.`;
  const of = `${plural(customers, 'customer')} (${words})`;
  if (!figures) return `${field} of ${of}: it is not known for any of them.`;
  const { total, average, median, lowest, highest } = figures;
  const missing = customers - known;
  const rest =
    missing > 0 ? ` It is not known, or in another currency, for ${plural(missing, 'customer')}.` : '';
  return `${field} of ${of}: ${total} altogether, ${average} on average, from ${lowest} to ${highest}, half of them up to ${median}.${rest}`;
}
