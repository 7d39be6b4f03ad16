import { useState } from 'react';
import type { PreviewPart } from '../../../core/parts.ts';
import { Badge, Card } from './card.tsx';
import { channelName, MessageBubble } from './message-bubble.tsx';

export function PreviewCard({ part }: { part: PreviewPart }) {
  const [index, setIndex] = useState(0);
  const message = part.previews[Math.min(index, part.previews.length - 1)];
  const counts = Object.entries(part.counts).map(([channel, count]) => `${channelName(channel)} ${count}`);
  const step = (by: number) => setIndex((index + by + part.previews.length) % part.previews.length);
  return (
    <Card label="Messages" title={`Messages: ${counts.join(' · ') || 'none'}`} badge={<Badge>Preview</Badge>}>
      {message && (
        <>
          <div className="mb-2 flex flex-wrap items-center gap-2">
            <span className="grow">
              <strong>{channelName(message.channel)}</strong> to <bdi>{message.contact}</bdi>,{' '}
              <bdi>{message.customer}</bdi>
            </span>
            <div className="join">
              <button
                type="button"
                className="btn btn-xs join-item"
                onClick={() => step(-1)}
                aria-label="Previous message"
              >
                ←
              </button>
              <span className="btn btn-xs join-item pointer-events-none">
                {Math.min(index, part.previews.length - 1) + 1} of {part.previews.length}
              </span>
              <button
                type="button"
                className="btn btn-xs join-item"
                onClick={() => step(1)}
                aria-label="Next message"
              >
                →
              </button>
            </div>
          </div>
          <MessageBubble message={message} />
        </>
      )}
      <Findings findings={part.findings} />
    </Card>
  );
}

function Findings({ findings }: { findings: PreviewPart['findings'] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="mt-3 space-y-1">
      {findings.slice(0, 20).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity and never reorder
        <li key={index}>
          <Badge tone={one.severity === 'error' ? 'bad' : 'wait'}>{one.severity}</Badge> {one.message}
          {one.customer && <span className="opacity-70"> · {one.customer}</span>}
        </li>
      ))}
    </ul>
  );
}
