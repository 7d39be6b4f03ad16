import { useState } from 'react';
import type { Factors } from '../../../core/access/factors.ts';
import { Problem } from '../cards/card.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { OwnPassword } from './own-password.tsx';
import { OwnTimeZone } from './own-time-zone.tsx';
import { Proofs } from './proofs.tsx';
import { Sessions } from './sessions.tsx';

/** How the reader signs in, proves themself a second time, when their morning is, and where they are signed in. */
export function You() {
  const { data, problem, reload } = usePolled<Factors>('/factors', null);
  // Another password ends the other sessions.
  const [passwords, setPasswords] = useState(0);
  return (
    <>
      <Panel title={t('Second proof')}>
        <p className="quiet mb-3">{t('Approving and administering ask for it.')}</p>
        {problem && <Problem words={problem} onRetry={() => void reload()} />}
        {!data && !problem && <Loading />}
        {data && <Proofs factors={data} onChanged={() => void reload()} />}
      </Panel>
      <Panel title={t('Password')}>
        {data && (
          <OwnPassword
            hasOne={data.hasPassword}
            onChanged={() => {
              setPasswords(passwords + 1);
              void reload();
            }}
          />
        )}
      </Panel>
      <OwnTimeZone />
      <Sessions key={passwords} />
    </>
  );
}
