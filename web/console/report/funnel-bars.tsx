import type { Funnel } from '../../../core/reports/campaign-report.ts';
import { t } from '../words/t.ts';
import { numberWords, shareWords } from '../words.ts';

const STEPS = [
  { key: 'targeted', words: t('in all') },
  { key: 'submitted', words: t('submitted') },
  { key: 'delivered', words: t('delivered') },
  { key: 'read', words: t('read') },
  { key: 'replied', words: t('replied') },
] as const;

/** Each step as a share of all; what is not reported by a channel (reading, say) is missing, not zero. */
export const FunnelBars = ({ total }: { total: Funnel }) => (
  <>
    <table className="w-full">
      <caption className="sr-only">{t('From targeted to answered')}</caption>
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
            <td className="w-16 py-1 text-end font-medium tabular-nums">{numberWords(total[key])}</td>
            <td className="quiet w-16 py-1 text-end tabular-nums">
              {shareWords(total[key] / total.targeted)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="quiet mt-2 text-xs">
      {t('Read counts what the channels report; many recipients and most e-mail never say so.')}
    </p>
  </>
);
