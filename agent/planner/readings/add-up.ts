// What numbers and amounts come to: "how much are the Hiltons worth?", "the average price of gyms", "how many zones do we
// have?", and whoever is first by them.
import type { Filter } from '../../../core/audience/filter.ts';
import { all } from '../filters.ts';
import { type Frame, readFrame } from '../frame.ts';
import { fieldAt, fieldOf } from '../recognise/field-at.ts';
import { filterInHand } from '../thread/filter-in-hand.ts';
import type { Plan } from '../types.ts';
import { type Form, form, readForms } from './forms.ts';
import { calling, type Reading } from './reading.ts';
import { readWho } from './whom.ts';

const YEAR = String.raw`(?:\s+(?:to\s+us|for\s+us|us|a\s+year|per\s+year|each\s+year|yearly|annually|altogether|in\s+total|in\s+all|all\s+together|together|overall|right\s+now|at\s+the\s+moment|today|now))*`;
const OF = String.raw`(?:\s+(?:of|for|in|across|among|over|from|with)\s+(?<who>.+?))?`;
const KIND = '(?:total|overall|average|mean|median|typical|combined|sum\\s+of|highest|lowest|usual)';

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:how\s+much|what)\s+(?:is|are|do|does|did)\s+(?<who>.+?)\s+(?:worth|pay(?:ing)?|spend(?:ing)?|bring(?:ing)?(?:\s+in)?|generat(?:e|ing)|mak(?:e|ing)|earn(?:ing)?)${YEAR}`,
    ),
    (frame, { who }) => added(frame, { who, key: 'contract_value' }),
  ],
  [
    form(
      String.raw`how\s+much\s+(?:money|revenue|business|turnover|income)\s+(?:do|does|did)\s+(?:we|i)\s+(?:make|get|have|earn|do)${YEAR}${OF}${YEAR}`,
    ),
    (frame, { who }) => added(frame, { who, key: 'contract_value' }),
  ],
  [
    form(
      String.raw`(?:(?:what(?:['’]?s|\s+is|\s+are)|show\s+me|give\s+me|tell\s+me|calculate|work\s+out)\s+)?(?:the\s+|our\s+)?${KIND}\s+(?<rest>.+)`,
    ),
    (frame, { rest }) => ofRest(frame, rest!),
  ],
  [
    form(
      String.raw`how\s+many\s+(?<field>[\p{L}\s]+?)\s+(?:(?:do|does)\s+(?:we|i)\s+have|are\s+there|have\s+we\s+got)${YEAR}${OF}${YEAR}`,
    ),
    (frame, { field, who }) => added(frame, { who, field }),
  ],
  [
    form(
      String.raw`how\s+many\s+(?<field>[\p{L}\s]+?)\s+(?:do|does)\s+(?<who>.+?)\s+(?:have|run|operate)${YEAR}`,
    ),
    (frame, { field, who }) => added(frame, { who, field }),
  ],
  [
    form(
      String.raw`who(?:['’]s|\s+is)\s+(?:our|my|the)\s+(?:single\s+)?(?<order>best|biggest|largest|most\s+valuable|top|smallest|most\s+important)\s+(?:customer|client|account)${OF}`,
    ),
    (frame, { order, who }) => first(frame, { order, who }),
  ],
  [
    // "which is the biggest?", of those at hand
    form(
      String.raw`(?:which|who)(?:\s+one)?(?:\s+of\s+(?:them|those|these))?\s+(?:is|has)\s+the\s+(?<order>biggest|largest|most\s+valuable|smallest)(?:\s+(?:one|of\s+(?:them|those|these|all)))*`,
    ),
    (frame, { order }) => (filterInHand(frame) ? first(frame, { order, who: undefined }) : null),
  ],
];

export const readAddUp: Reading = (frame) => readForms(frame, FORMS);

type Asked = { who: string | undefined; field?: string | undefined; key?: string };

function added(frame: Frame, { who, field, key }: Asked): Plan | null {
  const meant = key ? fieldOf(frame.reader, key)?.key : numberNamed(frame, field ?? '');
  const of = meant ? whom(frame, who) : null;
  if (!meant || !of) return null;
  return 'calls' in of ? of : calling(frame, [{ name: 'add_up', args: { filter: of.filter, field: meant } }]);
}

/** "number of zones of hotels": the longest name of a number, and whose. */
function ofRest(frame: Frame, rest: string): Plan | null {
  const cuts = [...rest.matchAll(/\s+(?:of|for|in|across|among|over|from|with)\s+/giu)].toReversed();
  const whole = added(frame, { who: undefined, field: rest });
  if (whole) return whole;
  for (const cut of cuts) {
    const who = rest.slice(cut.index + (/^\s+in\s/iu.test(cut[0]) ? 0 : cut[0].length)).trim();
    const plan = added(frame, { who, field: rest.slice(0, cut.index) });
    if (plan) return plan;
  }
  return null;
}

function first(frame: Frame, { order, who }: Record<string, string | undefined>): Plan | null {
  const key = /biggest|largest|smallest/iu.test(order!) ? 'unit_count' : 'contract_value';
  const of = fieldOf(frame.reader, key) ? whom(frame, who) : null;
  if (!of || 'calls' in of) return of;
  const top: Filter = {
    op: 'top',
    field: key,
    end: /smallest/iu.test(order!) ? 'lowest' : 'highest',
    count: 1,
  };
  return calling(frame, [{ name: 'find_customers', args: { filter: all([of.filter, top]) } }]);
}

const EVERYBODY =
  /^(?:all\s+(?:of\s+)?)?(?:us|we|our\s+(?:customers|clients|accounts|portfolio|business)|(?:all\s+)?(?:the\s+)?customers|everybody|everyone|the\s+(?:workspace|portfolio))$/iu;

function whom(frame: Frame, who: string | undefined): { filter: Filter } | Plan | null {
  if (who && THEY.test(who)) return atHand(frame);
  if (who) return EVERYBODY.test(who) ? { filter: { all: [] } } : readWho(frame, who);
  // "what is the total value?" in the midst of a list or a draft is of those; "how many zones do we have?" is of all.
  return (OURS.test(frame.sentence) ? null : atHand(frame)) ?? { filter: { all: [] } };
}

const atHand = (frame: Frame): { filter: Filter } | null => {
  const filter = filterInHand(frame);
  return filter && { filter };
};
const THEY = /^(?:they|them|those|these|it)(?:\s+all)?$/iu;
const OURS = /\b(?:we|our|us|i|my|all|every\w*)\b/iu;

/** "zones", "contract value", "price per zone": all of the words name it. */
function numberNamed(frame: Frame, said: string): string | null {
  // "how many venues do we have?": customers, and no number of theirs.
  if (/^venues?$/iu.test(said)) return null;
  const { reader } = readFrame(said.replace(/^(?:the|our|their)\s+/iu, ''), frame.input);
  const found = fieldAt(reader, 0);
  return found && found.end === reader.tokens.length ? found.value.key : null;
}
