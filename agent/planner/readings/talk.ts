// Help, small talk, and what is outside: an honest sentence and what could be said instead.
import { ask, slotOf } from '../doubt/ask.ts';
import { examples, noCampaign } from '../doubt/no-campaign.ts';
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { has, type Reading, saying } from './reading.ts';

const HELP =
  'I find customers, prepare campaigns and ask for approval; I never send without it. Say who, what and when, for instance “Send renewal reminders to all customers expiring next month”, then correct it: “drop Phuket”, “only the Hiltons”, “by email”, “tomorrow 9am their time”, “make it casual”, “show me the messages”, “send a test to me@example.com”, “send it”. Afterwards: “how is it going”, “who said yes”, “pause”, “stop”.';

const ABOUT_US = String.raw`(?:i|we|he|she)(?:\s*'(?:m|re|s|ll)|\s+(?:am|are|is|was|were|will|have|has))?(?:\s+be)?`;
const AWAY = String.raw`(?:out|off|away|late|sick|ill|busy|home|at\s+(?:lunch|home)|in\s+(?:a|the|my)\s+\w+|on\s+(?:holiday|leave|my\s+way|the\s+\w+|a\s+\w+)|having|leaving|joking|kidding)`;
const ASIDE = new RegExp(
  String.raw`^(?:${ABOUT_US}\s+(?:(?:just|all|still|now)\s+)?${AWAY}|(?:let\s+us|let's|shall\s+we|can\s+we|we\s+(?:should|could|can))\s+(?:talk|speak|chat|discuss|meet|have\s+(?:lunch|coffee|a\s+call)))\b`,
  'iu',
);
const REQUESTS = [
  'send',
  'sendIt',
  'draft',
  'tell',
  'remind',
  'drop',
  'add',
  'narrow',
  'show',
  'count',
  'pause',
];
const ASKS = /\b(?:so|please|make|change|use|only|instead|move|put|set|wait|until)\b/iu;

/**
 * Said to colleagues where a campaign is in hand: "I am out for lunch, back at two" sets no time. Whatever asks for
 * something beside it is read as that.
 */
export const readAside: Reading = (frame) => {
  const text = frame.sentence.trim().replaceAll('’', "'");
  if (!frame.input.thread.campaign || !ASIDE.test(text) || ASKS.test(text) || has(frame, ...REQUESTS))
    return null;
  return saying(frame, 'I take that as said to the others: nothing was changed.');
};

export const readTalk: Reading = (frame) => {
  if (has(frame, 'help')) return saying(frame, HELP);
  if (isOnly(frame, 'greeting'))
    return saying(frame, 'Hello. Who should hear from you? Say “help” to see what I can do.');
  if (isOnly(frame, 'yes', 'no', 'fresh')) return bareAnswer(frame);
  if (isOnly(frame, 'thanks')) return saying(frame, 'You are welcome.');
  return null;
};

const isOnly = (frame: Frame, ...cues: string[]): boolean =>
  has(frame, ...cues) && frame.scope.isEmpty && frame.unknown.length === 0 && frame.reader.tokens.length <= 5;

/** "yes", "no", "start over": to what? The next steps are offered. */
function bareAnswer(frame: Frame): Plan {
  const { campaign, lastFilter } = frame.input.thread;
  // "no, November", "create a campaign": of what, for whom?
  const isOpen = frame.moments.problems.length > 0 || has(frame, 'draft');
  if (isOpen && !campaign && !lastFilter) return noCampaign(frame);
  if (!campaign || has(frame, 'fresh'))
    return saying(frame, 'Say who should get what, and I prepare it as a new campaign.');
  const choices = [
    { label: 'Ask for approval', say: 'send it' },
    { label: 'Show the messages', say: 'show me the messages' },
    { label: 'Show who gets it', say: 'show the audience' },
  ];
  return ask({ text: has(frame, 'yes') ? 'What shall I do?' : 'What should change?', choices }, frame);
}

/** Nothing else took the sentence: says which words were not understood and what can be done. */
export function notUnderstood(frame: Frame): Plan {
  const { unknown, sentence } = frame;
  const words = unknown.map(({ text }) => `“${text}”`).join(', ');
  const say = words
    ? `I did not understand ${words}.`
    : sentence.trim() === ''
      ? 'You said nothing.'
      : 'I did not understand what I should do.';
  const text = `${say} I can find customers, prepare campaigns and ask for their approval. Try one of these.`;
  const [only, ...others] = unknown;
  const slot = only && others.length === 0 ? { slot: slotOf(frame, only) } : {};
  return ask({ text, choices: examples(frame), ...slot }, frame);
}
