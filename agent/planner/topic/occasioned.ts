// "thank the gold customers for a great year", "congratulate them on the award", "apologise to everyone for the outage":
// behind whoever is meant, the verb's own preposition leads in what it is about.
import { isWord } from '../items.ts';
import { FINITE } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';
import { isStop } from './stop.ts';

const OCCASIONS: readonly { verb: RegExp; link: string }[] = [
  {
    verb: /^(thank|thanking|thanks|apologise|apologize|apologising|apologizing|apology|sorry|praise)$/,
    link: 'for',
  },
  { verb: /^(congratulate|congratulating|congratulations|congrats|update|brief|quiz)$/, link: 'on' },
  { verb: /^(warn|warning|remind|reminding|inform|informing|notify|notifying|advise)$/, link: 'of' },
];
const OPENED = new Set(
  'the our their your its last a an this these being having staying choosing trusting coming joining working all not'.split(
    ' ',
  ),
);

export function isOccasioned(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const { link, verb } = OCCASIONS.find((one) => one.link === tokens[at]!.word) ?? {};
  const next = tokens[at + 1]?.word ?? '';
  if (!link || !(OPENED.has(next) || /[a-z]{3}ing$/.test(next))) return false;
  const verbAt = tokens.findIndex(({ word }) => verb!.test(word));
  if (verbAt < 0 || verbAt > at - 2) return false;
  const between = readItems({ ...reader, tokens: tokens.slice(verbAt + 1, at) });
  const isNamed =
    /^(?:them|those|these|everyone|everybody)$/.test(tokens[at - 1]!.word) ||
    between.some((item) => ['clause', 'customer', 'dated'].includes(item.kind) || isWord(item, 'nouns'));
  const stop = tokens.findIndex((token, i) => i > at && (isStop(token) || token.text === ','));
  const told = readItems({ ...reader, tokens: tokens.slice(at + 1, stop < 0 ? tokens.length : stop) });
  const [first] = told.filter((item) => !isWord(item, 'skip'));
  return (
    isNamed &&
    !told.some((item) => isWord(item, 'operators', 'only', 'except', 'without', 'exceptAfter')) &&
    first !== undefined &&
    // "inform all gyms of the price change"
    (first.kind === 'unknown' ||
      (first.kind === 'type' && link === 'of') ||
      (first.kind === 'word' && !isWord(first, 'nouns')))
  );
}

/** "the cyclists in Munich, new bike workshop opens on 5 December": a statement of its own behind whoever is told. */
export function isStatement(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  if (![',', '-', '–', '—', ':', ';'].includes(tokens[at]!.text)) return false;
  const stop = tokens.findIndex(
    (token, i) => i > at && (isStop(token) || [',', '-', '–', '—'].includes(token.text)),
  );
  const own = tokens.slice(at + 1, stop < 0 ? tokens.length : stop);
  // "vegans are out" would say who gets it.
  if (!/^(our|the|a|an|new|there|we)$/.test(own[0]?.word ?? '')) return false;
  const verb = own.findIndex(({ word }) => FINITE.has(word));
  const behind = own[verb + 1]?.word ?? '';
  if (
    verb < 1 ||
    verb > 6 ||
    /^(out|excluded|exempt|not|next|separate|done|later|fine|enough|wait|follow|left)$/.test(behind)
  )
    return false;
  const told = readItems({ ...reader, tokens: own });
  const before = readItems({ ...reader, tokens: tokens.slice(0, at) });
  return (
    told[0]?.kind === 'unknown' &&
    told.every(
      ({ kind }, i) =>
        ['unknown', 'period', 'word', 'mark', 'now', 'dated'].includes(kind) ||
        // "new bike workshop opens on …": part of a thing's name, and what happens to it.
        (kind === 'clause' &&
          told[i - 1]?.kind === 'unknown' &&
          (told[i + 1]?.kind === 'unknown' || FINITE.has(own[told[i]!.start]?.word ?? ''))),
    ) &&
    !told.some(
      (item) => isWord(item, 'nouns') || isWord(item, 'operators') || isWord(item, 'cues', 'drop', 'narrow'),
    ) &&
    before.some(
      (item) => item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns', 'everybody'),
    )
  );
}
