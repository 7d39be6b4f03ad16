// "Bangkok hotels and Phuket beach clubs … no, just Bangkok hotels": what is said again takes the place of what was
// said before; everything else of the first part still holds.
import type { Item } from '../items.ts';
import { isCue, isHeadField, isWord } from '../items.ts';
import { readItems } from '../read-items.ts';
import { phraseAt, type Reader, skipWords } from '../reader.ts';
import type { Token } from '../tokens.ts';

type Marker = { start: number; end: number };

/** The words that hold; the same ones where nothing is corrected. */
export function applyCorrection(reader: Reader): readonly Token[] {
  const marker = findMarker(reader);
  if (!marker) return reader.tokens;
  const before = reader.tokens.slice(0, marker.start);
  const after = reader.tokens.slice(marker.end);
  const said = readItems({ ...reader, tokens: after });
  if (!said.some(isContent)) return reader.tokens;
  const earlier = readItems({ ...reader, tokens: before });
  const kept = isWhole(said) ? [] : earlier.filter((item) => !isReplaced(item, { said, earlier }));
  const lead = isWhole(said) ? manner(earlier, said) : [];
  // "ending in May… no, June" still speaks of the end.
  const needsVerb = said.some(({ kind }) => kind === 'period') && !said.some(({ kind }) => kind === 'dated');
  const verb = needsVerb ? earlier.findLast(({ kind }) => kind === 'dated') : undefined;
  return [
    ...[...lead, ...kept].flatMap(({ start, end }) => before.slice(start, end)),
    ...(verb
      ? before.slice(verb.start, phraseAt(reader, verb.start, 'dateWords')?.end ?? verb.start + 1)
      : []),
    ...after,
  ];
}

function findMarker(reader: Reader): Marker | null {
  for (let at = reader.tokens.length - 2; at > 1; at--) {
    const end = startsBehindMark(reader, at) ? markerEnd(reader, at) : longestOf(reader, at, PLAIN);
    if (end !== null) return { start: at, end };
  }
  return null;
}

const isMark = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && [',', '.', '…', '-', '–', '—', '?', '!', ';'].includes(token.text);
const startsBehindMark = ({ tokens }: Reader, at: number): boolean => isMark(tokens[at - 1]);
const isTrailingOff = ({ tokens }: Reader, at: number): boolean =>
  tokens[at - 1]?.text === '…' || (tokens[at - 1]?.text === '.' && tokens[at - 2]?.text === '.');

const HESITATIONS = [
  'hm',
  'hmm',
  'um',
  'uh',
  'oh',
  'oops',
  'ah',
  'er',
  'erm',
  'sorry',
  'ok',
  'okay',
  'well',
  ',',
];
const ALWAYS = [
  'actually',
  'scratch that',
  'forget that',
  'forget it',
  'forget about that',
  'i mean',
  'i meant',
  'make that',
  'make it',
  'or rather',
  'rather',
  'correction',
  'strike that',
  'no wait',
  'wait no',
  'no sorry',
  'no actually',
  'no forget it',
  'no i mean',
  'no i meant',
  'no make that',
  'on second thought',
  'on second thoughts',
  'nope',
  'change of plan',
  'i e',
  'ie',
  'namely',
  'that is to say',
  'in other words',
  'my mistake',
  'my bad',
  'better',
  'let us say',
  'no let us say',
  'let us make that',
];
/** Only after a sentence that trails off: "before summer… say before June". */
const TRAILING = ['well', 'say', 'no', 'or', 'let us'];

/** These take back even without a mark before them: "koh lak i mean khao lak". */
const PLAIN = [
  'i mean',
  'i meant',
  'no i mean',
  'no i meant',
  'sorry i mean',
  'sorry i meant',
  'or rather',
  'no wait',
  'i mean to say',
];

/** Past the words that take something back. */
function markerEnd(reader: Reader, at: number): number | null {
  const start = skipWords(reader, at, HESITATIONS);
  const phrase = longestOf(reader, start, ALWAYS);
  if (phrase !== null)
    return skipWords(reader, phrase, [',', '.', '…', ...HESITATIONS, 'no', 'forget', 'it']);
  if (isTrailingOff(reader, at)) {
    const trailing = longestOf(reader, start, TRAILING) ?? (start > at ? start : null);
    if (trailing !== null) return skipWords(reader, trailing, [',']);
  }
  // "no gyms" takes out; "no, just gyms" corrects.
  const isNo = ['no', 'wait', 'nah'].includes(reader.tokens[start]?.word ?? '');
  const next = reader.tokens[start + 1];
  const goesOn =
    next?.text === ',' || ['just', 'only', 'until', 'draft', 'use', 'take'].includes(next?.word ?? '');
  return isNo && goesOn ? skipWords(reader, start + 1, [',', ...HESITATIONS]) : null;
}

function longestOf({ tokens }: Reader, at: number, phrases: readonly string[]): number | null {
  const lengths = phrases
    .map((phrase) => phrase.split(' '))
    .filter((words) => words.every((word, i) => tokens[at + i]?.word === word))
    .map(({ length }) => length);
  return lengths.length > 0 ? at + Math.max(...lengths) : null;
}

/** A request that says everything once more. */
const isWhole = (said: readonly Item[]): boolean =>
  said.some(({ kind }) => kind === 'type') &&
  said.some(
    (item) => item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns', 'customer'),
  );

/** How it is to be done holds on: the verb, channels, the tone. */
const manner = (items: readonly Item[], said: readonly Item[]): Item[] => {
  const isSaid = said.some((item) => isCue(item, 'send', 'tell', 'draft', 'draftOnly'));
  return items.filter(
    (item) =>
      item.kind === 'channel' ||
      isWord(item, 'tones') ||
      (!isSaid && isCue(item, 'send', 'tell', 'draft', 'draftOnly')),
  );
};

const isWho = (item: Item): boolean =>
  item.kind === 'customer' ||
  (item.kind === 'clause' && isHeadField(item.facet)) ||
  item.kind === 'ambiguous';
const isDate = (item: Item): boolean =>
  item.kind === 'dated' || item.kind === 'period' || isWord(item, 'dateWords');
const isContent = (item: Item): boolean =>
  isWho(item) || isDate(item) || item.kind === 'clause' || item.kind === 'type' || item.kind === 'channel';

/** Customers in so many words; "I mean the ones with a lapsed contract" goes on about those named before. */
const isCustomers = (item: Item): boolean =>
  isWord(item, 'nouns', 'customer') && !/\bones?$/i.test(item.text);

/** Who is meant is said as a whole; any other condition alone. A new verb, type or channel counts instead of the old. */
function isReplaced(
  item: Item,
  { said, earlier }: { said: readonly Item[]; earlier: readonly Item[] },
): boolean {
  const isNamed = said.some((one) => isWho(one) || isCustomers(one));
  // "two vegan hotels in Bali. The ones ending in May, I mean. Draft …": whoever stays may be limited by it.
  const isKept = !isNamed && earlier.some(isWho);
  if (item.kind === 'unknown' && !isKept && said.some((one) => isCue(one, 'count', 'which', 'show', 'draft')))
    return true;
  if (isWho(item) || item.kind === 'unknown') return isNamed;
  if (isWord(item, 'dateWords')) return said.some((one) => one.kind === 'dated');
  if (
    isDate(item) ||
    item.kind === 'now' ||
    isWord(item, 'bounds') ||
    isWord(item, 'occasions', 'summer', 'winter')
  )
    return said.some(isDate);
  if (item.kind === 'mark') return item.text === '.' || item.text === '…';
  if (item.kind === 'clause')
    return isNamed || said.some((one) => one.kind === 'clause' && one.facet === item.facet);
  if (item.kind === 'type' || item.kind === 'channel') return said.some(({ kind }) => kind === item.kind);
  if (isCue(item, 'send', 'tell', 'sendIt', 'draft', 'drop'))
    return said.some((one) => isCue(one, 'send', 'tell', 'draft', 'show'));
  return isNamed && (isWord(item, 'operators') || isWord(item, 'nouns'));
}
