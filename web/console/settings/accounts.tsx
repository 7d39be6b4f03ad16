import { type FormEvent, useState } from 'react';
import type { AccountHealth } from '../../../core/accounts/account-health.ts';
import { patch, problemWords } from '../api.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Nothing, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { channelName, providerName } from '../words.ts';
import { AccountState, everyWords, HealthView } from './health-view.tsx';
import { NewAccount } from './new-account.tsx';
import { Secret } from './secret.tsx';
import { TestMessage } from './test-message.tsx';

type Limit = { perMs: number; max: number };
type Account = {
  id: string;
  channel: string;
  provider: string;
  name: string;
  limits: Limit[];
  isEnabled: boolean;
  webhook: string | null;
};

const EVERY_MS = 10_000;

/** Who carries each channel: whether it works, what it may still send, and its limits. */
export function Accounts() {
  const mayAdminister = useMay('administer');
  const { data, problem, reload } = usePolled<{ accounts: Account[] }>('/accounts', null);
  const health = usePolled<{ accounts: AccountHealth[] }>('/accounts/health', EVERY_MS);
  const refresh = () => {
    void reload();
    void health.reload();
  };
  if (problem) return <Problem words={problem} onRetry={refresh} />;
  if (!data) return <Loading />;
  return (
    <>
      <p className="quiet mb-3 text-sm">
        {t('Of each channel the oldest account that works sends; the next one takes over while it rests.')}
      </p>
      {data.accounts.map((account) => (
        <AccountPanel
          key={account.id}
          account={account}
          health={health.data?.accounts.find(({ accountId }) => accountId === account.id) ?? null}
          onChanged={refresh}
        />
      ))}
      {data.accounts.length === 0 && <Nothing>{t('No account sends anything yet.')}</Nothing>}
      {mayAdminister && <NewAccount onAdded={refresh} />}
    </>
  );
}

type PanelProps = { account: Account; health: AccountHealth | null; onChanged: () => void };

function AccountPanel({ account, health, onChanged }: PanelProps) {
  const mayAdminister = useMay('administer');
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const change = (given: Partial<Pick<Account, 'isEnabled' | 'limits'>>) =>
    patch(`/accounts/${account.id}`, given).then(
      () => {
        setProblem(null);
        setOpen(false);
        onChanged();
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <Panel title={`${channelName(account.channel)}: ${account.name}`}>
      <p className="flex flex-wrap items-center gap-2">
        <AccountState isEnabled={account.isEnabled} health={health} />
        <span className="quiet wrap-anywhere">{providerName(account.provider)}</span>
      </p>
      {health && <HealthView health={health} />}
      {problem && <Problem words={problem} />}
      {account.webhook && (
        <details className="mt-2">
          <summary>{t('Where the provider reports to')}</summary>
          <Secret label={t('Address to enter at the provider')} text={account.webhook} hint="" />
        </details>
      )}
      {mayAdminister && <TestMessage account={account} onTested={onChanged} />}
      {mayAdminister && !isOpen && (
        <p className="mt-3 flex flex-wrap gap-2">
          <button type="button" className="btn btn-sm" onClick={() => setOpen(true)}>
            {t('Change limits')}
          </button>
          <button
            type="button"
            className="btn btn-sm"
            onClick={() => void change({ isEnabled: !account.isEnabled })}
          >
            {account.isEnabled ? t('Take it out of use') : t('Use it again')}
          </button>
        </p>
      )}
      {isOpen && (
        <Limits
          limits={account.limits}
          onSave={(limits) => void change({ limits })}
          onCancel={() => setOpen(false)}
        />
      )}
    </Panel>
  );
}

const WITHIN = {
  1000: t('in any second'),
  60000: t('in any minute'),
  3600000: t('in any hour'),
  86400000: t('in any day'),
} as const;

type LimitsProps = { limits: Limit[]; onSave: (limits: Limit[]) => void; onCancel: () => void };

function Limits({ limits, onSave, onCancel }: LimitsProps) {
  const [rows, setRows] = useState<Limit[]>(limits);
  const set = (at: number, change: Partial<Limit>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSave(rows);
  };
  return (
    <form onSubmit={send} className="mt-3 space-y-2 border-t border-base-300 pt-3">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else, and are only added at the end
        <div key={at} className="flex flex-wrap items-center gap-2">
          {rich('{input} messages', {
            input: (
              <input
                type="number"
                min={1}
                required
                className="input input-sm w-28 text-base sm:text-sm"
                aria-label={t('At most')}
                value={row.max}
                onChange={({ target }) => set(at, { max: Number(target.value) })}
              />
            ),
          })}
          <select
            className="select select-sm w-auto"
            aria-label={t('In what time')}
            value={row.perMs}
            onChange={({ target }) => set(at, { perMs: Number(target.value) })}
          >
            {!(row.perMs in WITHIN) && <option value={row.perMs}>{everyWords(row.perMs)}</option>}
            {Object.entries(WITHIN).map(([perMs, words]) => (
              <option key={perMs} value={perMs}>
                {words}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="btn btn-sm"
            onClick={() => setRows(rows.filter((_, index) => index !== at))}
          >
            {t('Without it')}
          </button>
        </div>
      ))}
      <p className="flex flex-wrap gap-2">
        <button
          type="button"
          className="btn btn-sm"
          onClick={() => setRows([...rows, { perMs: 86_400_000, max: 1000 }])}
        >
          {t('Add a limit')}
        </button>
        <SaveOrCancel onCancel={onCancel} />
      </p>
    </form>
  );
}
