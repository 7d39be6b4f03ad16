import { type RefObject, useEffect, useRef } from 'react';

type Shown = { said: string | undefined; isBusy: boolean; length: number; parts: number };

/**
 * Keeps a new sentence at the top while its answer grows below it, so that the answer is read from its beginning;
 * what is added later, such as the report of a decision, is brought into sight. Whoever scrolls meanwhile is left alone.
 */
export function useFollow(sentence: RefObject<HTMLElement | null>, shown: Shown): void {
  const { said, isBusy, length, parts } = shown;
  const isLeftAlone = useRef(false);
  const before = useRef(shown);

  useEffect(() => {
    const leaveAlone = () => {
      isLeftAlone.current = true;
    };
    const ways = ['wheel', 'touchmove'] as const;
    for (const way of ways) window.addEventListener(way, leaveAlone, { passive: true });
    return () => {
      for (const way of ways) window.removeEventListener(way, leaveAlone);
    };
  }, []);

  useEffect(() => {
    const was = before.current;
    before.current = { said, isBusy, length, parts };
    if (said !== was.said) isLeftAlone.current = false;
    if (isLeftAlone.current) return;
    if (said !== was.said || isBusy || was.isBusy) sentence.current?.scrollIntoView({ block: 'start' });
    else if (length > was.length) sentence.current?.parentElement?.lastElementChild?.scrollIntoView();
  }, [sentence, said, isBusy, length, parts]);
}
