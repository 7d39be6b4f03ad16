import { useState } from 'react';
import { Choice } from '../pages/page.tsx';
import { channelName, plural } from '../words.ts';
import { Exactly } from './exactly.tsx';
import { useAsked } from './use-asked.ts';

const REASONS = {
  suppressed: 'opted out',
  withoutConsent: 'without consent',
  duplicate: 'with somebody else’s address',
  capped: 'have had as many as they may',
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

const PURPOSES = { service: 'Service', marketing: 'Marketing' } as const;

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
      <Choice label="What for" of={PURPOSES} chosen={purpose} onChoose={setPurpose} />
      <p className="mt-2" role="status">
        {answer.isExact ? '' : 'about '}
        {plural(answer.reachableCustomers, 'customer')} can be written to,{' '}
        {plural(answer.reachableContacts, 'contact')} of {answer.contacts.toLocaleString()}.{' '}
        {answer.withoutAddress > 0 && `${answer.withoutAddress.toLocaleString()} have no address. `}
        {!answer.isExact && <Exactly isAsking={isAsking} onAsk={() => setExactOf(filter)} />}
      </p>
      <ul className="mt-1 space-y-1 tabular-nums" aria-label="Contacts by channel">
        {channels.map((one) => (
          <li key={one.channel}>
            <strong className="font-medium">{channelName(one.channel)}</strong>:{' '}
            {one.reachable.toLocaleString()} of {one.withAddress.toLocaleString()} with an address
            {(Object.keys(REASONS) as Reason[]).map(
              (key) => one[key] > 0 && `; ${one[key].toLocaleString()} ${REASONS[key]}`,
            )}
          </li>
        ))}
      </ul>
      {answer.advice.map(({ kind, channel, words }) => (
        <p key={`${kind} ${channel}`} className="mt-1 border-s-4 border-warning ps-2 wrap-anywhere">
          {words}
        </p>
      ))}
    </div>
  );
}
