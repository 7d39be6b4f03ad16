import { type FormEvent, useState } from 'react';
import type { RoleRow } from '../../../core/access/custom-roles.ts';
import type { Capability, Closable, Role } from '../../../core/tenants/roles.ts';
import { post, put } from '../api.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { inLanguage, t } from '../words/t.ts';
import { plainWords } from '../words.ts';
import { CheckList } from './check-list.tsx';
import { RIGHTS } from './right-words.ts';
import type { Roles } from './roles.tsx';
import { Row, TextField } from './setting-fields.tsx';
import { useDoing } from './use-doing.ts';

type Props = {
  role?: RoleRow;
  closable: Roles['closable'];
  onDone: () => void;
  onCancel: () => void;
};

const BASES: readonly Role[] = ['viewer', 'analyst', 'manager', 'approver', 'admin'];
const FRESH = {
  name: '',
  base: 'manager' as Role,
  rights: ['read'] as Capability[],
  closed: [] as Closable[],
};

/** The terms of a role: which one it is a smaller one of, what of that it may, and what it keeps shut. */
export function RoleForm({ role, closable, onDone, onCancel }: Props) {
  const [given, setGiven] = useState(role ?? FRESH);
  const { problem, run } = useDoing(onDone);
  const change = (some: Partial<typeof FRESH>) => setGiven({ ...given, ...some });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { name, base, rights, closed } = given;
    const terms = { name, base, rights, closed };
    run(role ? put(`/roles/${role.id}`, terms) : post('/roles', terms));
  };
  return (
    <form onSubmit={save} className="mt-3 w-full border-t border-base-300 pt-3">
      <Row label={t('Name')}>
        <TextField value={given.name} onChange={(name) => change({ name })} />
      </Row>
      <Row label={t('A smaller')}>
        <select
          className="select select-sm"
          value={given.base}
          onChange={({ target }) => change({ base: target.value as Role })}
        >
          {BASES.map((base) => (
            <option key={base} value={base}>
              {inLanguage(base)}
            </option>
          ))}
        </select>
      </Row>
      <CheckList
        legend={t('What it may')}
        of={RIGHTS}
        chosen={given.rights}
        onChange={(rights) => change({ rights })}
      />
      <details className="py-1.5">
        <summary>{t('What stays shut, whatever the rights')}</summary>
        <CheckList
          legend={t('Parts of the product')}
          of={named('area', closable.areas)}
          chosen={given.closed}
          onChange={(closed) => change({ closed })}
        />
        <CheckList
          legend={t('Tools of the agent')}
          of={named('tool', closable.tools)}
          chosen={given.closed}
          onChange={(closed) => change({ closed })}
        />
      </details>
      {problem && <Problem words={problem} />}
      <div className="mt-2 flex flex-wrap gap-2">
        <SaveOrCancel isHeld={given.rights.length === 0} onCancel={onCancel} />
      </div>
    </form>
  );
}

const named = (kind: 'area' | 'tool', names: readonly string[]): Partial<Record<Closable, string>> =>
  Object.fromEntries(names.map((name) => [`${kind}:${name}`, plainWords(name)]));
