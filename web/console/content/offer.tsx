import type { Draft } from '../../../core/campaigns/draft.ts';
import type { OfferFigures } from '../../../core/offers/offer-figures.ts';
import { Problem, Stat, Stats } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { dateWords, moneyWords, numberWords } from '../words.ts';
import { OfferForm, type Terms } from './offer-form.tsx';
import { RedeemCode } from './redeem-code.tsx';

type Props = { id: string; offer: Draft['offer']; mayEdit: boolean; onChanged: () => void };

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

function Codes({ id, terms }: { id: string; terms: Terms }) {
  const mayReply = useMay('reply');
  const { data, problem, reload } = usePolled<OfferFigures>(`/campaigns/${id}/offer`, EVERY_MS);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return null;
  const { validFrom, validUntil, limit, oncePerCustomer, value, budget } = data.terms ?? terms;
  const said = [
    validFrom && t('from {date}', { date: dateWords(validFrom) }),
    validUntil && t('until {date}', { date: dateWords(validUntil) }),
    limit !== null && t('at most {limit} redeemed', { limit: numberWords(limit) }),
    oncePerCustomer && t('one for each customer'),
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
