// "exclude Phuket" – "sorry, I meant Krabi": the change before was said wrongly. It is taken back and said again with the
// new words in it, so that who was to be left out is not the only one who stays.
import { slotOf } from '../doubt/ask.ts';
import { isWho } from '../edit/edit-steps.ts';
import { type Frame, readFrame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { mayCorrect } from '../languages/corrections.ts';
import type { Plan, PlannedCall, PlannerInput } from '../types.ts';
import { draftHistory, listedFilters } from './audiences.ts';
import { inPlaceOf } from './in-place.ts';

type PlanOf = (sentence: string, input: PlannerInput) => Plan;

const LEAD =
  /^(?:\W|\b(?:no|nope|oh|ok|okay|sorry|oops|whoops|wait|hang on|hold on|actually|my bad|my mistake|i meant?|i wanted)\b)+(?:(?<=\b(?:meant?|wanted) )to (?:say )?)?/iu;
const MEANT = /\bi meant?\b/iu;
const WRONG = /\b(?:sorry|oops|whoops|wait|hang on|hold on|my bad|my mistake|i meant?)\b/iu;
/** Of a date it may be what counts from now on: "not June" – "no, the first quarter". */
const NO = /^\W*no\W*,/iu;

const INSTEAD = /\b(?:instead|rather)\W*$/iu;

export function readCorrection(said: string, input: PlannerInput, planOf: PlanOf): Plan | null {
  const isEnglish = WRONG.test(said) || NO.test(said) || INSTEAD.test(said);
  const before = isEnglish || mayCorrect(said) ? beforeLast(input) : null;
  const { lead, rest } = before ? cutLead(said, input) : { lead: '', rest: '' };
  const isWrong = WRONG.test(lead) || NO.test(lead) || (before?.call === null && INSTEAD.test(rest));
  if (!before || rest === '' || !isWrong) return null;
  const frame = readFrame(rest, input);
  const isOfDate = frame.items.some((item) => isWho(item) && facetOf(item).startsWith('contract_'));
  if (!WRONG.test(lead) && isOfDate) return null;
  const earlier = readFrame(before.said, before.input);
  const sentence = isPlain(frame)
    ? saidAgain(frame, earlier, rest)
    : MEANT.test(lead) && changesTheSame(frame, earlier)
      ? rest
      : null;
  const plan = sentence ? planOf(sentence, before.input) : null;
  if (before.call === null) return plan?.question?.isOfWay ? null : plan;
  const isChange = plan?.calls.some(({ name }) => name === before.call);
  return plan && isChange ? { ...plan, calls: [...before.undo, ...plan.calls] } : null;
}

/** The words that say that something was wrong, in English, and what follows them as it was said. */
function cutLead(said: string, input: PlannerInput): { lead: string; rest: string } {
  const { said: tokens } = readFrame(said, input);
  const lead = LEAD.exec(`${tokens.map(({ word }) => word).join(' ')} `)?.[0] ?? '';
  const first = tokens[lead.split(' ').length - 1];
  return { lead, rest: first ? said.slice(first.start) : '' };
}

/** `call` is null where nothing came of the turn but a question. */
type Before = { said: string; call: string | null; input: PlannerInput; undo: PlannedCall[] };

/** How it stood before the last turn, when that changed who is meant and nothing else, or only led to a question. */
function beforeLast(input: PlannerInput): Before | null {
  const { thread } = input;
  const turn = thread.earlier?.at(-1);
  const [call, ...others] = turn?.calls ?? [];
  if (!turn || !call || others.length > 0) return null;
  const earlier = thread.earlier!.slice(0, -1);
  if (call.name === 'ask_person')
    return { said: turn.said, call: null, input: { ...input, thread: { ...thread, earlier } }, undo: [] };
  if (call.name === 'find_customers') {
    const lastFilter = listedFilters(thread).at(-2);
    if (!lastFilter) return null;
    return {
      said: turn.said,
      call: call.name,
      input: { ...input, thread: { ...thread, earlier, lastFilter } },
      undo: [],
    };
  }
  const { campaign } = thread;
  const state = draftHistory(thread).states.at(-2);
  if (call.name !== 'edit_campaign' || !campaign || !state || !('filter' in (call.args.patch as object)))
    return null;
  const draft = {
    ...campaign.draft,
    filter: state.filter,
    excludedCustomerIds: [...state.excludedCustomerIds],
  };
  return {
    said: turn.said,
    call: call.name,
    input: { ...input, thread: { ...thread, earlier, lastFilter: null, campaign: { ...campaign, draft } } },
    undo: [{ name: 'undo_edit', args: { campaignId: campaign.id } }],
  };
}

/** Somebody of one kind, and how it is corrected. */
const isPlain = ({ items, unknown, isTypeNamed, schedule }: Frame): boolean =>
  unknown.length === 0 &&
  !isTypeNamed &&
  !schedule &&
  items.some(isWho) &&
  new Set(items.filter(isWho).map(facetOf)).size === 1 &&
  items.every(
    (item) =>
      isWho(item) ||
      item.kind === 'mark' ||
      isWord(item, 'skip') ||
      isWord(item, 'nouns') ||
      isWord(item, 'operators', 'and', 'or', 'instead') ||
      isCue(item, 'no', 'yes'),
  );

const facetOf = (item: Item): string => (item.kind === 'clause' ? item.facet : 'name');

/** The earlier sentence with the one thing of that kind said otherwise. */
function saidAgain(frame: Frame, earlier: Frame, rest: string): string | null {
  const facet = facetOf(frame.items.find(isWho)!);
  const [item, ...others] = earlier.items.filter((one) => isWho(one) && facetOf(one) === facet);
  if (!item || others.length > 0) return null;
  const text = rest.replace(/^do\s+/iu, '').replace(/[\s,]*(?:instead|please|rather)?[.!?\s]*$/iu, '');
  return inPlaceOf(earlier.sentence, slotOf(earlier, item), text);
}

/** "I meant drop Malaysia": of the kind that the change before was about. */
function changesTheSame(frame: Frame, earlier: Frame): boolean {
  const facets = new Set(earlier.items.filter(isWho).map(facetOf));
  const who = frame.items.filter(isWho);
  return who.length > 0 && frame.unknown.length === 0 && who.every((item) => facets.has(facetOf(item)));
}
