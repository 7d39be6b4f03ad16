import { useEffect, useRef } from 'react';
import { post } from '../api.ts';

/** Well within the time for which the server remembers who writes. */
const AGAIN_MS = 45_000;

/** Tells colleagues that somebody is writing, while they are. What comes of it shows with the conversation. */
export function usePen(conversationId: string, text: string): void {
  const told = useRef(0);
  useEffect(() => {
    if (!text || Date.now() - told.current < AGAIN_MS) return;
    told.current = Date.now();
    // Only a courtesy: an answer that comes too late is refused by the server.
    post(`/conversations/${conversationId}/pen`).catch(() => {
      told.current = 0;
    });
  }, [conversationId, text]);
}
