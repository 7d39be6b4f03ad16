import type { PlanPart } from '../../../core/parts.ts';
import { channelName } from '../words.ts';
import { Card, Stat, Stats } from './card.tsx';

/** What is proposed from a brief; audience and messages have cards of their own below. */
export function PlanCard({ part }: { part: PlanPart }) {
  const { segment, budget } = part;
  return (
    <Card label="Plan" title={part.name}>
      {part.objective && <p className="mb-3 wrap-anywhere">{part.objective}</p>}
      <Stats>
        <Stat value={segment.customers} label="customers" />
        <Stat value={segment.recipients} label="recipients" />
        {part.expected.map(({ channel, replied }) =>
          replied ? (
            <Stat
              key={channel}
              value={replied.low}
              label={`to ${replied.high} answers, ${channelName(channel)}`}
            />
          ) : null,
        )}
      </Stats>
      <dl className="mt-3 space-y-2 [&_dd]:wrap-anywhere [&_dt]:font-medium">
        <Said term="Segment" words={[segment.name, ...segment.advice]} />
        <Said term="Offer" words={part.offer ? [part.offer] : []} />
        <Said term="When" words={[part.scheduleWords]} />
        <Said term="Cost" words={[budget.costWords, ...(budget.given ? [`Budget: ${budget.given}`] : [])]} />
        {part.content.map(({ channel, subjects, callsToAction, notes }) => (
          <div key={channel}>
            <Said term={`Subjects, ${channelName(channel)}`} words={subjects.map(({ text }) => text)} />
            <Said term={`Requests, ${channelName(channel)}`} words={callsToAction.map(({ text }) => text)} />
            <Said term={`To mind, ${channelName(channel)}`} words={notes} />
          </div>
        ))}
        <Said term="Taken, because nobody said" words={part.assumed} />
        <Said term="Open" words={part.questions} />
      </dl>
    </Card>
  );
}

const Said = ({ term, words }: { term: string; words: readonly string[] }) =>
  words.length === 0 ? null : (
    <div>
      <dt>{term}</dt>
      {words.map((one) => (
        <dd key={one} className="quiet">
          {one}
        </dd>
      ))}
    </div>
  );
