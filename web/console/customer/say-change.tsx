import { useState } from 'react';
import type { AskAnswer } from '../../../core/ask-answer.ts';
import type { ChangePart } from '../../../core/parts.ts';
import { post } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { ChangeCard } from '../cards/change-card.tsx';
import { OneLine } from '../one-line.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Props = { customer: { id: string; name: string }; onDecided: () => void };

/** A sentence about the customer becomes a change that waits for a yes; others that wait are shown with it. */
export function SayChange({ customer, onDecided }: Props) {
  const { data, problem, reload } = usePolled<{ changes: ChangePart[] }>(
    `/customers/${customer.id}/changes?status=proposed&limit=20`,
    null,
  );
  const [answer, setAnswer] = useState<string | null>(null);
  async function say(text: string) {
    const { reply, questions } = await post<AskAnswer>('/chat', { text: `At ${customer.name}: ${text}` });
    setAnswer([reply, ...questions.map((question) => question.text)].filter(Boolean).join(' '));
    await reload();
  }
  return (
    <>
      <div className="mb-3">
        <OneLine
          label={t('What changed here, in a sentence')}
          hint={t('What changed? “Rudolf left, Jane Doe is the new GM”')}
          maxLength={1000}
          button={t('Draft')}
          busy={t('Reading …')}
          onSend={say}
        />
      </div>
      <p role="status" className="mb-2 text-sm wrap-anywhere empty:hidden" dir="auto">
        {answer}
      </p>
      {problem && <Problem words={problem} />}
      {data?.changes.map((part) => (
        <ChangeCard key={part.id} part={part} onDecided={onDecided} />
      ))}
    </>
  );
}
