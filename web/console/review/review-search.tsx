import type { ReviewPage } from '../../../core/customers/review/list-reviews.ts';
import { Choice } from '../pages/page.tsx';
import { t } from '../words/t.ts';
import { numberWords } from '../words.ts';
import { reasonWords } from './remedies.ts';

const STATUSES = {
  open: t('Open'),
  confirmed: t('Confirmed'),
  discarded: t('Discarded'),
  fixed: t('Fixed'),
} as const;

export type ReviewAsked = { status: keyof typeof STATUSES; reason: string; search: string };

type Props = {
  asked: ReviewAsked;
  /** Those that there are, with how many of each. */
  reasons: ReviewPage['reasons'] | null;
  onAsk: (asked: ReviewAsked) => void;
};

/** Which of the items are shown. */
export const ReviewSearch = ({ asked, reasons, onAsk }: Props) => (
  <div className="mb-3 flex flex-wrap items-center gap-2">
    <Choice
      label={t('Which items')}
      of={STATUSES}
      chosen={asked.status}
      onChoose={(status) => onAsk({ ...asked, status, reason: '' })}
    />
    <select
      className="select select-sm w-full sm:w-auto"
      aria-label={t('Reason')}
      value={asked.reason}
      onChange={({ target }) => onAsk({ ...asked, reason: target.value })}
    >
      <option value="">{t('Every reason')}</option>
      {reasons?.map((one) => (
        <option key={one.reason} value={one.reason}>
          {reasonWords(one.reason)} ({numberWords(one.count)})
        </option>
      ))}
    </select>
    <input
      type="search"
      className="input input-sm min-w-0 grow basis-40 text-base sm:text-sm"
      placeholder={t('Search')}
      aria-label={t('Search the review list')}
      value={asked.search}
      onChange={({ target }) => onAsk({ ...asked, search: target.value })}
    />
  </div>
);
