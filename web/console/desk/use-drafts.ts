import { useState } from 'react';

export type Mode = 'answer' | 'note';
type Drafts = Record<Mode, string>;

const NONE: Drafts = { answer: '', note: '' };
/** By conversation, as long as the page stands. */
const kept = new Map<string, Drafts>();

/**
 * What was begun in a conversation and not sent: it is there again for whoever comes back from another one. A note is
 * never the answer: what was written for colleagues is not in the field from which customers get it.
 */
export function useDrafts(conversationId: string): [Drafts, (next: Drafts) => void] {
  const [drafts, setDrafts] = useState(kept.get(conversationId) ?? NONE);
  const keep = (next: Drafts) => {
    if (next.answer || next.note) kept.set(conversationId, next);
    else kept.delete(conversationId);
    setDrafts(next);
  };
  return [drafts, keep];
}
