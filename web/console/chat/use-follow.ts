import { type RefObject, useEffect, useRef } from 'react';

type Shown = { said: string | undefined; isBusy: boolean; length: number; parts: number };

/**
 * Keeps a new sentence at the top while its answer grows below it, so that the answer is read from its beginning;
 * what is added later, such as the report of a decision, is brought into sight. Whoever scrolls meanwhile is left alone,
 * and so is whoever has begun to use what the answer brought: a page that moves between press and release eats the click.
 */
export function useFollow(sentence: RefObject<HTMLElement | null>, shown: Shown): void {
  const { said, isBusy, length, parts } = shown;
  const isLeftAlone = useRef(false);
  const isUsed = useRef(false);
  const before = useRef(shown);

  useEffect(() => {
    const leaveAlone = () => {
      isLeftAlone.current = true;
    };
    const use = ({ target }: Event) => {
      if (sentence.current?.parentElement?.contains(target as Node)) isUsed.current = true;
    };
    const ways = [
      ...(['wheel', 'touchmove'] as const).map((way) => [way, leaveAlone] as const),
      ...(['pointerdown', 'focusin'] as const).map((way) => [way, use] as const),
    ];
    for (const [way, listener] of ways) window.addEventListener(way, listener, { passive: true });
    return () => {
      for (const [way, listener] of ways) window.removeEventListener(way, listener);
    };
  }, [sentence]);

  useEffect(() => {
    const was = before.current;
    before.current = { said, isBusy, length, parts };
    const isNew = said !== was.said;
    if (isNew) isLeftAlone.current = isUsed.current = false;
    if (isLeftAlone.current) return;
    const isGrowing = isBusy || was.isBusy;
    if (isGrowing && isUsed.current) return;
    if (isNew || isGrowing) sentence.current?.scrollIntoView({ block: 'start' });
    else if (length > was.length) sentence.current?.parentElement?.lastElementChild?.scrollIntoView();
  }, [sentence, said, isBusy, length, parts]);
}
