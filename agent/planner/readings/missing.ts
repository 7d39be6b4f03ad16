// What a new campaign still lacks: its kind, whoever gets it, and what it says.
import { ask } from '../doubt/ask.ts';
import type { Frame } from '../frame.ts';
import { stems } from '../tokens.ts';
import type { Plan, Question } from '../types.ts';
import { pointedAt } from './pointed-at.ts';
import { wantsSending } from './wants-sending.ts';

export function missing(frame: Frame): Plan | null {
  const question = missingType(frame) ?? missingAudience(frame) ?? missingTopic(frame);
  return question && ask(question, frame);
}

// What a question may offer; the commonest types stand first.
const MOST_CHOICES = 8;

function missingType({ type, input, sentence }: Frame): Question | null {
  if (type) return null;
  const choices = input.vocabulary.types.slice(0, MOST_CHOICES).map(({ label }) => ({
    label,
    say: `${sentence.replace(/[.!?\s]+$/u, '')} as ${label}`,
  }));
  return { text: 'What kind of message shall it be?', choices, slot: { behind: 'as' } };
}

function missingAudience(frame: Frame): Question | null {
  const { scope, isEverybody: isAll, input, sentence } = frame;
  if (!scope.isEmpty || isAll || pointedAt(frame)) return null;
  const to = (who: string) => ({ label: who, say: `${sentence.replace(/[.!?\s]+$/u, '')} to ${who}` });
  const brands = input.vocabulary.brands
    .filter(({ parent }) => parent === null)
    .slice(0, 2)
    .map(({ name }) => `all ${name} customers`);
  const expiring =
    frame.type === 'renewal'
      ? ['all customers expiring within 60 days', 'all customers expiring this quarter']
      : [];
  return {
    text: 'Who should get it?',
    choices: [...expiring, ...brands, 'all customers'].map(to),
    slot: { behind: 'to' },
  };
}

const CALLED = ['notice', 'letter', 'note', 'campaign', 'message', 'mail', 'mailing', 'email'];

/** "a technical notice" says no more than its name; "a maintenance notice" says what it is about. */
const isOnlyNamed = ({ items }: Frame, label: string): boolean =>
  items
    .filter((item) => item.kind === 'type')
    .every(({ text }) => stems(text).every((word) => [...stems(label), ...CALLED].includes(word)));

/** Of another language only the kind is known, and not what was said beside it. */
const isTranslated = ({ reader }: Frame): boolean => reader.tokens.some((token) => token.isTranslated);

/** By its name alone nobody knows what is offered or what takes place. */
const SAYS_NOTHING = new Set(['voucher', 'event', 'loyalty']);

/** What shall go out has to say something, and an announcement is nothing else; any other draft may wait for its words. */
function missingTopic(frame: Frame): Question | null {
  const { type, topic, input } = frame;
  const kind = input.vocabulary.types.find(({ key }) => key === type);
  const isEmpty =
    type === 'announcement' ||
    (!input.isOffering &&
      (wantsSending(frame) || (SAYS_NOTHING.has(type ?? '') && !isTranslated(frame))) &&
      isOnlyNamed(frame, kind?.label ?? ''));
  if (!kind?.needsTopic || topic || !isEmpty) return null;
  return {
    text: `What should the ${kind.label.toLowerCase()} say? Say it again with “about …”.`,
    choices: [],
    slot: { behind: 'about' },
  };
}
