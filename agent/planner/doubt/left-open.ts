// Words of a sentence that went into nothing, and that pick some of those who were named or leave open who is meant: "one
// of them", "Phuket is a maybe", "if legal agrees". Which words they are is a closed list, as the language has few of them;
// where they stand decides nothing, so that nobody has to foresee how they are said.
import { isForgiven } from '../clauses/forgive.ts';
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import type { Token } from '../tokens.ts';
import type { Question } from '../types.ts';

/** A stretch between two marks, with what became of its words. */
type Stretch = {
  tokens: readonly Token[];
  words: string;
  /** Those that went into nothing. */
  loose: readonly string[];
  isDropped: boolean;
  saysSomething: boolean;
};

export function leftOpen(frame: Frame): Question | null {
  const { campaign, lastFilter, earlier = [] } = frame.input.thread;
  const isFirst = !campaign && !lastFilter && earlier.length === 0;
  const found = stretchesOf(frame).find((one, at, all) =>
    isOpen(one, isFirst && !TAKEN_BACK.test(all[at + 1]?.words ?? '')),
  );
  if (!found) return null;
  const [first, last] = [found.tokens[0]!, found.tokens.at(-1)!];
  const words = frame.sentence.slice(first.start, last.end);
  const rest = without(frame.sentence, first.start, last.end);
  return {
    text: `“${words}” leaves open who is meant or when, so I have not guessed. What is meant?`,
    choices:
      found.saysSomething || rest.length < words.length
        ? []
        : [{ label: `Go on without “${words}”`, say: rest }],
    ...(found.saysSomething ? {} : { slot: { start: first.start, end: last.end } }),
  };
}

const without = (sentence: string, start: number, end: number): string =>
  `${sentence.slice(0, start).replace(/[\s,;:(–—-]+$/u, '')} ${sentence.slice(end).replace(/^[\s,;:).!?–—-]+/u, '')}`
    .replace(/\s+/g, ' ')
    .trim();

const isOpen = (one: Stretch, isFirst: boolean): boolean =>
  one.loose.some((word) => OPEN.has(word)) ||
  OPENING.test(one.words) ||
  (one.tokens.length > 2 && one.loose.length === one.tokens.length && CONDITIONAL.test(one.words)) ||
  (one.isDropped && (ONLY.test(one.words) || one.loose.some((word) => LEAVING.has(word)))) ||
  (isFirst &&
    one.tokens.length > 1 &&
    !one.saysSomething &&
    !PAST.test(one.words) &&
    !PURPOSE.test(one.words) &&
    one.loose.some((word) => POINTING.has(word)));

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Of how many, of which, and of doubt. */
const OPEN = list(
  `few several most mostly mainly part neither whichever certain selected unsure undecided decide decided
   deciding decision pending tbc tbd tba optional depends depend depending probably presumably unless until
   assuming provided especially preferably ideally handful couple sample exceptions exclusions suspects`,
);
/** Said of somebody, beside the request. */
const LEAVING = list(
  'some others skip avoid omit exclude leave focus prefer except might maybe perhaps whatever debating',
);
/** Of people, where nobody is named. */
const POINTING = list('they them those these ones whoever anyone anybody some either');
const ONLY =
  /\bonly (?:the|those|some|a)\b|\b(?:on|per|from|in) (?:the|my|our|your|\p{L}+(?: s|['’]s)?) (?:list|sheet|file|spreadsheet)\b/u;
const OF_LIST = /^(?:my|our|your|the|a|s)$/;
/** "… actually just list the malls" */
const TAKEN_BACK = /^(?:actually|no|sorry|wait|i mean|scratch)\b/u;

const SOME = 'some|most|half|many|any|none|one|two|three|four|five|ten|part|several|few';
const OPENING = new RegExp(
  [
    String.raw`(?<!\bhow |\b(?:do|does|did|are|is|have|has) (?=any))\b(?:${SOME}) of (?:them|those|these)\b`,
    String.raw`\b(?:either|any|whichever) one\b`,
    String.raw`\b(?:pick|choose) (?:${SOME}|an?|either)\b`,
    String.raw`\bnot (?:all|every|everyone|everybody|each|too many)\b`,
    String.raw`\bonly some\b|\byou know (?:which|who|the)\b`,
    String.raw`\b(?:and|plus) (?:anyone|anybody|whoever) (?:i|we|else|similar|relevant)\b`,
    String.raw`\bnot sure\b|\bin two minds\b|\ba maybe\b|\bquestion mark\b|\bup in the air\b|\byet to decide\b|\bor not\b`,
    String.raw`\b(?:and|or) (?:so|such|whatever|similar|others?|so on|the like|something(?: like that)?)$`,
    String.raw`\betc$`,
    String.raw`^or (?:an?|rather|maybe|perhaps)\b|\bstill (?:has|have|needs?) to (?:pick|choose|select)\b`,
    String.raw`\b(?:as|if|where|when|whenever|wherever) (?:needed|required|appropriate|necessary|relevant|applicable)\b`,
    String.raw`\bmay (?:want|need|have|not|still|well)\b|(?<!\byou )\bmight\b`,
    String.raw`\b(?:wait|hold|hold off|hold back) (?:for|with|until|on|off|the)\b`,
    String.raw`\bnames? (?:that )?(?:starts?|begins?|ends?|starting|beginning|ending)\b`,
    String.raw`\bthe same (?:country|city|town|region|area|street|place|brand|group|chain|type|size|owner|manager|price|value|plan|platform) (?:as|like)\b`,
    String.raw`\b(?:customers?|clients?|those|everyone|everybody|people|all|who|that|hotels?|gyms?|teams?|contacts?) (?:celebrat|observ)(?:e|es|ing)\b`,
    String.raw`\bspeaking (?:countries|regions|markets|places)\b`,
    String.raw`\b(?:first|second|next) (?:batch|wave|group|lot)\b`,
  ].join('|'),
  'u',
);
/** "if legal agrees", "after the board has decided" */
const CONDITIONAL =
  /^(?:(?:and|but|so|only|just) )*(?:if|unless|until|once|when|after|provided|assuming|depending|subject to|as soon as|as long as|wherever|whenever|in case)\b(?! (?:you|i|we|possible)\b)/u;
/** Why, told of them or of ourselves: "they had one last month", "we got a complaint that nobody asked them". */
const PAST =
  /^it (?:feels|seems|looks)\b|\b(?:myself|ourselves)$|^(?:because )?(?:they|those|both|these) (?:were|had|got|said|asked|told|did|renewed|complained|paid|signed)\b|^(?:i|we) (?:just )?(?:got|had|met|heard|have been|were|was)\b/u;

/** "so we can move them to streaming": what it is for. */
const PURPOSE = /^(?:and |just )?so (?:that )?(?:i|we|they|it) (?:can|could|may|will|would)\b/u;

function stretchesOf({ said, reader, items, about }: Frame): Stretch[] {
  const meant = new Map<number, Item>();
  for (const item of items)
    for (const token of reader.tokens.slice(item.start, item.end)) meant.set(token.start, item);
  const heard = new Set(reader.tokens.map(({ start }) => start));
  const isTold = ({ start }: Token): boolean => about !== null && start >= about.start && start < about.end;
  const stretches: Stretch[] = [];
  let tokens: Token[] = [];
  const close = () => {
    const [first] = tokens;
    if (!first) return;
    if (!isTold(first))
      stretches.push({
        tokens,
        words: tokens.map(({ word }) => word).join(' '),
        loose: tokens.filter(isLoose).map(({ word }) => word),
        isDropped: tokens.every(({ start }) => !heard.has(start)),
        saysSomething: tokens.some(
          ({ start, word }, at) =>
            saysSomething(meant.get(start)) && !(word === 'list' && OF_LIST.test(tokens[at - 1]?.word ?? '')),
        ),
      });
    tokens = [];
  };
  const isLoose = (token: Token): boolean => {
    if (!heard.has(token.start)) return true;
    const item = meant.get(token.start);
    return isForgiven(item) || (isWord(item, 'skip') && item!.end === item!.start + 1);
  };
  for (const token of said) {
    const isCut = token.kind === 'mark' || (tokens.length > 0 && isTold(token) !== isTold(tokens[0]!));
    if (isCut) close();
    if (token.kind !== 'mark') tokens.push(token);
  }
  close();
  return stretches;
}

const SAYING = new Set([
  'clause',
  'customer',
  'dated',
  'period',
  'rank',
  'type',
  'channel',
  'role',
  'ambiguous',
  'unknown',
]);
const saysSomething = (item: Item | undefined): boolean =>
  item !== undefined &&
  (SAYING.has(item.kind) ||
    (isWord(item, 'nouns') && !/^(?:ones?|anyone|anybody)$/i.test(item.text)) ||
    isCue(
      item,
      'draft',
      'send',
      'tell',
      'count',
      'show',
      'which',
      'audience',
      'drop',
      'add',
      'narrow',
      'preview',
      'test',
    ) ||
    isWord(item, 'typeVerbs') ||
    isWord(item, 'tones') ||
    isWord(item, 'lengths'));
