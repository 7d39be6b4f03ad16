// What a customer is: where it is, how it is called, its contract, its parts, its tags, any field of the registry.
import type { Field } from '../../../../core/fields/field.ts';
import { fold } from '../../../../lib/text.ts';
import type { Frame } from '../../frame.ts';
import { namedField, readValue } from './read-value.ts';
import { CUSTOMER, type Form, form, type SaidChange, type Step, VALUE } from './said-change.ts';

const NOW = String.raw`(?:(?:has|have|is|are|was|were)\s+)?(?:now\s+|just\s+|recently\s+)?`;
const ON = String.raw`(?:on\s+|at\s+|until\s+|till\s+|through\s+|to\s+|by\s+)?`;
const set = (field: string, value: unknown): Step => ({ do: 'set', field, value });
const SETTING = '(?:set|change|update|correct|put)';

/** The whole of it or null: a value that cannot be read is no change. */
const setting = (key: string, said: string | undefined, frame: Frame): Step[] | null => {
  const field = frame.input.vocabulary.fields.find((one) => one.key === key);
  const value = field && said ? readValue(said, field, frame) : null;
  return value === null ? null : [set(key, value)];
};

const with_ = (customer: string | undefined, steps: Step[] | null): SaidChange | null =>
  steps && { steps, customer };

export const VALUES: readonly Form[] = [
  [
    form(
      String.raw`${CUSTOMER}\s+${NOW}(?:moved|relocated|moving|relocating)\s+to\s+${VALUE}`,
      String.raw`${CUSTOMER}\s+is\s+(?:now|actually|really)\s+in\s+${VALUE}`,
    ),
    ({ customer, value }, frame) => with_(customer, placeSteps(value!, frame)),
  ],
  [
    form(
      String.raw`${CUSTOMER}\s+${NOW}(?:renamed|rebranded|called)\s+(?:itself\s+)?(?:to\s+|as\s+|into\s+)?${VALUE}`,
      String.raw`rename\s+${CUSTOMER}\s+(?:to|into|as)\s+${VALUE}`,
    ),
    ({ customer, value }) => ({ customer, steps: [set('name', value)] }),
  ],
  [
    form(
      String.raw`${CUSTOMER}\s+${NOW}(?:renewed|extended)(?:\s+(?:its|their|the)\s+contract)?\s+(?:until|till|to|through)\s+${VALUE}`,
      String.raw`(?:extend|renew)\s+(?:the\s+contract\s+(?:of|with|for)\s+)?${CUSTOMER}(?:['’]s?\s+contract)?\s+(?:until|till|to|through)\s+${VALUE}`,
      String.raw`(?:the\s+contract\s+(?:of|with|for)\s+)${CUSTOMER}\s+(?:now\s+)?(?:ends|runs|expires|is\s+over)\s+(?:now\s+)?${ON}${VALUE}`,
      String.raw`${CUSTOMER}(?:['’]s?|\s+its|\s+their)\s+contract\s+(?:now\s+)?(?:ends|runs|expires|is\s+over)\s+(?:now\s+)?${ON}${VALUE}`,
      String.raw`(?:(?<customer>it|the\s+customer)|their|the)\s+contract\s+(?:now\s+)?(?:ends|runs|expires)\s+(?:now\s+)?${ON}${VALUE}`,
    ),
    ({ customer, value }, frame) => with_(customer, setting('contract_end', value, frame)),
  ],
  [
    form(
      String.raw`${CUSTOMER}\s+(?:now\s+)?(?:has|have|runs)\s+(?:now\s+)?(?<value>\S+)\s+(?<unit>\p{L}+)(?:\s+now)?`,
    ),
    ({ customer, value, unit }, frame) =>
      isUnit(unit!, frame) ? with_(customer, setting('unit_count', value, frame)) : null,
  ],
  [
    form(
      String.raw`add\s+(?:(?:an?|the)\s+)?(?:new\s+)?(?<unit>\p{L}+)\s+(?:called\s+|named\s+)?${VALUE}(?:\s+(?:to|at|for)\s+${CUSTOMER})?`,
      String.raw`${CUSTOMER}\s+${NOW}(?:opened|added|got|has)\s+(?:an?\s+)?(?:new\s+)?(?<unit>\p{L}+)\s*(?:called|named|:)\s*${VALUE}`,
    ),
    ({ customer, unit, value }, frame) =>
      isUnit(unit!, frame) ? { customer, steps: [{ do: 'add_units', names: listOf(value!) }] } : null,
  ],
  [
    form(
      String.raw`(?:remove|close|drop|take\s+away)\s+(?:the\s+)?(?<unit>\p{L}+)\s+(?:called\s+|named\s+)?${VALUE}(?:\s+(?:from|at|of)\s+${CUSTOMER})?`,
      String.raw`${CUSTOMER}\s+${NOW}closed\s+(?:the\s+)?(?<unit>\p{L}+)\s+(?:called\s+|named\s+)?${VALUE}`,
    ),
    ({ customer, unit, value }, frame) => {
      if (isUnit(unit!, frame)) return { customer, steps: [{ do: 'remove_units', names: listOf(value!) }] };
      return /^tags?$/i.test(unit!)
        ? { customer, steps: [{ do: 'remove_tags', tags: listOf(value!) }] }
        : null;
    },
  ],
  [
    form(
      String.raw`(?:tag|label)\s+${CUSTOMER}\s+(?:as|with)\s+(?:an?\s+|the\s+tag\s+)?${VALUE}`,
      String.raw`(?:add|put|give)\s+(?:the\s+|a\s+)?tag\s+${VALUE}(?:\s+(?:to|on)\s+${CUSTOMER})?`,
    ),
    ({ customer, value }) => ({ customer, steps: [{ do: 'add_tags', tags: listOf(value!) }] }),
  ],
  [
    form(
      String.raw`${CUSTOMER}\s+is\s+now\s+(?:looked\s+after|handled|managed|owned)\s+by\s+${VALUE}`,
      String.raw`(?:assign|give|hand(?:\s+over)?)\s+${CUSTOMER}\s+(?:over\s+)?to\s+${VALUE}`,
      String.raw`(?<value>\S.*?)\s+(?:now\s+)?(?:looks\s+after|takes\s+over|manages)\s+${CUSTOMER}(?:\s+now)?`,
    ),
    ({ customer, value }, frame) => with_(customer, setting('owner', value, frame)),
  ],
  [
    form(
      String.raw`${SETTING}\s+(?:the\s+)?(?<field>[^:]+?)\s+(?:of|for|at)\s+${CUSTOMER}\s+(?:to|as|into)\s*:?\s*${VALUE}`,
      String.raw`${SETTING}\s+${CUSTOMER}['’]s?\s+(?<field>[^:]+?)\s+(?:to|as|into)\s*:?\s*${VALUE}`,
      String.raw`(?:the\s+)?(?<field>[^:]+?)\s+(?:of|for|at)\s+${CUSTOMER}\s+(?:is|are|was|has\s+changed\s+to)\s+(?:now\s+)?${VALUE}`,
      String.raw`${CUSTOMER}['’]s?\s+(?:new\s+)?(?<field>[^:]+?)\s+(?:is|are|has\s+changed\s+to)\s+(?:now\s+)?${VALUE}`,
      String.raw`${SETTING}\s+(?:the(?:ir)?|its)\s+(?<field>[^:]+?)\s+to\s*:?\s*${VALUE}`,
      String.raw`(?:the(?:ir)?|its)\s+(?:new\s+)?(?<field>[^:]+?)\s+(?:is|are|has\s+changed\s+to)\s+(?:now\s+)?${VALUE}`,
    ),
    ({ customer, field: said, value }, frame) => {
      if (/^notes?$/i.test(said!)) return { customer, steps: [set('notes', value)] };
      const field = namedField(said!, frame);
      if (field?.key === 'city') return with_(customer, placeSteps(value!, frame));
      return field ? with_(customer, setting(field.key, value, frame)) : null;
    },
  ],
  [
    form(
      String.raw`${CUSTOMER}\s+${NOW}(?:switched|changed|went|gone|moved\s+over)\s+(?:over\s+)?to\s+${VALUE}`,
      String.raw`${CUSTOMER}\s+(?:now\s+)?(?:uses|is\s+on|runs\s+on)\s+(?:now\s+)?${VALUE}(?:\s+now)?`,
    ),
    ({ customer, value }, frame) => {
      const field = ownChoice(value!, frame);
      return field ? with_(customer, setting(field.key, value, frame)) : null;
    },
  ],
];

const listOf = (said: string): string[] =>
  said
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/i)
    .map((name) => name.trim())
    .filter(Boolean);

const isUnit = (word: string, { input: { vocabulary } }: Frame): boolean =>
  [vocabulary.unit.one, vocabulary.unit.many].some((name) => fold(name) === fold(word));

/** The workspace's own field that has such a value: "switched to Beat Breeze". */
const ownChoice = (said: string, { input: { vocabulary } }: Frame): Field | undefined =>
  vocabulary.fields.find(
    ({ key, isBuiltIn, kind, values }) =>
      !isBuiltIn &&
      kind === 'choice' &&
      [
        ...values.flatMap(({ value, synonyms }) => [value, ...synonyms]),
        ...(vocabulary.values[key] ?? []),
      ].some((value) => fold(value) === fold(said)),
  );

/** A city brings its country with it; a country alone is one. */
function placeSteps(said: string, { input: { places } }: Frame): Step[] | null {
  const [name, ...rest] = said.split(/\s*,\s*/);
  const country = rest.length > 0 ? places.findCountry(rest.join(' ')) : null;
  if (rest.length > 0 && !country) return null;
  const found = places.placesNamed?.(name!)?.find((one) => one.city && (!country || one.country === country));
  if (found?.city) return [set('city', found.city), set('country', country ?? found.country)];
  const alone = places.findCountry(name!);
  if (alone && !country) return [set('country', alone)];
  // A place that no list has is what the person says it is.
  return country ? [set('city', name), set('country', country)] : [set('city', name)];
}
