// What stands between a sentence and acting on it: each becomes a question with choices. A word that may restrict the
// audience is never dropped, because the wider audience would then be acted upon in silence.
import { formatDate } from '../../lib/dates.ts';
import { joinWords } from '../../lib/text.ts';
import type { Frame } from './frame.ts';
import type { Item } from './items.ts';
import { en } from './lexicon/en.ts';
import { similarNames } from './names/nearest.ts';
import { stems } from './tokens.ts';
import type { Choice, Plan, Question } from './types.ts';

/** A plan that only asks, or null when nothing is in doubt. */
export function doubtsOf(frame: Frame): Plan | null {
  const question =
    ambiguous(frame) ??
    unknownWords(frame) ??
    attachment(frame) ??
    topicDay(frame) ??
    badMoment(frame) ??
    openDate(frame);
  return question && ask(question, frame);
}

export const ask = (question: Question, frame: Frame, say: string | null = null): Plan => ({
  calls: [],
  say,
  question,
  unused: frame.unknown.map(({ text }) => text),
  ranges: frame.moments.ranges,
});

/** The sentence with one stretch of it said otherwise. */
export function reword(
  { sentence, reader }: Frame,
  item: Pick<Item, 'start' | 'end'>,
  instead: string,
): string {
  const [first, last] = [reader.tokens[item.start]!, reader.tokens[item.end - 1]!];
  return `${sentence.slice(0, first.start)}${instead}${sentence.slice(last.end)}`
    .replace(/\s+/g, ' ')
    .replace(/ ([,.?!])/g, '$1')
    .trim();
}

/** Some roles more or fewer than the type's own, which are not known here: the person names them all. */
export function whichRoles(frame: Frame): Plan {
  const word = (role: string) => en.roles[role]!.split('|')[0]!;
  const others = Object.keys(en.roles).filter(
    (role) => !frame.notRoles.includes(role) && !frame.roles.includes(role),
  );
  const named = frame.roles.map(word);
  const choices = [named, ...others.slice(0, 4).map((role) => [word(role), ...named])].filter(
    (roles) => roles.length > 0,
  );
  return ask(
    {
      text: 'Which contacts shall get it, all together?',
      choices: choices.map((roles) => ({ label: joinWords(roles), say: `only the ${joinWords(roles)}` })),
    },
    frame,
  );
}

function ambiguous(frame: Frame): Question | null {
  const item = frame.items.find((one) => one.kind === 'ambiguous');
  if (item?.kind !== 'ambiguous') return null;
  const choices = item.options.map(({ label, instead }) => ({ label, say: reword(frame, item, instead) }));
  return { text: `“${item.text}” can mean several things. Which one do you mean?`, choices };
}

function unknownWords(frame: Frame): Question | null {
  const [item] = frame.unknown;
  if (!item) return null;
  const all = joinWords(frame.unknown.map(({ text }) => `“${text}”`));
  const near = nearest(frame, item);
  const names = near.map(({ label }) => label);
  const known = names.length > 0 ? ` The nearest I know: ${joinWords(names, 'or')}.` : '';
  return {
    text: `I do not know ${all}, so I have not guessed who is meant.${known} What shall I do?`,
    choices: [
      ...near.map(({ label, instead }) => ({ label, say: reword(frame, item, instead) })),
      ...otherWays(frame, item),
    ],
  };
}

function nearest(frame: Frame, { text }: Item): { label: string; instead: string }[] {
  const { names } = frame.reader;
  const words = stems(text);
  const labels = similarNames(
    words.join(' '),
    names.labels.filter(({ phrase }) => phrase !== 'other'),
  ).map(({ label }) => ({ label, instead: label }));
  const customers = names
    .customersWith(words)
    .slice(0, 3)
    .map(({ name }) => ({ label: name, instead: name }));
  const found = [...customers, ...labels];
  return found.filter(({ label }, at) => found.findIndex((one) => one.label === label) === at).slice(0, 4);
}

/** Looking for it in names, or leaving it out: the person's own decision. */
function otherWays(frame: Frame, item: Item): Choice[] {
  if (frame.unknown.length !== 1 || item.text.includes('?')) return [];
  return [
    {
      label: `Customers with “${item.text}” in their name`,
      say: reword(frame, item, `customers whose name contains "${item.text}"`),
    },
    { label: `Go on without “${item.text}”`, say: reword(frame, item, '') },
  ];
}

/** A condition with the preposition before it: "in Bangkok". */
function placed({ reader }: Frame, { start, text }: Item): string {
  const before = reader.tokens[start - 1]?.word ?? '';
  return ['in', 'at', 'from', 'on'].includes(before) ? `${before} ${text}` : text;
}

function attachment(frame: Frame): Question | null {
  const { doubt } = frame.scope;
  if (!doubt) return null;
  const { condition, exceptionAt, phrase } = doubt;
  const word = placed(frame, condition.item);
  if (exceptionAt === null) {
    const end = { start: frame.reader.tokens.length - 1, end: frame.reader.tokens.length };
    const last = frame.reader.tokens.at(-1)!.text;
    return {
      text: `Does “${word}” hold for ${phrase} too?`,
      choices: [
        { label: 'Yes, for all of them', say: reword(frame, end, `${last} ${word}`) },
        { label: `No, every ${phrase} customer`, say: `${frame.sentence} specifically` },
      ],
    };
  }
  const before = frame.reader.tokens[exceptionAt]!;
  const moved = `${frame.sentence.slice(0, before.start)}${word} ${frame.sentence.slice(before.start)}`;
  const cut = moved.lastIndexOf(word);
  const everywhere = `${moved.slice(0, cut).replace(/\b(in|at|from)\s*$/u, '')}${moved.slice(cut + word.length)}`;
  return {
    text: `Does “${word}” belong to everybody, or only to the exception?`,
    choices: [
      { label: `Only customers ${word}, without ${phrase}`, say: everywhere.replace(/\s+/g, ' ').trim() },
      { label: `Everybody, except ${phrase} ${word}`, say: `${frame.sentence} specifically` },
    ],
  };
}

/** "about the maintenance on Sunday": sent on Sunday, or maintained? */
function topicDay({ topicDay: day, topic, sentence }: Frame): Question | null {
  if (!day || !topic) return null;
  const whole = sentence.replace(/[.!?\s]+$/u, '');
  const at = whole.lastIndexOf(topic);
  const end = whole.lastIndexOf(day) + day.length;
  const lead = whole
    .slice(0, at)
    .replace(/\b(about|that|regarding|concerning)\s*$/iu, '')
    .trim();
  return {
    text: `Is “${day}” when to send it, or part of the message?`,
    choices: [
      { label: `Send it ${day}`, say: `${lead} ${day} about "${topic}"${whole.slice(end)}` },
      {
        label: 'It is part of the message',
        say: `${lead} about "${whole.slice(at, end)}"${whole.slice(end)}`,
      },
    ],
  };
}

function badMoment(frame: Frame): Question | null {
  const [problem] = frame.moments.problems;
  if (!problem) return null;
  const today = formatDate(frame.input.today);
  const why = {
    impossible: `“${problem.text}” is no date that exists, or ends before it begins.`,
    past: `“${problem.text}” has passed (today is ${today}).`,
    unplaced: `I cannot tell what “${problem.text}” is about: contracts that end then, or when to send?`,
  }[problem.why];
  const choices = problem.why === 'unplaced' ? placements(frame, problem.text) : [];
  return {
    text: `${why} Which date do you mean?`.replace('send? Which date do you mean?', 'send?'),
    choices,
  };
}

const placements = ({ sentence }: Frame, text: string): Choice[] => [
  { label: `Contracts that end ${text}`, say: sentence.replace(text, `expiring ${text}`) },
];

/** "expiring Hiltons": until when? */
function openDate(frame: Frame): Question | null {
  const [field] = frame.moments.open;
  if (!field) return null;
  const periods = ['this month', 'within 30 days', 'within 90 days', 'this quarter'];
  const sentence = frame.sentence.replace(/\bsoon\b/i, '').replace(/[\s.?!]+$/u, '');
  const isVerb = /\b(expir\w*|renew\w*|end\w*|laps\w*|due)$/i.test(sentence);
  return {
    text: 'Expiring when?',
    choices: periods.map((period) => ({
      label: period,
      say: `${sentence}${isVerb ? '' : ' expiring'} ${period}`,
    })),
  };
}
