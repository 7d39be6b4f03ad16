import { useEffect, useState, useSyncExternalStore } from 'react';
import { countDoing, DOING } from './api.ts';
import { t } from './words/t.ts';

/** Sooner it would only flicker. */
const PATIENCE_MS = 700;

function subscribe(onChange: () => void): () => void {
  window.addEventListener(DOING, onChange);
  return () => window.removeEventListener(DOING, onChange);
}

/** Something that was pressed takes its time: said on every page, whatever the button itself says. */
export function Working() {
  const isDoing = useSyncExternalStore(subscribe, () => countDoing() > 0);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!isDoing) return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isDoing]);
  return (
    isLong && (
      <progress
        aria-label={t('Working …')}
        className="progress progress-primary absolute inset-x-0 top-0 z-30 h-1 rounded-none"
      />
    )
  );
}
