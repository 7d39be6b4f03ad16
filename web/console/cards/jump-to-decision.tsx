import { createContext, type RefObject, useContext, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../words/t.ts';

/** Where the conversation has it: above the composer. Elsewhere there is none. */
export const JumpSlot = createContext<HTMLElement | null>(null);

type Props = { target: RefObject<HTMLElement | null>; messages: number };

/** While a decision waits out of sight, it is one press away. */
export function JumpToDecision({ target, messages }: Props) {
  const slot = useContext(JumpSlot);
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    if (!target.current) return;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? true));
    observer.observe(target.current);
    return () => observer.disconnect();
  }, [target]);
  if (!slot || isSeen) return null;
  const go = () => {
    target.current?.scrollIntoView({ block: 'center' });
    target.current?.querySelector('button')?.focus({ preventScroll: true });
  };
  return createPortal(
    // Over the conversation, not beside it: what somebody is about to press must not move when this comes or goes.
    <div className="absolute inset-x-0 bottom-0 border-t border-base-300 bg-base-100 px-3 py-2 sm:px-4">
      <div className="mx-auto flex w-full max-w-3xl flex-wrap items-center justify-between gap-2 text-sm">
        <span>{t('{n} {n|message|messages} wait for your decision.', { n: messages })}</span>
        <button type="button" className="btn btn-sm btn-primary" onClick={go}>
          {t('Go to it')}
        </button>
      </div>
    </div>,
    slot,
  );
}
