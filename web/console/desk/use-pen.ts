import { useEffect, useRef } from 'react';
import { post } from '../api.ts';

/** Well within the time for which the server remembers who writes. */
const AGAIN_MS = 45_000;

/**
 * Tells colleagues that somebody is writing, while they are, and when they have left off: by emptying the field or by
 * going elsewhere. What comes of it shows with the conversation.
 */
export function usePen(conversationId: string, text: string): void {
  const told = useRef(0);
  // Only a courtesy: an answer that comes too late is refused by the server.
  const tell = (isWriting: boolean) =>
    post(`/conversations/${conversationId}/pen`, { isWriting }).catch(() => {
      told.current = 0;
    });
  const leaveOff = () => {
    if (told.current > 0) void tell(false);
    told.current = 0;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: told by what is written
  useEffect(() => {
    if (!text) leaveOff();
    else if (Date.now() - told.current >= AGAIN_MS) {
      told.current = Date.now();
      void tell(true);
    }
  }, [conversationId, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the conversation is left
  useEffect(() => leaveOff, [conversationId]);
}
