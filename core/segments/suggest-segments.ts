// Whom a kind of campaign is usually for, as filters that move along with the days, counted in this workspace.
import { AppError } from '../../lib/errors.ts';
import { fold } from '../../lib/text.ts';
import { audienceReach } from '../audience/audience-reach.ts';
import { countAudience } from '../audience/count-audience.ts';
import type { Filter } from '../audience/filter.ts';
import { replyBaseline } from '../audience/reply-baseline.ts';
import { adviseSize } from '../audience/size-advice.ts';
import { campaignType, listCampaignTypes } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { readFields } from '../fields/registry.ts';
import { demand } from '../tenants/roles.ts';
import { readGoal } from './read-goal.ts';

type Idea = { name: string; because: string; filter: Filter };

const between = (field: string, from: string | null, to: string | null): Filter => ({
  op: 'between',
  field,
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});
const is = (field: string, value: string): Filter => ({ op: 'in', field, values: [value] });
const did = (field: string, from: string): Filter => ({ op: 'did', field, from });
const best = (field: string, percent: number): Filter => ({ op: 'top', field, end: 'highest', percent });

const ENDING: Idea[] = [
  {
    name: 'Ending within 60 days',
    because: 'There is time to answer, and little to forget it in.',
    filter: between('contract_end', 'today', 'today+60d'),
  },
  {
    name: 'Ending this quarter or the next',
    because: 'Budgets are planned by quarters.',
    filter: between('contract_end', 'today', 'quarter-end+1q'),
  },
];
const LOYAL: Idea[] = [
  { name: 'The best tenth by orders', because: 'They buy most.', filter: best('order_value', 10) },
  {
    name: 'The largest tenth by contract',
    because: 'Most depends on them.',
    filter: best('contract_value', 10),
  },
];
const QUIET: Idea[] = [
  {
    name: 'Quiet for half a year',
    because: 'Nothing was heard of them, and they are still customers.',
    filter: { all: [between('last_active', null, 'today-180d')] },
  },
];

const IDEAS: Readonly<Record<string, readonly Idea[]>> = {
  renewal: ENDING,
  early_renewal: [
    {
      name: 'Ending in three to nine months',
      because: 'Early enough to be a favour.',
      filter: between('contract_end', 'today+90d', 'today+270d'),
    },
  ],
  win_back: [
    {
      name: 'Lapsed within a year',
      because: 'They still remember the service.',
      filter: { all: [is('contract_status', 'lapsed'), between('contract_end', 'today-365d', 'today')] },
    },
    {
      name: 'Dormant customers',
      because: 'They bought, and stopped.',
      filter: is('activity_status', 'dormant'),
    },
  ],
  upsell: [
    {
      name: 'Small customers with an agreement',
      because: 'There is more of their premises to serve.',
      filter: { all: [is('size', 'small'), is('contract_status', 'active')] },
    },
    ...LOYAL,
  ],
  cross_sell: LOYAL,
  loyalty: LOYAL,
  thank_you: LOYAL,
  referral: LOYAL,
  survey: [
    {
      name: 'Customers with an agreement',
      because: 'They can judge the service.',
      filter: is('contract_status', 'active'),
    },
    {
      name: 'Active in the last 90 days',
      because: 'Their impression is fresh.',
      filter: did('was_active', 'today-90d'),
    },
  ],
  review_request: [
    {
      name: 'Ordered in the last 30 days',
      because: 'Their impression is fresh.',
      filter: did('ordered', 'today-30d'),
    },
  ],
  followup: QUIET,
  contact_update: [
    {
      name: 'Customers who cannot be reached',
      because: 'Nobody there has a usable address.',
      filter: is('reachable', 'no'),
    },
    ...QUIET,
  ],
  welcome: [
    {
      name: 'Began within 30 days',
      because: 'They are new.',
      filter: between('contract_start', 'today-30d', 'today'),
    },
  ],
  onboarding: [
    {
      name: 'Began within 30 days',
      because: 'They are new.',
      filter: between('contract_start', 'today-30d', 'today'),
    },
  ],
};
const ANYBODY: readonly Idea[] = [
  ...QUIET,
  { name: 'Everybody', because: 'It concerns all of them.', filter: { all: [] } },
];

export type SuggestedSegment = {
  type: string;
  name: string;
  because: string;
  filter: Filter;
  words: string;
  customers: number;
  reachableCustomers: number;
  /** Else `reachableCustomers` is an estimate. */
  isExact: boolean;
  advice: string[];
};

// Several are proposed at once, to choose from: each within some percent is enough.
const LOOKED_AT = 300;

type Asked = { type?: string | undefined; goal?: string | undefined; among?: Filter | undefined };

/**
 * Segments for a kind of campaign, or for the kind that a goal's words mean; `among`, or whom the goal names, narrows all of
 * them. Each with how many there are and can be reached for the type's purpose, those that nobody is in left out. Throws
 * `input:invalid` for a type that there is not, and for a goal that says neither what nor who.
 */
export async function suggestSegments(ctx: Ctx, asked: Asked): Promise<SuggestedSegment[]> {
  demand(ctx.actor, 'read');
  const { type, goal = '' } = asked;
  const among = asked.among ?? (await readGoal(ctx, goal));
  const meant = type ?? (await typeOfGoal(ctx, goal));
  if (!meant && !among) throw notRead();
  const chosen = await campaignType(ctx, meant ?? 'announcement');
  const known = new Set((await readFields(ctx)).map(({ key }) => key));
  const ideas = [...(IDEAS[chosen.key] ?? []), ...ANYBODY].filter(({ filter }) =>
    fieldsOf(filter).every((field) => known.has(field)),
  );
  const [limits, baseline] = [await limitsLeft(ctx), await replyBaseline(ctx)];
  const found: SuggestedSegment[] = [];
  for (const idea of ideas) {
    const filter: Filter = among ? { all: [idea.filter, among].flatMap(inAll) } : idea.filter;
    const { words, count } = await countAudience(ctx, { filter });
    if (count.value === 0) continue;
    const reach = await audienceReach(ctx, {
      filter,
      purpose: chosen.purpose,
      drawn: { total: count.value, most: LOOKED_AT },
    });
    const advice = adviseSize({ reach, limits, baseline }).map((one) => one.words);
    const { reachableCustomers, isExact } = reach;
    found.push({
      ...idea,
      type: chosen.key,
      filter,
      words,
      customers: count.value,
      reachableCustomers,
      isExact,
      advice,
    });
  }
  // Whom nobody can write to is of no use first.
  return [
    ...found.filter(({ reachableCustomers }) => reachableCustomers > 0),
    ...found.filter(({ reachableCustomers }) => reachableCustomers === 0),
  ];
}

const notRead = (): AppError =>
  new AppError('input:invalid', 'The goal says neither what kind of campaign is meant nor for whom.', {
    nextStep: 'Name a kind, such as “win back”, or whom it is for; or give a “type” and “among”.',
    where: { path: 'goal' },
  });

// What people want, where they do not call it by the name of a campaign.
const WANTED: readonly (readonly [RegExp, string])[] = [
  [/ (sell|buy|book|take|add) (\w+ )?(more|another|additional|extra) /, 'upsell'],
  [
    / (left us|(we|have) lost|lost (customers?|contracts?)|(come|get|win) (\w+ )?back|former customers?|reactivat\w+) /,
    'win_back',
  ],
  [/ (renew|renewals?|expir\w+) /, 'renewal'],
  [/ (nps|net promoter) /, 'survey'],
  [/ (refer|referrals?|recommend\w*) /, 'referral'],
  [/ (satisfied|satisfaction|happy|happier|feedback) /, 'survey'],
  [/ (more reviews?|ratings?) /, 'review_request'],
];

/** The type whose longest word stands in the goal; null when none does. */
async function typeOfGoal(ctx: Ctx, goal: string): Promise<string | null> {
  const text = ` ${fold(goal)} `;
  const said = (await listCampaignTypes(ctx))
    .filter(({ lacks }) => lacks.length === 0)
    .flatMap(({ key, words }) =>
      Object.values(words)
        .flat()
        .map((word) => ({ key, word: fold(word) })),
    )
    .filter(({ word }) => word !== '' && text.includes(` ${word} `))
    .sort((a, b) => b.word.length - a.word.length);
  return said[0]?.key ?? WANTED.find(([form]) => form.test(text))?.[1] ?? null;
}

// What ranks the rest has to stand at the top.
const inAll = (filter: Filter): Filter[] => ('all' in filter ? filter.all : [filter]);

function fieldsOf(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(fieldsOf);
  if ('any' in filter) return filter.any.flatMap(fieldsOf);
  return 'not' in filter ? fieldsOf(filter.not) : [filter.field];
}
