// What customers did or did not do: "ordered twice in the last 30 days", "opened but never answered the last campaign",
// "we haven't contacted since June".
import type { Did, Ends, Filter } from '../../../core/audience/filter.ts';
import { all, any } from '../filters.ts';
import { clauseItem } from '../items.ts';
import { type Found, type Reader, skipWords } from '../reader.ts';
import { LAUNCHED } from './campaign.ts';
import { type Deed, readDeed } from './deed.ts';
import { isBeforeCustomers } from './name.ts';
import { pastRange } from './past-range.ts';
import type { Recognised } from './recogniser.ts';
import { recogniseType } from './words.ts';

type Chain = { deeds: Deed[]; isAny: boolean; end: number };

export function recogniseEvent(reader: Reader, at: number): Recognised | null {
  // "every single contact": a person, and nothing that we did.
  const { tokens } = reader;
  if (tokens[at]!.word === 'contact' && EACH.has(tokens[at - 1]?.word ?? '')) return null;
  // "send them a contact update": the message.
  if (recogniseType(reader, at + 1) && ['a', 'an', 'the', 'our'].includes(tokens[at]!.word)) return null;
  // "the lift is out of order"
  const before = tokens.slice(Math.max(0, at - 2), at + 1).map(({ word }) => word);
  if (/^out of\b|\bout of$/.test(before.join(' '))) return null;
  const chain = readChain(reader, at);
  if (!chain || (isPlain(chain) && !describesCustomers(reader, at))) return null;
  if (isOwnValue(reader, at, chain)) return null;
  if (isPlain(chain) && isState(reader, at, chain)) {
    const item = clauseItem('contract_status', { op: 'in', field: 'contract_status', values: ['active'] });
    return { item, end: chain.end };
  }
  const deeds = shared(everBefore(inSameTime(ofCampaignAtHand(reader, chain.deeds))));
  if (deeds.some(({ isUnclear }) => isUnclear)) {
    const campaign = deeds.find(({ unknownCampaign }) => unknownCampaign)?.unknownCampaign;
    return { item: { kind: 'unknown', ...(campaign ? { campaign } : {}) }, end: chain.end };
  }
  const filters = deeds.map(filterOf);
  const filter = chain.isAny ? any(filters) : all([...contactedFirst(deeds), ...filters]);
  return { item: { kind: 'clause', facet: 'event', filter, isHead: false }, end: chain.end };
}

const EACH = new Set(['every', 'each', 'single', 'any', 'one', 'all', 'the']);

function readChain(reader: Reader, at: number): Chain | null {
  const first = readDeed(reader, at);
  if (!first) return null;
  const chain: Chain = { deeds: [first.value], isAny: false, end: first.end };
  for (;;) {
    const joined = skipWords(reader, chain.end, [',', 'and', 'but', 'or', 'then']);
    // "neither opened nor answered": the word joins and negates.
    const isJoined = joined > chain.end || reader.tokens[joined]?.word === 'nor';
    const next = isJoined ? (readDeed(reader, joined) ?? otherwise(reader, joined, chain)) : null;
    if (!next) return chain;
    chain.isAny ||= reader.tokens.slice(chain.end, joined).some(({ word }) => word === 'or');
    chain.deeds.push(next.value);
    chain.end = next.end;
  }
}

/** "ordered before, but not in the last 6 months" */
function otherwise(reader: Reader, at: number, { deeds }: Chain): Found<Deed> | null {
  const isNot = ['not', 'nothing', 'never', 'none'].includes(reader.tokens[at]?.word ?? '');
  const end = skipWords(reader, at + 1, ['anything', 'any', 'since', 'again']);
  const range = isNot ? pastRange(reader, reader.tokens[end - 1]?.word === 'since' ? end - 1 : end) : null;
  const last = deeds.at(-1)!;
  return (
    range && {
      // Not even once then, however often before.
      value: {
        ...last,
        isNegated: !last.isNegated,
        times: null,
        total: null,
        range: range.value,
        isBare: false,
      },
      end: range.end,
    }
  );
}

const isPlain = ({ deeds }: Chain): boolean => deeds.length === 1 && !deeds[0]!.isNegated && deeds[0]!.isBare;

/** "that are still active": of contracts, where there are any; "was active in May" is what somebody did. */
const isState = ({ tokens, input }: Reader, at: number, { deeds: [deed], end }: Chain): boolean =>
  deed?.field === 'was_active' &&
  tokens.slice(at, end).every(({ word }) => !['was', 'were', 'been', 'logged', 'seen'].includes(word)) &&
  input.vocabulary.fields.some(({ key }) => key === 'contract_status');

/** "quiet customers": a value of a field that says it in one word. */
const isOwnValue = (reader: Reader, at: number, { deeds, end }: Chain): boolean =>
  deeds.length === 1 &&
  deeds[0]!.isBare &&
  deeds[0]!.range === null &&
  end === at + 1 &&
  isBeforeCustomers(reader, end) &&
  reader.names.find(reader.tokens[at]!.stem).some(({ field }) => field === 'activity_status');

/** "customers who replied" describes; "who replied?" asks for the replies. */
function describesCustomers({ tokens, book, names }: Reader, at: number): boolean {
  return tokens
    .slice(0, at)
    .some(
      ({ stem }) =>
        names.find(stem).length > 0 ||
        book.find(stem).some(({ kind, value }) => kind === 'nouns' && value !== ''),
    );
}

/** "who hasn't answered yet?" of the campaign that went out. */
function ofCampaignAtHand({ input }: Reader, deeds: readonly Deed[]): Deed[] {
  const { campaign } = input.thread;
  const isOut = campaign !== null && LAUNCHED.has(campaign.status);
  return deeds.map((deed) =>
    isOut && deed.isBare && AFTER_SENDING.has(deed.field) ? { ...deed, campaignId: campaign.id } : deed,
  );
}

const AFTER_SENDING = new Set([
  'replied',
  'opened_message',
  'clicked_link',
  'got_message',
  'said_yes',
  'said_no',
  'asked_question',
  'asked_for_call',
]);

/** "wrote in the last 45 days but ordered nothing in that time"; at the beginning nothing says which time. */
const inSameTime = (deeds: readonly Deed[]): Deed[] =>
  deeds.map((deed, at) => {
    if (!deed.isSameTime) return deed;
    const range = deeds.slice(0, at).findLast((one) => one.range)?.range ?? null;
    return { ...deed, range, isUnclear: deed.isUnclear || range === null };
  });

/** "opened but never answered the last campaign": what is said once at the end holds for all. */
function shared(deeds: readonly Deed[]): Deed[] {
  const last = deeds.at(-1)!;
  return deeds.map((deed) => ({
    ...deed,
    campaignId: deed.campaignId ?? last.campaignId,
    range: deed.range ?? (deed.isBare ? last.range : null),
    isUnclear: deed.isUnclear,
  }));
}

/** "has ordered but not in the past six months": ever before, and not since then. */
const everBefore = (deeds: readonly Deed[]): Deed[] =>
  deeds.map((deed, at) => {
    const next = deeds[at + 1];
    const isEver = deed.isBare && !deed.isNegated && next?.field === deed.field && next.isNegated;
    return isEver ? { ...deed, isBare: false } : deed;
  });

function filterOf({ field, range, campaignId, times, total, isNegated }: Deed): Filter {
  const did: Did = {
    op: 'did',
    field,
    from: range?.from ?? null,
    to: range?.to ?? null,
    ...(campaignId ? { campaignId } : {}),
    ...(times ? { times: times satisfies Ends } : {}),
    ...(total ? { total } : {}),
  };
  return isNegated ? { not: did } : did;
}

/** Who did not answer a campaign is one of those who got it, not everybody else in the world. */
function contactedFirst(deeds: readonly Deed[]): Filter[] {
  const campaignId = deeds[0]!.campaignId;
  const isLeftOut = deeds.every(({ isNegated, field }) => isNegated && field !== 'was_contacted');
  return campaignId && isLeftOut
    ? [{ op: 'did', field: 'was_contacted', from: null, to: null, campaignId }]
    : [];
}
