import { useEffect, useState } from 'react';
import { t } from '../../../console/words/t.ts';
import { channelName } from '../../../console/words.ts';
import { type Preferences, Refused } from './visit-api.ts';

type Props = {
  asVisitor: <T>(path: string, given?: { method?: 'POST' | 'PUT'; body?: unknown }) => Promise<T>;
};

/** What the person gets by which address, and the end of all of it. */
export function PreferencesView({ asVisitor }: Props) {
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = (work: Promise<Preferences>) =>
    work.then(
      (next) => {
        setPreferences(next);
        setProblem(null);
      },
      (error: unknown) => setProblem(error instanceof Refused ? error.message : String(error)),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when it is opened
  useEffect(() => void attempt(asVisitor<Preferences>('/preferences')), []);
  const change = (body: unknown) =>
    void attempt(asVisitor<Preferences>('/preferences', { method: 'PUT', body }));
  if (problem) return <p role="alert">{problem}</p>;
  if (!preferences) return <span className="loading loading-dots" role="status" aria-label={t('Loading')} />;
  if (preferences.name === null && preferences.channels.length === 0)
    return (
      <p>{t('It is not known who you are here. Sign in on this site to see and change what you get.')}</p>
    );
  return (
    <>
      <p className="mb-3">{t('News and offers, {name}:', { name: preferences.name ?? t('You') })}</p>
      <ul className="space-y-2">
        {preferences.channels.map(({ channel, address, wantsNews, isStopped }) => (
          <li key={`${channel} ${address}`}>
            <label className="flex items-center gap-3">
              <input
                type="checkbox"
                className="checkbox checkbox-sm"
                checked={wantsNews}
                disabled={isStopped}
                onChange={({ target }) => change({ channel, wantsNews: target.checked })}
              />
              <span>
                {channelName(channel)} <bdi className="quiet">{address}</bdi>
                {isStopped && (
                  <span className="quiet block text-xs">{t('You stopped everything here.')}</span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button type="button" className="btn btn-sm mt-5" onClick={() => change({ stop: 'all' })}>
        {t('Send me nothing any more')}
      </button>
    </>
  );
}
