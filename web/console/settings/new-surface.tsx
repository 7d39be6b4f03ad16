import { type FormEvent, useState } from 'react';
import { patch, post } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Row, TextField } from './setting-fields.tsx';
import { fieldWords } from './settings-schema.ts';
import { surfaceName } from './surface-app.ts';
import { useDoing } from './use-doing.ts';

/** An app of its own; the others speak by an account of their channel. */
const SLACK = 'slack';
const BY_ACCOUNT = ['whatsapp', 'line', 'email'];

type Account = { id: string; channel: string; provider: string; name: string; isEnabled: boolean };
const EMPTY = { name: '', accountId: '', authServer: '', botToken: '', signingSecret: '', appToken: '' };

/** Lets people talk to the agent by a Slack app, or by an account that sends already. */
export function NewSurface({ onAdded }: { onAdded: () => void }) {
  const { data } = usePolled<{ accounts: Account[] }>('/accounts', null);
  const [surface, setSurface] = useState('');
  const [given, setGiven] = useState(EMPTY);
  const { problem, run } = useDoing(() => {
    setSurface('');
    setGiven(EMPTY);
    onAdded();
  });
  const change = (part: Partial<typeof EMPTY>) => setGiven({ ...given, ...part });
  const accounts = (data?.accounts ?? []).filter(
    ({ channel, provider, isEnabled }) => channel === surface && provider !== 'standin' && isEnabled,
  );
  async function add() {
    const { name, accountId, authServer, botToken, signingSecret, appToken } = given;
    if (authServer.trim()) await patch('/settings', { mail: { authServer: authServer.trim() } });
    const settings = { botToken, signingSecret, ...(appToken ? { appToken } : {}) };
    await post('/surfaces', { surface, name, ...(surface === SLACK ? { settings } : { accountId }) });
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    run(add());
  };
  return (
    <Panel title={t('Add an app')}>
      <form onSubmit={send}>
        <Row label={t('Where')}>
          <select
            className="select select-sm w-full"
            required
            value={surface}
            onChange={({ target }) => {
              setSurface(target.value);
              setGiven(EMPTY);
            }}
          >
            <option value="" />
            {[SLACK, ...BY_ACCOUNT].map((key) => (
              <option key={key} value={key}>
                {surfaceName(key)}
              </option>
            ))}
          </select>
        </Row>
        {surface && (
          <Row label={t('Name')}>
            <TextField value={given.name} onChange={(name) => change({ name })} />
          </Row>
        )}
        {surface === SLACK &&
          (['botToken', 'signingSecret', 'appToken'] as const).map((key) => (
            <Row key={key} label={fieldWords([key])}>
              <input
                type="password"
                className="input input-sm w-full text-base sm:text-sm"
                required={key !== 'appToken'}
                placeholder={key === 'appToken' ? t('only where Slack cannot reach this server') : ''}
                autoComplete="off"
                value={given[key]}
                onChange={({ target }) => change({ [key]: target.value.trim() })}
              />
            </Row>
          ))}
        {BY_ACCOUNT.includes(surface) && accounts.length === 0 && (
          <p className="py-1.5">
            {t('No account of a provider sends by {channel} yet: add it under Channels first.', {
              channel: surfaceName(surface),
            })}
          </p>
        )}
        {accounts.length > 0 && (
          <Row label={t('Account')}>
            <select
              className="select select-sm w-full"
              required
              value={given.accountId}
              onChange={({ target }) => change({ accountId: target.value })}
            >
              <option value="" />
              {accounts.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Row>
        )}
        {surface === 'email' && accounts.length > 0 && (
          <Row label={t('The receiving server, as Authentication-Results of a mail there names it')}>
            <TextField
              value={given.authServer}
              isRequired={false}
              onChange={(authServer) => change({ authServer })}
            />
          </Row>
        )}
        {problem && <Problem words={problem} />}
        {(surface === SLACK || accounts.length > 0) && (
          <button type="submit" className="btn btn-sm btn-primary mt-2">
            {t('Add')}
          </button>
        )}
      </form>
    </Panel>
  );
}
