import type { AudiencePart } from '../../../core/parts.ts';
import { t } from '../words/t.ts';
import { Name } from './card.tsx';

/** Who was left out, each with the reason. */
export function LeftOut({ excluded }: { excluded: AudiencePart['excluded'] }) {
  if (excluded.length === 0) return null;
  return (
    <details className="mt-3">
      <summary>{t('Left out: {n}', { n: excluded.length })}</summary>
      <ul className="mt-2 max-h-60 space-y-1 overflow-auto">
        {excluded.map((one) => (
          <li key={`${one.id} ${one.reason}`}>
            <Name>{one.name}</Name>
            <span className="quiet text-xs">{one.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
