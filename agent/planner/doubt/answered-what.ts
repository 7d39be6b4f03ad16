// "remind the ones who haven't answered": answered what? Whoever never answered anything are many more than that.
import type { Frame } from '../frame.ts';
import { has } from '../readings/reading.ts';
import { isImperative } from '../readings/wants-sending.ts';
import { LAUNCHED } from '../recognise/campaign.ts';
import type { Question } from '../types.ts';

/** "who haven't answered", and not "never", "us", "any of our mails" or a time. */
const NOT_DONE =
  /\b(?:have|has|did|do|does)(?:n['’]?t|\s+not)\s+(?<deed>answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|react(?:ed)?|open(?:ed)?(?:\s+it)?)(?:\s+(?:yet|so far|back|until now))?(?=\s*(?:[,.;!?]|$|and\b|by\b|again\b|with\b|about\b))/iu;
const EVER = /"not":\{"op":"did","field":"\w+","from":null,"to":null\}/;
const MOST = 3;

export function answeredWhat(frame: Frame): Question | null {
  const { sentence, scope, input } = frame;
  const said = NOT_DONE.exec(sentence);
  const isMessage = frame.type !== null || has(frame, 'send', 'tell', 'draft') || isImperative(frame);
  if (!said || !isMessage || !EVER.test(JSON.stringify(scope.filter))) return null;
  const sent = input.vocabulary.campaigns.filter(({ status }) => LAUNCHED.has(status)).slice(0, MOST);
  const before = sentence.slice(0, said.index).replace(/\b(?:that|which)\s+$/iu, 'who ');
  const after = sentence.slice(said.index + said[0].length);
  const deed = BASE[said.groups!.deed!.toLowerCase().split(/\s/)[0]!]!;
  return {
    text: deed === 'open' ? 'Who has not opened what?' : 'Who has not replied to what?',
    choices: [
      ...sent.map(({ name }) => ({
        label: `The campaign “${name}”`,
        say: `${before}did not ${deed} ${deed === 'open' ? '' : 'to '}the campaign ${name}${after}`,
      })),
      { label: 'Anything, ever', say: `${before}never ${PAST[deed]}${after}` },
    ],
  };
}

const BASE: Readonly<Record<string, string>> = {
  answer: 'reply',
  answered: 'reply',
  reply: 'reply',
  replied: 'reply',
  respond: 'reply',
  responded: 'reply',
  react: 'reply',
  reacted: 'reply',
  open: 'open',
  opened: 'open',
};
const PAST: Readonly<Record<string, string>> = { reply: 'replied', open: 'opened' };
