import { type FormEvent, useState } from 'react';
import type { FittedAnswer } from '../../../core/replies/desk/fit-saved-answers.ts';
import type { SavedAnswer } from '../../../core/replies/desk/saved-answers.ts';
import { problemWords, put, remove } from '../api.ts';
import { Change, SaveOrCancel, TakeOut } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { UndoLine } from '../undo-line.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Kept = Omit<SavedAnswer, 'id'>;
type Props = {
  replyId: string;
  text: string;
  language: string;
  /** Puts words where the answer is written, behind what stands there. */
  onTake: (text: string) => void;
  /** Puts them there in place of it. */
  onText: (text: string) => void;
};

/** Texts that were kept for answering, as they read for this person; what stands in the field can be kept too. */
export function SavedAnswers({ replyId, text, language, onTake, onText }: Props) {
  const { data, reload } = usePolled<{ savedAnswers: FittedAnswer[] }>(
    `/replies/${replyId}/saved-answers`,
    null,
  );
  const [taken, setTaken] = useState<FittedAnswer | null>(null);
  const [keeping, setKeeping] = useState<Pick<Kept, 'name' | 'language'> | null>(null);
  const [gone, setGone] = useState<Kept | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const saved = data?.savedAnswers ?? [];
  function take(id: string) {
    const one = saved.find((answer) => answer.id === id) ?? null;
    setTaken(one);
    setKeeping(null);
    setProblem(one?.problem ?? null);
    if (one?.text) onTake(one.text);
  }
  const doing = (work: () => Promise<unknown>) => {
    setProblem(null);
    return work().then(
      () => reload(),
      (error: unknown) => setProblem(problemWords(error)),
    );
  };
  function change({ name, language, kept }: FittedAnswer) {
    setKeeping({ name, language });
    setProblem(null);
    onText(kept);
  }
  async function keep(event: FormEvent) {
    event.preventDefault();
    await doing(async () => {
      await put('/saved-answers', { ...keeping, text });
      setKeeping(null);
      setTaken(null);
    });
  }
  const takeOut = ({ id, name, language, kept }: FittedAnswer) =>
    doing(async () => {
      await remove(`/saved-answers/${id}`);
      setGone({ name, language, text: kept });
      setTaken(null);
    });
  const putBack = () =>
    doing(async () => {
      await put('/saved-answers', gone);
      setGone(null);
    });
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
      {taken && !keeping && (
        <>
          <Change label={taken.name} isOpen={false} onPress={() => change(taken)} />
          <TakeOut label={taken.name} onPress={() => void takeOut(taken)} />
        </>
      )}
      {text.trim() && !keeping && !taken && (
        <button
          type="button"
          className="btn btn-xs"
          onClick={() => setKeeping({ name: '', language: language === 'und' ? 'en' : language })}
        >
          {t('Keep this text …')}
        </button>
      )}
      {keeping && (
        <form onSubmit={keep} className="flex flex-wrap items-center gap-1">
          <input
            className="input input-sm w-36 text-base sm:text-sm"
            aria-label={t('Name of the saved answer')}
            placeholder={t('Its name')}
            maxLength={80}
            required
            value={keeping.name}
            onChange={({ target }) => setKeeping({ ...keeping, name: target.value })}
          />
          <SaveOrCancel
            isHeld={!keeping.name.trim() || !text.trim()}
            onCancel={() => {
              setKeeping(null);
              setTaken(null);
            }}
          />
          <span className="quiet text-xs">
            {t('What differs stands in braces: {example}', {
              example: '{{ contact.name }}, {{ contract.ends_on }}',
            })}
          </span>
        </form>
      )}
      <UndoLine
        words={gone && t('“{name}” is taken out.', { name: gone.name })}
        onUndo={() => void putBack()}
      />
      {problem && <Problem words={problem} />}
    </>
  );
}
