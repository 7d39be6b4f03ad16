import { useState } from 'react';
import type { TestAnswer } from '../../../core/accounts/test-account.ts';
import { post } from '../api.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { useMe } from '../me.ts';
import { OneLine } from '../one-line.tsx';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { testWords } from './health-view.tsx';

type Props = { account: { id: string; channel: string }; onTested: () => void };

/** One fixed message to oneself or a colleague, and what the provider answered to it. */
export function TestMessage({ account, onTested }: Props) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  async function send(to: string) {
    setAnswer(null);
    setAnswer(await post<TestAnswer>(`/accounts/${account.id}/test`, { to }));
    onTested();
  }
  if (!isOpen)
    return (
      <button type="button" className="btn btn-sm mt-3" onClick={() => setOpen(true)}>
        {t('Send a test message')}
      </button>
    );
  const whereTo = t('Where the test message goes: to you or a colleague, never to a customer');
  return (
    <div className="mt-3 border-t border-base-300 pt-3">
      <p className="mb-1" aria-hidden="true">
        {whereTo}
      </p>
      <OneLine
        label={whereTo}
        hint=""
        begin={account.channel === 'email' ? me.email : ''}
        maxLength={200}
        button={t('Send it')}
        busy={t('Sending …')}
        isKept
        isSmall
        onSend={send}
      >
        <button type="button" className="btn btn-sm" onClick={() => setOpen(false)}>
          {t('Cancel')}
        </button>
      </OneLine>
      <div role="status" className="mt-2 wrap-anywhere empty:hidden">
        {answer && <Answer answer={answer} />}
      </div>
    </div>
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
