import { useEffect, useRef, useState } from 'react';
import type { DryRun, DryRunProgress } from '../../../core/approval/dry-run.ts';
import { problemWords } from '../api.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { LeftOut } from '../cards/left-out.tsx';
import { MessageBubble } from '../cards/message-bubble.tsx';
import { useKeys } from '../desk/use-keys.ts';
import { Panel } from '../pages/page.tsx';
import { getTold } from '../streams.ts';
import { rich } from '../words/rich.ts';
import { fromServer, t } from '../words/t.ts';
import { channelName, timeWords } from '../words.ts';
import { HandWriting } from './hand-writing.tsx';
import { type Doing, HowFar } from './how-far.tsx';

const PAGE = 50;
const [PREVIOUS, NEXT] = ['ArrowLeft', 'ArrowRight'] as const;

type Props = { id: string; at: string; mayEdit: boolean; onChanged: () => void };

/**
 * Every message as it would go out now, one by one, with what the checks found; nothing is sent by it. Another stand of
 * the campaign is rehearsed anew at the same place; the arrow keys step through.
 */
export function Rehearsal({ id, at: stand, mayEdit, onChanged }: Props) {
  const [run, setRun] = useState<DryRun | null>(null);
  const [offset, setOffset] = useState(0);
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const isBusy = doing !== null;
  const panel = useRef<HTMLDivElement>(null);
  async function show(index: number) {
    const from = Math.floor(index / PAGE) * PAGE;
    if (run && from === offset) return setAt(index);
    await read(index);
  }
  async function read(index: number) {
    const from = Math.floor(index / PAGE) * PAGE;
    const stop = new AbortController();
    setDoing({ stop, sofar: null });
    setProblem(null);
    try {
      const path = `/campaigns/${id}/dry-run?offset=${from}&limit=${PAGE}`;
      const onProgress = (sofar: DryRunProgress) => setDoing({ stop, sofar });
      setRun(await getTold<DryRunProgress, DryRun>(path, { signal: stop.signal, onProgress }));
      setOffset(from);
      setAt(index);
    } catch (error) {
      if (!stop.signal.aborted) setProblem(problemWords(error));
    } finally {
      setDoing(null);
    }
  }
  const isRun = run !== null;
  // The button that began it is gone, and the keys are heard where the focus is.
  useEffect(() => {
    if (isRun) panel.current?.focus({ preventScroll: true });
  }, [isRun]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each stand of the campaign
  useEffect(() => {
    if (isRun) void read(at);
  }, [stand]);
  const step = (by: number) => run && void show((at + by + run.recipients) % run.recipients);
  useKeys(panel, run && !isBusy ? { [PREVIOUS]: () => step(-1), [NEXT]: () => step(1) } : {});
  if (!run)
    return (
      <div ref={panel} tabIndex={-1}>
        <Panel title={t('Every message')}>
          <p className="quiet mb-2">
            {t('Writes and checks all of them as they would go out now. Nothing is sent.')}
          </p>
          <button type="button" className="btn btn-sm" disabled={isBusy} onClick={() => void show(0)}>
            {isBusy ? t('Writing …') : t('Rehearse it')}
          </button>
          <HowFar doing={doing} />
          {problem && <Problem words={problem} />}
        </Panel>
      </div>
    );
  const message = run.messages[at - offset];
  const mendingOf = ({ customerId, channel, contactId, letter }: DryRun['messages'][number]) => ({
    campaignId: id,
    customerId,
    channel,
    own: { contactId, letter },
    onMended: onChanged,
  });
  return (
    <div ref={panel} tabIndex={-1}>
      <Panel title={t('Every message')}>
        <Outlook run={run} />
        <HowFar doing={doing} />
        {problem && <Problem words={problem} />}
        {message && (
          <>
            <div className="mt-4 mb-2 flex flex-wrap items-center justify-between gap-2 border-t border-base-300 pt-3">
              <p className="min-w-0 grow basis-48 wrap-anywhere">
                {rich('To {contact} by {channel}, leaves {time} · {link}', {
                  contact: <InlineName>{message.contact}</InlineName>,
                  channel: channelName(message.channel),
                  time: timeWords(message.leavesAt),
                  link: (
                    <a className="link" href={`#/customers/${message.customerId}`}>
                      {t('the customer')}
                    </a>
                  ),
                })}{' '}
                {message.variant && <Badge>{t('Variant {name}', { name: message.variant })}</Badge>}
              </p>
              <div className="flex items-center gap-1">
                <button
                  type="button"
                  className="btn btn-sm btn-square"
                  aria-label={t('Previous message')}
                  disabled={isBusy}
                  onClick={() => step(-1)}
                >
                  ←
                </button>
                <span className="quiet px-1 text-xs tabular-nums" aria-live="polite">
                  {t('{n} of {all}', { n: at + 1, all: run.recipients })}
                </span>
                <button
                  type="button"
                  className="btn btn-sm btn-square"
                  aria-label={t('Next message')}
                  disabled={isBusy}
                  onClick={() => step(1)}
                >
                  →
                </button>
              </div>
            </div>
            <MessageBubble
              key={message.contactId}
              message={toBubble(message)}
              mending={mayEdit ? mendingOf(message) : undefined}
            />
            {mayEdit && (
              <HandWriting
                key={`edit ${message.contactId}`}
                campaignId={id}
                message={message}
                onWritten={onChanged}
              />
            )}
          </>
        )}
      </Panel>
    </div>
  );
}

const toBubble = ({ channel, rendered, origins, findings }: DryRun['messages'][number]) => ({
  origins,
  findings,
  image: rendered.image,
  link: rendered.link,
  channel,
  body: rendered.text,
  subject: rendered.subject,
  html: rendered.html,
  template: rendered.template && {
    name: rendered.template.name,
    buttons: rendered.template.buttons ?? [],
  },
});

/** What would come of approving it now. */
const Outlook = ({ run }: { run: DryRun }) => (
  <>
    <p>
      {t('{n} {n|message|messages} to {n2} {n2|customer|customers}.', {
        n: run.recipients,
        n2: run.customers,
      })}
      {run.refused > 0 && t(' {n} may not go out as they are.', { n: run.refused })}{' '}
      {fromServer(run.costWords)}
    </p>
    <ul className="mt-1 space-y-1">
      {run.forecast.map(({ channel, messages, from, until }) => (
        <li key={channel}>
          {channelName(channel)}: {t('{n} {n|message|messages}', { n: messages })},{' '}
          {from === until
            ? timeWords(from)
            : t('{time} to {time2}', { time: timeWords(from), time2: timeWords(until) })}
        </li>
      ))}
      {run.notes.map((note) => (
        <li key={note} className="quiet wrap-anywhere">
          {fromServer(note)}
        </li>
      ))}
    </ul>
    <LeftOut excluded={run.excluded} />
    {run.findings.length > 0 && (
      <ul className="mt-2 space-y-1.5" aria-label={t('What was found in all messages')}>
        {run.findings.map((one) => (
          <li key={`${one.severity} ${one.message}`} className="wrap-anywhere">
            <Badge tone={one.severity === 'error' ? 'bad' : 'wait'}>
              {t('{n} {n|message|messages}', { n: one.messages })}
            </Badge>{' '}
            {fromServer(one.message)} {one.repair && <span className="quiet">{fromServer(one.repair)}</span>}
          </li>
        ))}
      </ul>
    )}
  </>
);
