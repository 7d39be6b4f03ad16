import { fold } from '../../../lib/text.ts';

export type KnownBrand = { id: string; name: string; parentId: string | null; aliases: readonly string[] };

export type BrandMatch = {
  brand: KnownBrand;
  reason: string;
  confidence: number;
  /** Other brands in the same name, unrelated to this one: a person should look. */
  others: string[];
  /** The words of the name that are brands, so that they are not taken for places. */
  words: string[];
};

type Span = { brand: KnownBrand; word: string; from: number; to: number; isLead: boolean };

// A word this short is a brand only where a brand stands: at the start, after a mark, or after "by".
const SHORT = 4;

/**
 * Finds the tenant's brands inside a customer's name, whatever the capitals and accents. The longest name wins where
 * two overlap ("Grand Mercure" is no Mercure), a brand wins over the one above it ("Ascott - Citadines Berlin" is a
 * Citadines), and the first of two unrelated ones is taken with less confidence.
 */
export function brandMatcher(brands: readonly KnownBrand[]): (name: string) => BrandMatch | null {
  const words = brands.flatMap((brand) =>
    [...new Set([brand.name, ...brand.aliases].map(fold))]
      .filter((word) => word.length > 1)
      .map((word) => ({ brand, word })),
  );
  const parents = new Map(brands.map(({ id, parentId }) => [id, parentId]));
  return (name) => {
    const text = markedName(name);
    const spans = outermost(words.flatMap((known) => findSpans(text, known)));
    const own = spans.filter((span) => !spans.some((other) => isAbove(parents, span.brand, other.brand)));
    const [first] = own.toSorted((a, b) => Number(b.isLead) - Number(a.isLead) || a.from - b.from);
    if (!first) return null;
    const others = [...new Set(own.map(({ brand }) => brand.name))].filter(
      (other) => other !== first.brand.name,
    );
    return {
      brand: first.brand,
      reason: `"${first.brand.name}" in the name`,
      confidence: others.length > 0 ? 0.6 : first.isLead ? 0.95 : 0.85,
      others,
      words: spans.map(({ word }) => word),
    };
  };
}

/** Folded words with a bar where the name has a separating mark: "HANBG - Tru by Hilton" → " hanbg | tru by hilton ". */
const markedName = (name: string): string =>
  ` | ${name
    .split(/\s+[-–—|/&+:]\s*|[,;|()/]\s*/)
    .map(fold)
    .filter(Boolean)
    .join(' | ')} `;

function findSpans(text: string, { brand, word }: { brand: KnownBrand; word: string }): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(` ${word} `); at >= 0; at = text.indexOf(` ${word} `, at + 1)) {
    const isLead = /(^|\||\bby|\bthe)$/.test(text.slice(0, at).trimEnd());
    if (word.length > SHORT || isLead) spans.push({ brand, word, from: at, to: at + word.length, isLead });
  }
  return spans;
}

const outermost = (spans: readonly Span[]): Span[] =>
  spans.filter(
    (span) =>
      !spans.some(
        (other) =>
          other.from <= span.from && other.to >= span.to && other.to - other.from > span.to - span.from,
      ),
  );

function isAbove(parents: ReadonlyMap<string, string | null>, upper: KnownBrand, lower: KnownBrand): boolean {
  for (let id = parents.get(lower.id); id; id = parents.get(id)) if (id === upper.id) return true;
  return false;
}

/** The brand that a whole cell names. */
export const findBrand = (brands: readonly KnownBrand[], text: string): KnownBrand | null =>
  brands.find(({ name, aliases }) => [name, ...aliases].some((word) => fold(word) === fold(text))) ?? null;
