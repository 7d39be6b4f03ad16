import { type FormEvent, useState } from 'react';
import type { User } from '../../../core/tenants/create-user.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { post, problemWords } from '../api.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { useMay, useMe } from '../me.ts';
import { usePolled } from '../use-polled.ts';
import { timeWords } from '../words.ts';
import { Frame, Loading, Panel } from './page.tsx';
import { Secret } from './secret.tsx';
import { Tokens } from './tokens.tsx';

const ROLES = {
  viewer: 'viewer: reads',
  manager: 'manager: prepares and asks',
  approver: 'approver: decides',
  admin: 'admin: everything',
} as const;

export function SettingsPage() {
  const { workspace } = useMe();
  return (
    <Frame title="Settings" hint={`${workspace.name}, ${workspace.timeZone}`}>
      <People />
      <Tokens />
      <Fields />
    </Frame>
  );
}

function People() {
  const mayAdminister = useMay('administer');
  const { data, problem, reload } = usePolled<{ users: User[] }>('/users', null);
  return (
    <Panel title="People">
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
              <Badge>{user.role}</Badge>
              {mayAdminister && <SignInLink email={user.email} />}
            </span>
          </li>
        ))}
      </ul>
      {mayAdminister ? (
        <AddPerson onAdded={() => void reload()} />
      ) : (
        <p className="quiet mt-2">Only an admin adds people.</p>
      )}
    </Panel>
  );
}

type Link = { url: string; expiresAt: string };

function SignInLink({ email }: { email: string }) {
  const [link, setLink] = useState<Link | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const make = () =>
    post<Link>('/sign-in-links', { email }).then(setLink, (error: unknown) =>
      setProblem(problemWords(error)),
    );
  if (problem) return <Problem words={problem} />;
  if (link)
    return (
      <Secret
        label={`Sign-in link for ${email}`}
        text={link.url}
        hint={`Works once, until ${timeWords(link.expiresAt)}.`}
      />
    );
  return (
    <button type="button" className="btn btn-sm" onClick={make} aria-label={`Sign-in link for ${email}`}>
      Sign-in link
    </button>
  );
}

const NOBODY = { name: '', email: '', role: 'manager' as User['role'] };

function AddPerson({ onAdded }: { onAdded: () => void }) {
  const [person, setPerson] = useState(NOBODY);
  const [problem, setProblem] = useState<string | null>(null);
  async function add(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    try {
      await post('/users', person);
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
        placeholder="Name"
        aria-label="Name"
        autoComplete="off"
        maxLength={120}
        value={person.name}
        onChange={(event) => setPerson({ ...person, name: event.target.value })}
      />
      <input
        required
        type="email"
        className="input min-w-0 grow basis-40 text-base sm:text-sm"
        placeholder="E-mail"
        aria-label="E-mail"
        autoComplete="off"
        value={person.email}
        onChange={(event) => setPerson({ ...person, email: event.target.value })}
      />
      <select
        className="select basis-64"
        aria-label="Role"
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
        Add
      </button>
      {problem && <Problem words={problem} />}
    </form>
  );
}

function Fields() {
  const { data, problem, reload } = usePolled<{ fields: FieldView[] }>('/fields', null);
  const own = data?.fields.filter(({ isBuiltIn }) => !isBuiltIn) ?? [];
  const builtIn = data?.fields.filter(({ isBuiltIn }) => isBuiltIn) ?? [];
  return (
    <Panel title="Fields">
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data && (
        <>
          {own.length === 0 ? (
            <p className="quiet">This workspace has none of its own.</p>
          ) : (
            <FieldList fields={own} />
          )}
          <details className="mt-3">
            <summary>{builtIn.length} that every workspace has</summary>
            <FieldList fields={builtIn} />
          </details>
        </>
      )}
    </Panel>
  );
}

const FieldList = ({ fields }: { fields: FieldView[] }) => (
  <ul className="mt-2 space-y-1.5">
    {fields.map((field) => (
      <li key={field.key} className="wrap-anywhere">
        <span className="font-medium">{field.label}</span> <span className="quiet">{field.kind}</span>
        {field.values.length > 0 && <span className="quiet block text-xs">{field.values.join(', ')}</span>}
      </li>
    ))}
  </ul>
);
