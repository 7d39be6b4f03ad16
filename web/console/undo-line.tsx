import { useEffect, useRef } from 'react';
import { t } from './words/t.ts';

type Props = {
  /** What was just done; null while nothing is to be undone. */
  words: string | null;
  onUndo: () => void;
};

/** Says what was done and takes it back. What was pressed is gone by then: the keyboard goes on here. */
export function UndoLine({ words, onUndo }: Props) {
  const line = useRef<HTMLParagraphElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(words);
  useEffect(() => {
    if (words !== before.current) (words === null ? line : button).current?.focus();
    before.current = words;
  }, [words]);
  return (
    <p
      ref={line}
      role="status"
      tabIndex={-1}
      className="flex flex-wrap items-center gap-2 py-1 text-sm empty:p-0"
    >
      {words !== null && (
        <>
          {words}
          <button ref={button} type="button" className="btn btn-sm" onClick={onUndo}>
            {t('Undo')}
          </button>
        </>
      )}
    </p>
  );
}
