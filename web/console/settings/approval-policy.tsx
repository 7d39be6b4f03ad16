import { type FormEvent, useEffect, useState } from 'react';
import type { ApprovalRule } from '../../../core/tenants/approval-settings.ts';
import type { User } from '../../../core/tenants/create-user.ts';
import type { TenantSettings } from '../../../core/tenants/settings.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Absences } from './absences.tsx';
import { ApprovalRuleFields, FRESH_RULE } from './approval-rule-fields.tsx';
import { SaveSettings } from './save-settings.tsx';

type Answer = { settings: TenantSettings };

/** Which campaigns need more than the usual yes, by whom and in which order; and who decides for whom. */
export function ApprovalPolicy() {
  const users = usePolled<{ users: User[] }>('/users', null).data?.users ?? [];
  return (
    <>
      <RulesForm users={users} />
      <Absences users={users} />
    </>
  );
}

function RulesForm({ users }: { users: readonly User[] }) {
  const mayAdminister = useMay('administer');
  const { data, problem, reload, set } = usePolled<Answer>('/settings', null);
  const [rules, setRules] = useState<ApprovalRule[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (data) setRules(data.settings.approval.rules);
  }, [data]);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data || !rules) return <Loading />;
  const { settings } = data;
  async function save(event: FormEvent) {
    event.preventDefault();
    setWrong(null);
    setSaid(null);
    try {
      set(await patch<Answer>('/settings', { approval: { ...settings.approval, rules } }));
      setSaid(t('Saved. What already waits for a decision keeps the rules under which it was asked.'));
    } catch (error) {
      setWrong(problemWords(error));
    }
  }
  const change = (at: number, rule: ApprovalRule) =>
    setRules(rules.map((one, index) => (index === at ? rule : one)));
  return (
    <form onSubmit={save} className="mb-4">
      <fieldset disabled={!mayAdminister}>
        {!mayAdminister && <p className="quiet mb-3 text-sm">{t('Only an admin changes these.')}</p>}
        <Panel title={t('Who approves what')}>
          <p className="quiet">
            {t(
              'The first rule whose conditions all hold counts. Where none does, the usual rules hold: those under Rules.',
            )}
          </p>
        </Panel>
        {rules.map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules are told apart by their place only
          <Panel key={at} title={t('Rule {n}', { n: at + 1 })}>
            <ApprovalRuleFields
              {...{ rule, users }}
              currency={settings.currency}
              onChange={(next) => change(at, next)}
            />
            {mayAdminister && (
              <button
                type="button"
                className="btn btn-sm mt-2"
                onClick={() => setRules(rules.filter((_, index) => index !== at))}
              >
                {t('Take the rule out')}
              </button>
            )}
          </Panel>
        ))}
        {mayAdminister && (
          <button type="button" className="btn btn-sm mb-3" onClick={() => setRules([...rules, FRESH_RULE])}>
            {t('Add a rule')}
          </button>
        )}
        <div>
          <SaveSettings mayAdminister={mayAdminister} wrong={wrong} said={said} />
        </div>
      </fieldset>
    </form>
  );
}
