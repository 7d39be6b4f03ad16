import { useCallback, useEffect, useRef, useState } from 'react';
import type { FromPanel, ToPanel } from '../../messages.ts';
import { knownOrigins } from '../use-host.ts';

export type Site = { token: string | null; round: number };
const COLOUR = /^#[0-9a-f]{6}$/i;

/** The web site around: it lets the panel begin, says who looks if it knows, and lends its colours. */
export function useSite() {
  const [site, setSite] = useState<Site | null>(null);
  const [isOpen, setOpen] = useState(false);
  const host = useRef<string | null>(null);
  const tell = useCallback((message: FromPanel) => {
    // Until a named site has spoken, only that this is ready: nobody learns anything from that.
    const target = host.current ?? (message.type === 'refrain:ready' ? '*' : null);
    if (target) window.parent.postMessage(message, target);
  }, []);
  useEffect(() => {
    const origins = knownOrigins();
    const hear = ({ origin, source, data }: MessageEvent<ToPanel>) => {
      if (source !== window.parent || !origins.has(origin)) return;
      if (data?.type === 'refrain:opened') setOpen(true);
      if (data?.type === 'refrain:closed') setOpen(false);
      if (data?.type !== 'refrain:begin') return;
      host.current = origin;
      paint(data);
      const token = typeof data.token === 'string' ? data.token : null;
      setSite((before) => ({ token, round: (before?.round ?? 0) + 1 }));
    };
    window.addEventListener('message', hear);
    tell({ type: 'refrain:ready' });
    return () => window.removeEventListener('message', hear);
  }, [tell]);
  return { site, isOpen, tell };
}

/** Only what is a colour, whatever a page says. */
function paint({ color, text }: { color: string; text: string }): void {
  const { style } = document.documentElement;
  if (COLOUR.test(color)) style.setProperty('--color-primary', color);
  if (COLOUR.test(text)) style.setProperty('--color-primary-content', text);
}
