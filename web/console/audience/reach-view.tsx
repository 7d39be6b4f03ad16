import { useState } from 'react';
import { Choice } from '../pages/page.tsx';
import { rich } from '../words/rich.ts';
import { fromServer, t } from '../words/t.ts';
import { channelName, numberWords } from '../words.ts';
import { Exactly } from './exactly.tsx';
import { useAsked } from './use-asked.ts';

const REASONS = {
  suppressed: t('opted out'),
  withoutConsent: t('without consent'),
  duplicate: t('with somebody else’s address'),
  capped: t('have had as many as they may'),
} as const;
type Reason = keyof typeof REASONS;

type Reach = {
  isExact: boolean;
  contacts: number;
  withoutAddress: number;
  reachableContacts: number;
  reachableCustomers: number;
  channels: ({ channel: string } & Record<Reason | 'withAddress' | 'reachable', number>)[];
  advice: { kind: string; channel: string | null; words: string }[];
};

const PURPOSES = { service: t('Service'), marketing: t('Marketing') } as const;

/** How far they can be written to, channel by channel, and what stands in the way of the others. */
export function ReachView({ filter }: { filter: string }) {
  const [purpose, setPurpose] = useState<keyof typeof PURPOSES>('service');
  const [exactOf, setExactOf] = useState<string | null>(null);
  const { answer, isAsking } = useAsked<Reach>(
    '/targeting/audience/reach',
    `{"filter":${filter},"purpose":"${purpose}","isExact":${exactOf === filter}}`,
  );
  if (!answer) return null;
  const channels = answer.channels.filter(({ withAddress }) => withAddress > 0);
  return (
    <div className="mt-3">
      <Choice label={t('What for')} of={PURPOSES} chosen={purpose} onChoose={setPurpose} />
      <p className="mt-2" role="status">
        {t(
          answer.isExact
            ? '{n} {n|customer|customers} can be written to, {reached} of {all} contacts.'
            : 'about {n} {n|customer|customers} can be written to, {reached} of {all} contacts.',
          {
            n: answer.reachableCustomers,
            reached: answer.reachableContacts,
            all: answer.contacts,
          },
        )}{' '}
        {answer.withoutAddress > 0 && t('{n} have no address.', { n: answer.withoutAddress })}{' '}
        {!answer.isExact && <Exactly isAsking={isAsking} onAsk={() => setExactOf(filter)} />}
      </p>
      <ul className="mt-1 space-y-1 tabular-nums" aria-label={t('Contacts by channel')}>
        {channels.map((one) => (
          <li key={one.channel}>
            {rich('{channel}: {reachable} of {withAddress} with an address', {
              channel: <strong className="font-medium">{channelName(one.channel)}</strong>,
              reachable: one.reachable,
              withAddress: one.withAddress,
            })}
            {(Object.keys(REASONS) as Reason[]).map(
              (key) => one[key] > 0 && `; ${numberWords(one[key])} ${REASONS[key]}`,
            )}
          </li>
        ))}
      </ul>
      {answer.advice.map(({ kind, channel, words }) => (
        <p key={`${kind} ${channel}`} className="mt-1 border-s-4 border-warning ps-2 wrap-anywhere">
          {fromServer(words)}
        </p>
      ))}
    </div>
  );
}
