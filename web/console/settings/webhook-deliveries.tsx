import { useState } from 'react';
import type { DeliveryRow } from '../../../core/webhooks/endpoints.ts';
import { post } from '../api.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { Loading } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { type Tone, timeWords } from '../words.ts';
import { useDoing } from './use-doing.ts';

const STATES: Record<DeliveryRow['status'], { words: string; tone: Tone }> = {
  waiting: { words: t('waits'), tone: 'wait' },
  delivered: { words: t('taken'), tone: 'good' },
  failed: { words: t('given up'), tone: 'bad' },
};

/** What a program was told last, and telling it again: one of it, or all of the last days. */
export function WebhookDeliveries({ webhookId }: { webhookId: string }) {
  const address = `/webhook-endpoints/${webhookId}`;
  const { data, problem, reload } = usePolled<{ deliveries: DeliveryRow[] }>(`${address}/deliveries`);
  const [days, setDays] = useState(1);
  const doing = useDoing(() => void reload());
  const again = (what: object) => doing.run(post(`${address}/replay`, what));
  const since = () => new Date(Date.now() - days * 86_400_000).toISOString();
  return (
    <div className="w-full space-y-2">
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data?.deliveries.length === 0 && <p className="quiet">{t('It was told nothing yet.')}</p>}
      <ul className="max-h-80 divide-y divide-base-300 overflow-y-auto">
        {data?.deliveries.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-1.5">
            <span className="min-w-0 grow basis-48 wrap-anywhere">
              {one.event} <Badge tone={STATES[one.status].tone}>{STATES[one.status].words}</Badge>
              <span className="quiet block text-xs">
                {timeWords(one.createdAt)}; {t('{n} {n|try|tries}', { n: one.attempts })}
                {one.result && `; ${one.result}`}
              </span>
            </span>
            <button
              type="button"
              className="btn btn-sm"
              aria-label={t('Tell again: {event}', { event: one.event })}
              onClick={() => again({ deliveryId: one.id })}
            >
              {t('Tell again')}
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <select
          className="select select-sm w-auto"
          aria-label={t('Since when to tell again')}
          value={days}
          onChange={({ target }) => setDays(Number(target.value))}
        >
          <option value={1}>{t('of the last day')}</option>
          <option value={7}>{t('of the last week')}</option>
          <option value={30}>{t('of the last 30 days')}</option>
        </select>
        <button type="button" className="btn btn-sm" onClick={() => again({ since: since() })}>
          {t('Tell all of it again')}
        </button>
      </div>
      {doing.problem && <Problem words={doing.problem} />}
    </div>
  );
}
