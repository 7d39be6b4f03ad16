import { patch } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import type { Me } from '../me.ts';
import { Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Row } from './setting-fields.tsx';
import { useDoing } from './use-doing.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** Whose clocks the reader's morning goes by. */
export function OwnTimeZone() {
  const { data, problem, reload } = usePolled<Me>('/me', null);
  const doing = useDoing(() => void reload());
  const own = data?.timeZone ?? '';
  const choose = (timeZone: string) => doing.run(patch('/me', { timeZone: timeZone || null }));
  return (
    <Panel title={t('Your morning')}>
      <p className="quiet mb-2">{t('The daily digest comes when work begins where you are.')}</p>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {data && (
        <Row label={t('Your time zone')}>
          <select
            className="select select-sm w-full text-base sm:w-72 sm:text-sm"
            value={own}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{t('As the workspace: {zone}', { zone: data.workspace.timeZone })}</option>
            {/* A name that this browser does not list stays chosen. */}
            {(own && !ZONES.includes(own) ? [own, ...ZONES] : ZONES).map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </Row>
      )}
      {doing.problem && <Problem words={doing.problem} />}
    </Panel>
  );
}
