// What an audience comes to: how far it can be reached, how two overlap, what it is like, which condition empties it,
// whether it is large enough. Sentences of a fixed form; whom they are about is read as any question is.
import type { Filter } from '../../../core/audience/filter.ts';
import { fold } from '../../../lib/text.ts';
import { type Frame, readFrame } from '../frame.ts';
import { filterInHand } from '../thread/filter-in-hand.ts';
import type { Plan } from '../types.ts';
import { asksWhether, candidates } from './explain.ts';
import { calling, has, type Reading, saying } from './reading.ts';
import { channelsIn, exampleOf, IS_THEM, inHand, nobodyYet, readWho, THEM } from './whom.ts';

export const readMeasure: Reading = (frame) => {
  const text = frame.sentence
    .trim()
    .replaceAll('’', "'")
    .replace(/^(?:(?:and|please|so|ok|okay|can you|could you|tell me)[,\s]+)+/i, '')
    .replace(/[.!?\s]+$/, '');
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    const plan = match && read(frame, match.groups ?? {});
    if (plan) return plan;
  }
  return whyOfList(frame);
};

type Said = Record<string, string | undefined>;
type Read = (frame: Frame, said: Said) => Plan | null;

const WHO = '(?<who>.+?)';
const REACH = String.raw`(?:reach|contact|write\s+to|message|get\s+hold\s+of|be\s+reached|be\s+contacted)`;
const BY = String.raw`(?<by>\s+(?:on|by|via|over|through|with)\s+.+?)?`;
const SIZE = '(?:larger|bigger|broader|wider|longer|more|smaller|narrower|shorter|tighter|fewer|less)';
const form = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`, 'iu');

const FORMS: readonly (readonly [RegExp, Read])[] = [
  [
    form(
      String.raw`how\s+many\s+of\s+(?:${THEM})\s+(?:can|could|may|do|would)\s+(?:(?:we|i|you)\s+)?${REACH}${BY}`,
    ),
    reachThem,
  ],
  [
    form(
      String.raw`(?:and\s+)?how\s+many(?:\s+of\s+(?:them|those|these))?\s+(?:(?:will|would|do|can)\s+)?(?:(?:get|receive|have)\s+(?:it|this|that|one)\s*)?(?<by>(?:by|on|via|over|through)\s+.+?)`,
    ),
    reachIt,
  ],
  [form(String.raw`(?:can|could)\s+(?:we|i|you)\s+reach\s+(?:all\s+(?:of\s+)?)?(?:${THEM})${BY}`), reachThem],
  [
    form(
      String.raw`(?:what(?:'s|\s+is|\s+would\s+be)|show(?:\s+me)?|check|measure)\s+(?:the|our|their|its)\s+reach(?:\s+(?:of|for|among)\s+${WHO})?${BY}`,
    ),
    reachWhom,
  ],
  [form(String.raw`how\s+(?:far|well)\s+(?:can|could|do)\s+(?:we|i|you)\s+reach\s+${WHO}${BY}`), reachWhom],
  [
    form(
      String.raw`(?:is|are)\s+(?:${THEM})\s+(?:(?:big|large|small|many)\s+enough|too\s+(?:big|large|small|many|few))(?:\s+(?:for|to)\s+.+)?`,
    ),
    reachThem,
  ],
  [
    form(
      String.raw`(?:how\s+(?:much|far|many)|by\s+how\s+(?:much|many))(?:\s+(?:do|does|would|of))?\s+(?<two>.+?)\s+(?:overlap|(?:have|are|is)\s+in\s+common|are\s+the\s+same)(?:\s+with\s+(?<other>.+))?`,
    ),
    overlap,
  ],
  [
    form(
      String.raw`(?:what(?:'s|\s+is)|show(?:\s+me)?)\s+the\s+overlap\s+(?:between|of)\s+(?<two>.+)`,
      String.raw`(?:overlap)\s+(?:between|of)\s+(?<two2>.+)`,
      String.raw`compare\s+(?<two3>.+)`,
      String.raw`how\s+many(?:\s+customers)?\s+are\s+(?:both\s+)?in\s+both\s+(?<two4>.+)`,
    ),
    overlap,
  ],
  [
    form(
      String.raw`(?:break|split)\s+${WHO}(?:\s+(?:down|up))?\s+by\s+(?<field>.+)`,
      String.raw`(?:show\s+(?:me\s+)?)?(?:a\s+|the\s+)?(?:breakdown|split)(?:\s+of\s+(?<who2>.+?))?\s+by\s+(?<field2>.+)`,
      String.raw`how\s+do\s+(?<who3>.+?)\s+(?:split|break\s+down|divide)(?:\s+by\s+(?<field3>.+))?`,
      String.raw`how\s+many\s+(?<who4>.+?)(?:\s+(?:are\s+there|do\s+we\s+have|have\s+we(?:\s+got)?))?\s+(?:per|in\s+each|for\s+each|by)\s+(?<field4>.+)`,
      String.raw`what\s+are\s+(?<who5>${THEM})\s+like`,
    ),
    describe,
  ],
  [
    form(
      String.raw`why\s+(?:is|are)\s+(?:there\s+)?(?:nobody|no\s*-?one|none|no\s+customers?|no\s+matches)(?:\s+.{0,40})?`,
      String.raw`why\s+(?:is|are)\s+(?:${THEM})\s+empty`,
      String.raw`why\s+does\s+(?:nobody|no\s*-?one)\s+match`,
      String.raw`(?:which|what)\s+(?:condition|filter|part)\s+(?:leaves|left|lets|empties|emptied|excludes)\s+.+`,
      String.raw`what\s+(?:would|comes|is)\s+(?:the\s+)?(?:match|closest|nearest)(?:\s+.{0,40})?`,
    ),
    nearest,
  ],
  [
    form(
      String.raw`how\s+(?:can|could|do|would|might|should)\s+(?:i|we|you|one)\s+(?:make|get)\s+(?<whom>${THEM}|(?:the\s+)?segment\s+.+?)\s+(?:to\s+be\s+)?(?<size>${SIZE})`,
      String.raw`how\s+(?:can|could|might|would)\s+(?<whom2>${THEM}|(?:the\s+)?segment\s+.+?)\s+(?:be|become|get)\s+(?<size2>${SIZE})`,
      String.raw`how\s+(?:can|could|do|would|might)\s+(?:i|we|you)\s+(?:(?<reach>reach\s+more|get\s+more|widen|broaden|enlarge|grow|extend)|reach\s+(?:fewer|less)|get\s+fewer|narrow|shrink|reduce|cut)(?:\s+(?:people|customers|contacts))?(?:\s+(?:${THEM}))?(?:\s+down)?`,
    ),
    optimise,
  ],
  [
    form(
      String.raw`why\s+(?:is|are|isn't|aren't)\s+(?<who>.+?)(?:\s+not)?\s+in\s+(?:the\s+)?segment\s+(?<segment>.+)`,
    ),
    whyInSegment,
  ],
];

/** "how many get it by WhatsApp?": of the campaign, whatever list was looked at meanwhile. */
function reachIt(frame: Frame, { by }: Said): Plan | null {
  const { campaign } = frame.input.thread;
  const channels = channelsIn(frame, by);
  if (!channels || Object.keys(channels).length === 0) return null;
  return campaign
    ? calling(frame, [{ name: 'measure_reach', args: { campaignId: campaign.id, ...channels } }])
    : reachThem(frame, { by });
}

function reachThem(frame: Frame, { by }: Said): Plan | null {
  const channels = channelsIn(frame, by);
  if (!channels) return null;
  const whom = inHand(frame);
  if (!whom) return nobodyYet(frame);
  return calling(frame, [{ name: 'measure_reach', args: { ...whom, ...channels } }]);
}

function reachWhom(frame: Frame, { who, by }: Said): Plan | null {
  if (!who || IS_THEM.test(who)) return reachThem(frame, { by });
  const channels = channelsIn(frame, by);
  // "hotels on Soundtrack": no channel, so that it belongs to them.
  const read = readWho(frame, channels ? who : `${who}${by}`);
  if (!read) return null;
  return 'calls' in read
    ? read
    : calling(frame, [{ name: 'measure_reach', args: { filter: read.filter, ...channels } }]);
}

function overlap(frame: Frame, said: Said): Plan | null {
  const two = (said.two ?? said.two2 ?? said.two3 ?? said.two4)!.replace(/^(?:the\s+)?segments?\s+/i, '');
  if (said.other) return comparing(frame, [two, said.other]);
  if (/^(?:these|those|the)\s+(?:last\s+)?two\b|^(?:they|them|these|those|both)$/i.test(two))
    return lastTwo(frame);
  for (const cut of two.matchAll(/,?\s+(?:and|with|to|vs\.?|versus)\s+(?:(?:the\s+)?segments?\s+)?/giu)) {
    const sides = [two.slice(0, cut.index), two.slice(cut.index + cut[0].length)] as const;
    const plan = comparing(frame, sides);
    // Campaigns are compared, too: only who is known for certain makes it a question about customers.
    if (plan && !(said.two3 && plan.question)) return plan;
  }
  return null;
}

function comparing(frame: Frame, sides: readonly [string, string]): Plan | null {
  const [first, second] = [readWho(frame, sides[0]), readWho(frame, sides[1])];
  if (!first || !second) return null;
  const doubt = [first, second].find((one): one is Plan => 'calls' in one);
  if (doubt) return doubt;
  const args = { first: (first as { filter: Filter }).filter, second: (second as { filter: Filter }).filter };
  return calling(frame, [{ name: 'compare_audiences', args }]);
}

function lastTwo(frame: Frame): Plan {
  const { lastFilter, earlierFilter, campaign } = frame.input.thread;
  const [second, first] = [lastFilter, earlierFilter, campaign?.draft.filter ?? null].filter(
    (one) => one != null,
  );
  return first && second
    ? calling(frame, [{ name: 'compare_audiences', args: { first, second } }])
    : saying(
        frame,
        `Say which two, for instance “what is the overlap between ${exampleOf(frame)} and the segment …?”.`,
      );
}

function describe(frame: Frame, said: Said): Plan | null {
  const of = (name: string) =>
    [1, 2, 3, 4, 5].map((at) => said[at === 1 ? name : `${name}${at}`]).find(Boolean);
  // "how many hotels per city in Thailand"
  const [fieldSaid, place] = (of('field') ?? '').split(/\s+(?=in\s)/iu, 2);
  const who = place ? `${of('who') ?? 'customers'} ${place}` : of('who');
  const field = fieldSaid && fieldNamed(frame, fieldSaid);
  if (fieldSaid && !field) return null;
  const read = who ? readWho(frame, who) : { filter: filterInHand(frame) ?? { all: [] } };
  if (!read) return null;
  const fields = field ? { fields: [field] } : {};
  return 'calls' in read
    ? read
    : calling(frame, [{ name: 'describe_audience', args: { filter: read.filter, ...fields } }]);
}

/** A field with a list of values, by its label or a synonym. */
function fieldNamed({ input: { vocabulary } }: Frame, said: string): string | null {
  const word = fold(said).replace(/^(?:the |their |its )/, '');
  const same = (name: string) =>
    [word, word.replace(/ies$/, 'y'), word.replace(/s$/, '')].includes(fold(name));
  const found = vocabulary.fields.find(({ key, label, kind, synonyms }) => {
    const names = [label, key.replaceAll('_', ' '), ...Object.values(synonyms).flat()];
    return LISTED.has(kind) && names.some(same);
  });
  return found?.key ?? null;
}

const LISTED = new Set(['choice', 'yesno', 'place', 'brand']);

function nearest(frame: Frame): Plan | null {
  const filter = filterInHand(frame);
  return filter && calling(frame, [{ name: 'find_nearest', args: { filter } }]);
}

/** Advice, each way counted: whoever says "make it larger" is asked by what. */
function optimise(frame: Frame, said: Said): Plan | null {
  const [size, who] = [said.size ?? said.size2, said.whom ?? said.whom2];
  const isLarger = size ? /^(?:larg|big|broad|wid|long|more)/i.test(size) : said.reach !== undefined;
  const aim = isLarger ? 'larger' : 'smaller';
  const read = who && !IS_THEM.test(who) ? readWho(frame, who) : inHand(frame);
  if (!read) return who && !IS_THEM.test(who) ? null : nobodyYet(frame);
  return 'calls' in read ? read : calling(frame, [{ name: 'optimise_audience', args: { ...read, aim } }]);
}

/** "Why is Hilton Rayong not in there?" of a list that no campaign was made of. */
function whyOfList(frame: Frame): Plan | null {
  const { campaign, lastFilter } = frame.input.thread;
  return campaign || !lastFilter || !(has(frame, 'explain') || asksWhether(frame))
    ? null
    : why(frame, lastFilter);
}

function whyInSegment(frame: Frame, { who, segment }: Said): Plan | null {
  const read = readWho(frame, `segment ${segment}`);
  const customer = readFrame(`why is ${who} in`, frame.input);
  return read && 'filter' in read ? why(customer, read.filter) : null;
}

function why(frame: Frame, filter: Filter): Plan | null {
  const [customer, ...others] = candidates(frame);
  if (!customer || others.length > 0) return null;
  return calling(frame, [{ name: 'explain_customer', args: { filter, customerId: customer.id } }]);
}
