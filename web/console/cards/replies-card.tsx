import type { RepliesPart } from '../../../core/parts.ts';
import { fromServer, t } from '../words/t.ts';
import { channelName, plainWords, reasonsWords, timeWords } from '../words.ts';
import { Badge, Card, InlineName } from './card.tsx';

type Reply = RepliesPart['replies'][number];

export const RepliesCard = ({ part }: { part: RepliesPart }) => (
  <Card label={t('Replies')} title={t('{n} {n|reply|replies}', { n: part.replies.length })}>
    {part.replies.length === 0 ? (
      <p>{t('Nobody has answered yet.')}</p>
    ) : (
      <ReplyList replies={part.replies} />
    )}
    <a className="link mt-3 inline-block" href="#/replies">
      {t('Answer them at the desk')}
    </a>
  </Card>
);

const ReplyList = ({ replies }: { replies: readonly Reply[] }) => (
  <ul className="divide-y divide-base-300">
    {replies.map((one) => (
      <li key={one.id} className="py-4 first:pt-0 last:pb-0">
        <ReplyItem reply={one} />
      </li>
    ))}
  </ul>
);

const STOPS = new Set(['opt_out', 'probable_stop']);
/** Nothing is left to do for a person. */
const SETTLED = new Set(['none', 'suppress']);

const ReplyItem = ({ reply }: { reply: Reply }) => (
  <>
    <p>
      <strong>
        <InlineName>{reply.contact ?? t('Somebody unknown')}</InlineName>
      </strong>
      {reply.customer && (
        <>
          {', '}
          <InlineName>{reply.customer}</InlineName>
        </>
      )}
    </p>
    <p className="quiet text-xs">
      {channelName(reply.channel)} · {timeWords(reply.receivedAt)}
      {reply.campaign && (
        <>
          {' · '}
          <InlineName>{reply.campaign}</InlineName>
        </>
      )}
    </p>
    <p
      className="my-2 w-fit max-w-full rounded-lg bg-base-200 px-3 py-2 whitespace-pre-wrap wrap-anywhere"
      dir="auto"
    >
      {reply.body}
    </p>
    <div className="flex flex-wrap items-center gap-1.5">
      {reply.intent && (
        <Badge tone={STOPS.has(reply.intent) ? 'bad' : 'live'}>{plainWords(reply.intent)}</Badge>
      )}
      {reply.urgency === 'high' && <Badge tone="bad">{t('urgent')}</Badge>}
      {reply.needsHuman && <Badge tone="wait">{t('needs a person')}</Badge>}
    </div>
    {reply.effects.map((effect) => (
      <p key={effect} className="mt-1.5 text-sm font-medium wrap-anywhere">
        {t('Done: {effect}', { effect: fromServer(effect) })}
      </p>
    ))}
    {reply.because && (
      <p className="quiet mt-1.5 text-xs wrap-anywhere">
        {t('Why: {because}', { because: reasonsWords(reply.because) })}
      </p>
    )}
    {reply.action && !SETTLED.has(reply.action) && (
      <p className="mt-1.5 text-sm wrap-anywhere">{t('Next: {what}', { what: plainWords(reply.action) })}</p>
    )}
    {reply.answer && (
      <details className="mt-1.5">
        <summary className="text-sm">{t('Suggested answer')}</summary>
        <p className="mt-1 border-s-2 border-base-300 ps-3 whitespace-pre-wrap wrap-anywhere" dir="auto">
          {reply.answer}
        </p>
      </details>
    )}
  </>
);
