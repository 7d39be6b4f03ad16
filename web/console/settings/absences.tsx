import { type FormEvent, useState } from 'react';
import type { DelegationRow } from '../../../core/access/delegations.ts';
import type { User } from '../../../core/tenants/create-user.ts';
import { post, remove } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { Problem } from '../cards/card.tsx';
import { useMay, useMe } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { UndoLine } from '../undo-line.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';
import { ListItem } from './list-item.tsx';
import { useDoing } from './use-doing.ts';

/** Who decides in whose place, and leaving one's own decisions to a colleague. */
export function Absences({ users }: { users: readonly User[] }) {
  const me = useMe();
  const [mayApprove, mayAdminister] = [useMay('approve'), useMay('administer')];
  const { data, problem, reload } = usePolled<{ delegations: DelegationRow[] }>('/delegations', null);
  const [ended, setEnded] = useState<DelegationRow | null>(null);
  const doing = useDoing(() => void reload());
  const end = ({ id }: DelegationRow) => remove(`/delegations/${id}`);
  const putBack = () => {
    if (!ended) return;
    const { delegateId, startsAt, endsAt } = ended;
    doing.run(post('/delegations', { delegateId, startsAt, endsAt }).then(() => setEnded(null)));
  };
  return (
    <Panel title={t('While somebody is away')}>
      <p className="quiet mb-3">
        {t(
          'A colleague decides in their place, signs as themself, and cannot pass it on. What bars them bars the colleague.',
        )}
      </p>
      <UndoLine
        words={ended && t('{to} for {of}: ended.', { to: ended.to, of: ended.of })}
        onUndo={putBack}
      />
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data?.delegations.length === 0 && <p className="quiet">{t('Nobody is away.')}</p>}
      <ul className="divide-y divide-base-300">
        {data?.delegations.map((one) => (
          <ListItem
            key={one.id}
            name={t('{to} for {of}', { to: one.to, of: one.of })}
            detail={t('{from} to {until}', { from: timeWords(one.startsAt), until: timeWords(one.endsAt) })}
          >
            {one.userId === me.id && (
              <button
                type="button"
                className="btn btn-sm"
                aria-label={t('End: {to} for {of}', { to: one.to, of: one.of })}
                onClick={() => doing.run(end(one).then(() => setEnded(one)))}
              >
                {t('End')}
              </button>
            )}
            {one.userId !== me.id && (mayAdminister || one.delegateId === me.id) && (
              <AskFirst
                words={t('End')}
                label={t('End: {to} for {of}', { to: one.to, of: one.of })}
                question={t('Only {of} can give it again.', { of: one.of })}
                sure={t('End it for good')}
                onSure={() => doing.run(end(one))}
              />
            )}
          </ListItem>
        ))}
      </ul>
      {doing.problem && <Problem words={doing.problem} />}
      {mayApprove && (
        <Leave users={users.filter(({ id, isActive }) => isActive && id !== me.id)} onLeft={reload} />
      )}
    </Panel>
  );
}

type LeaveProps = { users: readonly User[]; onLeft: () => Promise<void> };

function Leave({ users, onLeft }: LeaveProps) {
  const [given, setGiven] = useState({ delegateId: '', from: '', until: '' });
  const { problem, run } = useDoing(() => {
    setGiven({ delegateId: '', from: '', until: '' });
    void onLeft();
  });
  const leave = (event: FormEvent) => {
    event.preventDefault();
    const { delegateId, from, until } = given;
    const startsAt = from ? { startsAt: new Date(from).toISOString() } : {};
    run(post('/delegations', { delegateId, ...startsAt, endsAt: new Date(until).toISOString() }));
  };
  return (
    <form onSubmit={leave} className="mt-3 flex flex-wrap items-end gap-2 border-t border-base-300 pt-3">
      <label className="grow basis-40">
        <span className="block">{t('Who decides for you')}</span>
        <select
          required
          className="select w-full"
          value={given.delegateId}
          onChange={({ target }) => setGiven({ ...given, delegateId: target.value })}
        >
          <option value="">{t('Choose …')}</option>
          {users.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'until'] as const).map((end) => (
        <label key={end} className="grow basis-44">
          <span className="block">{ENDS[end]}</span>
          <input
            type="datetime-local"
            required={end === 'until'}
            className="input w-full text-base sm:text-sm"
            value={given[end]}
            onChange={({ target }) => setGiven({ ...given, [end]: target.value })}
          />
        </label>
      ))}
      <button type="submit" className="btn btn-primary">
        {t('Leave it to them')}
      </button>
      {problem && <Problem words={problem} />}
    </form>
  );
}

const ENDS = { from: t('From (empty: now)'), until: t('Until, sixty days at most') } as const;
