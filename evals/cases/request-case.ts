import type { Filter } from '../../core/audience/filter.ts';
import type { Draft } from '../../core/campaigns/draft.ts';

export type ExpectedCall = { name: string; args?: Record<string, unknown> };

/**
 * One sentence and the calls it must become, over the tenant of evals/fixture.ts on Saturday 21 November 2026. `dev`
 * cases may be looked at while rules are written, `held` ones only count. Filters are compared as sets, everything
 * else exactly; `ask` means a question with choices and nothing else, naming every one of `names`.
 */
export type RequestCase = {
  id: string;
  origin: 'written' | 'DOMAIN' | 'DESIGN' | 'issue';
  split: 'dev' | 'held';
  say: string;
  given?: { draft?: Partial<Draft> & { filter: Filter }; lastFilter?: Filter; pendingApproval?: boolean };
  expect: { calls: ExpectedCall[]; ask?: true; names?: readonly string[]; says?: string };
};

export const is = (field: string, ...values: (string | number)[]): Filter => ({ op: 'in', field, values });
export const between = (field: string, from: string | number | null, to: string | number | null): Filter => ({
  op: 'between',
  field,
  from,
  to,
});
export const ends = (from: string | null, to: string | null): Filter => between('contract_end', from, to);
export const known = (field: string): Filter => ({ op: 'known', field });
export const contains = (field: string, text: string): Filter => ({ op: 'contains', field, text });
export const all = (...filters: Filter[]): Filter => (filters.length === 1 ? filters[0]! : { all: filters });
export const any = (...filters: Filter[]): Filter => ({ any: filters });
export const not = (filter: Filter): Filter => ({ not: filter });

export const find = (...filters: Filter[]): ExpectedCall[] => [
  { name: 'find_customers', args: { filter: all(...filters) } },
];
export const draft = (args: Record<string, unknown>): ExpectedCall[] => [{ name: 'draft_campaign', args }];
export const send = (args: Record<string, unknown>): ExpectedCall[] => [
  ...draft(args),
  { name: 'request_approval', args: { campaignId: '$draft' } },
];

/** Cases that rules may be written against: what each sentence must call, and sentences that must be asked about. */
export const devCases = (
  about: string,
  meant: readonly { id: string; say: string; calls: ExpectedCall[] }[],
  asked: readonly string[],
): RequestCase[] => [
  ...meant.map(
    ({ id, say, calls }): RequestCase => ({
      id: `${about}-${id}`,
      origin: 'written',
      split: 'dev',
      say,
      expect: { calls },
    }),
  ),
  ...asked.map(
    (say, at): RequestCase => ({
      id: `${about}-ask-${at + 1}`,
      origin: 'written',
      split: 'dev',
      say,
      expect: { calls: [], ask: true },
    }),
  ),
];

/** Several sentences that mean the same. */
export const alike = (groups: readonly (readonly [calls: ExpectedCall[], says: readonly string[]])[]) =>
  groups.flatMap(([calls, says], group) =>
    says.map((say, at) => ({ id: `${group + 1}-${at + 1}`, say, calls })),
  );
