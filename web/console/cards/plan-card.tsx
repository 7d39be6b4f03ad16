import type { PlanPart } from '../../../core/parts.ts';
import { fromServer, t } from '../words/t.ts';
import { channelName } from '../words.ts';
import { Card, Stat, Stats } from './card.tsx';

/** What is proposed from a brief; audience and messages have cards of their own below. */
export function PlanCard({ part, onSay }: { part: PlanPart; onSay: (text: string) => void }) {
  const { segment, budget } = part;
  return (
    <Card label={t('Plan')} title={part.name}>
      {part.objective && <p className="mb-3 wrap-anywhere">{part.objective}</p>}
      <Stats>
        <Stat value={segment.customers} label={t('customers')} />
        <Stat value={segment.recipients} label={t('recipients')} />
        {part.expected.map(({ channel, replied }) =>
          replied ? (
            <Stat
              key={channel}
              value={replied.low}
              label={t('to {high} answers, {channel}', { high: replied.high, channel: channelName(channel) })}
            />
          ) : null,
        )}
      </Stats>
      <dl className="mt-3 space-y-2 [&_dd]:wrap-anywhere [&_dt]:font-medium">
        <Said term={t('Segment')} words={[segment.name, ...segment.advice]} />
        {segment.estimated && (
          <dd className="quiet">
            {t('Whom it reaches is estimated from {n} of {of} customers.', {
              n: segment.estimated.customers,
              of: segment.estimated.of,
            })}
          </dd>
        )}
        <Said term={t('Offer')} words={part.offer ? [part.offer] : []} />
        <Said term={t('When')} words={[part.scheduleWords]} />
        <Said
          term={t('Cost')}
          words={[budget.costWords, ...(budget.given ? [t('Budget: {given}', { given: budget.given })] : [])]}
        />
        {alike(part.content, ({ subjects }) => subjects).map(({ channels, one }) => (
          <Said
            key={channels.join()}
            term={t('Subjects, {channel}', { channel: named(channels) })}
            words={one.subjects.map(({ text }) => text)}
            onChoose={(number) => onSay(`Use subject ${number} for ${channels.join(' and ')}`)}
          />
        ))}
        {alike(part.content, ({ callsToAction }) => callsToAction).map(({ channels, one }) => (
          <Said
            key={channels.join()}
            term={t('Requests, {channel}', { channel: named(channels) })}
            words={one.callsToAction.map(({ text }) => text)}
            onChoose={(number) => onSay(`Use request ${number} for ${channels.join(' and ')}`)}
          />
        ))}
        {notesOf(part.content).map(({ channels, notes }) => (
          <Said
            key={channels.join()}
            term={t('To mind, {channel}', { channel: named(channels) })}
            words={notes}
          />
        ))}
        <Said term={t('Taken, because nobody said')} words={part.assumed} />
        <Said term={t('Open')} words={part.questions} />
      </dl>
    </Card>
  );
}

type Content = PlanPart['content'];
const named = (channels: readonly string[]): string => channels.map(channelName).join(', ');

/** Channels for which the same is proposed, word for word, stand together. */
const alike = (content: Content, of: (one: Content[number]) => object) =>
  [...Map.groupBy(content, (one) => JSON.stringify(of(one))).values()].map((group) => ({
    channels: group.map(({ channel }) => channel),
    one: group[0]!,
  }));

/** Each note once, with those that hold for the same channels. */
const notesOf = (content: Content) => {
  const all = [...new Set(content.flatMap(({ notes }) => notes))].map((note) => ({
    note,
    channels: content.filter(({ notes }) => notes.includes(note)).map(({ channel }) => channel),
  }));
  return [...Map.groupBy(all, ({ channels }) => channels.join()).values()].map((group) => ({
    channels: group[0]!.channels,
    notes: group.map(({ note }) => note),
  }));
};

type SaidProps = { term: string; words: readonly string[]; onChoose?: (number: number) => void };

const Said = ({ term, words, onChoose }: SaidProps) =>
  words.length === 0 ? null : (
    <div>
      <dt>{term}</dt>
      {words.map((one, at) => (
        <dd key={one} className="quiet flex flex-wrap items-start justify-between gap-x-3">
          <span className="min-w-0 wrap-anywhere">{fromServer(one)}</span>
          {onChoose && (
            <button
              type="button"
              className="btn btn-xs"
              aria-label={t('Use this: {words}', { words: one })}
              onClick={() => onChoose(at + 1)}
            >
              {t('Use this')}
            </button>
          )}
        </dd>
      ))}
    </div>
  );
