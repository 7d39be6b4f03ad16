import { formatDate, isDate } from '../../../lib/dates.ts';
import { formatMoney } from '../../../lib/money.ts';
import { joinWords } from '../../../lib/text.ts';
import type { Field } from '../../fields/field.ts';
import { ROLE_LABELS } from '../roles.ts';
import type { PlannedStep, Value } from './change-step.ts';

type Words = { fields: readonly Field[]; unit: { one: string; many: string }; currency: string };

/** A planned step in words, with what it replaces: "Contract end: 31 October 2026 → 31 October 2027". */
export function describeStep(step: PlannedStep, words: Words): string {
  switch (step.do) {
    case 'set': {
      const field = words.fields.find(({ key }) => key === step.field);
      const say = (value: Value) => sayValue(value, { field, words });
      return `${field?.label ?? 'Notes'}: ${say(step.before)} → ${say(step.after)}`;
    }
    case 'contact_left':
      return `${step.name ?? 'The contact'} has left`;
    case 'add_contact': {
      const { name, role = 'other', title } = step.after;
      return [`New contact: ${name}, ${title ?? ROLE_LABELS[role]}`, ...step.addresses.map(sayAddress)].join(
        ', ',
      );
    }
    case 'change_contact': {
      const { before, after, addresses } = step;
      const changed = (Object.keys(after) as (keyof typeof after)[]).map(
        (key) => `${LABELS[key]}: ${before[key] ?? 'not known'} → ${after[key] ?? 'not known'}`,
      );
      const reached = addresses.map(({ channel, address }) => {
        const old = step.replaced.find((one) => one.channel === channel)?.address;
        return old ? `${channel}: ${old} → ${address}` : sayAddress({ channel, address });
      });
      return `${step.name ?? 'The contact'}: ${[...changed, ...reached].join(', ')}`;
    }
    case 'set_units':
      return `${words.unit.many}: ${joinWords(step.before) || 'none named'} → ${joinWords(step.after) || 'none named'}`;
    case 'note':
      return `Note: ${step.text}`;
  }
}

const LABELS = {
  name: 'name',
  role: 'role',
  title: 'title',
  language: 'language',
  preferredChannel: 'preferred channel',
};

const sayAddress = ({ channel, address }: { channel: string; address: string }) => `${channel} ${address}`;

function sayValue(value: Value, { field, words }: { field: Field | undefined; words: Words }): string {
  if (value === null) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field?.kind === 'money') return formatMoney({ minor: Number(value), currency: words.currency });
  return field?.kind === 'date' && isDate(String(value)) ? formatDate(String(value)) : String(value);
}
