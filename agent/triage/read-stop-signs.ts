// What a reply speaks of, by meaning: facts for the classifier, and whether it says nothing but a wish to stop.
import { createSieve } from '../../lib/create-sieve.ts';
import { neededPieces } from '../../lib/needed-pieces.ts';
import { plainText } from '../../lib/text.ts';
import { byLetters } from './letters.ts';
import { COURTESIES } from './words/courtesies.ts';
import { SCENE_SIGNS } from './words/scene-signs.ts';
import { STOP_SIGNS } from './words/stop-signs.ts';

const HAND = /🛑|✋|🚫|⛔|🙅|🔕|🔇|🤚|📵/u;

// Half of those who write in a hurry leave the accents out.
export const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
const { ends, messages, records, forever } = STOP_SIGNS;
const { reaches, self } = SCENE_SIGNS;

const patternsOf = byLetters((letters) => {
  const compiled = (all: readonly string[], flags: string) =>
    new RegExp(
      withoutAccents(all.join('|')).replaceAll('\\w', `[${letters}_]`).replaceAll('\\p{L}\\p{N}', letters),
      flags,
    );
  const signs = Object.entries({ ...STOP_SIGNS, ...SCENE_SIGNS }).map(([sign, all]) => {
    const pattern = compiled(all, 'u');
    return { value: { sign, pattern }, pieces: neededPieces(pattern) };
  });
  return {
    signs: createSieve(signs),
    ofStops: [ends, messages, records, forever, reaches, self, COURTESIES].map((all) => compiled(all!, 'gu')),
  };
});

/** The meanings that one sentence has together, and those of the whole text. */
export function readStopSigns(raw: string): string[] {
  const found = new Set<string>();
  const text = withoutAccents(plainText(raw));
  const { signs } = patternsOf(text);
  for (const sentence of text.split(/[.!?。！？\n;…]+/u)) {
    const here = signs(sentence).flatMap(({ sign, pattern }) => (pattern.test(sentence) ? [sign] : []));
    for (const [at, sign] of here.entries()) {
      found.add(`sign ${sign}`);
      for (const other of here.slice(at + 1)) found.add(`signs ${sign} ${other}`);
    }
    if (
      here.includes('ends') &&
      here.includes('forever') &&
      (here.includes('messages') || here.includes('records'))
    )
      found.add('signs for good');
  }
  if (HAND.test(raw)) found.add('sign hand');
  if (found.size === 0) found.add('no sign');
  return [...found];
}

/** Whether no word of a text speaks of anything but ending messages, and of who writes and who gets them. */
export function speaksOfStopOnly(raw: string): boolean {
  const text = withoutAccents(plainText(raw));
  return !/\p{L}/u.test(patternsOf(text).ofStops.reduce((left, of) => left.replace(of, ' '), text));
}

/** Whether something is quoted: then whose wish it is, a person has to see. */
export const hasQuotes = (text: string): boolean => /["“”«»„「」『』]/u.test(text);
