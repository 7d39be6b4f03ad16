import { describe, expect, it } from 'vitest';
import { CONVERSATIONS, type Stands } from './cases/conversations.ts';
import { ANSWER_CONVERSATIONS } from './cases/conversations-answers.ts';
import { CORRECTION_CONVERSATIONS } from './cases/conversations-corrections.ts';
import { GOING_ON_CONVERSATIONS } from './cases/conversations-going-on.ts';
import { PART_CONVERSATIONS } from './cases/conversations-in-parts.ts';
import { MANAGER_CONVERSATIONS } from './cases/conversations-managers.ts';
import { TALK_CONVERSATIONS } from './cases/conversations-talk.ts';
import { customerId } from './fixture.ts';
import { canonical } from './grade-plan.ts';
import { type Played, playPlans } from './play-plans.ts';

describe('conversations stand after every turn as they should', () => {
  it.each(
    [
      ...CONVERSATIONS,
      ...MANAGER_CONVERSATIONS,
      ...ANSWER_CONVERSATIONS,
      ...CORRECTION_CONVERSATIONS,
      ...TALK_CONVERSATIONS,
      ...GOING_ON_CONVERSATIONS,
      ...PART_CONVERSATIONS,
    ].map((turns) => [turns.map(([say]) => say).join(' → '), turns] as const),
  )('%s', (_, turns) => {
    const played = playPlans(turns.map(([say]) => say));
    expect(played.map((turn, at) => [turn.say, observed(turn, turns[at]![1])])).toEqual(
      turns.map(([say, stands]) => [say, wanted(stands)]),
    );
  });
});

function observed({ plan, thread }: Played, stands: Stands): unknown {
  if ('ask' in stands) return { ask: plan.question !== undefined };
  if ('says' in stands) {
    const said = `${plan.say ?? ''} ${plan.question?.text ?? ''}`;
    return { says: said.includes(stands.says) ? stands.says : said };
  }
  if ('calls' in stands) return { calls: plan.calls.map(({ name }) => name) };
  if ('find' in stands)
    return { find: thread.lastFilter ? canonical(thread.lastFilter) : (plan.question?.text ?? plan.calls) };
  if (plan.question) return { asked: plan.question.text };
  const { draft } = thread.campaign ?? {};
  return Object.fromEntries(
    Object.keys(stands).map((key) => [
      key,
      key === 'filter' && draft ? canonical(draft.filter) : draft?.[key as 'type'],
    ]),
  );
}

function wanted(stands: Stands): unknown {
  if ('find' in stands) return { find: canonical(stands.find) };
  if (!('filter' in stands) && !('excludedCustomerIds' in stands)) return stands;
  const { filter, excludedCustomerIds } = stands;
  return {
    ...stands,
    ...(filter ? { filter: canonical(filter) } : {}),
    ...(excludedCustomerIds ? { excludedCustomerIds: excludedCustomerIds.map(customerId) } : {}),
  };
}
