// One thing that customers did: the verb, how often, for how much, when, and in answer to which campaign.

import type { Ends } from '../../../core/audience/filter.ts';
import { toMinor } from '../../../lib/money.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { type Found, type Reader, skipWords, valueAt } from '../reader.ts';
import type { DateRange } from '../time/period.ts';
import { campaignAt } from './campaign.ts';
import { countedNoun, ownNoun, verbAt } from './deed-verb.ts';
import { pastRange } from './past-range.ts';
import { readBounds } from './read-bounds.ts';
import { hasCurrency, timesOf } from './times-of.ts';

export type Deed = {
  field: string;
  isNegated: boolean;
  times: Ends | null;
  total: Ends | null;
  range: DateRange | null;
  campaignId: string | null;
  /** A campaign that does not exist, or dates that make no range. */
  isUnclear: boolean;
  /** Where that campaign is named. */
  unknownCampaign?: { start: number; end: number };
  /** "in that time": when the deed before it was. */
  isSameTime?: boolean;
  /** Nothing but the verb was said. */
  isBare: boolean;
};

const LEADS =
  'who that which whom we i they you have has had having did do does ever been were was are is still also actually only with any a single the our of there'.split(
    ' ',
  );
const EXACTLY = new Set(['only', 'just', 'exactly']);
const NEGATIONS = ['not', 'never', 'no', 'without', 'nor', 'neither'];
const FILLERS =
  'us our stuff thing goods item product from to on a an any the it them with at all of their something anything message email mail link order yet ever so far more contact activity one ones than'.split(
    ' ',
  );

export function readDeed(reader: Reader, at: number): Found<Deed> | null {
  const opened = readLead(reader, at);
  // "have in the last 30 days ordered": other languages put the verb last.
  const early = verbAt(reader, opened.end) ? null : pastRange(reader, opened.end);
  const later = early && readLead(reader, early.end);
  const lead = later ? { end: later.end, isNegated: opened.isNegated !== later.isNegated } : opened;
  const verb =
    verbAt(reader, lead.end) ??
    countedNoun(reader, lead.end) ??
    (lead.end > at ? ownNoun(reader, lead.end) : null);
  if (!verb || (early && !early.value)) return null;
  const [field = '', mood] = verb.value.split(':');
  if (!reader.input.vocabulary.fields.some(({ key, kind }) => key === field && kind === 'event')) return null;
  const deed: Deed = {
    field,
    isNegated: lead.isNegated !== (mood === 'not'),
    times: verb.times,
    total: null,
    range: early?.value ?? null,
    campaignId: null,
    isUnclear: false,
    isBare: early === null && verb.times === null,
  };
  const isOnly = reader.tokens.slice(at, verb.end).some(({ word }) => EXACTLY.has(word));
  // "bought nothing since June"
  const isNothing = ['nothing', 'none'].includes(reader.tokens[verb.end]?.word ?? '');
  if (isNothing) Object.assign(deed, { isNegated: !deed.isNegated, isBare: false });
  const end = readModifiers(reader, isNothing ? verb.end + 1 : verb.end, deed);
  // "only ordered once" is not more often than that.
  if (isOnly && deed.times?.from != null && deed.times.to == null)
    deed.times = { ...deed.times, to: deed.times.from };
  return { value: deed, end };
}

function readLead({ tokens }: Reader, at: number): { end: number; isNegated: boolean } {
  let end = at;
  let isNegated = false;
  for (; end < tokens.length; end++) {
    const { word } = tokens[end]!;
    if (NEGATIONS.includes(word)) isNegated = true;
    else if (!LEADS.includes(word)) break;
  }
  return { end, isNegated };
}

/** Fills in what follows the verb, in any order; answers where it ends. */
function readModifiers(reader: Reader, start: number, deed: Deed): number {
  let end = start;
  for (let at = start; at < reader.tokens.length; ) {
    const found =
      readTimes(reader, at, deed) ??
      readTotal(reader, at, deed) ??
      readCampaign(reader, at, deed) ??
      readRange(reader, at, deed);
    if (found !== null) {
      deed.isBare = false;
      end = at = found;
    } else if (isEver(reader, at)) {
      deed.isBare = false;
      end = ++at;
    } else if (FILLERS.includes(reader.tokens[at]!.stem)) at++;
    else if (reader.tokens[at]!.word === 'for' || reader.tokens[at]!.word === 'in') at++;
    else break;
  }
  return end === start
    ? skipWords(
        reader,
        start,
        [
          'us',
          'our',
          'message',
          'messages',
          'email',
          'emails',
          'mail',
          'mails',
          'an',
          'any',
          'one',
          'of',
          'yet',
          'anything',
          'it',
          'links',
          'link',
          'a',
          'the',
          'on',
          'to',
        ].filter((word) => word !== 'the' || reader.tokens[start + 1]?.word === 'link'),
      )
    : end;
}

/** "ordered before, but …" */
const isEver = ({ tokens }: Reader, at: number): boolean =>
  ['before', 'earlier', 'already', 'once'].includes(tokens[at]!.word) &&
  [undefined, ',', 'but', 'and', '.'].includes(tokens[at + 1]?.word);

const ONCE: Record<string, number> = { once: 1, twice: 2, thrice: 3 };

function readTimes(reader: Reader, at: number, deed: Deed): number | null {
  // "only once", "just twice": not more often than that.
  if (EXACTLY.has(reader.tokens[at]?.word ?? '')) {
    const exactly: Deed = { ...deed, times: null };
    const end = readTimes(reader, at + 1, exactly);
    const count = end === null ? null : exactly.times?.from;
    if (end === null || count === null || count === undefined) return null;
    deed.times = { from: count, to: count };
    return end;
  }
  const comparator = valueAt(reader, at, 'comparators');
  const word = ownValue(ONCE, reader.tokens[comparator?.end ?? at]?.word ?? '');
  if (word) {
    const end = (comparator?.end ?? at) + 1;
    const after = comparator ? null : valueAt(reader, end, 'comparatorsAfter');
    const said = comparator ?? after;
    deed.times = said ? endsOf(said.value, word) : { from: word, to: null };
    return after?.end ?? end;
  }
  const bounds = readBounds(reader, at, true);
  if (!bounds || hasCurrency(bounds.value)) return null;
  const noun = reader.tokens[bounds.end]?.stem ?? '';
  if (!['time', 'order', 'purchase', 'x'].includes(noun)) return null;
  const isPlain = valueAt(reader, at, 'comparators') === null;
  // "three times or more"
  const after = isPlain ? valueAt(reader, bounds.end + 1, 'comparatorsAfter') : null;
  const count = bounds.value.from?.value;
  deed.times = after && count !== undefined ? endsOf(after.value, count) : timesOf(bounds.value, isPlain);
  return after?.end ?? bounds.end + 1;
}

const endsOf = (comparator: string, count: number): Ends =>
  ({
    gt: { from: count + 1, to: null },
    ge: { from: count, to: null },
    lt: { from: null, to: count - 1 },
    le: { from: null, to: count },
  })[comparator] ?? { from: count, to: count };

/** "spent more than USD 500": the orders' amounts together. */
function readTotal(reader: Reader, at: number, deed: Deed): number | null {
  if (deed.field !== 'ordered') return null;
  const isSpent = /^spen[dt]/.test(reader.tokens[at - 1]?.word ?? '');
  const bounds = readBounds(reader, at, true);
  const { from, to } = bounds?.value ?? {};
  // "spent more than 500" is money without its name.
  const said = from?.currency ?? to?.currency;
  const currency = said?.value ?? (isSpent ? (reader.input.currency ?? null) : null);
  if (!bounds || !currency) return null;
  if (currency !== (reader.input.currency ?? currency)) deed.isUnclear = true;
  deed.total = {
    from: from ? toMinor(from.value, currency) + (bounds.value.isOpenFrom ? 1 : 0) : null,
    to: to ? toMinor(to.value, currency) - (bounds.value.isOpenTo ? 1 : 0) : null,
  };
  return bounds.end;
}

function readCampaign(reader: Reader, at: number, deed: Deed): number | null {
  const campaign = campaignAt(reader, at);
  if (!campaign) return null;
  if (campaign.value) deed.campaignId = campaign.value;
  else Object.assign(deed, { isUnclear: true, unknownCampaign: { start: at, end: campaign.end } });
  return campaign.end;
}

/** "… but ordered nothing in that time": when the deed before it was. */
const SAME_TIME = ['in', 'during', 'within', 'since', 'over'];
function sameTime({ tokens }: Reader, at: number): number | null {
  if (!SAME_TIME.includes(tokens[at]?.word ?? '')) return null;
  if (tokens[at]!.word === 'since' && tokens[at + 1]?.word === 'then') return at + 2;
  const isSaid =
    /^(that|this|the same)$/.test(tokens[at + 1]?.word ?? '') &&
    /^(time|period|stretch|span)$/.test(tokens[at + 2]?.word ?? '');
  return isSaid ? at + 3 : null;
}

function readRange(reader: Reader, at: number, deed: Deed): number | null {
  const same = sameTime(reader, at);
  if (same !== null) {
    deed.isSameTime = true;
    return same;
  }
  const range = pastRange(reader, at);
  if (!range) return null;
  deed.range = range.value;
  if (!deed.range) deed.isUnclear = true;
  return range.end;
}
