import { type FormEvent, useState } from 'react';
import type { Redemption } from '../../../core/offers/redeem-offer.ts';
import { post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';

const OUTCOMES: Record<Redemption['outcome'], string> = {
  accepted: t('Redeemed: it counts now, and for nobody else.'),
  unknown: t('Nobody was sent this code.'),
  redeemed: t('This code was redeemed before.'),
  not_begun: t('This code is not valid yet: the first day of its offer is still to come.'),
  expired: t('The last day of this code is over.'),
  used_up: t('The offer is used up.'),
  customer_limit: t('This customer has used the offer already.'),
};

/** A code that somebody shows or reads out. */
export function RedeemCode({ onRedeemed }: { onRedeemed: () => void }) {
  const [code, setCode] = useState('');
  const [told, setTold] = useState<Redemption | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    setTold(null);
    post<Redemption>('/offer-codes/redemptions', { code: code.trim() }).then(
      (answer) => {
        setTold(answer);
        if (answer.outcome !== 'accepted') return;
        setCode('');
        onRedeemed();
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  };
  return (
    <form onSubmit={submit} className="mt-3 flex flex-wrap items-center gap-2 print:hidden">
      <input
        required
        minLength={5}
        maxLength={60}
        autoComplete="off"
        className="input input-sm min-w-0 grow basis-40 text-base sm:text-sm"
        aria-label={t('A recipient’s code')}
        placeholder={t('A recipient’s code')}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <button type="submit" className="btn btn-sm">
        {t('Redeem')}
      </button>
      <p role="status" className="w-full empty:hidden">
        {told && OUTCOMES[told.outcome]}{' '}
        {told?.customerId && (
          <a className="link" href={`#/customers/${told.customerId}`}>
            {t('Whose code it is')}
          </a>
        )}
      </p>
      {problem && <Problem words={problem} />}
    </form>
  );
}
