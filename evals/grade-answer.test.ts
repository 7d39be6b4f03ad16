// The grader is tried on turns that never happened: each mistake that it must see, and what it must not call one.
import { describe, expect, it } from 'vitest';
import type { AskAnswer } from '../core/ask-answer.ts';
import { everybody } from '../core/audience/filter.ts';
import type { Expectation } from './case.ts';
import { type Customer, gradeAnswer } from './grade-answer.ts';
import type { Observed, ObservedCall } from './open-bench.ts';

const [ANNA, BETH, CARL] = ['Anna', 'Beth', 'Carl'].map((name, at) => ({ id: `id-${at}`, name })) as [
  Customer,
  Customer,
  Customer,
];
const CALLS = {
  draft: { name: 'draft_campaign', effect: 'draft', args: {} },
  send: { name: 'request_approval', effect: 'approval', args: {} },
  find: { name: 'find_customers', effect: 'read', args: {} },
} satisfies Record<string, ObservedCall>;

type Turn = {
  calls?: ObservedCall[];
  customers?: Customer[];
  campaign?: Partial<NonNullable<AskAnswer['campaign']>>;
  asks?: boolean;
};

const turn = ({ calls = [], customers, campaign, asks }: Turn): Observed => ({
  calls,
  failure: null,
  ms: 1,
  steps: [],
  answer: {
    thread: 'thread',
    reply: '',
    questions: asks ? [{ text: 'Which?', choices: [] }] : [],
    campaign: campaign
      ? {
          id: 'c',
          version: 1,
          type: 'renewal',
          status: 'draft',
          channels: [],
          schedule: { kind: 'now' },
          ...campaign,
        }
      : null,
    audience: customers
      ? {
          total: customers.length,
          reachable: customers.length,
          recipients: customers.length,
          customers,
          excluded: [],
          unknown: {},
          filter: everybody,
          words: '',
        }
      : null,
    previews: [],
    approval: null,
  },
});

const grade = (given: Turn, wantedFor: Expectation, wanted: Customer[] | null = [ANNA, BETH]) =>
  gradeAnswer(turn(given), { expect: wantedFor, wanted, timeZone: 'Asia/Bangkok' });
const drafted = (customers: Customer[], campaign: Turn['campaign'] = {}): Turn => ({
  calls: [CALLS.draft],
  customers,
  campaign,
});
const DRAFT: Expectation = { act: 'draft', type: 'renewal', filter: everybody };

describe('a draft', () => {
  it('is right when the same customers get the same kind, whatever the tree', () => {
    expect(grade(drafted([BETH, ANNA]), DRAFT)).toMatchObject({
      problems: [],
      isSilentSuperset: false,
      precision: 1,
      recall: 1,
    });
  });

  it('is a silent superset when somebody is in who was not meant', () => {
    const { problems, isSilentSuperset, precision, recall } = grade(drafted([ANNA, BETH, CARL]), DRAFT);
    expect(problems).toEqual(['1 customers too many: Carl']);
    expect({ isSilentSuperset, precision, recall }).toEqual({
      isSilentSuperset: true,
      precision: 2 / 3,
      recall: 1,
    });
  });

  it('is wrong, and no superset, when somebody is missing', () => {
    const { problems, isSilentSuperset } = grade(drafted([ANNA]), DRAFT);
    expect(problems).toEqual(['1 of 2 customers missing: Beth']);
    expect(isSilentSuperset).toBe(false);
  });

  it('is wrong when it asks for approval, or of another kind, channel or time than was said', () => {
    expect(grade({ ...drafted([ANNA, BETH]), calls: [CALLS.draft, CALLS.send] }, DRAFT).problems).toEqual([
      'did send, not draft',
    ]);
    expect(grade(drafted([ANNA, BETH], { type: 'survey' }), DRAFT).problems).toEqual([
      'type: survey, not renewal',
    ]);
    expect(grade(drafted([ANNA, BETH], { channels: ['line'] }), DRAFT).problems).toEqual([
      'channels: line, not none',
    ]);
    const nine = { kind: 'at', at: '2026-11-22T02:00:00Z' } as const;
    expect(
      grade(drafted([ANNA, BETH], { schedule: nine }), { ...DRAFT, schedule: '2026-11-22T09:00' }).problems,
    ).toEqual([]);
    expect(grade(drafted([ANNA, BETH], { schedule: nine }), DRAFT).problems).toHaveLength(1);
  });
});

describe('a call that was refused', () => {
  it('did nothing', () => {
    const refused = { ...CALLS.draft, error: 'No such type.' };
    expect(grade({ calls: [refused] }, { act: 'refuse' }, null).problems).toEqual([]);
  });
});

describe('a sentence that must be asked back', () => {
  it('is right with a question and nothing else', () => {
    expect(grade({ asks: true }, { act: 'ask' }, null).problems).toEqual([]);
    expect(grade({}, { act: 'ask' }, null).problems).toEqual(['did nothing, not ask']);
  });

  it('is a silent superset when it was acted upon: nobody was meant yet', () => {
    const { problems, isSilentSuperset } = grade(drafted([ANNA]), { act: 'ask' }, null);
    expect(problems).toEqual(['did draft, not ask']);
    expect(isSilentSuperset).toBe(true);
  });
});

describe('a refusal', () => {
  it('shows nobody and changes nothing', () => {
    expect(grade({}, { act: 'refuse' }, null).problems).toEqual([]);
    expect(grade({ calls: [CALLS.find], customers: [ANNA] }, { act: 'refuse' }, null).problems).toHaveLength(
      1,
    );
  });
});

describe('a count', () => {
  it('changes nothing', () => {
    const count: Expectation = { act: 'count', filter: everybody };
    expect(grade({ calls: [CALLS.find], customers: [ANNA, BETH] }, count).problems).toEqual([]);
    expect(grade(drafted([ANNA, BETH]), count).problems).toEqual(['did draft, not count']);
  });
});
