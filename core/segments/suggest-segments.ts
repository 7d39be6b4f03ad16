// Whom a kind of campaign is usually for, counted in this workspace.
import { AppError } from '../../lib/errors.ts';
import { audienceReach } from '../audience/audience-reach.ts';
import { countAudience } from '../audience/count-audience.ts';
import type { Filter } from '../audience/filter.ts';
import { replyBaseline } from '../audience/reply-baseline.ts';
import { adviseSize } from '../audience/size-advice.ts';
import { campaignType } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { readFields } from '../fields/registry.ts';
import { readingOnce } from '../reading-once.ts';
import { demand } from '../tenants/roles.ts';
import { ANYBODY, EVERYBODY, IDEAS } from './ideas.ts';
import { readGoal } from './read-goal.ts';
import { typeOfGoal } from './type-of-goal.ts';

export type SuggestedSegment = {
  type: string;
  name: string;
  because: string;
  filter: Filter;
  words: string;
  customers: number;
  reachableCustomers: number;
  /** Else `reachableCustomers` is an estimate, and so may `customers` be. */
  isExact: boolean;
  advice: string[];
};

// Several are proposed at once, to choose from: each within some percent is enough.
const LOOKED_AT = 120;
// Of more customers, what all of them did takes longer to gather than somebody waits; among so many it is told within
// four percent.
const MANY = 20_000;
const COUNTED_AMONG = 600;

type Asked = { type?: string | undefined; goal?: string | undefined; among?: Filter | undefined };

/**
 * Segments for a kind of campaign, or for the kind that a goal's words mean; `among`, or whom the goal names, narrows all of
 * them. Each with how many there are and can be reached for the type's purpose, those that nobody is in left out. Throws
 * `input:invalid` for a type that there is not, and for a goal that says neither what nor who.
 */
export async function suggestSegments(
  given: Ctx,
  asked: Asked,
  { many = MANY, countedAmong = COUNTED_AMONG } = {},
): Promise<SuggestedSegment[]> {
  demand(given.actor, 'read');
  const ctx = readingOnce(given);
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
  const everybody = await countAudience(ctx, { filter: EVERYBODY });
  const total = everybody.count.value;
  const drawn = total > many ? { total, most: countedAmong } : undefined;
  const found: SuggestedSegment[] = [];
  for (const idea of ideas) {
    const filter: Filter = among ? { all: [idea.filter, among].flatMap(inAll) } : idea.filter;
    const { words, count } = filter === EVERYBODY ? everybody : await countAudience(ctx, { filter, drawn });
    if (count.value === 0) continue;
    const reach = await audienceReach(ctx, {
      filter,
      purpose: chosen.purpose,
      drawn: { total: count.value, most: LOOKED_AT },
    });
    const advice = adviseSize({ reach, limits, baseline }).map((one) => one.words);
    const { reachableCustomers } = reach;
    const isExact = reach.isExact && count.isExact;
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

// What ranks the rest has to stand at the top.
const inAll = (filter: Filter): Filter[] => ('all' in filter ? filter.all : [filter]);

function fieldsOf(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(fieldsOf);
  if ('any' in filter) return filter.any.flatMap(fieldsOf);
  return 'not' in filter ? fieldsOf(filter.not) : [filter.field];
}
