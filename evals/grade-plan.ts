// Exact grading of a plan: the same calls in the same order, filters compared as sets, everything else as it is.
import type { Plan } from '../agent/planner/types.ts';
import type { Filter } from '../core/audience/filter.ts';
import type { RequestCase } from './cases/request-case.ts';
import { customerId } from './fixture.ts';

export type Grade = { passed: boolean; got: unknown; wanted: unknown };

export function gradePlan(plan: Plan, { expect }: RequestCase): Grade {
  const calls = plan.calls.map(({ name, args }) => ({ name, args: comparable(args) }));
  const got = { calls, ...outcome(plan) };
  const wanted = {
    calls: expect.calls.map(({ name, args }) => ({ name, args: comparable(args ?? {}) })),
    asks: Boolean(expect.ask),
  };
  const said = `${plan.say ?? ''} ${plan.question?.text ?? ''}`;
  const isSaid = [...(expect.names ?? []), ...(expect.says ? [expect.says] : [])].every((word) =>
    said.includes(word),
  );
  const passed = JSON.stringify({ calls, asks: got.asks }) === JSON.stringify(wanted) && isSaid;
  return {
    passed,
    got: { ...got, said },
    wanted: { ...wanted, says: [...(expect.names ?? []), expect.says].filter(Boolean) },
  };
}

const outcome = ({ question }: Plan) => ({ asks: question !== undefined });

/** Keys in order, without the free text of a change; customers by name where a case names them. */
function comparable(args: Record<string, unknown>): unknown {
  const { change: _, ...rest } = args;
  return Object.fromEntries(
    Object.entries(rest)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, value]) => [key, comparableValue(key, value)]),
  );
}

function comparableValue(key: string, value: unknown): unknown {
  if (key === 'filter') return canonical(value as Filter);
  if (key === 'patch') return comparable(value as Record<string, unknown>);
  if (key === 'excludedCustomerIds')
    return (value as string[])
      .map((one) => (one.includes('-') && !one.includes(' ') ? one : customerId(one)))
      .sort();
  if (key === 'channels' || key === 'roles') return [...(value as string[])].sort();
  return value;
}

/** One spelling of a tree: flat, sorted, with both ends of a range. */
export function canonical(filter: Filter): unknown {
  if ('op' in filter) {
    if (filter.op === 'in') return { op: 'in', field: filter.field, values: [...filter.values].sort() };
    if (filter.op === 'between')
      return { op: 'between', field: filter.field, from: filter.from ?? null, to: filter.to ?? null };
    return filter;
  }
  if ('not' in filter) return { not: canonical(filter.not) };
  const [key, children] = 'all' in filter ? (['all', filter.all] as const) : (['any', filter.any] as const);
  const sorted = children.map(canonical).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return sorted.length === 1 ? sorted[0] : { [key]: sorted };
}
