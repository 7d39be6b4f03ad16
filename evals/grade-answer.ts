// Exact grading of one turn: what it did, for whom (the sets of customers), what kind, how and when.

import type { AskAnswer } from '../core/ask-answer.ts';
import type { Expectation } from './case.ts';
import type { Observed } from './open-bench.ts';
import { wallTimeOf } from './wall-time.ts';

export type Grade = {
  /** Empty when everything is as expected. */
  problems: string[];
  /** Made or changed a campaign for customers that were not meant, without asking. */
  isSilentSuperset: boolean;
  precision: number | null;
  recall: number | null;
  got: Record<string, unknown>;
};

export type Customer = { id: string; name: string };

/** What the grader knows besides the turn; `wanted` are the customers that the expectation means. */
export type Wanted = { expect: Expectation; wanted: readonly Customer[] | null; timeZone: string };

export function gradeAnswer(observed: Observed, { expect, wanted, timeZone }: Wanted): Grade {
  const { answer } = observed;
  const got = answer?.audience?.customers ?? [];
  const act = actOf(observed);
  const compared = wanted && isAbout(expect.act) ? compareSets(wanted, got) : null;
  const extra = wanted ? without(got, wanted) : isIdle(expect.act) ? got : [];
  return {
    problems: [
      ...actProblems(expect, { act, observed }),
      ...(compared?.problems ?? []),
      ...(isCampaign(expect.act) && answer?.campaign
        ? campaignProblems(expect, { campaign: answer.campaign, timeZone })
        : []),
    ],
    isSilentSuperset: isActing(act) && extra.length > 0,
    precision: compared?.precision ?? null,
    recall: compared?.recall ?? null,
    got: shown(observed, act),
  };
}

const isCampaign = (act: Expectation['act']) => act === 'draft' || act === 'send';
const isAbout = (act: Expectation['act']) => isCampaign(act) || act === 'count' || act === 'list';
const isIdle = (act: Expectation['act']) => act === 'ask' || act === 'refuse' || act === 'talk';

type Act = 'draft' | 'send' | 'find' | 'ask' | 'other' | 'nothing';
const isActing = (act: Act) => act === 'draft' || act === 'send';

/** What is on its way is held, and no draft changes. */
const HOLDS = new Set(['pause_everything']);
const FINDS = new Set(['find_customers', 'show_audience']);

/** What a turn did, by the calls that went through; the strongest counts. */
function actOf({ calls, answer }: Observed): Act {
  const done = calls.filter(({ error }) => error === undefined);
  const did = (effect: string) => done.some((call) => call.effect === effect && !HOLDS.has(call.name));
  if (did('approval')) return 'send';
  if (did('draft')) return 'draft';
  if (done.some(({ name }) => FINDS.has(name))) return 'find';
  if ((answer?.questions.length ?? 0) > 0) return 'ask';
  return done.length > 0 ? 'other' : 'nothing';
}

type Acted = { act: Act; observed: Observed };

function actProblems({ act: expected }: Expectation, { act, observed }: Acted): string[] {
  if (observed.failure) return [`failed: ${observed.failure}`];
  const asked = (observed.answer?.questions.length ?? 0) > 0;
  // Nobody to ask for: a send of nobody stops at its draft, or is refused.
  const reaches = (observed.answer?.audience?.recipients ?? 0) > 0;
  const tried = observed.calls.some(({ effect }) => effect === 'approval');
  const isRight = {
    draft: act === 'draft' && !asked,
    send: act === 'send' || (!reaches && !asked && (tried || act === 'draft')),
    count: act === 'find',
    list: act === 'find',
    ask: act === 'ask',
    refuse: act === 'nothing',
    talk: act === 'nothing' || act === 'other' || act === 'ask',
  }[expected];
  return isRight ? [] : [`did ${act}${asked && act !== 'ask' ? ' and asked' : ''}, not ${expected}`];
}

function compareSets(wanted: readonly Customer[], got: readonly Customer[]) {
  const [missing, extra] = [without(wanted, got), without(got, wanted)];
  const both = wanted.length - missing.length;
  return {
    problems: [
      ...(missing.length > 0
        ? [`${missing.length} of ${wanted.length} customers missing: ${names(missing)}`]
        : []),
      ...(extra.length > 0 ? [`${extra.length} customers too many: ${names(extra)}`] : []),
    ],
    // Nobody was shown: not imprecise, only incomplete.
    precision: got.length > 0 ? both / got.length : wanted.length === 0 ? 1 : null,
    recall: wanted.length === 0 ? 1 : both / wanted.length,
  };
}

export const without = (some: readonly Customer[], others: readonly Customer[]): Customer[] => {
  const ids = new Set(others.map(({ id }) => id));
  return some.filter(({ id }) => !ids.has(id));
};

const names = (customers: readonly Customer[]): string =>
  customers
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ') + (customers.length > 5 ? ', …' : '');

type Campaign = { campaign: NonNullable<AskAnswer['campaign']>; timeZone: string };

function campaignProblems(expect: Expectation, { campaign, timeZone }: Campaign): string[] {
  const channels = [...campaign.channels].sort().join(', ');
  const wantedChannels = [...(expect.channels ?? [])].sort().join(', ');
  const schedule = wallTimeOf(campaign.schedule, timeZone);
  const differs = (what: string, got: string, wanted: string) =>
    got === wanted ? [] : [`${what}: ${got || 'none'}, not ${wanted || 'none'}`];
  return [
    ...(expect.type ? differs('type', campaign.type, expect.type) : []),
    ...differs('channels', channels, wantedChannels),
    ...differs('schedule', schedule ?? '', expect.schedule ?? ''),
  ];
}

/** What is put beside the expectation in a report. */
const shown = ({ calls, answer, failure }: Observed, act: Act): Record<string, unknown> => ({
  act,
  calls: calls.map(({ name, error }) => (error ? `${name}: ${error}` : name)),
  ...(answer?.audience ? { filter: answer.audience.filter, total: answer.audience.total } : {}),
  ...(answer?.campaign
    ? { type: answer.campaign.type, channels: answer.campaign.channels, schedule: answer.campaign.schedule }
    : {}),
  reply: answer?.reply ?? failure,
  questions: answer?.questions.map(({ text }) => text) ?? [],
});
