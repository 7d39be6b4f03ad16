import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ReviewDecision } from '../../../core/customers/review/decide-review.ts';
import type { DecisionRow } from '../../../core/customers/review/list-decisions.ts';
import type { ReviewPage, ReviewRow } from '../../../core/customers/review/list-reviews.ts';
import { get } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { LongList } from '../long-list.tsx';
import { useMay } from '../me.ts';
import { Frame, Loading, Nothing } from '../pages/page.tsx';
import type { Value } from '../pages/value-input.tsx';
import { useLate } from '../use-late.ts';
import { useListed } from '../use-listed.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Bulk } from './bulk.tsx';
import { Decisions } from './decisions.tsx';
import { FixForm } from './fix-form.tsx';
import { fieldOf, WAY_KEYS, type Way, waysOf } from './remedies.ts';
import { ReviewItem } from './review-item.tsx';
import { type ReviewAsked, ReviewSearch } from './review-search.tsx';
import { useReview } from './use-review.ts';

const partOf = ({ reviews, total, next, reasons }: ReviewPage) => ({
  rows: reviews,
  total,
  next,
  extra: reasons,
});
const keyOf = ({ id }: ReviewRow) => id;

/** What looked wrong in files, decided one by one or many at once, and undone. */
export default function ReviewsPage() {
  const mayDecide = useMay('import');
  const [asked, setAsked] = useState<ReviewAsked>({ status: 'open', reason: '', search: '' });
  const { status, reason } = asked;
  const search = useLate(asked.search.trim());
  const query = String(
    new URLSearchParams({ status, ...(reason ? { reason } : {}), ...(search ? { search } : {}) }),
  );
  const listed = useListed(`/reviews?limit=200&${query}`, partOf);
  const { rows, total } = listed;
  const decisions = usePolled<{ decisions: DecisionRow[] }>('/review-decisions?limit=20', null);
  const { reload: reloadDecisions } = decisions;
  const { reload: reloadRows } = listed;
  const reload = useCallback(() => {
    reloadRows();
    void reloadDecisions();
  }, [reloadRows, reloadDecisions]);
  const { said, problem, isBusy, decide, undo } = useReview(reload);

  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const [fixing, setFixing] = useState<ReviewRow[] | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const canDecide = mayDecide && status === 'open';
  const at = Math.min(current, Math.max(rows.length - 1, 0));
  const chosenRows = rows.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };

  const carryOut = async (decision: ReviewDecision) => {
    keepFocus.current = list.current?.contains(document.activeElement) || fixing !== null;
    if (!(await decide(decision))) return;
    setChosen(new Set());
    setFixing(null);
  };
  /** About these rows; what was chosen beyond those that are read goes by its ids. */
  const go = (way: Way, about: ReviewRow[], ids = about.map(keyOf)) => {
    if (!waysOf(about).has(way)) return;
    if (way === 'fix') setFixing(about);
    else void carryOut({ decision: way, ids });
  };
  const fix = (value: Value) => {
    const field = fieldOf(fixing ?? []);
    if (!fixing || !field) return;
    void carryOut({ decision: 'fix', ids: fixing.map(keyOf), steps: [{ do: 'set', field, value }] });
  };

  // The row that takes the place of a decided one takes the focus.
  const keepFocus = useRef(false);
  useEffect(() => {
    if (!keepFocus.current || rows.length === 0) return;
    keepFocus.current = false;
    rowAt(list.current, at)?.focus();
  }, [rows, at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (!row || typing || event.metaKey || event.ctrlKey || event.altKey) return;
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const way = WAY_KEYS[event.key];
    if (step) rowAt(list.current, at + step)?.focus();
    else if (!canDecide) return;
    else if (event.key === 'x') toggle(row.id);
    else if (event.key === 'u' && said?.decisionId) {
      keepFocus.current = true;
      void undo(said.decisionId);
    } else if (way && !isBusy)
      go(way, chosenRows.length > 0 ? chosenRows : [row], chosen.size > 0 ? [...chosen] : [row.id]);
    else return;
    event.preventDefault();
  };

  const chooseAll = async () => {
    if (chosen.size > 0) return setChosen(new Set());
    const { ids } = await get<{ ids: string[] }>(`/reviews/ids?${query}`);
    setChosen(new Set(ids));
  };
  return (
    <Frame
      title={t('Review list')}
      hint={t(
        'What looked wrong in imported files. Red ones keep their customer out of audiences until they are decided.',
      )}
      action={
        <>
          <a className="btn btn-sm" href="#/customers">
            {t('Customers')}
          </a>
          <a className="btn btn-sm" href="#/customers/brands">
            {t('Brands')}
          </a>
        </>
      }
    >
      <ReviewSearch
        asked={asked}
        reasons={listed.extra}
        onAsk={(next) => {
          setAsked(next);
          if (next.search === asked.search) setChosen(new Set());
        }}
      />
      {problem && <Problem words={problem} />}
      {listed.problem && <Problem words={listed.problem} onRetry={listed.reload} />}
      <p role="status" className="mb-2 flex flex-wrap items-center gap-2 text-sm empty:hidden">
        {said?.words}
        {said?.decisionId && (
          <button type="button" className="btn btn-sm" onClick={() => void undo(said.decisionId!)}>
            {t('Undo')}
          </button>
        )}
      </p>
      {fixing && (
        <FixForm
          key={fixing.map(keyOf).join()}
          field={fieldOf(fixing)!}
          count={fixing.length}
          before={fixing[0]!.customer}
          onFix={fix}
          onCancel={() => setFixing(null)}
        />
      )}
      {canDecide && rows.length > 0 && (
        <Bulk
          count={chosen.size}
          total={total ?? rows.length}
          ways={waysOf(chosenRows)}
          isBusy={isBusy}
          onAll={() => void chooseAll()}
          onWay={(way) => go(way, chosenRows, [...chosen])}
        />
      )}
      {listed.isReading && rows.length === 0 && <Loading />}
      {!listed.isReading && !listed.problem && rows.length === 0 && (
        <Nothing>{status === 'open' ? t('Nothing waits for a look.') : t('There are none.')}</Nothing>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside
        <div ref={list} onKeyDown={onKeyDown} className="mb-4">
          <LongList
            label={t('What looked wrong')}
            rows={rows}
            keyOf={keyOf}
            onEnd={listed.readMore}
            rowHeight={92}
          >
            {(row, index) => (
              <ReviewItem
                row={row}
                index={index}
                isCurrent={index === at}
                isChosen={chosen.has(row.id)}
                mayDecide={canDecide}
                onFocus={() => setCurrent(index)}
                onToggle={() => toggle(row.id)}
                onWay={(way) => go(way, [row])}
              />
            )}
          </LongList>
        </div>
      )}
      {mayDecide && <Decisions rows={decisions.data?.decisions ?? []} onUndo={(id) => void undo(id)} />}
      {canDecide && rows.length > 0 && (
        <p className="quiet hidden text-xs md:block">
          {t('Keys in the list: ↑ ↓ move, x choose, c confirm, d discard, m merge, s split, f fix, u undo.')}{' '}
          {total !== null && t('{n} {n|item|items} in all.', { n: total })}
        </p>
      )}
    </Frame>
  );
}

const rowAt = (list: HTMLElement | null, index: number) =>
  list?.querySelector<HTMLElement>(`[data-row="${index}"]`);
