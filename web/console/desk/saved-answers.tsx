import { type FormEvent, useState } from 'react';
import type { SavedAnswer } from '../../../core/replies/desk/saved-answers.ts';
import { problemWords, put } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Props = { text: string; language: string; onTake: (text: string) => void };

/** Texts that were kept for answering; what stands in the field can be kept too. */
export function SavedAnswers({ text, language, onTake }: Props) {
  const { data, reload } = usePolled<{ savedAnswers: SavedAnswer[] }>('/saved-answers', null);
  const [name, setName] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const saved = data?.savedAnswers ?? [];
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
          onChange={({ target }) => onTake(saved.find(({ id }) => id === target.value)?.text ?? '')}
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
        <form onSubmit={keep} className="flex items-center gap-1">
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
        </form>
      )}
      {problem && <Problem words={problem} />}
    </>
  );
}
