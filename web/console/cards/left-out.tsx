import { useState } from 'react';
import type { AudiencePart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';
import { fromServer, t } from '../words/t.ts';
import { exclusionsPath } from './audience-path.ts';
import { Name, Problem } from './card.tsx';

/** As the server says it of those whom a person took out. */
const BY_HAND = 'taken out by hand';

type Props = {
  excluded: AudiencePart['excluded'];
  campaignId?: string | null;
  /** Where somebody may be taken back in. */
  onPart?: (part: AudiencePart) => void;
};

/** Who was left out, each with the reason. */
export function LeftOut({ excluded, campaignId = null, onPart }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  if (excluded.length === 0) return null;
  const takeBack = (customerId: string) =>
    post<AudiencePart>(exclusionsPath(campaignId!), { customerId, isOut: false }).then(
      onPart,
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <details className="mt-3">
      <summary>{t('Left out: {n}', { n: excluded.length })}</summary>
      {problem && <Problem words={problem} />}
      <ul className="mt-2 max-h-60 space-y-1 overflow-auto">
        {excluded.map((one) => (
          <li key={`${one.id} ${one.reason}`} className="flex items-start justify-between gap-3">
            <span className="min-w-0">
              <Name>{one.name}</Name>
              <span className="quiet text-xs">{fromServer(one.reason)}</span>
            </span>
            {campaignId && onPart && one.reason === BY_HAND && (
              <button type="button" className="btn btn-xs" onClick={() => void takeBack(one.id)}>
                {t('Take it back in')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
