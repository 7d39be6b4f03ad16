import { useState } from 'react';
import { Badge, Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { useLate } from '../use-late.ts';
import { channelName, plural } from '../words.ts';
import { Exactly } from './exactly.tsx';
import { useAsked, useExactLater } from './use-asked.ts';

type Counted = { words: string; count: { value: number; low: number; high: number; isExact: boolean } };
type Reach = {
  isExact: boolean;
  contacts: number;
  reachableCustomers: number;
  channels: { channel: string; reachable: number }[];
  advice: { kind: string; channel: string | null; words: string }[];
};

/** How many the conditions mean, in words too, and how far they can be reached. */
export function LiveCount({ filter }: { filter: string }) {
  const asked = useLate(filter);
  const body = `{"filter":${asked}}`;
  const { answer, problem, isAsking } = useExactLater<Counted>(
    '/targeting/audience',
    body,
    ({ count }) => count.isExact,
  );
  const isOld = isAsking || asked !== filter;
  return (
    <Panel title="How many">
      {problem && <Problem words={problem} />}
      {answer && (
        <div className={isOld ? 'opacity-60' : ''} role="status">
          <p className="text-2xl font-semibold tabular-nums">
            {answer.count.isExact ? '' : 'about '}
            {plural(answer.count.value, 'customer')}
          </p>
          {!answer.count.isExact && (
            <p className="quiet text-xs tabular-nums">
              between {answer.count.low.toLocaleString()} and {answer.count.high.toLocaleString()}
            </p>
          )}
          <p className="wrap-anywhere" dir="auto">
            {answer.words}
          </p>
        </div>
      )}
      {!answer && !problem && <p className="quiet">Counting …</p>}
      <ReachView filter={asked} />
    </Panel>
  );
}

function ReachView({ filter }: { filter: string }) {
  const [exactOf, setExactOf] = useState<string | null>(null);
  const { answer, isAsking } = useAsked<Reach>(
    '/targeting/audience/reach',
    `{"filter":${filter},"isExact":${exactOf === filter}}`,
  );
  if (!answer) return null;
  const channels = answer.channels.filter(({ reachable }) => reachable > 0);
  return (
    <div className="mt-2">
      <p className="flex flex-wrap items-center gap-1.5">
        <span>
          {answer.isExact ? '' : 'about '}
          {plural(answer.reachableCustomers, 'customer')} can be written to:
        </span>
        {channels.map(({ channel, reachable }) => (
          <Badge key={channel}>
            {channelName(channel)} {reachable.toLocaleString()}
          </Badge>
        ))}
        {!answer.isExact && <Exactly isAsking={isAsking} onAsk={() => setExactOf(filter)} />}
      </p>
      {answer.advice.map(({ kind, channel, words }) => (
        <p key={`${kind} ${channel}`} className="mt-1 border-s-4 border-warning ps-2 wrap-anywhere">
          {words}
        </p>
      ))}
    </div>
  );
}
