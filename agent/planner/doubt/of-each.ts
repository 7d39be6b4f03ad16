// "the three biggest hotels in each country", "have both platforms": what a filter cannot say, and would be read as more or
// fewer people than are meant.
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';
import { asWritten } from './ask.ts';

const EACH =
  /\s*\b(?:(?:in|of|for|from|at|per)\s+(?:each|every|any)|per)\s+(?<what>country|city|town|place|region|brand|chain|group|type|kind|category|platform|owner|account manager|state|area)\b/iu;

/** An order is one of all together. */
export function ofEach({ items, sentence }: Frame): Question | null {
  const said = EACH.exec(sentence);
  const isRanked = items.some((item) => item.kind === 'rank' && item.size !== null);
  if (!said || !isRanked) return null;
  const { what } = said.groups!;
  return {
    text: `I can take the first of all together, not of each ${what}. Shall it be of all together?`,
    choices: [{ label: 'Of all together', say: sentence.replace(said[0], '') }],
  };
}

const HAVING = /^(?:have|has|having|had|use|uses|using|run|runs|running|with|on|own|owns)$/i;

/** Of a field with one value nobody has two: "have both SYB and Beat Breeze". */
export function hasBoth(frame: Frame): Question | null {
  const { items, reader, sentence, input } = frame;
  const at = reader.tokens.findIndex(
    ({ word }, i) => word === 'both' && HAVING.test(reader.tokens[i - 1]?.word ?? ''),
  );
  if (at < 0) return null;
  const values = items.filter((item) => item.start > at && item.kind === 'clause');
  const [first, second] = values;
  if (first?.kind !== 'clause' || second?.kind !== 'clause' || first.facet !== second.facet) return null;
  const field = input.vocabulary.fields.find(({ key }) => key === first.facet);
  if (field?.kind !== 'choice' || field.isBuiltIn) return null;
  const [both, end] = [reader.tokens[at]!.start, reader.tokens[second.end - 1]!.end];
  const either = `${asWritten(frame, first)} or ${asWritten(frame, second)}`;
  return {
    text: `“${field.label}” holds one value, so nobody has both. Is either of them meant?`,
    choices: [{ label: either, say: `${sentence.slice(0, both)}${either}${sentence.slice(end)}` }],
  };
}
