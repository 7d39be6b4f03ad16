import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import type { AudiencePart } from '../../../core/parts.ts';
import { post } from '../api.ts';
import { useMay } from '../me.ts';
import { OneLine } from '../one-line.tsx';
import { usePolled } from '../use-polled.ts';
import { fromServer, t } from '../words/t.ts';
import { channelName, plainWords } from '../words.ts';
import type { Row } from './audience-columns.ts';
import { exclusionsPath } from './audience-path.ts';
import { InlineName, Problem } from './card.tsx';

type Props = { one: Row; campaignId: string | null; onPart: (part: AudiencePart) => void };

/** Why a customer is in, who works there and how they are reached; out of the campaign with a reason, if wanted. */
export function AudienceDetails({ one, campaignId, onPart }: Props) {
  const { data, problem } = usePolled<CustomerCard>(`/customers/${one.id}`, null);
  const mayDraft = useMay('draft');
  return (
    <div className="space-y-2 py-1 text-xs">
      <p className="wrap-anywhere">
        {t('In, because {because}.', { because: fromServer(one.because) })}{' '}
        <a className="link" href={`#/customers/${one.id}`}>
          {t('the customer')}
        </a>
      </p>
      {problem && <Problem words={problem} />}
      <ul aria-label={t('Contacts')} className="space-y-1">
        {data?.contacts.map((contact) => (
          <li key={contact.id} className="wrap-anywhere">
            <InlineName>{contact.name ?? t('Name not known')}</InlineName>{' '}
            <span className="quiet">
              {[
                contact.title ?? plainWords(contact.role),
                contact.hasLeft && t('has left'),
                ...contact.addresses.map(
                  ({ channel, suppressed, usable }) =>
                    `${channelName(channel)}${suppressed ? ` (${t('stopped')})` : usable ? '' : ` (${t('cannot be used')})`}`,
                ),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {campaignId && mayDraft && <LeaveOut customerId={one.id} campaignId={campaignId} onPart={onPart} />}
    </div>
  );
}

type LeaveProps = { customerId: string; campaignId: string; onPart: (part: AudiencePart) => void };

const LeaveOut = ({ customerId, campaignId, onPart }: LeaveProps) => (
  <OneLine
    label={t('Why it is left out')}
    maxLength={200}
    button={t('Leave it out')}
    mayBeEmpty
    isSmall
    onSend={async (reason) =>
      onPart(await post<AudiencePart>(exclusionsPath(campaignId), { customerId, reason }))
    }
  />
);
