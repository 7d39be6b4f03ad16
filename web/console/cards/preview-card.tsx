import { useState } from 'react';
import type { PreviewPart } from '../../../core/parts.ts';
import { rich } from '../words/rich.ts';
import { inLanguage, t } from '../words/t.ts';
import { channelName } from '../words.ts';
import { Badge, Card, InlineName } from './card.tsx';
import { MessageBubble } from './message-bubble.tsx';

const FINDINGS_SHOWN = 20;

export function PreviewCard({ part }: { part: PreviewPart }) {
  const channels = [...new Set(part.previews.map((one) => one.channel))];
  const [chosen, setChosen] = useState(channels[0]);
  const [index, setIndex] = useState(0);
  const [isBeside, setBeside] = useState(false);
  const ofChannel = part.previews.filter((one) => one.channel === chosen);
  const at = Math.min(index, ofChannel.length - 1);
  const message = ofChannel[at];
  const choose = (channel: string) => {
    setChosen(channel);
    setIndex(0);
  };
  return (
    <Card label={t('Messages')} title={t('As they would be read')}>
      {channels.length > 0 && (
        <div className="mb-3 flex flex-wrap gap-2">
          {channels.map((channel) => (
            <button
              key={channel}
              type="button"
              className={`btn btn-sm ${channel === chosen ? 'btn-primary' : ''}`}
              aria-pressed={channel === chosen}
              onClick={() => choose(channel)}
            >
              {channelName(channel)} <span className="tabular-nums">{part.counts[channel] ?? 0}</span>
            </button>
          ))}
          {channels.length > 1 && (
            <button
              type="button"
              className="btn btn-sm ms-auto"
              aria-pressed={isBeside}
              onClick={() => setBeside(!isBeside)}
            >
              {t('Side by side')}
            </button>
          )}
        </div>
      )}
      {isBeside ? (
        <Beside part={part} channels={channels} />
      ) : message ? (
        <>
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <p className="min-w-0 grow basis-48 text-sm">
              {rich('To {contact}, {customer}', {
                contact: <InlineName>{message.contact}</InlineName>,
                customer: <InlineName>{message.customer}</InlineName>,
              })}
            </p>
            {ofChannel.length > 1 && (
              <Steps
                at={at}
                of={ofChannel.length}
                onStep={(by) => setIndex(wrap(at + by, ofChannel.length))}
              />
            )}
          </div>
          <MessageBubble key={`${chosen} ${at}`} message={message} />
        </>
      ) : (
        <p>{t('There is no message to show.')}</p>
      )}
      {chosen && (part.notes?.[chosen]?.length ?? 0) > 0 && (
        <ul aria-label={t('What the law and the platform ask')} className="quiet mt-3 space-y-1 text-xs">
          {part.notes?.[chosen]?.map((note) => (
            <li key={note} className="wrap-anywhere">
              {note}
            </li>
          ))}
        </ul>
      )}
      <Findings findings={part.findings} />
    </Card>
  );
}

/** The first message of each channel, as its readers see it, beside each other where there is room. */
const Beside = ({ part, channels }: { part: PreviewPart; channels: readonly string[] }) => (
  <ul aria-label={t('Side by side')} className="grid gap-4 md:grid-cols-2">
    {channels.map((channel) => {
      const first = part.previews.find((one) => one.channel === channel)!;
      return (
        <li key={channel} className="min-w-0">
          <p className="quiet mb-1 text-xs">
            {channelName(channel)} · <InlineName>{first.contact}</InlineName>
          </p>
          <MessageBubble message={first} />
        </li>
      );
    })}
  </ul>
);

const wrap = (index: number, length: number) => (index + length) % length;

const Steps = ({ at, of, onStep }: { at: number; of: number; onStep: (by: number) => void }) => (
  <div className="flex items-center gap-1">
    <button
      type="button"
      className="btn btn-sm btn-square"
      onClick={() => onStep(-1)}
      aria-label={t('Previous example')}
    >
      ←
    </button>
    <span className="quiet px-1 text-xs tabular-nums" aria-live="polite">
      {t('{n} of {of} examples', { n: at + 1, of })}
    </span>
    <button
      type="button"
      className="btn btn-sm btn-square"
      onClick={() => onStep(1)}
      aria-label={t('Next example')}
    >
      →
    </button>
  </div>
);

function Findings({ findings }: { findings: PreviewPart['findings'] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="mt-3 space-y-1.5" aria-label={t('What was found in the texts')}>
      {findings.slice(0, FINDINGS_SHOWN).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity and never reorder
        <li key={index} className="wrap-anywhere">
          <Badge tone={one.severity === 'error' ? 'bad' : 'wait'}>{inLanguage(one.severity)}</Badge>{' '}
          {one.message}
          {one.customer && (
            <span className="quiet">
              {' · '}
              <InlineName>{one.customer}</InlineName>
            </span>
          )}
        </li>
      ))}
      {findings.length > FINDINGS_SHOWN && (
        <li className="quiet">{t('… and {n} more.', { n: findings.length - FINDINGS_SHOWN })}</li>
      )}
    </ul>
  );
}
