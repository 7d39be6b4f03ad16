import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { Loading } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { channelName, countryWords, dateWords, moneyWords, plainWords } from '../words.ts';

type Props = {
  customerId: string | null;
  /** How much was stopped, held or lifted by what they wrote. */
  effects: number;
  /** Above the conversation, folded away; otherwise beside it, where there is room. */
  isInline: boolean;
};

/** Who it is that writes: what one wants to know before answering. */
export function CustomerContext({ customerId, effects, isInline }: Props) {
  const path = customerId && `/customers/${customerId}`;
  const { data, problem } = usePolled<CustomerCard>(path, null, effects);
  const content = !customerId ? (
    <p className="quiet">
      {t(
        'It is not known whose address this is. Answering needs a contact who has it: say below whose it is.',
      )}
    </p>
  ) : problem ? (
    <Problem words={problem} />
  ) : data ? (
    <Known card={data} />
  ) : (
    <Loading />
  );
  if (isInline)
    return (
      <details className="mb-4 rounded-box border border-base-300 bg-base-100 px-4 py-2 text-sm xl:hidden">
        <summary className="wrap-anywhere">
          {data ? <InlineName>{data.name}</InlineName> : t('Customer')}
        </summary>
        <div className="mt-2">{content}</div>
      </details>
    );
  return (
    <aside
      aria-label={t('Customer')}
      className="relative hidden w-72 shrink-0 overflow-y-auto border-s border-base-300 bg-base-100 p-4 text-sm xl:block"
    >
      {content}
    </aside>
  );
}

function Known({ card }: { card: CustomerCard }) {
  const place = [card.city, card.country && countryWords(card.country)].filter(Boolean).join(', ');
  return (
    <div className="space-y-3">
      <div>
        <a className="link font-semibold" href={`#/customers/${card.id}`}>
          <InlineName>{card.name}</InlineName>
        </a>
        <p className="quiet wrap-anywhere">
          {[card.brand, card.type, place, card.tier, card.owner && t('of {owner}', { owner: card.owner })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {card.tags.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-1">
            {card.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </p>
        )}
      </div>
      {card.contracts.length > 0 && (
        <Section title={t('Contracts')}>
          {card.contracts.map((one) => (
            <li key={one.id} className="tabular-nums">
              {t('until')} {one.endsOn ? dateWords(one.endsOn) : t('a day not known')}
              {one.pricePerUnitMinor !== null &&
                one.currency &&
                `, ${one.unitCount === null ? '' : `${one.unitCount} × `}${moneyWords(one.pricePerUnitMinor, one.currency)}`}
              {one.status === 'cancelled' && t(' (cancelled)')}
            </li>
          ))}
        </Section>
      )}
      {card.units.length > 0 && <p className="wrap-anywhere">{card.units.join(', ')}</p>}
      <Section title={t('Contacts')}>
        {card.contacts.map((one) => (
          <li key={one.id} className="wrap-anywhere">
            <InlineName>{one.name ?? t('Name not known')}</InlineName>{' '}
            <span className="quiet">
              {[one.title ?? plainWords(one.role), one.hasLeft && t('has left')].filter(Boolean).join(', ')}
            </span>
            {one.addresses
              .filter(({ suppressed }) => suppressed)
              .map(({ channel, suppressed }) => (
                <span key={channel} className="block text-xs">
                  <Badge tone="bad">
                    {channelName(channel)}:{' '}
                    {suppressed === 'all'
                      ? t('stopped')
                      : suppressed === 'held'
                        ? t('held until somebody decides')
                        : t('no marketing')}
                  </Badge>
                </span>
              ))}
          </li>
        ))}
      </Section>
      {card.notes && (
        <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
          {card.notes}
        </p>
      )}
    </div>
  );
}

const Section = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section>
    <h4 className="quiet text-xs font-medium">{title}</h4>
    <ul className="mt-0.5 space-y-1">{children}</ul>
  </section>
);
