import { type FormEvent, useRef, useState } from 'react';
import type { ConversationRow } from '../../../core/replies/desk/list-conversations.ts';
import type { User } from '../../../core/tenants/create-user.ts';
import { Problem } from '../cards/card.tsx';
import { useMe } from '../me.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';
import { AboutContract } from './about-contract.tsx';
import { LATER, laterTimes } from './later.ts';
import type { Changing } from './use-change-conversation.ts';
import { useKeys } from './use-keys.ts';

type Props = { conversation: ConversationRow; changing: Changing };

/** Whose it is, when it comes back, whether it is dealt with, and what it is about. */
export function Handling({ conversation, changing }: Props) {
  const { said, problem, change, undo } = changing;
  const me = useMe();
  const { data } = usePolled<{ users: User[] }>('/users', null);
  const root = useRef<HTMLDivElement>(null);
  const snooze = useRef<HTMLSelectElement>(null);
  const { assignedTo, snoozedUntil, status, tags } = conversation;
  const isClosed = status === 'closed';
  const assign = (to: string | null) => {
    const name = data?.users.find(({ id }) => id === to)?.name ?? me.name;
    return change(
      { assignedTo: to },
      { words: to ? t('Given to {name}.', { name }) : t('Nobody’s now.'), back: { assignedTo } },
    );
  };
  const close = () =>
    change(
      { status: isClosed ? 'open' : 'closed' },
      isClosed
        ? { words: t('Open again.'), back: { status } }
        : { words: t('Closed.'), back: { status, ...(snoozedUntil ? { snoozedUntil } : {}) } },
    );
  const sleep = (until: string | null) =>
    change(
      { snoozedUntil: until },
      {
        words: until
          ? t('Put away until {time}, or until they write again.', { time: timeWords(until) })
          : t('In sight again.'),
        back: { snoozedUntil: null },
      },
    );
  useKeys(root, { e: () => void close(), m: () => void assign(me.id), s: () => snooze.current?.focus() });
  const times = laterTimes(new Date());
  const colleagues = (data?.users ?? []).filter(
    ({ id, isActive, role }) => id === assignedTo || (isActive && role !== 'viewer' && role !== 'analyst'),
  );
  return (
    <div ref={root} className="mt-2">
      <div className="flex flex-wrap items-center gap-2">
        <select
          className="select select-sm w-auto max-w-44"
          aria-label={t('Whose it is')}
          value={assignedTo ?? ''}
          onChange={({ target }) => void assign(target.value || null)}
        >
          <option value="">{t('Nobody’s')}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === me.id ? t('{name} (you)', { name }) : name}
            </option>
          ))}
        </select>
        {snoozedUntil ? (
          <button type="button" className="btn btn-sm" onClick={() => void sleep(null)}>
            {t('Bring it back')}
          </button>
        ) : (
          <select
            ref={snooze}
            className="select select-sm w-auto"
            aria-label={t('Put it away')}
            disabled={isClosed}
            value=""
            onChange={({ target }) => void sleep(times[target.value as keyof typeof times])}
          >
            <option value="" disabled>
              {t('Snooze …')}
            </option>
            {Object.entries(LATER).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        )}
        <button type="button" className="btn btn-sm" onClick={() => void close()}>
          {isClosed ? t('Open it again') : t('Close')}
        </button>
        <AboutContract conversation={conversation} change={change} />
        <Tags tags={tags} onTags={(next, words) => void change({ tags: next }, { words, back: { tags } })} />
      </div>
      <p role="status" className="mt-2 flex flex-wrap items-center gap-2 text-sm empty:hidden">
        {said?.words}
        {said?.back && (
          <button type="button" className="btn btn-xs" onClick={() => void undo()}>
            {t('Undo')}
          </button>
        )}
      </p>
      {problem && <Problem words={problem} />}
    </div>
  );
}

type TagsProps = { tags: string[]; onTags: (tags: string[], words: string) => void };

function Tags({ tags, onTags }: TagsProps) {
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const tag = text.trim();
    if (!tag) return;
    setText('');
    if (!tags.includes(tag)) onTags([...tags, tag], t('Tagged “{tag}”.', { tag }));
  };
  return (
    <>
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className="badge badge-sm h-auto min-h-6 max-w-full wrap-anywhere"
          aria-label={t('Take the tag {tag} off', { tag })}
          onClick={() =>
            onTags(
              tags.filter((one) => one !== tag),
              t('“{tag}” taken off.', { tag }),
            )
          }
        >
          {tag} ×
        </button>
      ))}
      <form onSubmit={add}>
        <input
          className="input input-sm w-28 text-base sm:text-sm"
          aria-label={t('Add a tag')}
          placeholder={t('Tag …')}
          maxLength={40}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </form>
    </>
  );
}
