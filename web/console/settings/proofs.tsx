import { type FormEvent, lazy, Suspense, useState } from 'react';
import type { Factors } from '../../../core/access/factors.ts';
import { post, remove } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { InlineName, Problem } from '../cards/card.tsx';
import { Loading } from '../pages/page.tsx';
import { deviceWords } from '../sign-in/device-words.ts';
import { type Making, makePasskey } from '../sign-in/passkey.ts';
import { t } from '../words/t.ts';
import { ownTimeWords } from '../words.ts';
import { Secret } from './secret.tsx';
import { useDoing } from './use-doing.ts';

const TotpCode = lazy(() => import('./totp-code.tsx'));

type Changing = { onChanged: () => void };

async function addPasskey(): Promise<void> {
  const options = await post<Making>('/passkeys/options');
  const response = await makePasskey(options);
  await post('/passkeys', { name: deviceWords(navigator.userAgent), response });
}

/** Passkeys and the authenticator app, with which the reader proves themself a second time. */
export function Proofs({ factors, onChanged }: Changing & { factors: Factors }) {
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
