import { type FormEvent, useId, useState } from 'react';
import type { TestAnswer } from '../../../core/accounts/test-account.ts';
import { post, problemWords } from '../api.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { useMe } from '../me.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { testWords } from './health-view.tsx';

type Props = { account: { id: string; channel: string }; onTested: () => void };

/** One fixed message to oneself or a colleague, and what the provider answered to it. */
export function TestMessage({ account, onTested }: Props) {
  const me = useMe();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [to, setTo] = useState(account.channel === 'email' ? me.email : '');
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    setAnswer(null);
    try {
      setAnswer(await post<TestAnswer>(`/accounts/${account.id}/test`, { to: to.trim() }));
      onTested();
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  }
  if (!isOpen)
    return (
      <button type="button" className="btn btn-sm mt-3" onClick={() => setOpen(true)}>
        {t('Send a test message')}
      </button>
    );
  return (
    <form onSubmit={send} className="mt-3 border-t border-base-300 pt-3">
      <label htmlFor={id} className="mb-1 block">
        {t('Where the test message goes: to you or a colleague, never to a customer')}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          className="input input-sm min-w-0 grow basis-56 text-base sm:text-sm"
          required
          maxLength={200}
          dir="auto"
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
        <button type="submit" className="btn btn-sm btn-primary" disabled={isBusy}>
          {isBusy ? t('Sending …') : t('Send it')}
        </button>
        <button type="button" className="btn btn-sm" onClick={() => setOpen(false)}>
          {t('Cancel')}
        </button>
      </div>
      {problem && <Problem words={problem} />}
      <div role="status" className="mt-2 wrap-anywhere empty:hidden">
        {answer && <Answer answer={answer} />}
      </div>
    </form>
  );
}

const Answer = ({ answer: { to, outcome, code, detail } }: { answer: TestAnswer }) => (
  <>
    <Badge tone={outcome === 'submitted' ? 'good' : outcome === 'rejected' ? 'bad' : 'wait'}>
      {testWords(outcome)}
    </Badge>{' '}
    {rich('to {address}', { address: <InlineName>{to}</InlineName> })}
    {(code || detail) && (
      <p className="mt-1">
        <span className="quiet">{t('Its own words:')}</span> {[code, detail].filter(Boolean).join(': ')}
      </p>
    )}
  </>
);
