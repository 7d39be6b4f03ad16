// Periods of which nothing certain can be made.
import { formatDate } from '../../../lib/dates.ts';
import type { Frame } from '../frame.ts';
import { wantsSending } from '../readings/wants-sending.ts';
import { toReader } from '../topic/to-reader.ts';
import type { Choice, Question } from '../types.ts';

/** "about the maintenance on Sunday": sent on Sunday, or maintained? */
export function topicDay(frame: Frame): Question | null {
  const { topicDay: day, topic, sentence } = frame;
  if (!day || !topic || !(frame.input.thread.campaign || wantsSending(frame))) return null;
  const whole = sentence.replace(/[.!?\s]+$/u, '');
  const at = whole.lastIndexOf(topic);
  const end = whole.lastIndexOf(day) + day.length;
  const lead = whole
    .slice(0, at)
    .replace(/\b(about|that|regarding|concerning|de que|que|dass)\s*$/iu, '')
    .trim();
  return {
    text: `Is “${day}” when to send it, or part of the message?`,
    choices: [
      { label: `Send it ${day}`, say: `${lead} ${day} about "${toReader(topic)}"${whole.slice(end)}` },
      {
        label: 'It is part of the message',
        say: `${lead} about "${toReader(whole.slice(at, end))}"${whole.slice(end)}`,
      },
    ],
  };
}

export function badMoment(frame: Frame): Question | null {
  const [problem] = frame.moments.problems;
  if (!problem) return null;
  const today = formatDate(frame.input.today);
  const why = {
    impossible: `“${problem.text}” is no date that exists, or ends before it begins.`,
    past: `“${problem.text}” has passed (today is ${today}).`,
    two: `It goes out once, so not “${problem.text}”.`,
    unplaced: `I cannot tell what “${problem.text}” is about: contracts that end then, or when to send?`,
  }[problem.why];
  const choices = problem.why === 'unplaced' ? placements(frame, problem.text) : [];
  return {
    text: `${why} Which date do you mean?`.replace('send? Which date do you mean?', 'send?'),
    choices,
  };
}

/** None where the words stand for others of another language. */
const placements = ({ sentence }: Frame, text: string): Choice[] =>
  sentence.includes(text) ? placed(sentence, text) : [];

const placed = (sentence: string, text: string): Choice[] => [
  // When one was renewed is not recorded; the day on which the contract of today began is.
  ...(RENEWED.test(sentence)
    ? [{ label: `Contracts that began ${text}`, say: sentence.replace(RENEWED, 'whose contract began') }]
    : []),
  { label: `Contracts that end ${text}`, say: sentence.replace(text, `expiring ${text}`) },
];

const RENEWED = /\b(?:(?:who|that) )?(?:have |has )?renewed\b/i;

/** "expiring Hiltons": until when? */
export function openDate(frame: Frame): Question | null {
  // "whose contract runs out soon": no word for a date may be passed over.
  const isSoon = frame.cues.has('soon') && frame.moments.ranges.length === 0;
  const field = frame.moments.open[0] ?? (isSoon ? 'contract_end' : undefined);
  if (!field) return null;
  const periods = ['this month', 'within 30 days', 'within 90 days', 'this quarter'];
  const sentence = frame.sentence.replace(/\bsoon\b/i, '').replace(/[\s.?!]+$/u, '');
  const isVerb = /\b(expir\w*|renew\w*|end\w*|laps\w*|due)$/i.test(sentence);
  const soon = /\bsoon\b/i.exec(frame.sentence);
  return {
    text: 'Expiring when?',
    choices: periods.map((period) => ({
      label: period,
      say: `${sentence}${isVerb ? '' : ' expiring'} ${period}`,
    })),
    ...(soon ? { slot: { start: soon.index, end: soon.index + 4, isDate: true } } : {}),
  };
}
