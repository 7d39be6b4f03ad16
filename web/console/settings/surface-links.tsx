import { type FormEvent, useState } from 'react';
import type { User } from '../../../core/tenants/create-user.ts';
import { post, remove } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { Problem } from '../cards/card.tsx';
import { useMay, useMe } from '../me.ts';
import { Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { ListItem } from './list-item.tsx';
import { Row, TextField } from './setting-fields.tsx';
import { type SurfaceApp, surfaceName } from './surface-app.ts';
import { useDoing } from './use-doing.ts';

type Link = { id: string; appId: string; surface: string; externalId: string; userId: string; name: string };

/** Whose account of a platform is whose. */
export function SurfaceLinks({ apps }: { apps: readonly SurfaceApp[] }) {
  const me = useMe();
  const mayAdminister = useMay('administer');
  const { data, problem, reload } = usePolled<{ links: Link[] }>('/surface-links', null);
  const { problem: wrong, run } = useDoing(() => void reload());
  if (apps.length === 0) return null;
  return (
    <Panel title={t('Whose account is whose')}>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {data?.links.length === 0 && <p className="quiet">{t('Nobody is linked yet.')}</p>}
      <ul className="divide-y divide-base-300">
        {data?.links.map(({ id, surface, externalId, userId, name }) => (
          <ListItem key={id} name={name} detail={`${surfaceName(surface)} · ${externalId}`}>
            {(mayAdminister || userId === me.id) && (
              <AskFirst
                words={t('Take out')}
                label={t('Take out: {label}', { label: `${name}, ${externalId}` })}
                question={t('The agent does not hear this account any more.')}
                sure={t('Take it out for good')}
                onSure={() => run(remove(`/surface-links/${id}`))}
              />
            )}
          </ListItem>
        ))}
      </ul>
      {wrong && <Problem words={wrong} />}
      {mayAdminister && <NewLink apps={apps} onMade={() => void reload()} />}
    </Panel>
  );
}

/** An admin says whose account it is, where the person does not say a code there. */
function NewLink({ apps, onMade }: { apps: readonly SurfaceApp[]; onMade: () => void }) {
  const { data } = usePolled<{ users: User[] }>('/users', null);
  const [link, setLink] = useState({ appId: apps[0]?.id ?? '', externalId: '', userId: '' });
  const { problem, run } = useDoing(() => {
    setLink({ ...link, externalId: '', userId: '' });
    onMade();
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    run(post('/surface-links', link));
  };
  return (
    <form onSubmit={add} className="mt-3 border-t border-base-300 pt-3">
      <Row label={t('App')}>
        <select
          className="select select-sm w-full"
          required
          value={link.appId}
          onChange={({ target }) => setLink({ ...link, appId: target.value })}
        >
          {apps.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Row>
      <Row label={t('Their account there: a number, an address or an id')}>
        <TextField value={link.externalId} onChange={(externalId) => setLink({ ...link, externalId })} />
      </Row>
      <Row label={t('Person')}>
        <select
          className="select select-sm w-full"
          required
          value={link.userId}
          onChange={({ target }) => setLink({ ...link, userId: target.value })}
        >
          <option value="" />
          {data?.users
            .filter(({ isActive }) => isActive)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </Row>
      {problem && <Problem words={problem} />}
      <button type="submit" className="btn btn-sm btn-primary mt-2">
        {t('Link them')}
      </button>
    </form>
  );
}
