import type { SegmentView } from '../../../core/segments/segment.ts';
import { t } from '../words/t.ts';
import { dateWords, numberWords } from '../words.ts';
import { Panel } from './page.tsx';

const [WIDTH, HEIGHT] = [600, 120];

/** How many were in it, day by day; the table behind it says the same in numbers. */
export function MembersChart({ members }: Pick<SegmentView, 'members'>) {
  const last = members.at(-1);
  if (!last) return null;
  const first = members[0]!;
  const most = Math.max(1, ...members.map(({ customers }) => customers));
  const [from, to] = [Date.parse(first.day), Date.parse(last.day)];
  const x = (day: string) => (to === from ? WIDTH : ((Date.parse(day) - from) / (to - from)) * WIDTH);
  const y = (customers: number) => HEIGHT - 4 - (customers / most) * (HEIGHT - 12);
  const points = members.map(({ day, customers }) => `${x(day)},${y(customers)}`);
  const line = points.length === 1 ? `0,${y(last.customers)} ${points[0]}` : points.join(' ');
  return (
    <Panel title={t('Members over time')}>
      <p className="text-2xl font-semibold tabular-nums">
        {t('{n} {n|customer|customers}', { n: last.customers })}
      </p>
      <p className="quiet text-xs">
        {dateWords(last.day)}
        {first !== last &&
          t('; {customers} on {date}', { customers: first.customers, date: dateWords(first.day) })}
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-2 h-28 w-full text-primary"
        aria-hidden="true"
      >
        <polyline
          points={line}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <details>
        <summary>{t('In numbers')}</summary>
        <table className="mt-2">
          <tbody>
            {members.map(({ day, customers }) => (
              <tr key={day}>
                <th scope="row" className="pe-6 text-start font-normal">
                  {dateWords(day)}
                </th>
                <td className="text-end tabular-nums">{numberWords(customers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  );
}
