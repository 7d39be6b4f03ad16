import { type FormEvent, useEffect, useState } from 'react';
import { problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { askWays, enterByPasskey, enterByPassword } from './ask-way-in.ts';

/** The ways in: the company's own, a passkey, a password. */
export default function SignIn() {
  const [sso, setSso] = useState<string | null>(null);
  const [given, setGiven] = useState({ email: '', password: '' });
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    askWays().then(
      (ways) => setSso(ways.sso),
      () => setSso(null),
    );
  }, []);
  const enter = (way: Promise<unknown>) => {
    setProblem(null);
    way.then(
      () => location.reload(),
      (error: unknown) => setProblem(problemWords(error)),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter(enterByPassword(given));
  };
  return (
    <section className="mt-6 space-y-3" aria-label={t('Sign in')}>
      {sso && (
        <a className="btn btn-primary w-full" href="/sign-in/sso">
          {sso}
        </a>
      )}
      <button type="button" className="btn w-full" onClick={() => enter(enterByPasskey())}>
        {t('Sign in with a passkey')}
      </button>
      <form onSubmit={submit} className="space-y-2 border-t border-base-300 pt-3">
        <input
          required
          type="email"
          className="input w-full text-base sm:text-sm"
          placeholder={t('E-mail')}
          aria-label={t('E-mail')}
          autoComplete="username webauthn"
          value={given.email}
          onChange={({ target }) => setGiven({ ...given, email: target.value })}
        />
        <input
          required
          type="password"
          className="input w-full text-base sm:text-sm"
          placeholder={t('Password')}
          aria-label={t('Password')}
          autoComplete="current-password"
          value={given.password}
          onChange={({ target }) => setGiven({ ...given, password: target.value })}
        />
        <button type="submit" className="btn w-full">
          {t('Sign in')}
        </button>
      </form>
      {problem && <Problem words={problem} />}
    </section>
  );
}
