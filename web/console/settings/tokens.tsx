import { type FormEvent, useState } from 'react';
import type { ApiToken } from '../../../core/tenants/api-tokens.ts';
import { post, problemWords, remove } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { InlineName, Problem } from '../cards/card.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';
import { RIGHTS } from './right-words.ts';
import { Secret } from './secret.tsx';

type Scope = NonNullable<ApiToken['scopes']>[number];

const { approve: _approve, answer: _answer, ...SCOPES } = RIGHTS;

/** What scripts come with: what each may do, until when, and when it was last used. */
export function Tokens() {
  const { data, problem, reload } = usePolled<{ tokens: ApiToken[] }>('/tokens', null);
  return (
    <Panel title={t('API tokens')}>
      <p className="quiet mb-3">
        {t('For scripts. A token can never do more than its person, and none can approve.')}
      </p>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      <ul className="divide-y divide-base-300">
        {data?.tokens.map((token) => (
          <TokenRow key={token.id} token={token} onRevoked={() => void reload()} />
        ))}
      </ul>
      <NewToken onMade={() => void reload()} />
    </Panel>
  );
}

function TokenRow({ token, onRevoked }: { token: ApiToken; onRevoked: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const revoke = () =>
    remove(`/tokens/${token.id}`).then(onRevoked, (error: unknown) => setProblem(problemWords(error)));
  const may = token.scopes
    ? token.scopes.map((scope) => SCOPES[scope]).join(', ')
    : t('all that a token may');
  const until = token.expiresAt
    ? t('until {time}', { time: timeWords(token.expiresAt) })
    : t('without an end');
  const used = token.lastUsedAt
    ? t('last used {time}', { time: timeWords(token.lastUsedAt) })
    : t('never used');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <span className="min-w-0">
        <span className="block font-medium wrap-anywhere">
          <InlineName>{token.name}</InlineName>
        </span>
        <span className="quiet wrap-anywhere">
          {token.owner}: {may}; {until}; {used}
        </span>
      </span>
      <AskFirst
        words={t('Revoke')}
        label={t('Revoke {name}', { name: token.name })}
        question={t('Whatever uses it stops working.')}
        sure={t('Revoke it for good')}
        onSure={revoke}
      />
      {problem && <Problem words={problem} />}
    </li>
  );
}

function NewToken({ onMade }: { onMade: () => void }) {
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const [token, setToken] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function make(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    try {
      setToken((await post<{ token: string }>('/tokens', { name, days, scopes })).token);
      setName('');
      onMade();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  const toggle = (scope: Scope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  return (
    <form onSubmit={make} className="mt-3 space-y-3 border-t border-base-300 pt-3">
      {token && <Secret label={t('Your new API token')} text={token} hint={t('Shown this once.')} />}
      <div className="flex flex-wrap gap-2">
        <input
          required
          className="input min-w-0 grow basis-48 text-base sm:text-sm"
          placeholder={t('What it is for')}
          aria-label={t('What the token is for')}
          autoComplete="off"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <select
          className="select basis-36"
          aria-label={t('How long the token works')}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          <option value={7}>{t('for a week')}</option>
          <option value={30}>{t('for 30 days')}</option>
          <option value={90}>{t('for 90 days')}</option>
          <option value={365}>{t('for a year')}</option>
        </select>
        <button type="submit" className="btn btn-primary" disabled={scopes.length === 0}>
          {t('Make a token')}
        </button>
      </div>
      <fieldset className="flex flex-wrap gap-x-4 gap-y-2">
        <legend className="sr-only">{t('What it may do')}</legend>
        {Object.entries(SCOPES).map(([scope, words]) => (
          <label key={scope} className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="checkbox checkbox-sm"
              checked={scopes.includes(scope as Scope)}
              onChange={() => toggle(scope as Scope)}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {problem && <Problem words={problem} />}
    </form>
  );
}
