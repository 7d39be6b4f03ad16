import { type FormEvent, useState } from 'react';
import type { AskAnswer } from '../../../core/ask-answer.ts';
import type { ChangePart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { ChangeCard } from '../cards/change-card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Props = { customer: { id: string; name: string }; onDecided: () => void };

/** A sentence about the customer becomes a change that waits for a yes; others that wait are shown with it. */
export function SayChange({ customer, onDecided }: Props) {
  const { data, problem, reload } = usePolled<{ changes: ChangePart[] }>(
    `/customers/${customer.id}/changes?status=proposed&limit=20`,
    null,
  );
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function say(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setWrong(null);
    try {
      const { reply, questions } = await post<AskAnswer>('/chat', {
        text: `At ${customer.name}: ${text}`,
      });
      setAnswer([reply, ...questions.map((question) => question.text)].filter(Boolean).join(' '));
      setText('');
      await reload();
    } catch (error) {
      setWrong(problemWords(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <form onSubmit={say} className="mb-3 flex gap-2">
        <input
          className="input min-w-0 grow text-base sm:text-sm"
          aria-label={t('What changed here, in a sentence')}
          placeholder={t('What changed? “Rudolf left, Jane Doe is the new GM”')}
          maxLength={1000}
          dir="auto"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" className="btn" disabled={!text.trim() || isBusy}>
          {isBusy ? t('Reading …') : t('Draft')}
        </button>
      </form>
      <p role="status" className="mb-2 text-sm wrap-anywhere empty:hidden" dir="auto">
        {answer}
      </p>
      {(wrong ?? problem) && <Problem words={(wrong ?? problem)!} />}
      {data?.changes.map((part) => (
        <ChangeCard key={part.id} part={part} onDecided={onDecided} />
      ))}
    </>
  );
}
