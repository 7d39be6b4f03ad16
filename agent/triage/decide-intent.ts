import type { TriageInput } from '../../core/ports.ts';
import type { Meaning } from './read-meanings.ts';
import type { Intent } from './words/words.ts';

export type Decision = {
  intent: Intent;
  confidence: number;
  said: string;
  rivals: Intent[];
  topic: string | null;
};

type Facts = { input: TriageInput; limits: boolean; unitsNamed: number; score: number | null };

// What wins when a text says several things outright: the reading that costs most to overlook comes first.
const ORDER: readonly Intent[] = [
  'bounce',
  'auto_reply',
  'wrong_person',
  'already_done',
  'partial',
  'callback',
  'complaint',
  'decline',
  'later',
  'accept',
  'question',
  'survey_answer',
  'acknowledge',
];
// Readings that cannot both be meant; two of one row in a text make the answer unsure.
const RIVALS: readonly (readonly Intent[])[] = [
  ['accept', 'decline'],
  ['accept', 'complaint'],
  ['decline', 'partial'],
  ['decline', 'complaint'],
  ['accept', 'already_done'],
  ['accept', 'later'],
  ['complaint', 'later'],
];
// To these a "fine" or a thumb is thanks; to a renewal it is a yes.
const NEWS = ['announcement', 'seasonal', 'technical', 'survey'];
// How often each strength was right among the cases, rounded down.
const SURE = { 2: 0.9, 1: 0.7 } as const;
const CLASH = 0.4;
const ALONE = 0.55;

/** Weighs the readings of a text into one intent of the closed list, and says how sure that is. */
export function decideIntent(meanings: readonly Meaning[], facts: Facts): Decision {
  if (facts.input.campaignType === 'survey' && facts.score !== null) {
    return { intent: 'survey_answer', confidence: SURE[2], said: `${facts.score}`, rivals: [], topic: null };
  }
  const read = meanings.map((meaning) => inContext(meaning, meanings, facts));
  if (
    facts.limits &&
    facts.unitsNamed > 0 &&
    read.some(({ intent }) => intent === 'accept' || intent === 'decline')
  ) {
    read.push({ intent: 'partial', strength: 2, said: 'some by name', topic: null });
  }
  const [first] = ORDER.flatMap((intent) => strongest(read, intent) ?? []).sort(
    (a, b) => b.strength - a.strength,
  );
  if (!first) return { intent: 'other', confidence: 0.2, said: '', rivals: [], topic: null };
  const rivals = rivalsOf(first.intent, read);
  const clash = rivals.some((rival) => (strongest(read, rival)?.strength ?? 0) === 2);
  const isLone = first.intent === 'question' && first.strength === 1;
  const confidence = clash ? CLASH : isLone ? ALONE : SURE[first.strength];
  const topic = first.topic ?? read.find((one) => one.topic)?.topic ?? null;
  return { intent: first.intent, confidence, said: first.said, rivals, topic };
}

function inContext(meaning: Meaning, all: readonly Meaning[], { input, limits, unitsNamed }: Facts): Meaning {
  const says = (intent: Intent, strength = 1) =>
    all.some((one) => one.intent === intent && one.strength >= strength);
  if (meaning.intent === 'accept' && meaning.strength === 1 && NEWS.includes(input.campaignType ?? '')) {
    return /interest|yes|\bja\b|oui|sí|sim/u.test(meaning.said)
      ? meaning
      : { ...meaning, intent: 'acknowledge' };
  }
  const isLimited = limits && unitsNamed > 0 && !says('complaint');
  if (meaning.intent === 'accept' && isLimited) return { ...meaning, intent: 'partial' };
  if (meaning.intent === 'wrong_person' && meaning.strength === 2 && says('auto_reply', 2)) {
    return { ...meaning, strength: 1 };
  }
  return meaning;
}

const strongest = (read: readonly Meaning[], intent: Intent): Meaning | undefined =>
  read.filter((one) => one.intent === intent).sort((a, b) => b.strength - a.strength)[0];

const rivalsOf = (intent: Intent, read: readonly Meaning[]): Intent[] =>
  RIVALS.filter((row) => row.includes(intent))
    .flat()
    .filter((rival) => rival !== intent && read.some((one) => one.intent === rival));
