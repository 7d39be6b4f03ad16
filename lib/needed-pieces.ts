import { type AST, RegExpParser } from '@eslint-community/regexpp';

const parser = new RegExpParser();
// Where something was cut out, these stand (core/replies/find-opt-out.ts): they may come between any two letters.
const LOOSE = /[\s…]/u;
const FEW = 8;

/**
 * Pieces of text of which one at least stands in whatever a pattern matches, none of them with a space in it; null where
 * there is nothing certain. For asking a text once which of many patterns are worth trying.
 */
export function neededPieces({ source, flags }: { source: string; flags: string }): string[] | null {
  if (flags.includes('i')) return null;
  return ofAlternatives(parser.parsePattern(source, 0, source.length, { unicode: true }).alternatives);
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): string[] | null {
  const all = alternatives.map(({ elements }) => ofSequence(elements));
  return all.includes(null) ? null : [...new Set(all.flatMap((pieces) => pieces ?? []))];
}

/** Of all that a sequence needs what is longest: the fewest texts have it. */
function ofSequence(elements: readonly AST.Element[]): string[] | null {
  const needed: string[][] = [];
  let letters = '';
  const end = (pieces: string[] | null = null) => {
    if (letters) needed.push([letters]);
    if (pieces) needed.push(pieces);
    letters = '';
  };
  for (const one of elements) {
    const letter = letterOf(one);
    if (letter !== null) letters += letter;
    else if (one.type === 'Quantifier' && one.min > 0) {
      letters += letterOf(one.element) ?? '';
      end(ofElement(one.element));
    } else if (one.type !== 'Assertion') end(ofElement(one));
  }
  end();
  const shortest = (pieces: readonly string[]) => Math.min(...pieces.map(({ length }) => length));
  return needed.toSorted((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0] ?? null;
}

const letterOf = (one: AST.Element): string | null => {
  const letter = one.type === 'Character' ? String.fromCodePoint(one.value) : null;
  return letter === null || LOOSE.test(letter) ? null : letter;
};

function ofElement(one: AST.Element): string[] | null {
  if (one.type === 'Group' || one.type === 'CapturingGroup') return ofAlternatives(one.alternatives);
  if (one.type !== 'CharacterClass' || one.negate || one.elements.length > FEW) return null;
  const letters = one.elements.map((each) => (each.type === 'Character' ? letterOf(each) : null));
  return letters.includes(null) ? null : letters.map((letter) => letter!);
}
