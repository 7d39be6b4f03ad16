import { CONTACT_ROLES, type ContactRole } from '../../../core/customers/roles.ts';
import { CONTACT_ROLE_WORDS } from '../customer/contact-role-words.ts';
import { t } from '../words/t.ts';
import { Field } from './own-words.tsx';

type Props = { roles: readonly ContactRole[]; onChange: (roles: readonly ContactRole[]) => void };

/** Which of their contacts a group means; several only where a sentence meant so. */
export function GroupRoles({ roles, onChange }: Props) {
  const choices: (readonly ContactRole[])[] = [...CONTACT_ROLES.map((role) => [role])];
  if (roles.length > 1) choices.push(roles);
  return (
    <Field label={t('Which of their contacts')}>
      <select
        className="select select-sm mt-1 w-full"
        value={roles.join()}
        onChange={({ target }) => onChange(choices.find((one) => one.join() === target.value) ?? [])}
      >
        <option value="">{t('all who are written to')}</option>
        {choices.map((one) => (
          <option key={one.join()} value={one.join()}>
            {roleWords(one)}
          </option>
        ))}
      </select>
    </Field>
  );
}

export const roleWords = (roles: readonly ContactRole[]): string =>
  roles.map((role) => CONTACT_ROLE_WORDS[role]).join(', ');
