import { useState } from 'react';
import type { ConversationChange } from '../../../core/replies/desk/change-conversation.ts';
import { patch, problemWords } from '../api.ts';
import { t } from '../words/t.ts';

type Said = { words: string; back: ConversationChange | null };

/** Changes a conversation, says so, and takes it back when asked. */
export function useChangeConversation(id: string, onDone: () => void) {
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (given: ConversationChange, after: Said) => {
    setProblem(null);
    try {
      await patch(`/conversations/${id}`, given);
      setSaid(after);
      onDone();
    } catch (error) {
      setProblem(problemWords(error));
    }
  };
  const undo = () => said?.back && change(said.back, { words: t('Undone.'), back: null });
  /** Something else has changed it: what stood in the way may stand there no more. */
  const forget = () => setProblem(null);
  return { said, problem, change, undo, forget };
}

export type Changing = ReturnType<typeof useChangeConversation>;
