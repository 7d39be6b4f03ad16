import { useState } from 'react';
import { post, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Nothing, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { channelName, timeWords } from '../words.ts';

type Message = {
  id: string;
  campaignId: string;
  campaign: string;
  customer: string | null;
  contact: string | null;
  channel: string;
  detail: string | null;
  since: string;
};

/** Of one campaign, or without `id` of all; `saysNone` also where there is none. */
type Props = { id?: string; saysNone?: boolean };

const EVERY_MS = 10_000;
const WAYS = { sent: t('It went out'), resend: t('Send it again'), abandon: t('Give it up') } as const;

/** Messages that may or may not have gone out. Nobody but a person may say which, and no program sends them again. */
export function UnknownMessages({ id, saysNone = false }: Props) {
  const path = id ? `/campaigns/${id}/unknown` : '/messages/unknown';
  const { data, reload, problem: unread } = usePolled<{ messages: Message[] }>(path, EVERY_MS);
  const mayDecide = useMay('control');
  const [problem, setProblem] = useState<string | null>(null);
  const messages = data?.messages ?? [];
  const decide = (message: Message, decision: keyof typeof WAYS) =>
    post(`/messages/${message.id}/resolve`, { decision })
      .then(() => setProblem(null))
      .catch((error: unknown) => setProblem(problemWords(error)))
      .finally(() => void reload());
  if (messages.length === 0) {
    if (problem ?? unread) return <Problem words={problem ?? unread ?? ''} />;
    if (!saysNone) return null;
    return data ? <Nothing>{t('There is none.')}</Nothing> : <Loading />;
  }
  return (
    <Panel
      title={t('{n} {n|message|messages} of which nobody can tell whether they went out', {
        n: messages.length,
      })}
    >
      {problem && <Problem words={problem} />}
      <ul className="divide-y divide-base-300">
        {messages.map((message) => (
          <li key={message.id} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 grow basis-56 wrap-anywhere">
              <InlineName>{message.contact ?? t('Somebody')}</InlineName>
              {message.customer && (
                <>
                  {', '}
                  <InlineName>{message.customer}</InlineName>
                </>
              )}
              <span className="quiet block text-xs">
                {t('{channel} · since {time}', {
                  channel: channelName(message.channel),
                  time: timeWords(message.since),
                })}
                {message.detail && ` · ${message.detail}`}
                {!id && (
                  <>
                    {' · '}
                    <a className="link" href={`#/campaigns/${message.campaignId}`}>
                      <InlineName>{message.campaign}</InlineName>
                    </a>
                  </>
                )}
              </span>
            </span>
            {mayDecide && (
              <span className="flex flex-wrap gap-1">
                {Object.entries(WAYS).map(([way, words]) => (
                  <button
                    key={way}
                    type="button"
                    className="btn btn-sm"
                    onClick={() => void decide(message, way as keyof typeof WAYS)}
                  >
                    {words}
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
