import { useState } from 'react';
import type { Funnel, ReportSplit } from '../../../core/reports/campaign-report.ts';
import { inLanguage, t } from '../words/t.ts';
import { channelName, countryWords, numberWords, plainWords, shareWords } from '../words.ts';

type Part = Funnel & { value: string | null };

const WORDS: Record<ReportSplit, (value: string) => string> = {
  channel: channelName,
  brand: (value) => value,
  country: countryWords,
  type: plainWords,
};

const SHOWN = 12;
const COUNTED = ['delivered', 'read', 'replied', 'failed'] as const;

type Props = { parts: Part[]; split: ReportSplit; name: string; isWhole: boolean };

/** One line a value: how many, and what share arrived and answered. */
export function SplitTable({ parts, split, name, ...given }: Props) {
  const [isAsked, setAsked] = useState(false);
  const isWhole = isAsked || given.isWhole;
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="w-full">
        <thead>
          <tr className="quiet text-xs">
            <th scope="col" className="py-1 pe-3 text-start font-normal">
              {name}
            </th>
            {[t('in all'), ...COUNTED.map(inLanguage)].map((words) => (
              <th key={words} scope="col" className="py-1 ps-2 text-end font-normal sm:ps-3">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-base-300">
          {parts.slice(0, isWhole ? parts.length : SHOWN).map((part) => (
            <tr key={part.value ?? ''}>
              <th scope="row" className="py-1.5 pe-2 text-start align-top font-medium wrap-anywhere">
                {part.value === null ? (
                  <span className="quiet">{t('not known')}</span>
                ) : (
                  WORDS[split](part.value)
                )}
              </th>
              <td className="py-1.5 ps-2 text-end align-top tabular-nums sm:ps-3">
                {numberWords(part.targeted)}
              </td>
              {COUNTED.map((key) => (
                <td
                  key={key}
                  className="py-1.5 ps-2 text-end align-top whitespace-nowrap tabular-nums sm:ps-3"
                >
                  {numberWords(part[key])}{' '}
                  <span className="quiet block text-xs sm:inline-block sm:w-12">
                    {shareWords(part[key] / part.targeted)}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {parts.length > SHOWN && !isWhole && (
        <button type="button" className="btn btn-sm mt-3" onClick={() => setAsked(true)}>
          {t('Show {n} more', { n: parts.length - SHOWN })}
        </button>
      )}
    </div>
  );
}
