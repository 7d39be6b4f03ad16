import { useEffect, useRef } from 'react';
import type { ConversationRow } from '../../../core/replies/desk/list-conversations.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { channelName, plainWords, timeWords } from '../words.ts';
import { whoWords } from './who-words.ts';

/** Who wrote, what they want, and how long they have waited. */
export function ConversationItem({ row, isOpen }: { row: ConversationRow; isOpen: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isOpen) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <a
      ref={link}
      href={`#/replies/${row.id}`}
      aria-current={isOpen ? 'true' : undefined}
      className={`block border-b border-base-300 px-4 py-3 text-sm -outline-offset-2 ${isOpen ? 'bg-base-200' : 'hover:bg-base-200'}`}
    >
      <span className="flex items-start justify-between gap-2">
        <span className="line-clamp-1 font-medium">
          <InlineName>{whoWords(row)}</InlineName>
        </span>
        <RowBadge row={row} />
      </span>
      {row.customer && (
        <span className="line-clamp-1">
          <InlineName>{row.customer}</InlineName>
        </span>
      )}
      <span className="quiet line-clamp-1 wrap-anywhere" dir="auto">
        {row.snippet}
      </span>
      <span className="quiet text-xs wrap-anywhere">
        {row.intent && needsLook(row) && `${plainWords(row.intent)} · `}
        {channelName(row.channel)} · {timeWords(row.lastReceivedAt)}
        {row.assignee && ` · ${row.assignee}`}
        {row.tags.map((tag) => ` · ${tag}`)}
      </span>
    </a>
  );
}

const STOPS = new Set<ConversationRow['intent']>(['opt_out', 'probable_stop']);

/** The badge says how much it presses, and no longer what they want. */
const needsLook = ({ urgency, needsHuman, waitingSince }: ConversationRow): boolean =>
  urgency === 'high' || (needsHuman && waitingSince !== null);

function RowBadge({ row }: { row: ConversationRow }) {
  if (row.urgency === 'high') return <Badge tone="bad">{t('urgent')}</Badge>;
  if (needsLook(row)) return <Badge tone="wait">{t('needs a person')}</Badge>;
  if (!row.intent) return null;
  return <Badge tone={STOPS.has(row.intent) ? 'bad' : 'plain'}>{plainWords(row.intent)}</Badge>;
}
