import { useState } from 'react';
import type { BrandProposal } from '../../../core/brands/propose-brands.ts';
import { Panel } from '../pages/page.tsx';
import { fromServer, t } from '../words/t.ts';
import type { Change } from './use-brands.ts';

type Props = { proposals: readonly BrandProposal[]; onChange: (change: Change, words: string) => void };

const SHOWN = 8;

/** What the data suggests, with the reason; followed or declined for good. */
export function Proposals({ proposals, onChange }: Props) {
  const [isAll, setAll] = useState(false);
  if (proposals.length === 0) return null;
  const shown = isAll ? proposals : proposals.slice(0, SHOWN);
  return (
    <Panel title={t('{n} {n|suggestion|suggestions}', { n: proposals.length })}>
      <ul aria-label={t('Suggestions')} className="divide-y divide-base-300">
        {shown.map((proposal) => (
          <li key={proposal.key} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 py-2">
            <div className="min-w-0 grow basis-56 wrap-anywhere">
              <p dir="auto">{wordsOf(proposal)}</p>
              <p className="quiet text-xs" dir="auto">
                {t('{reason} {n} % sure.', {
                  reason: fromServer(proposal.reason),
                  n: Math.round(100 * proposal.confidence),
                })}
              </p>
            </div>
            <div className="flex gap-1">
              <button
                type="button"
                className="btn btn-sm btn-primary"
                aria-label={t('Yes: {words}', { words: wordsOf(proposal) })}
                onClick={() => onChange(changeOf(proposal), t('{words}: done', { words: wordsOf(proposal) }))}
              >
                {t('Yes')}
              </button>
              <button
                type="button"
                className="btn btn-sm"
                aria-label={t('No: {words}', { words: wordsOf(proposal) })}
                onClick={() =>
                  onChange({ do: 'decline', proposal: proposal.key, name: proposal.name }, t('Declined'))
                }
              >
                {t('No')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {shown.length < proposals.length && (
        <button type="button" className="btn btn-sm mt-2" onClick={() => setAll(true)}>
          {t('Show {n} more', { n: proposals.length - shown.length })}
        </button>
      )}
    </Panel>
  );
}

function wordsOf({ kind, name, parent, ownerGroup }: BrandProposal): string {
  if (kind === 'add') return t('Add the brand “{name}”', { name });
  return kind === 'parent'
    ? t('Put “{name}” below “{parent}”', { name, parent })
    : t('“{name}” is owned by {ownerGroup}', { name, ownerGroup });
}

function changeOf({ kind, key: proposal, brandId, name, parentId, ownerGroup }: BrandProposal): Change {
  if (kind === 'add') return { do: 'add', name, proposal };
  const id = brandId!;
  return kind === 'parent'
    ? { do: 'change', id, parentId, proposal }
    : { do: 'change', id, ownerGroup, proposal };
}
