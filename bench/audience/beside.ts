// What stands beside the count on the page: what an audience is like, and how far it is reached.
import type { Filter } from '../../core/audience/filter.ts';
import { interleave, median, quantile, tenths } from './measure.ts';
import type { serveWorkspace } from './serve.ts';

type Server = Awaited<ReturnType<typeof serveWorkspace>>;
type Ranged = { isExact: boolean; ranges: Record<string, { low: number; high: number }> | null };

const country: Filter = { op: 'in', field: 'country', values: ['VN'] };
const AUDIENCES: readonly { name: string; filter: Filter }[] = [
  {
    name: 'a country expiring in October',
    filter: {
      all: [country, { op: 'between', field: 'contract_end', from: '2027-10-01', to: '2027-10-31' }],
    },
  },
  { name: 'a country', filter: country },
  { name: 'everybody', filter: { all: [] } },
];
const ASKED = [
  { what: 'facets', of: 'total', more: {} },
  { what: 'reach', of: 'reachableCustomers', more: { purpose: 'marketing' } },
] as const;

// The numbers themselves are for whoever waits: once is enough to know how long, and ten million take minutes.
const MOST_EXACT = 1_000_000;

/** First answers, as a page asks; and once the numbers themselves, which the answers' ranges are held against. */
export async function measureBeside(server: Server, { size, rounds }: { size: number; rounds: number }) {
  const measured = [];
  for (const { what, of, more } of ASKED)
    for (const { name, filter } of AUDIENCES) {
      const ask = (isExact: boolean) =>
        server.post(`/targeting/audience/${what}`, { filter, isExact, ...more }) as Promise<Ranged>;
      const first = await ask(false);
      const [times] = await interleave([() => ask(false)], rounds);
      const start = performance.now();
      const exact = size <= MOST_EXACT ? await ask(true) : null;
      const exactMs = exact ? tenths(performance.now() - start) : Number.NaN;
      const value = (answer: Ranged) => Number((answer as unknown as Record<string, number>)[of]);
      const range = first.isExact ? null : first.ranges?.[of];
      measured.push({
        times: times!,
        row: {
          question: `${what} of ${name}`,
          first: tenths(median(times!)),
          'first p95': tenths(quantile(times!, 0.95)),
          'first answer': range ? `${value(first)} (${range.low}–${range.high})` : 'exact',
          ...(exact ? { exact: exactMs, customers: value(exact) } : {}),
        },
      });
    }
  return measured;
}
