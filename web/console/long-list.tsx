import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';

type Props<T> = {
  label: string;
  rows: readonly T[];
  keyOf: (row: T) => string;
  children: (row: T, index: number) => ReactNode;
  /** The end comes near. */
  onEnd?: () => void;
  /** A guess; every row is measured. */
  rowHeight?: number;
};

const BEYOND = 12;

/** A list of any length: only what is in sight is on the page. Scrolls with the page around it. */
export function LongList<T>({ label, rows, keyOf, children, onEnd, rowHeight = 64 }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const frame = useScroller(list);
  const [margin, setMargin] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands above the list may have grown
  useEffect(() => {
    if (!frame || !list.current) return;
    const top =
      list.current.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop;
    setMargin(top);
  }, [frame, rows.length]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame,
    estimateSize: () => rowHeight,
    overscan: BEYOND,
    scrollMargin: margin,
    getItemKey: (index) => keyOf(rows[index]!),
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - BEYOND) onEnd?.();
  }, [last, rows.length, onEnd]);
  return (
    <ul
      ref={list}
      aria-label={label}
      className="relative rounded-box border border-base-300 bg-base-100"
      style={{ height: virtual.getTotalSize() + 2 }}
    >
      {shown.map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={rows.length}
          aria-posinset={index + 1}
          className="absolute inset-x-0 top-0 border-b border-base-300 text-sm last:border-b-0"
          style={{ transform: `translateY(${start - margin}px)` }}
        >
          {children(rows[index]!, index)}
        </li>
      ))}
    </ul>
  );
}

function useScroller(inside: RefObject<HTMLElement | null>): HTMLElement | null {
  const [found, setFound] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let at = inside.current?.parentElement ?? null;
    while (at && !/auto|scroll/.test(getComputedStyle(at).overflowY)) at = at.parentElement;
    setFound(at);
  }, [inside]);
  return found;
}
