import type { ApprovalRule } from '../../../core/tenants/approval-settings.ts';
import type { User } from '../../../core/tenants/create-user.ts';
import { TakeOut } from '../buttons.tsx';
import { inLanguage, t } from '../words/t.ts';
import { CheckList } from './check-list.tsx';
import { Row, TextField } from './setting-fields.tsx';

type Stage = ApprovalRule['stages'][number];
type Props = {
  stage: Stage;
  number: number;
  isOnly: boolean;
  users: readonly User[];
  /** Null takes it out. */
  onChange: (stage: Stage | null) => void;
};

/** One of those who say yes after each other, each somebody else. */
export function StageFields({ stage, number, isOnly, users, onChange }: Props) {
  const able = users.filter(({ role, isActive }) => isActive && (role === 'approver' || role === 'admin'));
  const roles = { approver: inLanguage('approver'), admin: inLanguage('admin') };
  return (
    <section
      aria-label={t('Stage {n}', { n: number })}
      className="mt-2 rounded-box border border-base-300 px-3 py-2"
    >
      <h4 className="font-medium">{t('Stage {n}', { n: number })}</h4>
      <Row label={t('Name, such as compliance')}>
        <TextField value={stage.name} onChange={(name) => onChange({ ...stage, name })} />
      </Row>
      <CheckList
        legend={t('Who decides')}
        of={roles}
        chosen={stage.roles}
        onChange={(chosen) => onChange({ ...stage, roles: chosen })}
      />
      <CheckList
        legend={t('Only these people (none: any of them)')}
        of={Object.fromEntries(able.map(({ id, name }) => [id, name]))}
        chosen={stage.people}
        onChange={(people) => onChange({ ...stage, people })}
      />
      {!isOnly && <TakeOut label={t('Stage {n}', { n: number })} onPress={() => onChange(null)} />}
    </section>
  );
}
