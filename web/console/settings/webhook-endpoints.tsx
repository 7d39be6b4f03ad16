import { type FormEvent, useState } from 'react';
import type { NewWebhook, WebhookRow } from '../../../core/webhooks/endpoints.ts';
import { patch, post, remove } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { Badge, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { NoRight } from '../no-right.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { CheckList } from './check-list.tsx';
import { ListItem } from './list-item.tsx';
import { Secret } from './secret.tsx';
import { useDoing } from './use-doing.ts';
import { WebhookDeliveries } from './webhook-deliveries.tsx';

type Answer = { webhooks: WebhookRow[]; events: string[] };

/** Programs that are told what happens. */
export const WebhookEndpoints = () =>
  useMay('administer') ? <Endpoints /> : <NoRight to={t('set up webhooks')} />;

function Endpoints() {
  const { data, problem, reload } = usePolled<Answer>('/webhook-endpoints', null);
  return (
    <Panel title={t('Webhooks')}>
      <p className="quiet mb-3">
        {t(
          'Each message is signed by Standard Webhooks and tried for a day and a half. It carries ids and counts, no names.',
        )}
      </p>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data?.webhooks.length === 0 && <p className="quiet">{t('There are none yet.')}</p>}
      <ul className="divide-y divide-base-300">
        {data?.webhooks.map((webhook) => (
          <Endpoint key={webhook.id} webhook={webhook} onChanged={() => void reload()} />
        ))}
      </ul>
      {data && <NewEndpoint events={data.events} onMade={() => void reload()} />}
    </Panel>
  );
}

function Endpoint({ webhook, onChanged }: { webhook: WebhookRow; onChanged: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const { problem, run } = useDoing(onChanged);
  const { id, url, events, isEnabled } = webhook;
  const address = `/webhook-endpoints/${id}`;
  return (
    <ListItem name={url} detail={events.includes('*') ? t('everything') : events.join(', ')}>
      {!isEnabled && <Badge tone="wait">{t('paused')}</Badge>}
      <button type="button" className="btn btn-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('What it was told')}
      </button>
      <button
        type="button"
        className="btn btn-sm"
        onClick={() => run(patch(address, { isEnabled: !isEnabled }))}
      >
        {isEnabled ? t('Pause') : t('Go on')}
      </button>
      <AskFirst
        words={t('Take out')}
        label={t('Take out: {label}', { label: url })}
        question={t('What waits for it is not told, and its secret is gone.')}
        sure={t('Take it out for good')}
        onSure={() => run(remove(address))}
      />
      {problem && <Problem words={problem} />}
      {isOpen && <WebhookDeliveries webhookId={id} />}
    </ListItem>
  );
}

function NewEndpoint({ events, onMade }: { events: readonly string[]; onMade: () => void }) {
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [secret, setSecret] = useState<string | null>(null);
  const { problem, run } = useDoing(() => {
    setUrl('');
    onMade();
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const given = { url, events: (chosen.length > 0 ? chosen : ['*']) as NewWebhook['events'] };
    run(post<{ secret: string }>('/webhook-endpoints', given).then((made) => setSecret(made.secret)));
  };
  return (
    <form onSubmit={add} className="mt-3 space-y-2 border-t border-base-300 pt-3">
      {secret && <Secret label={t('Secret to verify with')} text={secret} hint={t('Shown this once.')} />}
      <div className="flex flex-wrap gap-2">
        <input
          required
          type="url"
          className="input min-w-0 grow basis-64 text-base sm:text-sm"
          placeholder="https://"
          aria-label={t('Address of the program')}
          autoComplete="off"
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
        <button type="submit" className="btn btn-primary">
          {t('Add')}
        </button>
      </div>
      <CheckList
        legend={t('What it is told (none: everything)')}
        of={Object.fromEntries(events.map((name) => [name, name]))}
        chosen={chosen}
        onChange={setChosen}
      />
      {problem && <Problem words={problem} />}
    </form>
  );
}
