import type { ApprovalPart } from '../../../core/parts.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

const SENTENCES: Record<ApprovalPart['status'], string> = {
  requested: '',
  approved: t('Approved'),
  rejected: t('Rejected'),
  voided: t('Void: the campaign was changed after this was asked. Nothing of it can be sent.'),
  expired: t('Expired: nobody decided in time. Nothing was sent; ask for it again.'),
};

/** How an approval ended: what, by whom, when. */
export function Outcome({ part }: { part: ApprovalPart }) {
  const isDecision = part.status === 'approved' || part.status === 'rejected';
  return (
    <>
      <p>
        {SENTENCES[part.status]}
        {isDecision && part.decidedBy && (
          <>
            {t(' by ')}
            <bdi>{part.decidedBy}</bdi>
          </>
        )}
        {isDecision && part.decidedAt && <>, {timeWords(part.decidedAt)}</>}
        {part.status === 'approved' && <>: {t('{n} {n|message|messages}', { n: part.recipients })}.</>}
        {part.status === 'rejected' && t('. Nothing was sent.')}
      </p>
      {part.comment && (
        <p className="mt-1 border-s-2 border-base-300 ps-3 wrap-anywhere" dir="auto">
          {part.comment}
        </p>
      )}
      {part.status === 'approved' && (
        <p className="mt-1">
          <a
            className="link"
            href={`/api/v1/approvals/${part.id}/proof`}
            download={`approval-${part.id}.json`}
          >
            {t('Download the signed proof')}
          </a>
        </p>
      )}
    </>
  );
}
