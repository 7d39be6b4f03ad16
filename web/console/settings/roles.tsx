import { useState } from 'react';
import type { RoleRow } from '../../../core/access/custom-roles.ts';
import { post, remove } from '../api.ts';
import { Change, TakeOut } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { UndoLine } from '../undo-line.tsx';
import type { Polled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';
import { ListItem } from './list-item.tsx';
import { RIGHTS } from './right-words.ts';
import { RoleForm } from './role-form.tsx';
import { useDoing } from './use-doing.ts';

export type Roles = { roles: RoleRow[]; closable: { tools: string[]; areas: string[] } };

/** Roles of the workspace's own: a built-in one with less. */
export function OwnRoles({ from: { data, problem, reload } }: { from: Polled<Roles> }) {
  const mayAdminister = useMay('administer');
  const [open, setOpen] = useState<string | null>(null);
  const [taken, setTaken] = useState<RoleRow | null>(null);
  const doing = useDoing(() => void reload());
  const putBack = () => {
    if (!taken) return;
    const { name, base, rights, closed } = taken;
    doing.run(post('/roles', { name, base, rights, closed }).then(() => setTaken(null)));
  };
  const done = () => {
    setOpen(null);
    void reload();
  };
  return (
    <Panel title={t('Your own roles')}>
      <p className="quiet mb-3">
        {t('A built-in role with less: fewer rights, and tools or parts that stay shut.')}
      </p>
      <UndoLine words={taken && t('“{name}” is taken out.', { name: taken.name })} onUndo={putBack} />
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data?.roles.length === 0 && <p className="quiet">{t('There are none yet.')}</p>}
      <ul className="divide-y divide-base-300">
        {data?.roles.map((role) => (
          <ListItem key={role.id} name={role.name} detail={termsOf(role)}>
            {mayAdminister && (
              <>
                <Change
                  label={role.name}
                  isOpen={open === role.id}
                  onPress={() => setOpen(open === role.id ? null : role.id)}
                />
                <TakeOut
                  label={role.name}
                  onPress={() => doing.run(remove(`/roles/${role.id}`).then(() => setTaken(role)))}
                />
              </>
            )}
            {open === role.id && data && (
              <RoleForm role={role} closable={data.closable} onDone={done} onCancel={() => setOpen(null)} />
            )}
          </ListItem>
        ))}
      </ul>
      {doing.problem && <Problem words={doing.problem} />}
      {mayAdminister && data && open === 'new' && (
        <RoleForm closable={data.closable} onDone={done} onCancel={() => setOpen(null)} />
      )}
      {mayAdminister && data && open !== 'new' && (
        <button type="button" className="btn btn-sm mt-3" onClick={() => setOpen('new')}>
          {t('Add a role')}
        </button>
      )}
    </Panel>
  );
}

const termsOf = ({ base, rights, closed }: RoleRow): string =>
  [
    t('{role} who may {rights}', {
      role: inLanguage(base),
      rights: rights.map((right) => RIGHTS[right]).join(', '),
    }),
    ...(closed.length > 0 ? [t('{n} shut', { n: closed.length })] : []),
  ].join('; ');
