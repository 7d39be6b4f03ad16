import { type FormEvent, useState } from 'react';
import { put } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { useDoing } from './use-doing.ts';

/** The reader's own password, chosen or changed. */
export function OwnPassword({ hasOne, onChanged }: { hasOne: boolean; onChanged: () => void }) {
  const [given, setGiven] = useState({ current: '', password: '' });
  const [isDone, setIsDone] = useState(false);
  const { problem, run } = useDoing(() => {
    setGiven({ current: '', password: '' });
    setIsDone(true);
    onChanged();
  });
  const { current, password } = given;
  const set = (event: FormEvent) => {
    event.preventDefault();
    run(put('/password', { password, ...(current ? { current } : {}) }));
  };
  return (
    <form onSubmit={set} className="flex flex-wrap gap-2">
      {hasOne && (
        <input
          type="password"
          className="input min-w-0 grow basis-64 text-base sm:text-sm"
          placeholder={t('The present one')}
          aria-label={t('The present one')}
          autoComplete="current-password"
          value={current}
          onChange={({ target }) => setGiven({ ...given, current: target.value })}
        />
      )}
      <input
        required
        type="password"
        minLength={12}
        className="input min-w-0 grow basis-64 text-base sm:text-sm"
        placeholder={t('A new one, twelve signs or more')}
        aria-label={t('A new one, twelve signs or more')}
        autoComplete="new-password"
        value={password}
        onChange={({ target }) => setGiven({ ...given, password: target.value })}
      />
      <button type="submit" className="btn btn-primary">
        {t('Save')}
      </button>
      {isDone && <p role="status">{t('Saved. You are signed out everywhere else.')}</p>}
      {problem && <Problem words={problem} />}
    </form>
  );
}
