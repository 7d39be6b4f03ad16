// The reply desk by sentence: answering one person, what a part of the customers said, the day's digest.
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { calling, type Reading } from './reading.ts';
import { readWho } from './whom.ts';

type Said = Record<string, string | undefined>;
type Read = (frame: Frame, said: Said) => Plan | null;
const form = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`, 'isu');

const DIGEST = form(
  String.raw`(?:(?:give|show|send)\s+me\s+)?(?:the|my|our|a|today'?s|this\s+morning'?s)?\s*(?:daily\s+|reply\s+|replies\s+|morning\s+)?digest(?:\s+(?:of|for)\s+(?:today|the\s+day|replies))?`,
  String.raw`what(?:'s|\s+is|\s+has)?\s+(?:came|come|new|happened)(?:\s+(?:in|at\s+the\s+reply\s+desk))?\s+(?:since\s+yesterday|overnight|today)`,
);
const FORMS: readonly (readonly [RegExp, Read])[] = [
  [DIGEST, (frame) => calling(frame, [{ name: 'summarise_replies', args: { days: 1 } }])],
  [
    form(
      String.raw`(?:summari[sz]e|sum\s+up|give\s+me\s+(?:a\s+)?summary\s+of)\s+(?:what|how)\s+(?<who>.+?)\s+(?:answered|replied|said|wrote|responded|think|thinks|thought)(?:\s+(?:so\s+far|to\s+(?:us|it|this|that)|back))?`,
      String.raw`(?:what|how)\s+(?:did|have|has)\s+(?<whom>.+?)\s+(?:answer(?:ed)?|repl(?:y|ied)|sa(?:y|id)|wr(?:ite|itten)|respond(?:ed)?)(?:\s+(?:so\s+far|to\s+(?:us|it|this|that)|back))?`,
      String.raw`(?:summari[sz]e|sum\s+up)\s+(?:the\s+|all\s+)?(?:replies|answers|responses)(?:\s+(?:of|from|by)\s+(?<by>.+))?`,
    ),
    summarise,
  ],
  [
    form(
      String.raw`(?:answer|reply\s+to|respond\s+to|write\s+back\s+to)\s+(?<who>(?!(?:them|me|us|it|him|her|everybody|everyone|all)\b)[^,:;"“]{2,60}?)\s*[:,]?\s+that\s+(?<text>.+)`,
      String.raw`(?:answer|reply\s+to|respond\s+to|write\s+back\s+to)\s+(?<person>(?!(?:them|me|us|it)\b)[^,:;"“]{2,60}?)\s*(?:[:,]|with)\s*["“']?(?<words>.+?)["”']?`,
    ),
    answer,
  ],
];

export const readDesk: Reading = (frame) => {
  const text = frame.sentence
    .trim()
    .replaceAll('’', "'")
    .replace(/^(?:(?:and|please|so|ok|okay|can you|could you)[,\s]+)+/i, '')
    .trim();
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text) ?? pattern.exec(text.replace(/[.?!\s]+$/, ''));
    const plan = match && read(frame, match.groups ?? {});
    if (plan) return plan;
  }
  return null;
};

const EVERYBODY =
  /^(?:they|them|everybody|everyone|people|(?:all\s+)?(?:the\s+|our\s+)?customers|all|the\s+others?)$/iu;

function summarise(frame: Frame, { who, whom, by }: Said): Plan | null {
  const named = who ?? whom ?? by;
  const { campaign } = frame.input.thread;
  if (!named || EVERYBODY.test(named)) {
    const args = campaign ? { campaignId: campaign.id } : {};
    return calling(frame, [{ name: 'summarise_replies', args }]);
  }
  const found = readWho(frame, named);
  if (!found) return null;
  return 'filter' in found
    ? calling(frame, [{ name: 'summarise_replies', args: { filter: found.filter } }])
    : found;
}

/** "… that the invoice comes tomorrow" is said as a sentence of its own; anything else as it stands. */
function answer(frame: Frame, { who, text, person, words }: Said): Plan {
  const said = text ? sentence(text) : (words ?? '').trim();
  const name = (who ?? person ?? '').trim();
  return { ...calling(frame, [{ name: 'answer_reply', args: { who: name, text: said } }]), unused: [] };
}

const sentence = (text: string): string => {
  const said = text.trim();
  const ended = /[.!?…]$/u.test(said) ? said : `${said}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
};
