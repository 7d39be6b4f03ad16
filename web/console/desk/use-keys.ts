import { type RefObject, useEffect, useRef } from 'react';

/** Single keys, while the focus is in the main part of the page and nobody is typing. */
export function useKeys(inside: RefObject<HTMLElement | null>, keys: Record<string, () => void>): void {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    const main = inside.current?.closest('main');
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).matches('input:not([type=checkbox]), textarea, select');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const act = newest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    main?.addEventListener('keydown', onKeyDown);
    return () => main?.removeEventListener('keydown', onKeyDown);
  }, [inside]);
}
