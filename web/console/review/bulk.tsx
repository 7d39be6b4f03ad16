import { t } from '../words/t.ts';
import { WAY_WORDS, type Way } from './remedies.ts';

type Props = {
  count: number;
  total: number;
  ways: ReadonlySet<Way>;
  isBusy: boolean;
  onAll: () => void;
  onWay: (way: Way) => void;
};

const ALL: readonly Way[] = ['confirm', 'discard', 'merge', 'split', 'fix'];

/** What is done about all that are chosen; what cannot be done about each of them is not offered. */
export const Bulk = ({ count, total, ways, isBusy, onAll, onWay }: Props) => (
  <div className="mb-3 flex flex-wrap items-center gap-2">
    <label className="flex items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="checkbox checkbox-sm"
        checked={count > 0 && count >= total}
        onChange={onAll}
      />
      {count > 0 ? t('{count} chosen', { count }) : t('All {total}', { total })}
    </label>
    {count > 0 &&
      ALL.filter((way) => ways.has(way)).map((way) => (
        <button
          key={way}
          type="button"
          className={`btn btn-sm ${way === 'confirm' ? 'btn-primary' : ''}`}
          disabled={isBusy}
          onClick={() => onWay(way)}
        >
          {WAY_WORDS[way]}
        </button>
      ))}
  </div>
);
