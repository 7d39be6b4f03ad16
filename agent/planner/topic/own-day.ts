// A day behind what a message is about: part of it, or when to send.
import type { Schedule } from '../../../core/campaigns/draft.ts';
import { type Item, isWord } from '../items.ts';
import { readItems } from '../read-items.ts';
import { type Reader, textOf } from '../reader.ts';
import { readQuoted } from '../recognise/naming.ts';
import type { Topic } from './find-topic.ts';
import { invitedTo } from './that-clause.ts';

const HAPPENING =
  /^(is|are|will|be|ends?|starts?|begins?|stops?|closes?|opens?|moves?|changes?|launch(?:es)?|expires?|goes|comes?|arrives?|happens?|runs?|over|during|from|until|since|down|closed|open|live|available|place|scheduled|planned|due|out|off|back|up|away|shut|offline|online|unavailable|unreachable|ready|moved|changed|launched)$/i;

/** "that support ends on 31 March", "our closure over New Year": what happens then is part of the message. */
export function withItsDay(reader: Reader, topic: Topic | null): Topic | null {
  const rest = topic && { ...reader, tokens: reader.tokens.slice(topic.end) };
  const [item] = rest ? readItems(rest).filter((one) => !isWord(one, 'skip')) : [];
  if (!topic || !rest || item?.kind !== 'period' || item.start > 1) return topic;
  // "a notice: maintenance on Thursday night" says when it takes place.
  const isTold = reader.tokens[topic.start]?.text === ':' && rest.tokens[0]!.kind !== 'mark';
  // "invite them to a breakfast on 4 December at 8": nobody is invited at the hour when it begins.
  const isTo = reader.tokens[topic.start]?.word === 'to' || invitedTo(reader.tokens, topic.start) !== null;
  const isInvited = isTo && (item.time === null || item.period !== null);
  if (item.time !== null && !isInvited && !(isTold && !/\d/.test(item.text))) return topic;
  const last = reader.tokens[topic.end - 1]!.word;
  const isIts = HAPPENING.test(last) || HAPPENING.test(rest.tokens[0]!.word);
  if (!(isIts || isTold || isInvited) || readQuoted(reader, topic.start + 1)) return topic;
  const end = topic.end + item.end;
  const from = reader.tokens[topic.end - 1]!.end;
  return {
    ...topic,
    end,
    text: dayAfter(reader.sentence, { topic: topic.text, from, day: textOf(reader, topic.end, end) }),
  };
}

/** The topic and its day, with the words between that carry nothing elsewhere, as in "ปิดปรับปรุง|ระบบ|วันที่ 5"; `from` is where the topic ends. */
export function dayAfter(
  sentence: string,
  { topic, from, day }: { topic: string; from: number; day: string },
): string {
  const between = sentence.slice(from, Math.max(from, sentence.indexOf(day, from)));
  return `${topic}${/^[\p{L}\p{M}\s]+$/u.test(between) ? between : ' '}${day}`;
}

/** A day without a clock time behind a topic may say when to send, or belong to what is said. */
export function topicDay(
  reader: Reader,
  { schedule, items, topicAt }: { schedule: Schedule | null; items: readonly Item[]; topicAt: number },
): string | null {
  const day = items.find(
    (item) => item.kind === 'period' && item.period !== null && item.time === null && item.clock === null,
  );
  return schedule && day && day.start >= topicAt ? textOf(reader, day.start, day.end) : null;
}
