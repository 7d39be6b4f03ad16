// What stands inside an exception and holds for everybody.
import { type Item, isWord } from '../items.ts';
import type { NounPhrase } from './phrase.ts';
import type { Part, Segment } from './segments.ts';

export function ofAll(phrase: NounPhrase, said: { segment: Segment; items: readonly Item[] }): Part[] {
  if (phrase.parts.length === 0) return [];
  return [
    ...new Set([...datesOfAll(phrase, said), ...predicateOfAll(said), ...placesOfAll(phrase, said.segment)]),
  ];
}

/** "how many hotels outside Thailand have 6 zones": what is asked of all of them, behind a verb; "who have" are some. */
function predicateOfAll({
  segment: { parts, at },
  items,
}: {
  segment: Segment;
  items: readonly Item[];
}): Part[] {
  const [first, ...rest] = parts;
  const isOfSome = items.some(
    ({ start, text }) =>
      start > at && start <= (rest[0]?.item.start ?? 0) && /^(?:who|that|which|whose|those)\b/i.test(text),
  );
  if (first?.facet !== 'place' || isOfSome) return [];
  const verb = items.find(({ start, text }) => start >= first.item.end && VERB.test(text));
  return rest.filter(({ facet, item }) => verb && item.start >= verb.start && facet !== 'place');
}
const VERB = /^(?:have|has|had|are|is|were)\b/i;

/** "tagged newsletter but not wholesale in Berlin": a quality is ruled out by itself, and the place is everybody's. */
const placesOfAll = (phrase: NounPhrase, { parts: [first, ...rest] }: Segment): Part[] =>
  first && QUALITIES.has(first.facet) && phrase.parts.some(({ facet }) => facet === first.facet)
    ? rest.filter(({ facet, isNegated }) => facet === 'place' && !isNegated)
    : [];
const QUALITIES = new Set(['tag', 'tier', 'platform', 'size']);

/** "everyone in Asia except Vietnam whose contract ends in May": a place alone is left out; "those in Vietnam that …" are some. */
function datesOfAll(
  phrase: NounPhrase,
  { segment: { parts, at }, items }: { segment: Segment; items: readonly Item[] },
): Part[] {
  const [first] = parts;
  const isPlaceAlone =
    first?.facet === 'place' &&
    !items.some(
      (item) =>
        item.start > at &&
        item.end <= first.item.start &&
        (isWord(item, 'nouns') || /^(those|them|any)$/i.test(item.text)),
    );
  const isDated = phrase.parts.some(({ facet }) => facet === 'contract_end');
  return isPlaceAlone && !isDated
    ? parts.filter(({ facet, isNegated }) => facet === 'contract_end' && !isNegated)
    : [];
}
