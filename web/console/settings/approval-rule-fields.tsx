import type { ApprovalRule } from '../../../core/tenants/approval-settings.ts';
import type { User } from '../../../core/tenants/create-user.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { channelName, minorPerUnit } from '../words.ts';
import { CheckList } from './check-list.tsx';
import { Check, NumberField, Row, TextField } from './setting-fields.tsx';
import { StageFields } from './stage-fields.tsx';

type Props = {
  rule: ApprovalRule;
  users: readonly User[];
  currency: string;
  onChange: (rule: ApprovalRule) => void;
};

const STAGE: ApprovalRule['stages'][number] = { name: '', roles: ['approver', 'admin'], people: [] };
export const FRESH_RULE: ApprovalRule = { name: '', when: {}, stages: [STAGE], secondPerson: true };

/** When a rule holds, and who then decides. */
export function ApprovalRuleFields({ rule, users, currency, onChange }: Props) {
  const channels = usePolled<{ channels: { key: string }[] }>('/channels', null).data?.channels ?? [];
  const types = usePolled<{ types: { key: string; label: string }[] }>('/campaign-types', null).data?.types;
  const { when, stages } = rule;
  const hold = (given: Partial<ApprovalRule['when']>) => {
    const all = Object.entries({ ...when, ...given });
    onChange({ ...rule, when: Object.fromEntries(all.filter(([, value]) => isSaid(value))) });
  };
  const unit = minorPerUnit(currency);
  const changeStage = (at: number, stage: (typeof stages)[number] | null) =>
    onChange({ ...rule, stages: stages.flatMap((one, index) => (index === at ? (stage ?? []) : one)) });
  return (
    <>
      <Row label={t('Name')}>
        <TextField value={rule.name} onChange={(name) => onChange({ ...rule, name })} />
      </Row>
      <Row label={t('From so many recipients on (empty: any)')}>
        <NumberField
          value={when.recipients ?? null}
          onChange={(recipients) => hold({ recipients: recipients ?? undefined })}
        />
      </Row>
      <Row label={t('From contracts worth so much on, in {currency} (empty: any)', { currency })}>
        <NumberField
          value={when.valueMinor === undefined ? null : when.valueMinor / unit}
          onChange={(value) => hold({ valueMinor: value === null ? undefined : Math.round(value * unit) })}
        />
      </Row>
      <CheckList
        legend={t('Through any of these channels (none: any)')}
        of={Object.fromEntries(channels.map(({ key }) => [key, channelName(key)]))}
        chosen={when.channels ?? []}
        onChange={(chosen) => hold({ channels: chosen })}
      />
      <CheckList
        legend={t('Of any of these types (none: any)')}
        of={Object.fromEntries((types ?? []).map(({ key, label }) => [key, label]))}
        chosen={when.types ?? []}
        onChange={(chosen) => hold({ types: chosen })}
      />
      <Check
        label={t('Four eyes: neither who asked nor who wrote it decides')}
        isOn={rule.secondPerson}
        onChange={(secondPerson) => onChange({ ...rule, secondPerson })}
      />
      {stages.map((stage, at) => (
        <StageFields
          // biome-ignore lint/suspicious/noArrayIndexKey: stages are told apart by their order only
          key={at}
          {...{ stage, users }}
          number={at + 1}
          isOnly={stages.length === 1}
          onChange={(next) => changeStage(at, next)}
        />
      ))}
      {stages.length < 5 && (
        <button
          type="button"
          className="btn btn-sm me-2 mt-2"
          onClick={() => onChange({ ...rule, stages: [...stages, STAGE] })}
        >
          {t('Add a stage')}
        </button>
      )}
    </>
  );
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);
