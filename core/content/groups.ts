// The same campaign said otherwise to some of its readers: whose letter is which.
import { joinWords } from '../../lib/text.ts';
import { describeFilter } from '../audience/describe-filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Draft, Group } from '../campaigns/draft.ts';
import { channelLabel } from '../channel-label.ts';
import type { Ctx } from '../context.ts';
import { type ContactRole, ROLE_LABELS } from '../customers/roles.ts';
import { customersMatching } from './hide-facts.ts';
import type { Finding } from './verify/finding.ts';

type Asked = { groups: readonly Group[]; customerIds: readonly string[] };
export type InGroup = { group: Group; words: string };
type Reader = { customerId: string; role: string };

/** The groups of each recipient, in the draft's order. Throws what `checkFilter` throws. */
export async function readGroups(
  ctx: Ctx,
  { groups, customerIds }: Asked,
): Promise<(recipient: Reader) => readonly InGroup[]> {
  const found: (InGroup & { ids: ReadonlySet<string> })[] = [];
  for (const group of groups) {
    const { filter } = group;
    const whose = describeFilter(filter, await readFilterScope(ctx, filter));
    const words = group.roles ? `${rolesWords(group.roles)} (${whose})` : whose;
    found.push({ group, words, ids: await customersMatching(ctx, { filter, customerIds }) });
  }
  return ({ customerId, role }) =>
    found.filter(
      ({ ids, group: { roles } }) => ids.has(customerId) && (roles?.some((one) => one === role) ?? true),
    );
}

const rolesWords = (roles: readonly ContactRole[]): string =>
  `a contact in the role ${joinWords(
    roles.map((role) => ROLE_LABELS[role]),
    'or',
  )}`;

type Said = Partial<Pick<Draft, 'tone' | 'topic' | 'length' | 'address' | 'language' | 'wording' | 'groups'>>;

/** The draft as these groups read it; of several the last that says a thing. */
export const saidToGroups = <D extends Said>(draft: D, groups: readonly InGroup[]): D =>
  groups.reduce((said, { group }) => saidToGroup(said, group), draft);

const saidToGroup = <D extends Said>(draft: D, { filter: _, roles: __, ...own }: Group): D => ({
  ...{ ...draft, ...own },
  ...(own.wording ? { wording: { ...without(draft.wording ?? {}, own.wording), ...own.wording } } : {}),
});

/** Words for a channel are for all languages of it: the draft's for one of them would go before them. */
const without = (wording: Draft['wording'], own: Draft['wording']): Draft['wording'] =>
  Object.fromEntries(Object.entries(wording).filter(([key]) => !Object.hasOwn(own, channelOf(key))));

/** What is told to roles of which nobody is written to; `roles` are those of the recipients. */
export const unreadNotes = (groups: readonly Group[], roles: ReadonlySet<string>): string[] =>
  groups.flatMap(({ roles: meant }) =>
    meant?.every((role) => !roles.has(role))
      ? `Nobody who is written to is ${rolesWords(meant)}: what these are told otherwise is read by nobody.`
      : [],
  );

/** That a letter differs is told to whoever approves it, with how many it is about. */
export const noteGroups = (groups: readonly InGroup[]): Finding[] =>
  groups.map(({ group, words }) => ({
    severity: 'warning',
    place: 'body',
    message: `Said otherwise here, as ${words}: ${saidWords(group)}.`,
    repair: 'Say “the same for everybody” if it shall not differ.',
  }));

const saidWords = ({ topic, language, tone, length, address, wording }: Group): string =>
  joinWords(
    [
      tone && `${tone} tone`,
      length && (length === 'short' ? 'shorter' : 'full length'),
      address && `${address} form of address`,
      language && `in ${LANGUAGE_NAMES.of(language)}`,
      topic && `about “${topic}”`,
      wording && `in words of their own (${joinWords(channelsOf(wording))})`,
    ].filter((part) => part !== undefined),
  );

const channelsOf = (wording: Draft['wording']): string[] => [
  ...new Set(Object.keys(wording).map((key) => channelLabel(channelOf(key)))),
];

const channelOf = (key: string): string => key.split('/')[0]!;

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });
