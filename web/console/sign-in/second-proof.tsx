import { type FormEvent, useEffect, useRef, useState } from 'react';
import { askProof, post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { type Signing, signWithPasskey } from './passkey.ts';

/** Asks for a second proof when the server wants one; what was wanted goes on when it was given. */
export default function SecondProof() {
  const dialog = useRef<HTMLDialogElement>(null);
  const settle = useRef<(isProven: boolean) => void>(() => {});
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(
    () =>
      askProof(
        () =>
          new Promise((resolve) => {
            settle.current = resolve;
            setCode('');
            setProblem(null);
            dialog.current?.showModal();
          }),
      ),
    [],
  );
  const prove = (proof: Promise<unknown>) =>
    proof.then(
      () => {
        settle.current(true);
        dialog.current?.close();
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  const byCode = (event: FormEvent) => {
    event.preventDefault();
    void prove(post('/elevation', { code }));
  };
  const byPasskey = async () => {
    const options = await post<Signing>('/elevation/options');
    await post('/elevation', { passkey: await signWithPasskey(options) });
  };
  return (
    <dialog ref={dialog} className="modal" aria-label={t('Is it you?')} onClose={() => settle.current(false)}>
      <form onSubmit={byCode} className="modal-box space-y-3">
        <h2 className="text-lg font-semibold">{t('Is it you?')}</h2>
        <p className="quiet text-sm">
          {t('This takes a second proof. Which ones you have is under Settings, You.')}
        </p>
        <input
          className="input w-full text-base sm:text-sm"
          inputMode="numeric"
          placeholder={t('Code of your authenticator app')}
          aria-label={t('Code of your authenticator app')}
          autoComplete="one-time-code"
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        {problem && <Problem words={problem} />}
        <div className="modal-action flex-wrap">
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {t('Cancel')}
          </button>
          <button type="button" className="btn" onClick={() => void prove(byPasskey())}>
            {t('Use a passkey')}
          </button>
          <button type="submit" className="btn btn-primary" disabled={code.trim().length < 6}>
            {t('Go on')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
