import type { Funnel } from '../../../core/reports/campaign-report.ts';
import { shareWords } from '../words.ts';

const STEPS = [
  { key: 'targeted', words: 'in all' },
  { key: 'submitted', words: 'submitted' },
  { key: 'delivered', words: 'delivered' },
  { key: 'read', words: 'read' },
  { key: 'replied', words: 'replied' },
] as const;

/** Each step as a share of all; what is not reported by a channel (reading, say) is missing, not zero. */
export const FunnelBars = ({ total }: { total: Funnel }) => (
  <>
    <table className="w-full">
      <caption className="sr-only">From targeted to answered</caption>
      <tbody>
        {STEPS.map(({ key, words }) => (
          <tr key={key}>
            <th scope="row" className="w-24 py-1 text-start font-normal">
              {words}
            </th>
            <td className="py-1">
              <span
                className="block h-4 min-w-px rounded-sm bg-primary"
                style={{ width: `${(100 * total[key]) / total.targeted}%` }}
              />
            </td>
            <td className="w-16 py-1 text-end font-medium tabular-nums">{total[key].toLocaleString()}</td>
            <td className="quiet w-16 py-1 text-end tabular-nums">
              {shareWords(total[key] / total.targeted)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="quiet mt-2 text-xs">
      Read counts what the channels report; many recipients and most e-mail never say so.
    </p>
  </>
);
