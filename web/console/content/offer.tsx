import { type FormEvent, useState } from 'react';
import type { Draft } from '../../../core/campaigns/draft.ts';
import type { OfferFigures } from '../../../core/offers/offer-figures.ts';
import { patch, problemWords } from '../api.ts';
import { Problem, Stat, Stats } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Panel } from '../pages/page.tsx';
import { Check } from '../settings/setting-fields.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { dateWords, moneyWords, numberWords } from '../words.ts';
import { RedeemCode } from './redeem-code.tsx';

type Offered = Draft['offer'];
type Props = { id: string; offer: Offered; mayEdit: boolean; onChanged: () => void };

const EVERY_MS = 15_000;

/** What the recipients are offered; with codes, how far they are used. */
export function Offer({ id, offer, mayEdit, onChanged }: Props) {
  if (!offer && !mayEdit) return null;
  return (
    <Panel title={t('Offer')}>
      {mayEdit ? (
        <OfferForm key={JSON.stringify(offer)} id={id} offer={offer} onChanged={onChanged} />
      ) : (
        <p className="wrap-anywhere" dir="auto">
          {offer?.says}
        </p>
      )}
      {offer?.code && <Codes id={id} terms={offer.code} />}
    </Panel>
  );
}

type Terms = NonNullable<NonNullable<Offered>['code']>;

const NO_TERMS: Terms = { prefix: null, limit: null, validUntil: null, value: null, budget: null };

function OfferForm({ id, offer, onChanged }: Omit<Props, 'mayEdit'>) {
  const [says, setSays] = useState(offer?.says ?? '');
  const [terms, setTerms] = useState<Terms | null>(offer?.code ?? null);
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (given: Partial<Terms>) => setTerms({ ...NO_TERMS, ...terms, ...given });
  const save = (wanted: Offered) => {
    setWrong(null);
    return patch(`/campaigns/${id}`, { offer: wanted }).then(onChanged, (error: unknown) =>
      setWrong(problemWords(error)),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ kind: offer?.kind ?? 'other', says: says.trim(), code: terms });
  };
  const isSame =
    says === (offer?.says ?? '') && JSON.stringify(terms) === JSON.stringify(offer?.code ?? null);
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
      <Check
        label={t('Each recipient gets a code of their own')}
        isOn={terms !== null}
        onChange={(isOn) => setTerms(isOn ? NO_TERMS : null)}
      />
      {terms && <TermFields terms={terms} onChange={change} />}
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

type FieldsProps = { terms: Terms; onChange: (given: Partial<Terms>) => void };

const TermFields = ({ terms, onChange }: FieldsProps) => (
  <div className="flex flex-wrap items-end gap-3">
    <label className="min-w-0 grow basis-32">
      <span className="block">{t('Before each code (optional)')}</span>
      <input
        pattern="[A-Z0-9]{2,8}"
        maxLength={8}
        autoComplete="off"
        className="input input-sm mt-1 w-full text-base sm:text-sm"
        value={terms.prefix ?? ''}
        onChange={({ target }) => onChange({ prefix: target.value.toUpperCase() || null })}
      />
    </label>
    <label className="min-w-0 grow basis-32">
      <span className="block">{t('At most so many are redeemed (empty: all)')}</span>
      <input
        type="number"
        min={1}
        className="input input-sm mt-1 w-full text-base sm:text-sm"
        value={terms.limit ?? ''}
        onChange={({ target }) => onChange({ limit: target.value === '' ? null : Number(target.value) })}
      />
    </label>
    <label className="min-w-0 grow basis-32">
      <span className="block">{t('The last day (empty: none)')}</span>
      <input
        type="date"
        className="input input-sm mt-1 w-full text-base sm:text-sm"
        value={terms.validUntil ?? ''}
        onChange={({ target }) => onChange({ validUntil: target.value || null })}
      />
    </label>
  </div>
);

function Codes({ id, terms }: { id: string; terms: Terms }) {
  const mayReply = useMay('reply');
  const { data, problem, reload } = usePolled<OfferFigures>(`/campaigns/${id}/offer`, EVERY_MS);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return null;
  const { validUntil, limit, value, budget } = data.terms ?? terms;
  const said = [
    validUntil && t('until {date}', { date: dateWords(validUntil) }),
    limit !== null && t('at most {limit} redeemed', { limit: numberWords(limit) }),
    value && t('each costs {cost}', { cost: moneyWords(value.minor, value.currency) }),
    budget && t('all together at most {cost}', { cost: moneyWords(budget.minor, budget.currency) }),
  ].filter(Boolean);
  return (
    <div className="mt-3 border-t border-base-300 pt-3">
      {said.length > 0 && <p className="quiet mb-2">{said.join(' · ')}</p>}
      {data.issued === 0 ? (
        <p className="quiet">{t('The codes are made when the messages are frozen for approval.')}</p>
      ) : (
        <>
          <Stats>
            <Stat value={data.issued} label={t('codes')} />
            <Stat value={data.redeemed} label={t('redeemed')} />
            <Stat value={data.byReply} label={t('of them in a reply')} />
          </Stats>
          {value && (
            <p className="quiet mt-1">
              {t('They cost {cost} so far.', { cost: moneyWords(data.spentMinor, value.currency) })}
            </p>
          )}
          {mayReply && <RedeemCode onRedeemed={() => void reload()} />}
        </>
      )}
    </div>
  );
}
