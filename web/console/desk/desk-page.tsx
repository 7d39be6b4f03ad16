import { useCallback, useRef, useState } from 'react';
import type { ConversationRow, VIEWS } from '../../../core/replies/desk/list-conversations.ts';
import { Problem } from '../cards/card.tsx';
import { Loading, Nothing } from '../pages/page.tsx';
import { useFollowed } from '../use-followed.ts';
import { navigate } from '../use-route.ts';
import { t } from '../words/t.ts';
import { ConversationItem } from './conversation-item.tsx';
import { DeskFiguresLine } from './desk-figures-line.tsx';
import { Thread } from './thread.tsx';
import { useKeys } from './use-keys.ts';

type View = (typeof VIEWS)[number];
const WORDS: Record<View, string> = {
  waiting: t('Waiting for an answer'),
  needs_human: t('Needs a person'),
  urgent: t('Urgent'),
  mine: t('Mine'),
  unassigned: t('Nobody’s yet'),
  open: t('Open'),
  snoozed: t('Snoozed'),
  closed: t('Closed'),
  all: t('All'),
};
const NONE: Partial<Record<View, string>> = {
  waiting: t('Nobody waits for an answer.'),
  snoozed: t('None is put away.'),
  closed: t('None has been dealt with yet.'),
};
const NEWEST = 200;
const never = () => false;

/** What customers answered: whom to answer next, what was said, and the answer. */
export default function DeskPage({ id }: { id: string | undefined }) {
  const [view, setView] = useState<View>('waiting');
  const path = `/conversations?view=${view}&limit=${NEWEST}`;
  const { data, problem, reload } = useFollowed<{ conversations: ConversationRow[] }>(path, never);
  const rows = data?.conversations ?? [];
  const root = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const at = rows.findIndex((row) => row.id === id);
    const next = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) navigate(`replies/${next.id}`);
  };
  useKeys(root, { j: () => step(1), k: () => step(-1) });
  const refresh = useCallback(() => void reload(), [reload]);
  return (
    <div ref={root} className="flex min-w-0 grow">
      <div
        className={`relative flex w-full flex-col border-e border-base-300 bg-base-100 md:w-88 md:shrink-0 ${id ? 'hidden md:flex' : ''}`}
      >
        <div className="px-4 pt-5 pb-3">
          <div className="flex items-baseline justify-between gap-3">
            <h2 className="text-xl font-semibold">{t('Replies')}</h2>
            <a className="link text-sm" href="#/replies/calls">
              {t('Calls')}
            </a>
          </div>
          <DeskFiguresLine conversations={data} />
          <select
            className="select select-sm mt-2 w-full"
            aria-label={t('Which conversations')}
            value={view}
            onChange={({ target }) => setView(target.value as View)}
          >
            {Object.entries(WORDS).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
          {problem && <Problem words={problem} onRetry={refresh} />}
          {!data && !problem && <Loading />}
        </div>
        <ul aria-label={t('Conversations with customers')} className="relative grow overflow-y-auto">
          {rows.map((row) => (
            <li key={row.id}>
              <ConversationItem row={row} isOpen={row.id === id} />
            </li>
          ))}
          {data && rows.length === 0 && (
            <li className="p-4">
              <Nothing>{NONE[view] ?? t('There is none.')}</Nothing>
            </li>
          )}
        </ul>
        <p className="quiet hidden border-t border-base-300 px-4 py-2 text-xs md:block">
          {t('j k next and previous · a answer · u suggestion · n note · m mine · s snooze · e close')}
        </p>
      </div>
      <div className={`relative min-w-0 grow bg-base-200 ${id ? 'flex' : 'hidden md:block'}`}>
        {id ? (
          <Thread key={id} id={id} onChanged={refresh} />
        ) : (
          <div className="mx-auto max-w-md p-6">
            <Nothing>{t('Choose a conversation to see what was said and to answer it.')}</Nothing>
          </div>
        )}
      </div>
    </div>
  );
}
