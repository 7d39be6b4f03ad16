import { type FormEvent, useState } from 'react';
import type { FittedAnswer } from '../../../core/replies/desk/fit-saved-answers.ts';
import { problemWords, put } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Props = { replyId: string; text: string; language: string; onTake: (text: string) => void };

/** Texts that were kept for answering, as they read for this person; what stands in the field can be kept too. */
export function SavedAnswers({ replyId, text, language, onTake }: Props) {
  const { data, reload } = usePolled<{ savedAnswers: FittedAnswer[] }>(
    `/replies/${replyId}/saved-answers`,
    null,
  );
  const [name, setName] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const saved = data?.savedAnswers ?? [];
  function take(id: string) {
    const one = saved.find((answer) => answer.id === id);
    setProblem(one?.problem ?? null);
    if (one?.text) onTake(one.text);
  }
  async function keep(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    try {
      await put('/saved-answers', { name, text, language: language === 'und' ? 'en' : language });
      setName(null);
      void reload();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  return (
    <>
      {saved.length > 0 && (
        <select
          className="select select-xs w-auto max-w-48"
          aria-label={t('Use a saved answer')}
          value=""
          onChange={({ target }) => take(target.value)}
        >
          <option value="" disabled>
            {t('Saved answers …')}
          </option>
          {saved.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({one.language})
            </option>
          ))}
        </select>
      )}
      {text.trim() && name === null && (
        <button type="button" className="btn btn-xs" onClick={() => setName('')}>
          {t('Keep this text …')}
        </button>
      )}
      {name !== null && (
        <form onSubmit={keep} className="flex flex-wrap items-center gap-1">
          <input
            className="input input-xs w-36 text-base sm:text-sm"
            aria-label={t('Name of the saved answer')}
            placeholder={t('Its name')}
            maxLength={80}
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <button type="submit" className="btn btn-xs" disabled={!name.trim()}>
            {t('Keep')}
          </button>
          <span className="quiet text-xs">
            {t('What differs stands in braces: {example}', {
              example: '{{ contact.name }}, {{ contract.ends_on }}',
            })}
          </span>
        </form>
      )}
      {problem && <Problem words={problem} />}
    </>
  );
}
