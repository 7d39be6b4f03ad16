// How the codes of an offer are bounded: how many, from when until when, one for each customer, and what they may cost.
import type { ReactNode } from 'react';
import { useMe } from '../me.ts';
import { Check } from '../settings/setting-fields.tsx';
import { t } from '../words/t.ts';
import { minorPerUnit } from '../words.ts';
import type { GivenTerms, Terms } from './offer-form.tsx';

type Props = { terms: GivenTerms; onChange: (given: GivenTerms) => void };

export const OfferTerms = ({ terms, onChange }: Props) => (
  <>
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t('Before each code (optional)')}>
        <input
          pattern="[A-Z0-9]{2,8}"
          maxLength={8}
          autoComplete="off"
          className={INPUT}
          value={terms.prefix ?? ''}
          onChange={({ target }) => onChange({ prefix: target.value.toUpperCase() || null })}
        />
      </Field>
      <Field label={t('At most so many are redeemed (empty: all)')}>
        <input
          type="number"
          min={1}
          className={INPUT}
          value={terms.limit ?? ''}
          onChange={({ target }) => onChange({ limit: target.value === '' ? null : Number(target.value) })}
        />
      </Field>
      <Field label={t('The first day (empty: at once)')}>
        <input
          type="date"
          className={INPUT}
          value={terms.validFrom ?? ''}
          onChange={({ target }) => onChange({ validFrom: target.value || null })}
        />
      </Field>
      <Field label={t('The last day (empty: none)')}>
        <input
          type="date"
          className={INPUT}
          value={terms.validUntil ?? ''}
          onChange={({ target }) => onChange({ validUntil: target.value || null })}
        />
      </Field>
      <Amount
        label={(currency) => t('What one costs us, in {currency}', { currency })}
        given={terms.value ?? null}
        onChange={(value) => onChange({ value })}
      />
      <Amount
        label={(currency) => t('What all may cost, in {currency} (empty: any)', { currency })}
        given={terms.budget ?? null}
        currency={terms.value?.currency}
        onChange={(budget) => onChange({ budget })}
      />
    </div>
    <Check
      label={t('One for each customer, however many contacts have a code')}
      isOn={terms.oncePerCustomer ?? false}
      onChange={(oncePerCustomer) => onChange({ oncePerCustomer })}
    />
  </>
);

const INPUT = 'input input-sm mt-1 w-full text-base sm:text-sm';

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
  <label className="min-w-0 grow basis-32">
    <span className="block">{label}</span>
    {children}
  </label>
);

type Money = Terms['value'];
type AmountProps = {
  label: (currency: string) => string;
  given: Money;
  /** Of the amount that it goes with; the workspace's own without. */
  currency?: string | undefined;
  onChange: (money: Money) => void;
};

function Amount({ label, given, currency, onChange }: AmountProps) {
  const { workspace } = useMe();
  const own = given?.currency ?? currency ?? workspace.currency;
  const unit = minorPerUnit(own);
  const change = (said: string) =>
    onChange(said === '' ? null : { minor: Math.round(Number(said) * unit), currency: own });
  return (
    <Field label={label(own)}>
      <input
        type="number"
        min={0}
        step={1 / unit}
        className={INPUT}
        value={given ? given.minor / unit : ''}
        onChange={({ target }) => change(target.value)}
      />
    </Field>
  );
}
