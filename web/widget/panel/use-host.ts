import { useCallback, useEffect, useRef, useState } from 'react';
import { SIGNED_OUT, signInWith } from '../../console/api.ts';
import type { FromPanel, ToPanel } from '../messages.ts';

/** The sites that may frame this, as the server wrote them into the page. */
export function knownOrigins(): Set<string> {
  const content = document.querySelector<HTMLMetaElement>('meta[name="refrain-origins"]')?.content;
  const listed: unknown = JSON.parse(content || '[]');
  return new Set([location.origin, ...(Array.isArray(listed) ? listed.map(String) : [])]);
}

/** The page around: it says who looks, and hears what concerns the frame. Only a known site is listened to. */
export function useHost(onOpened: () => void) {
  // Every identity begins anew: what the one before was shown is not for the next.
  const [identity, setIdentity] = useState(0);
  const host = useRef<string | null>(null);
  const opened = useRef(onOpened);
  opened.current = onOpened;
  const tell = useCallback((message: FromPanel) => {
    // Until the page has shown who it is, only that this is ready: nobody learns anything from that.
    const target = host.current ?? (message.type === 'refrain:ready' ? '*' : null);
    if (target) window.parent.postMessage(message, target);
  }, []);
  useEffect(() => {
    const origins = knownOrigins();
    const hear = ({ origin, source, data }: MessageEvent<ToPanel>) => {
      if (source !== window.parent || !origins.has(origin)) return;
      if (data?.type === 'refrain:opened') opened.current();
      if (data?.type !== 'refrain:identity' || typeof data.token !== 'string') return;
      host.current = origin;
      signInWith(data.token);
      setIdentity((before) => before + 1);
    };
    const expire = () => tell({ type: 'refrain:expired' });
    window.addEventListener('message', hear);
    window.addEventListener(SIGNED_OUT, expire);
    tell({ type: 'refrain:ready' });
    return () => {
      window.removeEventListener('message', hear);
      window.removeEventListener(SIGNED_OUT, expire);
    };
  }, [tell]);
  return { identity, tell };
}
