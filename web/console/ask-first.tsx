import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from './words/t.ts';

type Props = {
  /** On the button: "Revoke". */
  words: string;
  /** The button for who hears it alone, without what stands beside it: "Revoke Nightly export". */
  label?: string;
  /** What is lost, and for whom. */
  question?: string;
  /** What does it: "Revoke for good". */
  sure: string;
  onSure: () => void;
};

/** Where nothing can be undone: what it does is said first. The keyboard stands where pressing twice keeps it. */
export function AskFirst({ words, label, question, sure, onSure }: Props) {
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const begin = useRef<HTMLButtonElement>(null);
  const before = useRef(isAsking);
  useEffect(() => {
    if (isAsking !== before.current) (isAsking ? keep : begin).current?.focus();
    before.current = isAsking;
  }, [isAsking]);
  const leave = ({ key }: KeyboardEvent) => key === 'Escape' && setAsking(false);
  if (!isAsking)
    return (
      <button
        ref={begin}
        type="button"
        className="btn btn-sm"
        aria-label={label}
        onClick={() => setAsking(true)}
      >
        {words}
      </button>
    );
  return (
    <fieldset
      aria-label={question ?? sure}
      onKeyDown={leave}
      className="flex w-full flex-wrap items-center justify-end gap-2"
    >
      {question && <span className="text-sm">{question}</span>}
      <button
        type="button"
        className="btn btn-sm btn-error"
        onClick={() => {
          setAsking(false);
          onSure();
        }}
      >
        {sure}
      </button>
      <button ref={keep} type="button" className="btn btn-sm" onClick={() => setAsking(false)}>
        {t('Keep it')}
      </button>
    </fieldset>
  );
}
