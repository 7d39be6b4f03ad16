import { type FormEvent, useState } from 'react';
import type { User } from '../../../core/tenants/create-user.ts';
import { patch, post, problemWords } from '../api.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { useMay, useMe } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';
import { OwnRoles, type Roles } from './roles.tsx';
import { useDoing } from './use-doing.ts';
import { Invite, SignInLink } from './way-in.tsx';

const ROLES = {
  viewer: t('viewer: reads'),
  analyst: t('analyst: reads and takes reports out'),
  manager: t('manager: prepares and asks'),
  approver: t('approver: decides'),
  admin: t('admin: everything'),
} as const;

export function People() {
  const mayAdminister = useMay('administer');
  const me = useMe();
  const { data, problem, reload } = usePolled<{ users: User[] }>('/users', null);
  const roles = usePolled<Roles>('/roles', null);
  const own = roles.data?.roles ?? [];
  return (
    <>
      <Panel title={t('People')}>
        {problem && <Problem words={problem} onRetry={() => void reload()} />}
        {!data && !problem && <Loading />}
        <ul className="divide-y divide-base-300">
          {data?.users.map((user) => (
            <li key={user.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
              <span className="min-w-0">
                <span className="block font-medium">
                  <InlineName>{user.name}</InlineName>
                </span>
                <span className="quiet wrap-anywhere">{user.email}</span>
              </span>
              <span className="flex flex-wrap items-center gap-2">
                {mayAdminister ? (
                  <RoleSelect {...{ user, own }} onChanged={() => void reload()} />
                ) : (
                  <Badge>
                    {own.find(({ id }) => id === user.customRoleId)?.name ?? inLanguage(user.role)}
                  </Badge>
                )}
                {!user.isActive && <Badge tone="wait">{t('closed')}</Badge>}
                {mayAdminister && user.id !== me.id && (
                  <Activity user={user} onChanged={() => void reload()} />
                )}
                {mayAdminister &&
                  user.isActive &&
                  (user.email === me.email ? <SignInLink email={user.email} /> : <Invite user={user} />)}
              </span>
            </li>
          ))}
        </ul>
        {mayAdminister ? (
          <AddPerson onAdded={() => void reload()} />
        ) : (
          <p className="quiet mt-2">{t('Only an admin adds people.')}</p>
        )}
      </Panel>
      <OwnRoles from={roles} />
    </>
  );
}

type PersonProps = { user: User; onChanged: () => void };

/** Closing an account ends its sessions, tokens and links with the next request; the person stays in the log. */
function Activity({ user: { id, name, isActive }, onChanged }: PersonProps) {
  const { problem, run } = useDoing(onChanged);
  return (
    <>
      <button
        type="button"
        className="btn btn-sm"
        aria-label={
          isActive ? t('Close the account of {name}', { name }) : t('Open the account of {name}', { name })
        }
        onClick={() => run(patch(`/users/${id}`, { isActive: !isActive }))}
      >
        {isActive ? t('Close') : t('Open')}
      </button>
      {problem && <Problem words={problem} />}
    </>
  );
}

function RoleSelect({ user, own, onChanged }: PersonProps & { own: Roles['roles'] }) {
  const { problem, run } = useDoing(onChanged);
  const change = (chosen: string) =>
    run(patch(`/users/${user.id}`, chosen in ROLES ? { role: chosen } : { customRoleId: chosen }));
  return (
    <>
      <select
        className="select select-sm w-auto max-w-full"
        aria-label={t('Role of {name}', { name: user.name })}
        value={user.customRoleId ?? user.role}
        onChange={({ target }) => change(target.value)}
      >
        {Object.keys(ROLES).map((role) => (
          <option key={role} value={role}>
            {inLanguage(role)}
          </option>
        ))}
        {own.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {problem && <Problem words={problem} />}
    </>
  );
}

const NOBODY = { name: '', email: '', role: 'manager' as User['role'] };

function AddPerson({ onAdded }: { onAdded: () => void }) {
  const [person, setPerson] = useState(NOBODY);
  const [problem, setProblem] = useState<string | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  async function add(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    setAdded(null);
    try {
      await post('/users', person);
      setAdded(person.name);
      setPerson(NOBODY);
      onAdded();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  return (
    <form onSubmit={add} className="mt-3 flex flex-wrap gap-2 border-t border-base-300 pt-3">
      <input
        required
        className="input min-w-0 grow basis-40 text-base sm:text-sm"
        placeholder={t('Name')}
        aria-label={t('Name')}
        autoComplete="off"
        maxLength={120}
        value={person.name}
        onChange={(event) => setPerson({ ...person, name: event.target.value })}
      />
      <input
        required
        type="email"
        className="input min-w-0 grow basis-40 text-base sm:text-sm"
        placeholder={t('E-mail')}
        aria-label={t('E-mail')}
        autoComplete="off"
        value={person.email}
        onChange={(event) => setPerson({ ...person, email: event.target.value })}
      />
      <select
        className="select basis-64"
        aria-label={t('Role')}
        value={person.role}
        onChange={(event) => setPerson({ ...person, role: event.target.value as User['role'] })}
      >
        {Object.entries(ROLES).map(([role, words]) => (
          <option key={role} value={role}>
            {words}
          </option>
        ))}
      </select>
      <button type="submit" className="btn btn-primary">
        {t('Add')}
      </button>
      {added && (
        <p role="status" className="w-full">
          {t('{name} is added, and nothing was mailed yet: “Invite” beside the name sends the way in.', {
            name: added,
          })}
        </p>
      )}
      {problem && <Problem words={problem} />}
    </form>
  );
}
