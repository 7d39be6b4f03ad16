// "scrap the date again", "any size", "no matter which city": a kind of condition goes, whatever its value.

import type { Filter } from '../../../core/audience/filter.ts';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { ask } from '../doubt/ask.ts';
import { all, isClause, isEverybody, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { has, saying } from '../readings/reading.ts';
import { stems } from '../tokens.ts';
import type { Plan } from '../types.ts';

export function dropFacet(frame: Frame, filter: Filter): { patch: Partial<Draft> } | { plan: Plan } | null {
  const isAsked =
    has(frame, 'drop', 'refuseDelete') || frame.reader.tokens.some(({ word }) => LIFTING.has(word));
  if (!isAsked || !frame.scope.isEmpty || frame.isTypeNamed) return null;
  const named = fieldsNamed(frame);
  const isMore = frame.unknown.some(({ text }) => stems(text).some((word) => !named.words.has(word)));
  if (isMore) return null;
  if (named.fields.size === 0 && !named.isDate) return null;
  const kept = partsOf(filter).filter(
    (part) => !isOf(part, named.fields) && !(named.isDate && isDatedDeed(part)),
  );
  if (kept.length === partsOf(filter).length)
    return { plan: saying(frame, `There is no condition on the ${named.word} to drop.`) };
  const left = all(kept);
  return isEverybody(left) ? { plan: reallyAll(frame, `the ${named.word}`) } : { patch: { filter: left } };
}

/** "drop the date" is about who gets it where the draft is limited by a date; elsewhere it may be about the letter. */
export const dropsCondition = (frame: Frame, filter: Filter): boolean => {
  const dropped = /\b(?:hide|mention|name|show)\b/i.test(frame.sentence) ? null : dropFacet(frame, filter);
  return dropped !== null && ('patch' in dropped || dropped.plan.question !== undefined);
};

const LIFTING = new Set([
  'any',
  'all',
  'no',
  'without',
  'regardless',
  'whatever',
  'whichever',
  'lift',
  'every',
  'everywhere',
  'anywhere',
  'wherever',
  'worldwide',
]);

export const reallyAll = (frame: Frame, word: string): Plan =>
  ask(
    {
      text: `Without ${word} nothing limits it any more: all customers would get it. Is that meant?`,
      choices: [{ label: 'Yes, all customers', say: 'make it all customers' }],
    },
    frame,
  );

const isOf = (filter: Filter, fields: ReadonlySet<string>): boolean => {
  if (isClause(filter)) return fields.has(filter.field);
  if ('not' in filter) return isOf(filter.not, fields);
  const inner = 'all' in filter ? filter.all : filter.any;
  return inner.length > 0 && inner.every((one) => isOf(one, fields));
};

/** "who has not ordered since June": a date limits it too. */
const isDatedDeed = (part: Filter): boolean =>
  isClause(part)
    ? part.op === 'did' && Boolean(part.from ?? part.to)
    : 'not' in part && isDatedDeed(part.not);

const PLACES = ['city', 'country', 'region'];
const COMMON: Readonly<Record<string, readonly string[]>> = {
  place: PLACES,
  location: PLACES,
  city: PLACES,
  country: PLACES,
  region: PLACES,
  area: PLACES,
  everywhere: PLACES,
  anywhere: PLACES,
  wherever: PLACES,
  worldwide: PLACES,
  brand: ['brand', 'owner_group'],
  chain: ['brand', 'owner_group'],
  group: ['owner_group'],
  type: ['type'],
  size: ['unit_count', 'size'],
  value: ['contract_value'],
  price: ['unit_price'],
  amount: ['contract_value', 'unit_price'],
  zone: ['unit_count', 'unit_name'],
  unit: ['unit_count', 'unit_name'],
  tier: ['tier'],
  tag: ['tag'],
  platform: ['platform'],
  owner: ['owner'],
  limit: ['contract_value', 'unit_price', 'unit_count'],
  cap: ['contract_value', 'unit_price', 'unit_count'],
};
const DATES = 'date deadline period month timeframe expiry expiration'.split(' ');

/** The fields that the words of a sentence name, and the words. */
function fieldsNamed({ reader, input }: Frame): {
  fields: ReadonlySet<string>;
  word: string;
  words: ReadonlySet<string>;
  isDate: boolean;
} {
  const { fields } = input.vocabulary;
  const words = reader.tokens.map(({ stem }) => stem);
  const said = words.filter((word) => ownValue(COMMON, word) || DATES.includes(word));
  const common = said.flatMap((word) =>
    DATES.includes(word)
      ? fields.filter(({ kind }) => kind === 'date').map(({ key }) => key)
      : (ownValue(COMMON, word) ?? []),
  );
  const text = ` ${words.join(' ')} `;
  const isSaid = (phrase: string) => phrase.length > 2 && text.includes(` ${stems(phrase).join(' ')} `);
  const own = fields.filter(({ label, synonyms }) => [label, ...(synonyms.en ?? [])].some(isSaid));
  return {
    fields: new Set([...common, ...own.map(({ key }) => key)]),
    isDate: said.some((word) => DATES.includes(word)),
    word: said[0] ?? own[0]?.label.toLowerCase() ?? '',
    words: new Set([
      ...said,
      ...own.flatMap(({ label, synonyms }) => [label, ...(synonyms.en ?? [])]).flatMap(stems),
    ]),
  };
}
