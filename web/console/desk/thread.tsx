import { useCallback } from 'react';
import type { ConversationThread } from '../../../core/replies/desk/read-conversation.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { useMay, useMe } from '../me.ts';
import { Loading } from '../pages/page.tsx';
import { useFollowed } from '../use-followed.ts';
import { t } from '../words/t.ts';
import { channelName, numberWords, timeWords } from '../words.ts';
import { Answering } from './answering.tsx';
import { CustomerContext } from './customer-context.tsx';
import { Entry, type ThreadEntry } from './entry.tsx';
import { Handling } from './handling.tsx';
import { useAtEnd } from './use-at-end.ts';
import { useChangeConversation } from './use-change-conversation.ts';
import { addressWords, whoWords } from './who-words.ts';
import { WhoWrote } from './who-wrote.tsx';

const never = () => false;

type Props = { id: string; onChanged: () => void };

/** One conversation: who it is with, all that was said, and what to do about it. */
export function Thread({ id, onChanged }: Props) {
  const { data, problem, reload } = useFollowed<ConversationThread>(`/conversations/${id}`, never);
  const mayReply = useMay('reply');
  const mayAnswer = useMay('answer');
  const me = useMe();
  const refresh = useCallback(() => {
    void reload();
    onChanged();
  }, [reload, onChanged]);
  const changing = useChangeConversation(id, refresh);
  const { content, end } = useAtEnd<HTMLDivElement>(data?.entries.length ?? 0);
  if (!data)
    return (
      <div className="grow p-6">
        {problem ? <Problem words={problem} onRetry={() => void reload()} /> : <Loading />}
      </div>
    );
  const { conversation, entries, heldBy, automatic } = data;
  const received = entries.filter((entry) => entry.kind === 'received');
  // What their machine wrote after them is not what is answered.
  const newest = received.findLast(({ isAutomatic }) => !isAutomatic) ?? received.at(-1);
  const proposed = entries.findLast((entry) => entry.kind === 'answered' && entry.status === 'waiting');
  const waiting = proposed?.kind === 'answered' && proposed.by !== me.name ? proposed : null;
  // What they may be written changed: what is shown of them is read again.
  const effects = received.reduce((sum, entry) => sum + entry.effects.length, 0);
  return (
    <article
      aria-label={t('Conversation')}
      // On a phone all of it moves: what they wrote has no room between what stands still.
      className="relative flex min-w-0 grow flex-col max-md:overflow-y-auto xl:flex-row"
    >
      <a
        href="#/replies"
        className="sticky top-0 z-10 block border-b border-base-300 bg-base-100 px-3 py-2 text-sm font-semibold md:hidden"
      >
        {t('← All conversations')}
      </a>
      <div className="flex min-w-0 grow flex-col max-md:shrink-0 md:min-h-0">
        <header className="border-b border-base-300 bg-base-100 px-3 py-3 sm:px-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="min-w-0 text-lg font-semibold">
              <InlineName>{whoWords(conversation)}</InlineName>
            </h2>
            <p className="quiet text-sm wrap-anywhere">
              {channelName(conversation.channel)}
              {addressWords(conversation) && (
                <>
                  {' · '}
                  <bdi>{addressWords(conversation)}</bdi>
                </>
              )}
            </p>
            {automatic > 1 && (
              <Badge>{t('{count} automatic messages', { count: numberWords(automatic) })}</Badge>
            )}
            {conversation.status === 'closed' && <Badge tone="good">{t('closed')}</Badge>}
            {conversation.snoozedUntil && (
              <Badge tone="wait">
                {t('snoozed until {time}', { time: timeWords(conversation.snoozedUntil) })}
              </Badge>
            )}
          </div>
          {mayReply && <Handling conversation={conversation} changing={changing} />}
        </header>
        <div className="relative grow px-3 py-4 sm:px-4 md:min-h-0 md:overflow-y-auto">
          <div ref={content} className="mx-auto max-w-3xl">
            <CustomerContext customerId={conversation.customerId} effects={effects} isInline />
            {problem && <Problem words={t('Not up to date: {problem}', { problem })} />}
            <ol aria-label={t('What was said')} className="space-y-4">
              {entries.map((entry) => (
                <li key={keyOf(entry)}>
                  <Entry
                    {...{ entry, mayReply, mayAnswer }}
                    contractId={conversation.contractId}
                    isNewest={entry === newest}
                    onChanged={() => {
                      changing.forget();
                      refresh();
                    }}
                  />
                </li>
              ))}
            </ol>
            {mayReply && newest && conversation.contactId === null && (
              <WhoWrote
                key={newest.replyId}
                replyId={newest.replyId}
                conversation={conversation}
                onSaid={refresh}
              />
            )}
            <div ref={end} />
          </div>
        </div>
        {mayReply && newest && (
          <Answering {...{ conversation, newest, heldBy, waiting, mayAnswer }} onSent={refresh} />
        )}
      </div>
      <CustomerContext customerId={conversation.customerId} effects={effects} isInline={false} />
    </article>
  );
}

const keyOf = (entry: ThreadEntry): string => {
  if (entry.kind === 'received') return entry.replyId;
  if (entry.kind === 'answered') return entry.approvalId;
  return `${entry.kind} ${entry.at} ${entry.text.slice(0, 100)}`;
};
