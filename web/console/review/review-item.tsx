import type { ReviewRow } from '../../../core/customers/review/list-reviews.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { reasonWords, WAY_WORDS, type Way, waysOf } from './remedies.ts';

type Props = {
  row: ReviewRow;
  index: number;
  isCurrent: boolean;
  isChosen: boolean;
  mayDecide: boolean;
  onFocus: () => void;
  onToggle: () => void;
  onWay: (way: Way) => void;
};

/** One doubt: about whom, why, where it stands, and what can be done about it. */
export const ReviewItem = ({
  row,
  index,
  isCurrent,
  isChosen,
  mayDecide,
  onFocus,
  onToggle,
  onWay,
}: Props) => (
  <article
    tabIndex={isCurrent ? 0 : -1}
    data-row={index}
    aria-label={`${row.customer ?? t('No customer')}: ${reasonWords(row.reason)}`}
    onFocus={onFocus}
    className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3 -outline-offset-2"
  >
    {mayDecide && (
      <input
        type="checkbox"
        className="checkbox checkbox-sm mt-0.5"
        aria-label={t('Choose {customer}: {reason}', {
          customer: row.customer ?? t('this item'),
          reason: reasonWords(row.reason),
        })}
        checked={isChosen}
        onChange={onToggle}
      />
    )}
    <div className="min-w-0 grow basis-56">
      <p className="flex flex-wrap items-center gap-2">
        {row.customerId ? (
          <a className="link font-medium" href={`#/customers/${row.customerId}`}>
            <InlineName>{row.customer ?? t('Without a name')}</InlineName>
          </a>
        ) : (
          <span className="font-medium">{t('No customer')}</span>
        )}
        <Badge tone={row.isBlocking ? 'bad' : 'wait'}>{reasonWords(row.reason)}</Badge>
      </p>
      <p className="wrap-anywhere" dir="auto">
        {row.detail}
      </p>
      {row.twin && (
        <p className="wrap-anywhere">
          {rich('Merging keeps {link}.', {
            link: (
              <a className="link" href={`#/customers/${row.twin.id}`}>
                <InlineName>{row.twin.name}</InlineName>
              </a>
            ),
          })}
        </p>
      )}
      {row.sites.length > 1 && (
        <p className="wrap-anywhere" dir="auto">
          {t('Splitting makes {list}.', { list: row.sites.map((site) => `“${site}”`).join(', ') })}
        </p>
      )}
      <p className="quiet text-xs wrap-anywhere">
        {t('{file}, line {line}', { file: row.file, line: row.line })}
      </p>
    </div>
    {mayDecide && (
      <div className="flex flex-wrap gap-1">
        {[...waysOf([row])].map((way) => (
          <button key={way} type="button" className="btn btn-sm" onClick={() => onWay(way)}>
            {WAY_WORDS[way]}
          </button>
        ))}
      </div>
    )}
  </article>
);
