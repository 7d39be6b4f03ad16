import type { VariantReport } from '../../../core/reports/report-variants.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { inLanguage, t } from '../words/t.ts';
import { numberWords, shareWords } from '../words.ts';

const RATES = ['delivered', 'read', 'clicked', 'replied', 'converted'] as const;

/** What came of each wording: counts, shares of what was submitted, and between what such a share lies. */
export function VariantFigures({ variants: { parts, judged } }: { variants: VariantReport }) {
  const hasVersions = new Set(parts.map(({ version }) => version)).size > 1;
  return (
    <>
      <ul aria-label={t('Variants')} className="mt-3 divide-y divide-base-300">
        {parts.map(({ variant, name, version, submitted, rates, ...counts }) => (
          <li key={`${variant} ${version}`} className="py-2">
            <p className="font-medium wrap-anywhere">
              <Badge>{variant}</Badge> {name && <InlineName>{name}</InlineName>}{' '}
              {hasVersions && <span className="quiet text-xs">{t('version {version}', { version })}</span>}
            </p>
            <dl className="mt-1 grid grid-cols-3 gap-x-3 gap-y-2 sm:grid-cols-6">
              <Figure term={inLanguage('submitted')} count={submitted} />
              {RATES.map((key) => (
                <Figure key={key} term={inLanguage(key)} count={counts[key]} rate={rates?.[key]} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {judged && (
        <p className="mt-2">
          {judged.ahead
            ? t('{name} did better than the others: {measure}, with 95% confidence.', {
                name: judged.ahead,
                measure: inLanguage(judged.by),
              })
            : t('The difference may be chance: {measure}, the ranges overlap.', {
                measure: inLanguage(judged.by),
              })}
        </p>
      )}
      <p className="quiet mt-2 text-xs">
        {t('Shares are of what was submitted; in brackets, the range that each lies in with 95% confidence.')}
      </p>
    </>
  );
}

type Rate = NonNullable<VariantReport['parts'][number]['rates']>['read'];

const Figure = ({ term, count, rate }: { term: string; count: number; rate?: Rate | undefined }) => (
  <div className="min-w-0 tabular-nums">
    <dt className="quiet text-xs wrap-anywhere">{term}</dt>
    <dd>
      {numberWords(count)}
      {rate && (
        <span className="quiet block text-xs">
          {shareWords(rate.share)}{' '}
          <span className="inline-block">
            ({shareWords(rate.low)}–{shareWords(rate.high)})
          </span>
        </span>
      )}
    </dd>
  </div>
);
