// What the recipients are offered, by hand: the sentence that they read, what it is, and how its codes are bounded.
import { type FormEvent, useState } from 'react';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { Check } from '../settings/setting-fields.tsx';
import { t } from '../words/t.ts';
import { OfferTerms } from './offer-terms.tsx';

type Offered = Draft['offer'];
type Kind = NonNullable<Offered>['kind'];
export type Terms = NonNullable<NonNullable<Offered>['code']>;
/** What is left out bounds nothing. */
export type GivenTerms = Partial<Terms>;

const KINDS: Record<Kind, string> = {
  discount: t('A discount'),
  free_item: t('Something free'),
  voucher: t('A voucher'),
  points: t('Points'),
  other: t('Something else'),
};
type Given = { kind: Kind; says: string; code: GivenTerms | null } | null;
type Props = { id: string; offer: Offered; onChanged: () => void };

export function OfferForm({ id, offer, onChanged }: Props) {
  const [says, setSays] = useState(offer?.says ?? '');
  const [kind, setKind] = useState<Kind>(offer?.kind ?? 'other');
  const [terms, setTerms] = useState<GivenTerms | null>(offer?.code ?? null);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = (wanted: Given) => {
    setWrong(null);
    return patch(`/campaigns/${id}`, { offer: wanted }).then(onChanged, (error: unknown) =>
      setWrong(problemWords(error)),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ kind, says: says.trim(), code: terms });
  };
  const isSame =
    says === (offer?.says ?? '') &&
    kind === (offer?.kind ?? 'other') &&
    JSON.stringify(terms) === JSON.stringify(offer?.code ?? null);
  return (
    <form onSubmit={submit}>
      <label className="block">
        <span className="block">{t('What is offered, as the messages say it')}</span>
        <input
          required
          minLength={3}
          maxLength={300}
          dir="auto"
          className="input input-sm mt-1 w-full text-base sm:text-sm"
          value={says}
          onChange={({ target }) => setSays(target.value)}
        />
      </label>
      <label className="mt-2 block">
        <span className="block">{t('What it is')}</span>
        <select
          className="select select-sm mt-1 w-full text-base sm:w-60 sm:text-sm"
          value={kind}
          onChange={({ target }) => setKind(target.value as Kind)}
        >
          {Object.entries(KINDS).map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Check
        label={t('Each recipient gets a code of their own')}
        isOn={terms !== null}
        onChange={(isOn) => setTerms(isOn ? {} : null)}
      />
      {terms && <OfferTerms terms={terms} onChange={(given) => setTerms({ ...terms, ...given })} />}
      {wrong && <Problem words={wrong} />}
      <p className="mt-2 flex flex-wrap gap-2">
        <button type="submit" className="btn btn-sm" disabled={isSame}>
          {t('Save')}
        </button>
        {offer && (
          <button type="button" className="btn btn-sm" onClick={() => void save(null)}>
            {t('No offer')}
          </button>
        )}
      </p>
    </form>
  );
}
