import { useEffect, useState } from 'react';
import type { PreviewPart } from '../../../core/parts.ts';
import { CHANGED, changedPath, get, problemWords } from '../api.ts';
import { Variants } from '../content/variants.tsx';
import { rich } from '../words/rich.ts';
import { fromServer, inLanguage, t } from '../words/t.ts';
import { channelName } from '../words.ts';
import { Badge, Card, InlineName, Problem } from './card.tsx';
import { Changed } from './changed.tsx';
import { GoOn } from './go-on.tsx';
import { MessageBubble } from './message-bubble.tsx';

const FINDINGS_SHOWN = 20;

type Props = { part: PreviewPart; mayEdit?: boolean; onChanged?: () => void };

/** What its readers would see. Where it may be edited, what the checks found is mended here, and the card is read anew. */
export function PreviewCard({ part: first, mayEdit = true, onChanged }: Props) {
  const [edited, setEdited] = useState<PreviewPart | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preview, nothing of what was done to this one
  useEffect(() => setEdited(null), [first]);
  const part = edited ?? first;
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = () =>
    get<PreviewPart>(`/campaigns/${part.campaignId}/preview`).then(
      (answer) => {
        setEdited(answer);
        onChanged?.();
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  const campaign = `/campaigns/${part.campaignId}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read anew is the same campaign
  useEffect(() => {
    // Another audience or another draft, edited beside this card, has other messages.
    const again = (event: Event) => void (mayEdit && changedPath(event) === campaign && refresh());
    window.addEventListener(CHANGED, again);
    return () => window.removeEventListener(CHANGED, again);
  }, [campaign, mayEdit]);
  const mendingOf = ({ customerId, channel }: PreviewPart['previews'][number]) => ({
    campaignId: part.campaignId,
    customerId,
    channel,
    onMended: () => void refresh(),
  });
  const channels = [...new Set(part.previews.map((one) => one.channel))];
  const [picked, setChosen] = useState(channels[0]);
  const chosen = picked && channels.includes(picked) ? picked : channels[0];
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
      <Changed path={`/campaigns/${part.campaignId}/preview`} shown={part} onShow={setEdited} />
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
          {part.previews.length > 0 && (
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
      {isBeside && chosen ? (
        <Variants part={part} channel={chosen} mayEdit={mayEdit} onMended={() => void refresh()} />
      ) : message ? (
        <>
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <p className="min-w-0 grow basis-48 text-sm">
              {rich('To {contact}, {customer}', {
                contact: <InlineName>{message.contact}</InlineName>,
                customer: <InlineName>{message.customer}</InlineName>,
              })}{' '}
              {message.variant && <Badge>{t('Variant {name}', { name: message.variant })}</Badge>}
            </p>
            {ofChannel.length > 1 && (
              <Steps
                at={at}
                of={ofChannel.length}
                onStep={(by) => setIndex(wrap(at + by, ofChannel.length))}
              />
            )}
          </div>
          <MessageBubble
            key={`${chosen} ${at}`}
            message={message}
            mending={mayEdit ? mendingOf(message) : undefined}
          />
        </>
      ) : (
        <p>{t('There is no message to show.')}</p>
      )}
      {chosen && (part.notes?.[chosen]?.length ?? 0) > 0 && (
        <ul aria-label={t('What the law and the platform ask')} className="quiet mt-3 space-y-1 text-xs">
          {part.notes?.[chosen]?.map((note) => (
            <li key={note} className="wrap-anywhere">
              {fromServer(note)}
            </li>
          ))}
        </ul>
      )}
      {chosen === 'whatsapp' && mayEdit && (
        <p className="mt-2 text-xs">
          <a className="link" href="#/campaigns/templates/whatsapp">
            {t('WhatsApp templates')}
          </a>
        </p>
      )}
      {part.checked && (
        <p className="quiet mt-3">
          {t('Checked were {n} of {of} messages; all are before anybody approves them.', {
            n: part.checked.messages,
            of: part.checked.of,
          })}
        </p>
      )}
      {problem && <Problem words={problem} />}
      {mayEdit && <GoOn part={part} onProblem={setProblem} onDone={() => void refresh()} />}
      <Findings findings={part.findings.filter(({ message: words }) => !isTold(message, words))} />
    </Card>
  );
}

/** Said already where the message itself is shown. */
const isTold = (message: PreviewPart['previews'][number] | undefined, words: string): boolean =>
  message?.findings?.some((one) => one.message === words) ?? false;

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
          {fromServer(one.message)}
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
