// An answer to what was asked last: "a survey", "sorry, I meant the Avanis", "the second one". The request that led to the
// question is read again with the answer in it, as if it had been said so at once; what it still leaves open is asked.
import { ownValue } from '../../../lib/own-value.ts';
import { plainlySaid } from '../clauses/plainly-said.ts';
import { type Frame, readFrame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import type { Choice, Plan, PlannerInput, PlannerThread, Question, Slot } from '../types.ts';
import { describedBy, inPlaceOf, ownerIn, withoutSaid } from './in-place.ts';

type PlanOf = (sentence: string, input: PlannerInput) => Plan;
type Turn = NonNullable<PlannerThread['earlier']>[number];
type Reread = { sentence: string; plan: Plan };

/** Null when nothing was asked, or the sentence is no answer to it. */
export const readAnswer = (said: string, input: PlannerInput, planOf: PlanOf): Plan | null =>
  reread(said, input.thread.earlier ?? [], { input, planOf, turns: MOST_TURNS })?.plan ?? null;

// Who was asked so often without an answer begins anew.
const MOST_TURNS = 3;

function reread(
  said: string,
  earlier: readonly Turn[],
  { input, planOf, turns }: { input: PlannerInput; planOf: PlanOf; turns: number },
): Reread | null {
  const turn = earlier.at(-1);
  const asked = turn && askedIn(turn);
  if (!asked || turns === 0) return null;
  const before = earlier.slice(0, -1);
  const further = { input, planOf, turns: turns - 1 };
  const then = { ...input, thread: { ...input.thread, earlier: before } };
  const asking = plainlySaid(turn.said);
  const request = reread(asking, before, further) ?? { sentence: asking, plan: planOf(asking, then) };
  const { question } = request.plan;
  // Asked by another mind, or of words that have changed since.
  if (!question || question.text !== asked) return null;
  const answered = answerTo(said, { request, question }, { input: then, planOf });
  // Between them something was said that nobody understood.
  const isLost = question.choices.length > 0 && question.choices.every(({ label, say }) => label === say);
  return answered ?? (isLost ? reread(said, before, further) : null);
}

/** "Forget the rooms. Take …": what was not understood need not be. */
const FORGOTTEN =
  /^\W*(?:forget|drop|skip|never ?mind) (?:about )?(?:the |that |those )?\p{L}+\s*[.,;!–—]\s*(?=\S)/iu;

function answerTo(
  whole: string,
  { request, question }: { request: Reread; question: Question },
  { input, planOf }: { input: PlannerInput; planOf: PlanOf },
): Reread | null {
  const said = whole.replace(FORGOTTEN, '');
  const chosen = choiceOf(said, question.choices);
  if (chosen) return { sentence: chosen.say, plan: planOf(chosen.say, input) };
  const owner =
    question.slot &&
    ownerIn(said.replace(LEAD, ''), { request: request.sentence, slot: question.slot, input });
  if (owner) return { sentence: owner, plan: planOf(owner, input) };
  const frame = question.slot && readFrame(said, input);
  const isMeant = frame && (isDated(question.slot!) ? isDate(frame) : isFragment(frame));
  const sentence = isMeant ? filled(request.sentence, question.slot!, frame) : null;
  if (!sentence) return null;
  const plan = planOf(sentence, input);
  const next = plan.question;
  const isBehind = 'behind' in question.slot!;
  const isFurther =
    plan.calls.length > 0 ||
    (next?.text !== question.text
      ? isBehind || 'behind' in (next?.slot ?? {})
      : isBehind && isBeside(frame!, question.slot!));
  return isFurther ? { sentence, plan } : null;
}

/** The question that was all that came of a turn. */
function askedIn({ calls }: Turn): string | null {
  const [call, ...others] = calls;
  return call?.name === 'ask_person' && others.length === 0 ? String(call.args.text) : null;
}

const WORDS = /\p{L}[\p{L}\p{M}'’]*|\p{N}+/gu;
const FILLERS = new Set(
  'a an the it that this them those these one ones ok okay please pls thanks i mean meant sorry option number'.split(
    ' ',
  ),
);
const SAME: Readonly<Record<string, string>> = {
  both: 'yes',
  yeah: 'yes',
  yep: 'yes',
  nope: 'no',
  nah: 'no',
};
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(WORDS) ?? [])
    .filter((word) => !FILLERS.has(word))
    .map((word) => ownValue(SAME, word) ?? word);

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const WITHOUT =
  /^\W*(?:(?:ok|okay|just|please|then|no)[\s,]+)*(?:ignore|skip|leave|go on without|without) (?:it|that|this|them|the word)(?: out)?\W*$/iu;

/** One of those that were offered: by its place, its name or what tells it from the others. */
function choiceOf(said: string, choices: readonly Choice[]): Choice | null {
  if (WITHOUT.test(said)) return choices.find(({ label }) => label.startsWith('Go on without')) ?? null;
  const words = wordsOf(said);
  if (words.length === 0) return null;
  const labels = choices.map(({ label }) => wordsOf(label));
  // What is its own sentence is an example, and means nothing by one of its words.
  const same = labels.findIndex((label) => label.join(' ') === words.join(' '));
  if (same >= 0) return choices[same]!;
  const holding = choices.filter(
    ({ label, say }, at) => label !== say && words.every((word) => labels[at]!.includes(word)),
  );
  if (holding.length === 1) return holding[0]!;
  const [word, ...others] = words;
  const place = /^[1-8]$/.test(word!) ? Number(word) - 1 : ORDINALS.indexOf(word!);
  const isPlaced = [0, choices.length].includes(holding.length) && others.length === 0;
  return isPlaced ? (choices.find((one, at) => at === place && one.label !== one.say) ?? null) : null;
}

const isDated = (slot: Slot): boolean => 'isDate' in slot;

/** "within the next 30 days", "in December": a time, and nobody and nothing else. */
const isDate = ({ reader, scope, items, unknown, cues, type, moments }: Frame): boolean =>
  reader.tokens.length <= MOST_WORDS &&
  unknown.length === 0 &&
  type === null &&
  [...cues].every((cue) => ANSWERING.has(cue)) &&
  (scope.isEmpty || items.filter(isSomebody).length === 0) &&
  moments.problems.every(({ why }) => why === 'unplaced');

/** A few words that say what or who, and ask for nothing of their own. */
const isFragment = ({ reader, cues, items }: Frame): boolean =>
  reader.tokens.length > 0 &&
  reader.tokens.length <= MOST_WORDS &&
  [...cues].every((cue) => ANSWERING.has(cue)) &&
  items.some(({ kind }) => kind !== 'mark' && kind !== 'unknown');

const MOST_WORDS = 25;
const ANSWERING = new Set(['change', 'yes', 'no', 'narrow', 'add', 'draftOnly', 'thanks', 'rank', 'same']);

const LEAD =
  /^(?:\W|\b(?:ok|okay|yes|well|hm+|um+|oh|sorry|oops|no|please|just|then|actually|i mean|i meant|then|make (?:it|that)|(?:let['’]?s |i(?:['’]ll| will) )?(?:do|make it|go with|say|take|use)|it(?:['’]s| is| should be| shall be))\b)+/iu;
const LEADS = {
  as: /^(?:(?:maybe|perhaps|as|send|draft|write|them)\s+)+/iu,
  to: /^(?:to|for|only)\s+/iu,
  about: /^(?:about|that|say(?:ing)? that)\s+/iu,
};

function filled(request: string, slot: Slot, answer: Frame): string | null {
  const text = answer.sentence.replace(LEAD, '').replace(/[.!?？\s]+$/u, '');
  const whole = request.replace(/[.!?\s]+$/u, '');
  // "that we move" is the message itself, whatever its kind.
  if ('behind' in slot && slot.behind === 'as' && /^(?:that|about|saying)\b/iu.test(text))
    return `${whole} ${text}`;
  // "by e-mail", "only Bangkok": no answer, but said of the same request.
  if ('behind' in slot && isBeside(answer, slot)) return `${whole}, ${text}`;
  if (text === '' || !fits(answer, slot)) return null;
  if (!('behind' in slot))
    return describedBy(request, slot, text) ?? inPlaceOf(request, slot, withoutSaid(request, slot, text));
  const said = text.replace(LEADS[slot.behind], '');
  return `${whole} ${slot.behind} ${slot.behind === 'about' ? `"${said.replaceAll('"', '')}"` : said}`;
}

function isBeside({ items, unknown, cues, scope, channels, schedule, type }: Frame, slot: Slot): boolean {
  const isWho = !scope.isEmpty && (cues.has('narrow') || !('behind' in slot && slot.behind === 'to'));
  const isSaid = isWho || channels.length > 0 || schedule !== null;
  return (
    isSaid &&
    type === null &&
    unknown.length === 0 &&
    items.every((item) => SAYS.has(item.kind) || !isContent(item))
  );
}

const SAYS = new Set(['clause', 'customer', 'channel', 'period', 'dated', 'mark', 'role']);
/** Of a topic: "that we move", "the new menu". */
const isContent = (item: Item): boolean =>
  !isWord(item, 'skip') &&
  !isWord(item, 'operators') &&
  !isWord(item, 'nouns') &&
  !isCue(item, 'narrow', 'change', 'no', 'yes');

/** A kind of message where one is missing; in the place of words that nobody knows only somebody: "in Thailand" would leave
 * them out in silence. */
function fits({ items, type, scope, isEverybody, sentence }: Frame, slot: Slot): boolean {
  if (!('behind' in slot))
    return isDated(slot) || items.some(isSomebody) || (!scope.isEmpty && ONES.test(sentence));
  return slot.behind === 'as' ? type !== null : slot.behind === 'about' || isEverybody || !scope.isEmpty;
}

/** "the gold ones", "those with …": people, by what is known of them. */
const ONES = /\b(?:ones|those)\b/iu;

const isSomebody = (item: Item): boolean =>
  item.kind === 'customer' || (item.kind === 'clause' && item.isHead) || isWord(item, 'nouns');
