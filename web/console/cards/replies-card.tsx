import type { RepliesPart } from '../../../core/parts.ts';
import { Badge, Card } from './card.tsx';
import { channelName } from './message-bubble.tsx';

type Reply = RepliesPart['replies'][number];

export const RepliesCard = ({ part }: { part: RepliesPart }) => (
  <Card label="Answers" title={part.replies.length === 1 ? '1 answer' : `${part.replies.length} answers`}>
    {part.replies.length === 0 ? <p>Nobody has answered yet.</p> : <ReplyList replies={part.replies} />}
  </Card>
);

export const ReplyList = ({ replies }: { replies: readonly Reply[] }) => (
  <ul className="divide-y divide-base-300">
    {replies.map((one) => (
      <li key={one.id} className="py-3 first:pt-0 last:pb-0">
        <div className="flex flex-wrap items-center gap-2">
          <strong>
            <bdi>{one.contact ?? 'Somebody unknown'}</bdi>
          </strong>
          {one.customer && <bdi className="opacity-80">{one.customer}</bdi>}
          <span className="opacity-70">{channelName(one.channel)}</span>
          {one.intent && (
            <Badge tone={one.intent === 'opt_out' ? 'bad' : 'plain'}>{one.intent.replace('_', ' ')}</Badge>
          )}
          {one.urgency === 'high' && <Badge tone="bad">urgent</Badge>}
          {one.needsHuman && <Badge tone="wait">needs a person</Badge>}
          {one.effects.map((effect) => (
            <Badge key={effect} tone="good">
              {effect}
            </Badge>
          ))}
        </div>
        <p className="my-2 whitespace-pre-wrap break-words" dir="auto">
          {one.body}
        </p>
        {one.because && <p className="text-xs opacity-70">Read so because: {one.because}</p>}
        {one.answer && (
          <details className="mt-1">
            <summary className="cursor-pointer text-xs">Suggested answer</summary>
            <p className="mt-1 whitespace-pre-wrap" dir="auto">
              {one.answer}
            </p>
          </details>
        )}
      </li>
    ))}
  </ul>
);
