// The same campaign said otherwise to some of its readers: whose letter is which.
import { joinWords } from '../../lib/text.ts';
import { describeFilter } from '../audience/describe-filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Draft, Group } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { customersMatching } from './hide-facts.ts';
import type { Finding } from './verify/finding.ts';

type Asked = { groups: readonly Group[]; customerIds: readonly string[] };
export type InGroup = { group: Group; words: string };

/** The groups of each customer, in the draft's order. Throws what `checkFilter` throws. */
export async function readGroups(
  ctx: Ctx,
  { groups, customerIds }: Asked,
): Promise<(customerId: string) => readonly InGroup[]> {
  const found: (InGroup & { ids: ReadonlySet<string> })[] = [];
  for (const group of groups) {
    const { filter } = group;
    const words = describeFilter(filter, await readFilterScope(ctx, filter));
    found.push({ group, words, ids: await customersMatching(ctx, { filter, customerIds }) });
  }
  return (customerId) => found.filter(({ ids }) => ids.has(customerId));
}

type Said = Partial<Pick<Draft, 'tone' | 'topic' | 'length' | 'address' | 'language' | 'groups'>>;

/** The draft as these groups read it; of several the last that says a thing. */
export const saidToGroups = <D extends Said>(draft: D, groups: readonly InGroup[]): D =>
  groups.reduce((said, { group: { filter: _, ...own } }) => ({ ...said, ...own }), draft);

/** That a letter differs is told to whoever approves it, with how many it is about. */
export const noteGroups = (groups: readonly InGroup[]): Finding[] =>
  groups.map(({ group, words }) => ({
    severity: 'warning',
    place: 'body',
    message: `Said otherwise here, as ${words}: ${saidWords(group)}.`,
    repair: 'Say “the same for everybody” if it shall not differ.',
  }));

const saidWords = ({ filter: _, topic, language, tone, length, address }: Group): string =>
  joinWords(
    [
      tone && `${tone} tone`,
      length && (length === 'short' ? 'shorter' : 'full length'),
      address && `${address} form of address`,
      language && `in ${LANGUAGE_NAMES.of(language)}`,
      topic && `about “${topic}”`,
    ].filter((part) => part !== undefined),
  );

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });
