// Words of an earlier sentence said otherwise: "the Fairview Lodges" as "the Avanis".
import { fold } from '../../../lib/text.ts';
import { firstNameOf } from '../names/first-name.ts';
import type { PlannerInput, Slot } from '../types.ts';

const DETERMINER = 'the|all|our|my|those|these|every';
const LED = new RegExp(String.raw`^(?:${DETERMINER}|customers?)\b`, 'iu');
const LEADING = new RegExp(String.raw`\b(?:${DETERMINER})\s+$`, 'iu');

/** The new words bring their own article. */
export function inPlaceOf(
  sentence: string,
  { start, end }: { start: number; end: number },
  text: string,
): string {
  const before = sentence.slice(0, start);
  return `${LED.test(text) ? before.replace(LEADING, '') : before}${text}${sentence.slice(end)}`;
}

/** "hotels with more than 6 zones" for the end of "hotels with more than 200 rooms": what stands there already. */
export function withoutSaid(request: string, slot: { start: number }, text: string): string {
  const before = request.slice(0, slot.start).toLowerCase();
  const words = text.split(/(?<=\s)/u);
  for (let end = words.length - 1; end > 0; end--) {
    const head = words.slice(0, end).join('');
    if (before.endsWith(` ${head.toLowerCase()}`)) return text.slice(head.length);
  }
  return text;
}

const THOSE =
  /^(?:(?:only|just)\s+)?(?:those|the ones|these|customers|everybody|everyone)\s+(?=(?:with|without|who|that|which|whose|in|on|from|over|under)\b)/iu;
const PREPOSITION = /^(?:in|on|from|at|with|without|who|that|by|via|about|and|or|to|for)$/iu;

/** "those with more than 5 zones" for "the nice hotels": said behind, in the place of what stood before the noun. */
export function describedBy(request: string, slot: Slot, text: string): string | null {
  if (!('start' in slot) || !THOSE.test(text)) return null;
  const noun = /^\s+(\p{L}+)/u.exec(request.slice(slot.end))?.[1];
  if (!noun || PREPOSITION.test(noun)) return null;
  const without = `${request.slice(0, slot.start).trimEnd()} ${request.slice(slot.end).trimStart()}`;
  return `${without.replace(/[.!?\s]+$/u, '')} ${text.replace(THOSE, '')}`;
}

/** "Peter's accounts" – "Tomas": his. */
export function ownerIn(
  said: string,
  { request, slot, input }: { request: string; slot: Slot; input: PlannerInput },
): string | null {
  if (!('start' in slot) || !/['’]s?$/u.test(request.slice(slot.start, slot.end))) return null;
  const name = said.replace(/(?:['’]s?)?[.!?\s]*$/u, '');
  const isColleague = input.vocabulary.people.some((person) =>
    [fold(person.name), firstNameOf(person.name)].includes(fold(name)),
  );
  return isColleague ? inPlaceOf(request, slot, `${name}'s`) : null;
}
