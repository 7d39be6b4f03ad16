import type { ConversationThread } from '../../../core/replies/desk/read-conversation.ts';
import { BASE } from '../api.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { messageTone, plainWords, sizeWords, timeWords } from '../words.ts';
import { Doubt } from './doubt.tsx';
import { HeldBack } from './held-back.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { ProposedAnswer } from './proposed-answer.tsx';
import { TriageLines } from './triage-lines.tsx';

export type ThreadEntry = ConversationThread['entries'][number];
export type Received = Extract<ThreadEntry, { kind: 'received' }>;

type Props = {
  entry: ThreadEntry;
  contractId: string | null;
  isNewest: boolean;
  mayReply: boolean;
  /** To approve what one says oneself, and to say what came of it. */
  mayAnswer: boolean;
  onChanged: () => void;
};

/** One thing that happened: what they wrote on the one side, what went to them on the other, notes between. */
export function Entry({ entry, onChanged, ...how }: Props) {
  switch (entry.kind) {
    case 'received':
      return <ReceivedEntry entry={entry} onChanged={onChanged} {...how} />;
    case 'answered':
      if (entry.status === 'waiting') return <ProposedAnswer {...entry} onChanged={onChanged} />;
      return (
        <Out text={entry.text} status={entry.status}>
          {entry.by ?? t('Answered')} · {timeWords(entry.at)}
        </Out>
      );
    case 'sent':
      return (
        <Out text={entry.text} status={entry.status} isCut>
          <a className="link" href={`#/campaigns/${entry.campaignId}`}>
            <InlineName>{entry.campaign}</InlineName>
          </a>{' '}
          · {timeWords(entry.at)}
        </Out>
      );
    case 'note':
      return (
        <div className="rounded-lg border border-dashed border-warning px-3 py-2 text-sm">
          <p className="quiet text-xs">
            {t('Note for colleagues · {by} · {time}', {
              by: entry.by ?? t('somebody'),
              time: timeWords(entry.at),
            })}
          </p>
          <Text>{entry.text}</Text>
        </div>
      );
  }
}

const Text = ({ children }: { children: string }) => (
  <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
    {children}
  </p>
);

const ReceivedEntry = ({
  entry,
  contractId,
  isNewest,
  mayReply,
  mayAnswer,
  onChanged,
}: Omit<Props, 'entry'> & { entry: Received }) => (
  <div className="me-6 text-sm sm:me-16">
    <p className="quiet mb-1 text-xs">
      {timeWords(entry.at)}
      {entry.campaign && (
        <>
          {t(' · about ')}
          <InlineName>{entry.campaign}</InlineName>
        </>
      )}
    </p>
    <div className="w-fit max-w-full rounded-lg rounded-ss-none border border-base-300 bg-base-100 px-3 py-2">
      <Text>{entry.text || t('(nothing of their own; only what they quoted)')}</Text>
      {entry.isShortened && <p className="quiet mt-1 text-xs">{t('What they quoted is left out.')}</p>}
      {entry.attachments.map(({ id, name, size, isKept }) => (
        <p key={id} className="mt-1 wrap-anywhere">
          {isKept ? (
            <a className="link" href={`${BASE}/replies/${entry.replyId}/attachments/${id}`} download={name}>
              {name}
            </a>
          ) : (
            name
          )}{' '}
          <span className="quiet text-xs">
            {sizeWords(size)}
            {!isKept && t(', too large: not kept')}
          </span>
        </p>
      ))}
    </div>
    <TriageLines entry={entry} />
    {entry.isInDoubt && mayReply && <Doubt replyId={entry.replyId} onDecided={onChanged} />}
    {entry.heldBack.length > 0 && <HeldBack entry={entry} />}
    {(isNewest || entry.outcome) && (
      <OutcomeForm key={entry.replyId} {...{ entry, contractId, mayAnswer }} onSaved={onChanged} />
    )}
  </div>
);

type OutProps = { text: string; status: string; isCut?: boolean; children: React.ReactNode };

/** A letter of a campaign is long, and known: its beginning is enough until somebody asks for more. */
const Out = ({ text, status, isCut = false, children }: OutProps) => (
  <div className="ms-6 text-sm sm:ms-16">
    <p className="quiet mb-1 flex flex-wrap items-center justify-end gap-2 text-xs">
      <span>{children}</span> <Badge tone={messageTone(status)}>{plainWords(status)}</Badge>
    </p>
    <div className="ms-auto w-fit max-w-full rounded-lg rounded-se-none border border-base-300 bg-base-300/50 px-3 py-2">
      {isCut ? (
        <details className="group">
          <summary className="line-clamp-2 wrap-anywhere group-open:hidden" dir="auto">
            {text}
          </summary>
          <Text>{text}</Text>
        </details>
      ) : (
        <Text>{text}</Text>
      )}
    </div>
  </div>
);
