import { t } from '../words/t.ts';
import { useOtherTab } from './use-other-tab.ts';

type Props<T> = { path: string; shown: Partial<T>; onShow: (now: T) => void };

/** Says that what the card is about was changed in another tab, and shows it as it is now when asked. */
export function Changed<T>({ path, shown, onShow }: Props<T>) {
  const now = useOtherTab<T>(path, shown);
  return (
    <p role="status" className="mb-3 flex flex-wrap items-center gap-2 empty:hidden">
      {now && (
        <>
          {t('This was changed in another tab.')}
          <button type="button" className="btn btn-xs" onClick={() => onShow(now)}>
            {t('Show it as it is now')}
          </button>
        </>
      )}
    </p>
  );
}
