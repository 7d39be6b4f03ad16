import { useState } from 'react';
import { Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { FieldDifferences, type Version } from './differences.tsx';

type Props = { id: string; versions: readonly Version[] };
type Side = { label: string; chosen: number; onChoose: (version: number) => void };

/** In what any version differs from any other; the first and the newest to begin with. */
export function CompareVersions({ id, versions }: Props) {
  const [from, setFrom] = useState(versions.at(-1)!.version);
  const [to, setTo] = useState(versions[0]!.version);
  const { data, problem } = usePolled<Pick<Version, 'differences'>>(
    `/campaigns/${id}/versions/${from}/diff/${to}`,
    null,
  );
  const side = ({ label, chosen, onChoose }: Side) => (
    <label className="flex min-w-0 items-center gap-2">
      {label}
      <select
        className="select select-sm w-auto text-base sm:text-sm"
        value={chosen}
        onChange={({ target }) => onChoose(Number(target.value))}
      >
        {versions.map(({ version }) => (
          <option key={version}>{version}</option>
        ))}
      </select>
    </label>
  );
  return (
    <details className="mt-2">
      <summary className="quiet text-xs">{t('Compare two versions')}</summary>
      <div className="mt-2 flex flex-wrap gap-3">
        {side({ label: t('From version'), chosen: from, onChoose: setFrom })}
        {side({ label: t('To version'), chosen: to, onChoose: setTo })}
      </div>
      {problem && <Problem words={problem} />}
      {data && data.differences.length === 0 && (
        <p className="quiet mt-2 text-xs">{t('They are the same.')}</p>
      )}
      {data && <FieldDifferences differences={data.differences} />}
    </details>
  );
}
