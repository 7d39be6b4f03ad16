import type { TenantSettings } from '../../../core/tenants/settings.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { TakeOut } from '../buttons.tsx';
import { inLanguage, t } from '../words/t.ts';
import { minorPerUnit, moneyWords, numberWords } from '../words.ts';
import { Row } from './setting-fields.tsx';

export type Offer = TenantSettings['renewalOffers'][number];
type When = Offer['when'];
type Least = 'minYears' | 'minRenewals' | 'minUnits' | 'minYearlyMinor';
type Known = { settings: Pick<TenantSettings, 'currency' | 'unit'>; fields: readonly FieldView[] };
type Props = Known & { when: When; onChange: (when: When) => void };

/** Whom an offer is for, as a condition after the other: each is read as it holds, changed and taken out. */
export function OfferConditions({ when, settings, fields, onChange }: Props) {
  const known = { settings, fields };
  const held = (Object.keys(when) as (keyof When)[]).filter((key) => when[key] !== undefined);
  const addable = Object.entries(freshOnes(known)).filter(([, one]) =>
    Object.keys(one.when).every((key) => !held.includes(key as keyof When)),
  );
  return (
    <>
      <ul>
        {held.map((key) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <span className="min-w-0 grow basis-60">
              <Condition {...{ when, known, onChange }} of={key} />
            </span>
            <TakeOut
              label={conditionWords(when, key, known)}
              onPress={() => onChange({ ...when, [key]: undefined })}
            />
          </li>
        ))}
      </ul>
      {addable.length > 0 && (
        <Row label={held.length === 0 ? t('For everybody; only for those who') : t('And only for those who')}>
          <select
            className="select select-sm w-full text-base sm:text-sm"
            value=""
            onChange={({ target }) => onChange({ ...when, ...freshOnes(known)[target.value]?.when })}
          >
            <option value="">{t('Choose a condition')}</option>
            {addable.map(([key, { words }]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </Row>
      )}
    </>
  );
}

type ConditionProps = { of: keyof When; when: When; known: Known; onChange: (when: When) => void };

/** One of them: its words, and what can be set of it. */
function Condition({ of, when, known, onChange }: ConditionProps) {
  if (of === 'hasEnded' || of === 'hasLapsed') return conditionWords(when, of, known);
  if (of === 'field') {
    const { field } = when;
    return (
      field && (
        <Row label={fieldLabel(field.key, known)}>
          <FieldValue
            {...{ field, known }}
            onChange={(is) => onChange({ ...when, field: { ...field, is } })}
          />
        </Row>
      )
    );
  }
  const scale = of === 'minYearlyMinor' ? minorPerUnit(known.settings.currency) : 1;
  const value = when[of] ?? 0;
  return (
    <Row label={conditionWords(when, of, known)}>
      <input
        type="number"
        required
        min={1}
        className="input input-sm w-full text-base sm:w-32 sm:text-sm"
        // While a number is typed anew there is none, and the form waits for it.
        value={value === 0 ? '' : value / scale}
        onChange={({ target }) => onChange({ ...when, [of]: Math.round(Number(target.value) * scale) })}
      />
    </Row>
  );
}

type OfField = NonNullable<When['field']>;
type ValueProps = { field: OfField; known: Known; onChange: (is: OfField['is']) => void };

function FieldValue({ field: { key, is }, known, onChange }: ValueProps) {
  const field = known.fields.find((one) => one.key === key);
  const style = 'w-full text-base sm:w-48 sm:text-sm';
  if (typeof is === 'boolean')
    return (
      <select
        className={`select select-sm ${style}`}
        value={String(is)}
        onChange={({ target }) => onChange(target.value === 'true')}
      >
        <option value="true">{t('Yes')}</option>
        <option value="false">{t('No')}</option>
      </select>
    );
  if (field && field.values.length > 0 && typeof is === 'string')
    return (
      <select
        className={`select select-sm ${style}`}
        value={is}
        onChange={({ target }) => onChange(target.value)}
      >
        {[...new Set([is, ...field.values])].map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    );
  const isNumber = typeof is === 'number';
  return (
    <input
      type={isNumber ? 'number' : 'text'}
      step="any"
      required
      maxLength={200}
      className={`input input-sm ${style}`}
      value={is}
      onChange={({ target }) => onChange(isNumber ? Number(target.value) : target.value)}
    />
  );
}

/** What a condition on a field of the workspace's own begins with, where it can have one. */
const FRESH_VALUES: Readonly<Partial<Record<FieldView['kind'], OfField['is']>>> = {
  yesno: true,
  number: 1,
  text: '',
  choice: '',
};

const fieldLabel = (key: string, { fields }: Known): string =>
  inLanguage(fields.find((field) => field.key === key)?.label ?? key.replaceAll('_', ' '));

/** What can be asked of a customer's history, as it begins. */
function freshOnes({ settings, fields }: Known): Record<string, { words: string; when: When }> {
  const { currency, unit } = settings;
  return {
    minYears: { words: t('are with us for at least some years'), when: { minYears: 1 } },
    minRenewals: { words: t('renewed at least some times'), when: { minRenewals: 1 } },
    minUnits: { words: t('have at least some {units}', { units: unit.many }), when: { minUnits: 1 } },
    minYearlyMinor: {
      words: t('pay at least some amount a year'),
      when: { minYearlyMinor: 1000 * minorPerUnit(currency) },
    },
    hasEnded: { words: t('have an agreement that is over'), when: { hasEnded: true } },
    runs: { words: t('have an agreement that still runs'), when: { hasEnded: false } },
    hasLapsed: { words: t('lapsed before'), when: { hasLapsed: true } },
    stayed: { words: t('never lapsed'), when: { hasLapsed: false } },
    ...Object.fromEntries(
      fields.flatMap(({ isBuiltIn, key, kind, label, values }) => {
        const is = values[0] ?? FRESH_VALUES[kind];
        if (isBuiltIn || is === undefined) return [];
        return [[`field:${key}`, { words: inLanguage(label), when: { field: { key, is } } }]];
      }),
    ),
  };
}

const LEAST: Record<Exclude<Least, 'minYearlyMinor' | 'minUnits'>, (n: number) => string> = {
  minYears: (n) => t('with us for at least {n} {n|year|years}', { n }),
  minRenewals: (n) => t('renewed at least {n} {n|time|times}', { n }),
};

/** "pays at least THB 48,000 a year" */
export function conditionWords(when: When, of: keyof When, { settings, fields }: Known): string {
  const { currency, unit } = settings;
  if (of === 'hasEnded') return when.hasEnded ? t('the agreement is over') : t('the agreement still runs');
  if (of === 'hasLapsed') return when.hasLapsed ? t('lapsed before') : t('never lapsed');
  if (of === 'field') {
    const is = when.field?.is ?? '';
    const said = typeof is === 'boolean' ? (is ? t('Yes') : t('No')) : `${is}`;
    return `${fieldLabel(when.field?.key ?? '', { settings, fields })}: ${said}`;
  }
  const least = when[of] ?? 0;
  if (of === 'minYearlyMinor')
    return t('pays at least {amount} a year', { amount: moneyWords(least, currency) });
  if (of === 'minUnits')
    return t('at least {number} {units}', {
      number: numberWords(least),
      units: least === 1 ? unit.one : unit.many,
    });
  return LEAST[of](least);
}
