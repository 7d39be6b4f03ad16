import { useState } from 'react';
import { patch, post, problemWords } from '../api.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';
import { ListItem } from './list-item.tsx';
import { NewSurface } from './new-surface.tsx';
import { Secret } from './secret.tsx';
import { type SurfaceApp, surfaceName } from './surface-app.ts';
import { SurfaceLinks } from './surface-links.tsx';
import { useDoing } from './use-doing.ts';

/** Where people talk to the agent besides this page, and whose account there is whose. */
export function Surfaces() {
  const mayAdminister = useMay('administer');
  const { data, problem, reload } = usePolled<{ surfaces: SurfaceApp[] }>('/surfaces', null);
  const refresh = () => void reload();
  if (problem) return <Problem words={problem} onRetry={refresh} />;
  if (!data) return <Loading />;
  const apps = data.surfaces;
  return (
    <>
      <Panel title={t('Where people talk to the agent')}>
        {apps.length === 0 && (
          <p className="quiet">{t('Only on this page and in the terminal, until an admin adds an app.')}</p>
        )}
        <ul className="divide-y divide-base-300">
          {apps.map((app) => (
            <App key={app.id} app={app} onChanged={refresh} />
          ))}
        </ul>
      </Panel>
      {apps.length > 0 && <OwnCode />}
      <SurfaceLinks apps={apps} />
      {mayAdminister && <NewSurface onAdded={refresh} />}
    </>
  );
}

function App({ app, onChanged }: { app: SurfaceApp; onChanged: () => void }) {
  const mayAdminister = useMay('administer');
  const { problem, run } = useDoing(onChanged);
  const { id, isEnabled, webhook } = app;
  return (
    <ListItem name={app.name} detail={surfaceName(app.surface)}>
      {!isEnabled && <Badge tone="wait">{t('paused')}</Badge>}
      {mayAdminister && (
        <button
          type="button"
          className="btn btn-sm"
          onClick={() => run(patch(`/surfaces/${id}`, { isEnabled: !isEnabled }))}
        >
          {isEnabled ? t('Take it out of use') : t('Use it again')}
        </button>
      )}
      {webhook && mayAdminister && (
        <Secret
          label={t('Address to enter at {platform}', { platform: surfaceName(app.surface) })}
          text={webhook}
          hint={t('Enter it in the app’s manifest, in place of the three addresses that stand there.')}
        />
      )}
      {problem && <Problem words={problem} />}
    </ListItem>
  );
}

type Code = { code: string; expiresAt: string };

/** Whoever says it there is whoever made it here. */
function OwnCode() {
  const [made, setMade] = useState<Code | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const make = () =>
    post<Code>('/surface-links/code').then(
      (code) => {
        setProblem(null);
        setMade(code);
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <Panel title={t('Your own account there')}>
      <p className="quiet mb-2">
        {t('The agent answers whoever it knows. Make a code here and say it to the app there.')}
      </p>
      {made && (
        <Secret
          label={t('Say this to the app')}
          text={`link ${made.code}`}
          hint={t('Works once, until {time}.', { time: timeWords(made.expiresAt) })}
        />
      )}
      <button type="button" className="btn btn-sm mt-2" onClick={() => void make()}>
        {made ? t('Make another code') : t('Make a code')}
      </button>
      {problem && <Problem words={problem} />}
    </Panel>
  );
}
