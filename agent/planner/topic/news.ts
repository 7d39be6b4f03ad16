// News behind the request that no word leads in: "…, the October invoice is still open", "…, prices go up 4 % as of 1 March",
// "…, doors open at 18:00", and behind a colon what more there is: ": plus 3 % from 1 April".
import { type Item, isWord } from '../items.ts';
import { BYSTANDERS, FINITE, PURPOSES } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';

/** A thing and what becomes of it. Whoever is meant, who speaks and the request itself are no such thing. */
export function isNews(reader: Reader, start: number): boolean {
  const { tokens } = reader;
  const verb = tokens.findIndex(({ word }, at) => at > start && at < start + 7 && isVerb(word));
  if (verb < 0) return false;
  const subject = tokens.slice(start, verb);
  const [first] = subject;
  const isThing = DETERMINERS.test(first!.word) ? subject.length > 1 : /[^su]s$/.test(first!.word);
  const last = subject.findLast(({ word }) => !ADVERBS.test(word))?.word ?? '';
  return (
    isThing &&
    subject.every(({ kind, word }) => kind !== 'mark' && !RELATIVES.test(word)) &&
    !isOfRequest(last) &&
    readItems({ ...reader, tokens: subject }).every(isOfThings)
  );
}

const DETERMINERS = /^(?:the|our|an?|this|new)$/;
const RELATIVES = /^(?:who|that|whose|which|if|when|and|or)$/;
const ADVERBS = /^(?:now|also|soon|again|still|finally)$/;
const PLURAL = /^(?:go|rise|increase|decrease|drop|fall|offer|arrive|move|switch|introduce)$/;
export const isVerb = (word: string): boolean => FINITE.has(word) || PLURAL.test(word);

const OF_REQUEST =
  /^(?:list|file|rest|request|reason|point|thing|idea|target|goal|sheet|names?|numbers?|others?|rush|hurry|problem|customers?|clients?|contacts?|contracts?|campaign|message|draft|letter|survey|text)$/;
const isOfRequest = (word: string): boolean =>
  OF_REQUEST.test(word) || PURPOSES.has(word) || (BYSTANDERS.has(word) && !/^prices$/.test(word));

/** Words that stand for nobody: strange ones, a day that colours them, an amount, one house of ours. */
const isOfThings = (item: Item): boolean =>
  ['unknown', 'period'].includes(item.kind) ||
  (['skip', 'amountWords', 'typeVerbs', 'occasions'] as const).some((kind) => isWord(item, kind)) ||
  (item.kind === 'type' && !/s$/i.test(item.text)) ||
  (item.kind === 'clause' && item.facet === 'type' && !/s$/i.test(item.text));

/** "plus 3 % from 1 April", "the new player": by how much, or strange words, which pick nobody. */
export function isMore(reader: Reader, { start, own }: { start: number; own: readonly Item[] }): boolean {
  const first = own.find((item) => !isWord(item, 'skip'));
  const isStrange = first?.kind === 'unknown' && /\s/.test(first.text);
  return isStrange || BY_HOW_MUCH.test(reader.sentence.slice(reader.tokens[start]!.start));
}
const BY_HOW_MUCH = /^(?:plus|minus|up|down|by|another|[+-])\s*(?:by\s)?\d+(?:[.,]\d+)?\s?(?:%|per ?cent\b)/i;

/** "please install the November update" */
export const isAskedOf = ({ tokens }: Reader, start: number): boolean =>
  tokens[start]?.word === 'please' && tokens[start + 1] !== undefined;
