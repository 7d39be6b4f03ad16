import { type FormEvent, lazy, Suspense, useState } from 'react';
import type { Factors } from '../../../core/access/factors.ts';
import type { SessionRow } from '../../../core/access/sessions.ts';
import { post, put, remove } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { InlineName, Problem } from '../cards/card.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { deviceWords } from '../sign-in/device-words.ts';
import { type Making, makePasskey } from '../sign-in/passkey.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { ownTimeWords } from '../words.ts';
import { OwnTimeZone } from './own-time-zone.tsx';
import { Secret } from './secret.tsx';
import { useDoing } from './use-doing.ts';

const TotpCode = lazy(() => import('./totp-code.tsx'));

/** How the reader signs in, proves themself a second time, when their morning is, and where they are signed in. */
export function You() {
  const { data, problem, reload } = usePolled<Factors>('/factors', null);
  // Another password ends the other sessions.
  const [passwords, setPasswords] = useState(0);
  return (
    <>
      <Panel title={t('Second proof')}>
        <p className="quiet mb-3">{t('Approving and administering ask for it.')}</p>
        {problem && <Problem words={problem} onRetry={() => void reload()} />}
        {!data && !problem && <Loading />}
        {data && <Proofs factors={data} onChanged={() => void reload()} />}
      </Panel>
      <Panel title={t('Password')}>
        {data && (
          <Password
            hasOne={data.hasPassword}
            onChanged={() => {
              setPasswords(passwords + 1);
              void reload();
            }}
          />
        )}
      </Panel>
      <OwnTimeZone />
      <Sessions key={passwords} />
    </>
  );
}

type Changing = { onChanged: () => void };

async function addPasskey(): Promise<void> {
  const options = await post<Making>('/passkeys/options');
  const response = await makePasskey(options);
  await post('/passkeys', { name: deviceWords(navigator.userAgent), response });
}

function Proofs({ factors, onChanged }: Changing & { factors: Factors }) {
  const { problem, run } = useDoing(onChanged);
  return (
    <>
      <ul className="divide-y divide-base-300">
        {factors.passkeys.map(({ id, name, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <span>
              <InlineName>{name}</InlineName>
              <span className="quiet"> {t('passkey, since {time}', { time: ownTimeWords(createdAt) })}</span>
            </span>
            <AskFirst
              words={t('Remove')}
              label={t('Remove {name}', { name })}
              question={t('It proves nothing here any more.')}
              sure={t('Remove it for good')}
              onSure={() => run(remove(`/passkeys/${id}`))}
            />
          </li>
        ))}
        {factors.hasTotp && (
          <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            {t('Authenticator app')}
            <AskFirst
              words={t('Remove')}
              label={t('Remove {name}', { name: t('Authenticator app') })}
              question={t('It proves nothing here any more.')}
              sure={t('Remove it for good')}
              onSure={() => run(remove('/totp'))}
            />
          </li>
        )}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <button type="button" className="btn btn-sm" onClick={() => run(addPasskey())}>
          {t('Add a passkey')}
        </button>
        {!factors.hasTotp && <NewTotp onChanged={onChanged} />}
      </div>
      {problem && <Problem words={problem} />}
    </>
  );
}

function NewTotp({ onChanged }: Changing) {
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null);
  const [code, setCode] = useState('');
  const { problem, run } = useDoing(onChanged);
  const begin = () => run(post<{ secret: string; uri: string }>('/totp').then(setBegun));
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    run(post('/totp/confirmation', { code }));
  };
  return (
    <>
      {!begun && (
        <button type="button" className="btn btn-sm" onClick={begin}>
          {t('Add an authenticator app')}
        </button>
      )}
      {begun && (
        <form onSubmit={confirm} className="flex w-full flex-wrap gap-2">
          <p className="w-full">{t('Scan this with the app, then enter the code that it shows.')}</p>
          <Suspense fallback={<Loading />}>
            <TotpCode uri={begun.uri} />
          </Suspense>
          <Secret
            label={t('Secret for the app')}
            text={begun.secret}
            hint={t('Where nothing can be scanned, enter this key in the app.')}
          />
          <a className="link w-full text-sm" href={begun.uri}>
            {t('Open it in the app of this device')}
          </a>
          <input
            required
            className="input w-40 text-base sm:text-sm"
            inputMode="numeric"
            placeholder={t('Code')}
            aria-label={t('Code')}
            autoComplete="one-time-code"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
          <button type="submit" className="btn btn-primary">
            {t('Confirm')}
          </button>
        </form>
      )}
      {problem && <Problem words={problem} />}
    </>
  );
}

function Password({ hasOne, onChanged }: Changing & { hasOne: boolean }) {
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

const METHODS: Record<SessionRow['method'], string> = {
  link: t('by a link'),
  password: t('by password'),
  passkey: t('by passkey'),
  sso: t('by the company’s sign-in'),
};

function Sessions() {
  const { data, problem, reload } = usePolled<{ sessions: SessionRow[] }>('/sessions', null);
  const doing = useDoing(() => void reload());
  return (
    <Panel title={t('Where you are signed in')}>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      <ul className="divide-y divide-base-300">
        {data?.sessions.map(({ id, method, device, lastSeenAt, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <span className="block min-w-0 wrap-anywhere first-letter:uppercase">
              {METHODS[method]}, {ownTimeWords(lastSeenAt)}
              <span className="quiet block text-sm">
                {isThis ? t('here') : device && deviceWords(device)}
              </span>
            </span>
            {!isThis && (
              <AskFirst
                words={t('End')}
                question={t('Whoever is there signs in anew.')}
                sure={t('Sign out there')}
                onSure={() => doing.run(remove(`/sessions/${id}`))}
              />
            )}
          </li>
        ))}
      </ul>
      {doing.problem && <Problem words={doing.problem} />}
    </Panel>
  );
}
