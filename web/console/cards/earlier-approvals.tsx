import { useState } from 'react';
import type { ApprovalPart } from '../../../core/parts.ts';
import { Differences, type Version } from '../content/differences.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { APPROVAL_WORDS, timeWords } from '../words.ts';

/** What this version changed, and what was asked of the campaign before; read when somebody opens it. */
export function Earlier({ part }: { part: ApprovalPart }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mt-3" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('What changed, and what was asked before')}</summary>
      {isOpen && <History part={part} />}
    </details>
  );
}

function History({ part }: { part: ApprovalPart }) {
  const versions = usePolled<{ versions: Version[] }>(`/campaigns/${part.campaignId}/versions`, null);
  const asked = usePolled<{ approvals: ApprovalPart[] }>(`/campaigns/${part.campaignId}/approvals`, null);
  const before = asked.data?.approvals.filter(({ id }) => id !== part.id) ?? [];
  const last = Math.max(
    0,
    ...before.filter(({ version }) => version < part.version).map(({ version }) => version),
  );
  const since =
    versions.data?.versions.filter(({ version }) => version > last && version <= part.version) ?? [];
  return (
    <div className="mt-2 space-y-3">
      <ol aria-label={t('Versions')} className="space-y-2">
        {since.map((one) => (
          <li key={one.version}>
            <span className="font-medium">
              {one.version}: {one.change}
            </span>
            <span className="quiet text-xs">
              {' '}
              {timeWords(one.createdAt)}
              {one.by && ` · ${one.by}`}
            </span>
            <Differences of={one} />
          </li>
        ))}
      </ol>
      <ul aria-label={t('Asked before')} className="space-y-1">
        {before.map((one) => (
          <li key={one.id} className="wrap-anywhere">
            {t('Version {version}: {words}', {
              version: one.version,
              words: APPROVAL_WORDS[one.status].words,
            })}
            <span className="quiet">
              {one.decidedBy && ` · ${one.decidedBy}`}
              {one.decidedAt && ` · ${timeWords(one.decidedAt)}`}
              {one.comment && ` · ${one.comment}`}
            </span>
          </li>
        ))}
        {asked.data && before.length === 0 && <li className="quiet">{t('It was not asked before.')}</li>}
      </ul>
    </div>
  );
}
