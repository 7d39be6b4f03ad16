import type { FigureRow } from '../../db/queries/audience-reach.ts';
import { type Count, type Drawn, estimate, type Range } from './sample.ts';

const OF_ALL = [
  'customers',
  'contacts',
  'withoutAddress',
  'reachableContacts',
  'reachableCustomers',
] as const;
const OF_CHANNEL = [
  'customers',
  'withAddress',
  'suppressed',
  'withoutConsent',
  'duplicate',
  'capped',
  'reachable',
  'reachableCustomers',
] as const;

type OfAll = (typeof OF_ALL)[number];
type OfChannel = (typeof OF_CHANNEL)[number];

/**
 * Of a channel the contacts: `withAddress` is the sum of the five reasons and of `reachable`; `customers` have such a
 * contact, `reachableCustomers` one to reach. `ranges` holds each figure's range where they are estimates.
 */
export type ChannelReach = Record<OfChannel, number> & {
  channel: string;
  ranges: Record<OfChannel, Range> | null;
};
/** `reachableContacts` and `reachableCustomers` count each once, on whichever channel. */
export type ReachFigures = Record<OfAll, number> & {
  isExact: boolean;
  ranges: Record<OfAll, Range> | null;
  channels: ChannelReach[];
};

/** What was counted, as it stands or as an estimate from the pages that were drawn. */
export function toReach(rows: readonly FigureRow[], drawn: Drawn): ReachFigures {
  const isExact = drawn.drawn === drawn.pages;
  const figures = <K extends string>(keys: readonly K[], channel: string | null) => {
    const counts = keys.map((what): [K, Count] => {
      const row = rows.find((one) => one.what === what && one.channel === channel);
      return [what, estimate(row ?? { hits: 0, squares: 0 }, drawn)];
    });
    const of = <T>(read: (count: Count) => T) =>
      Object.fromEntries(counts.map(([what, count]) => [what, read(count)])) as Record<K, T>;
    return {
      ...of(({ value }) => value),
      ranges: isExact ? null : of(({ low, high }): Range => ({ low, high })),
    };
  };
  const channels = [...new Set(rows.flatMap(({ channel }) => channel ?? []))].sort();
  return {
    isExact,
    ...figures(OF_ALL, null),
    channels: channels.map((channel) => ({ channel, ...figures(OF_CHANNEL, channel) })),
  };
}
