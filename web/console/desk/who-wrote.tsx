import { useState } from 'react';
import type { z } from 'zod';
import type { candidateRow } from '../../../core/replies/confirm-sender.ts';
import type { ConversationRow } from '../../../core/replies/desk/list-conversations.ts';
import { post, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { AddSender } from './add-sender.tsx';

type Candidate = z.infer<typeof candidateRow>;
type Props = { replyId: string; conversation: ConversationRow; onSaid: () => void };

/** Several people share the address: a person says which of them wrote; nobody is guessed. */
export function WhoWrote({ replyId, conversation, onSaid }: Props) {
  const { data } = usePolled<{ candidates: Candidate[] }>(`/replies/${replyId}/contact`, null);
  const [problem, setProblem] = useState<string | null>(null);
  const candidates = data?.candidates ?? [];
  if (!data) return null;
  if (candidates.length === 0)
    return <AddSender replyId={replyId} conversation={conversation} onAdded={onSaid} />;
  if (candidates.length < 2) return null;
  const choose = (contactId: string) =>
    post(`/replies/${replyId}/contact`, { contactId }).then(onSaid, (error: unknown) =>
      setProblem(problemWords(error)),
    );
  return (
    <section
      aria-label={t('Who wrote it')}
      className="mt-4 rounded-box border border-s-4 border-base-300 border-s-warning bg-base-100 px-4 py-2.5 text-sm"
    >
      <p>{t('Several people have this address. Who wrote?')}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        {candidates.map(({ contactId, contact, customer }) => (
          <button
            key={contactId}
            type="button"
            className="btn btn-sm h-auto min-h-8 max-w-full py-1 text-start"
            onClick={() => void choose(contactId)}
          >
            <span className="wrap-anywhere">
              <InlineName>{contact ?? t('Name not known')}</InlineName>, <InlineName>{customer}</InlineName>
            </span>
          </button>
        ))}
      </p>
      {problem && <Problem words={problem} />}
    </section>
  );
}
