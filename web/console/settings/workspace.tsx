import { type FormEvent, useState } from 'react';
import type { KeyState } from '../../../core/tenants/read-keys.ts';
import type { TierUse } from '../../../core/tenants/tiers.ts';
import { BASE, post, remove } from '../api.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { useMay, useMe } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';
import { numberWords, timeWords } from '../words.ts';
import { useDoing } from './use-doing.ts';

/** The workspace as a whole: what it may use, its keys, all of its data, and its end. */
export function Workspace() {
  const mayAdminister = useMay('administer');
  return (
    <>
      <TierPanel />
      {mayAdminister && <Keys />}
      {mayAdminister && <TakeAlong />}
      {mayAdminister && <End />}
    </>
  );
}

const LIMITS: Record<TierUse['limits'][number]['limit'], string> = {
  seats: t('People'),
  channels: t('Accounts to send from'),
  sendsPerMonth: t('Messages this month'),
  audience: t('Recipients of one campaign'),
  variants: t('Variants of one campaign'),
};
const FEATURES: Record<keyof TierUse['features'], string> = {
  webhooks: t('Webhooks'),
  widget: t('Widget'),
  offers: t('Offers with codes'),
  standing: t('Standing approvals'),
};

function TierPanel() {
  const { data, problem, reload } = usePolled<TierUse>('/workspace/tier', null);
  return (
    <Panel title={t('What this workspace may use')}>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data && (
        <>
          <p className="mb-2">
            {t('Tier:')} <Badge>{inLanguage(data.name)}</Badge>
          </p>
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            {data.limits.map(({ limit, most, used }) => (
              <div key={limit} className="contents">
                <dt>{LIMITS[limit]}</dt>
                <dd className="text-end tabular-nums">{usedOf(most, used)}</dd>
              </div>
            ))}
            {(Object.keys(FEATURES) as (keyof typeof FEATURES)[]).map((feature) => (
              <div key={feature} className="contents">
                <dt>{FEATURES[feature]}</dt>
                <dd className="text-end">{data.features[feature] ? t('included') : t('not included')}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet mt-2">{t('Whoever runs this installation gives another tier.')}</p>
        </>
      )}
    </Panel>
  );
}

const usedOf = (most: number | null, used: number | null): string => {
  if (most === null) return used === null ? t('no limit') : t('{used}, no limit', { used });
  return used === null ? numberWords(most) : t('{used} of {limit}', { used, limit: numberWords(most) });
};

function Keys() {
  const { data, problem, reload } = usePolled<KeyState>('/workspace/keys', null);
  return (
    <Panel title={t('Keys')}>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data && (
        <>
          <p className="wrap-anywhere">
            {t('Approvals and the log are signed with the key {fingerprint}.', {
              fingerprint: data.fingerprint,
            })}
          </p>
          <details className="my-2">
            <summary>{t('The public half, to be kept where proofs are verified')}</summary>
            <pre className="overflow-x-auto text-xs">{data.publicKey}</pre>
          </details>
          <ul>
            {data.sealed.map(({ key, isNewest, values }) => (
              <li key={key} className="flex flex-wrap items-center gap-2 py-1">
                {t('{n} {n|secret|secrets} under the key {key}', { n: values, key })}
                <Badge tone={isNewest ? 'good' : 'wait'}>{isNewest ? t('newest') : t('to be rotated')}</Badge>
              </li>
            ))}
          </ul>
          <p className="quiet mt-2">
            {t('Whoever runs this installation rotates them, while everybody works on:')}{' '}
            <code>npx refrain rotate-keys</code>
          </p>
        </>
      )}
    </Panel>
  );
}

const TakeAlong = () => (
  <Panel title={t('All of the data')}>
    <p className="quiet mb-2">
      {t('Everything but passwords, tokens and other credentials, a line for each row. The log tells of it.')}
    </p>
    <a className="btn btn-sm" href={`${BASE}/workspace/export`} download>
      {t('Take all of it along')}
    </a>
  </Panel>
);

function End() {
  const { workspace } = useMe();
  const [confirm, setConfirm] = useState('');
  const [endsAt, setEndsAt] = useState(workspace.endsAt);
  const { problem, run } = useDoing(() => setConfirm(''));
  const end = (event: FormEvent) => {
    event.preventDefault();
    run(post<{ endsAt: string }>('/workspace/end', { confirm }).then((told) => setEndsAt(told.endsAt)));
  };
  return (
    <Panel title={t('The end of this workspace')}>
      {endsAt ? (
        <p className="flex flex-wrap items-center gap-2" role="status">
          {t('All of it is deleted for good {time}.', { time: timeWords(endsAt) })}
          <button
            type="button"
            className="btn btn-sm btn-primary"
            onClick={() => run(remove('/workspace/end').then(() => setEndsAt(null)))}
          >
            {t('Keep it')}
          </button>
        </p>
      ) : (
        <form onSubmit={end} className="flex flex-wrap items-center gap-2">
          <p className="w-full">
            {t(
              'Everything in it is deleted for good after seven days. Until then everybody sees that, and any admin may call it off.',
            )}
          </p>
          <input
            required
            className="input min-w-0 grow basis-48 text-base sm:text-sm"
            aria-label={t('Its short name, {slug}, to confirm', { slug: workspace.slug })}
            placeholder={t('Its short name, {slug}, to confirm', { slug: workspace.slug })}
            autoComplete="off"
            value={confirm}
            onChange={({ target }) => setConfirm(target.value)}
          />
          <button
            type="submit"
            className="btn btn-error h-auto min-h-10 max-w-full py-1.5"
            disabled={confirm !== workspace.slug}
          >
            {t('Delete the workspace in seven days')}
          </button>
        </form>
      )}
      {problem && <Problem words={problem} />}
    </Panel>
  );
}
