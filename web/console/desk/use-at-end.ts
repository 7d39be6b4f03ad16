import { type RefObject, useEffect, useRef } from 'react';

type AtEnd<E extends HTMLElement> = { content: RefObject<E | null>; end: RefObject<E | null> };

/**
 * What was said last is read first: the end is in sight whenever `count` grows, and stays so while what stands above it
 * is still being fetched, until somebody touches what is shown.
 */
export function useAtEnd<E extends HTMLElement>(count: number): AtEnd<E> {
  const content = useRef<E>(null);
  const end = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one more is another end
  useEffect(() => {
    const shown = content.current;
    if (!shown) return;
    const grown = new ResizeObserver(() => end.current?.scrollIntoView({ block: 'end' }));
    const letGo = () => grown.disconnect();
    grown.observe(shown);
    const touches = ['pointerdown', 'wheel', 'keydown', 'touchmove'] as const;
    for (const touch of touches) shown.addEventListener(touch, letGo, { passive: true });
    return () => {
      letGo();
      for (const touch of touches) shown.removeEventListener(touch, letGo);
    };
  }, [count]);
  return { content, end };
}
