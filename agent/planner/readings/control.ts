// What is said about the campaign at hand as a whole: stop, pause, undo, show, preview, report, replies.

import { ownValue } from '../../../lib/own-value.ts';
import { doubtsOf } from '../doubts.ts';
import { dropsCondition } from '../edit/drop-facet.ts';
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { REMAINDERS } from '../lexicon/en-harmless.ts';
import { LAUNCHED } from '../recognise/campaign.ts';
import { sayWhen } from '../say/say-draft.ts';
import type { PlannedCall } from '../types.ts';
import { explain, namedCustomers } from './explain.ts';
import { calling, has, isBare, mayRestrict, onCampaign, type Reading, saying } from './reading.ts';

export const readControl: Reading = (frame) => {
  for (const read of [replies, campaigns, score, report, explain, undo, halt, preview, facts, audience]) {
    const plan = read(frame);
    if (plan) return plan;
  }
  return null;
};

const undo: Reading = (frame) => {
  if (!has(frame, 'undo') || !isBare(frame) || hasEditWords(frame)) return null;
  // "scratch that, only Zorblatts": the rest would be forgotten.
  if (mayRestrict(frame)) return doubtsOf(frame);
  const plan = onCampaign(frame, 'undo_edit');
  const steps = STEPS.find(([words]) => words.test(frame.sentence))?.[1] ?? 1;
  return { ...plan, calls: plan.calls.flatMap((call) => Array.from({ length: steps }, () => call)) };
};

/** "undo twice", "go back two steps" */
const STEPS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:twice|two|2|both)\b/i, 2],
  [/\b(?:three|3)\b/i, 3],
];

const hasEditWords = (frame: Frame): boolean => frame.items.some((item) => item.kind === 'customer');

const halt: Reading = (frame) => {
  if (!isBare(frame)) return null;
  if (has(frame, 'resume'))
    return onCampaign(
      frame,
      'report_campaign',
      {},
      'Going on sends again, so it is a button on the campaign, not a sentence.',
    );
  if (has(frame, 'stop')) return onCampaign(frame, 'control_campaign', { action: 'stop' });
  // "wait, the last 60 days" goes on.
  return has(frame, 'pause') && frame.unknown.length === 0 && frame.channels.length === 0
    ? onCampaign(frame, 'control_campaign', { action: 'pause' })
    : null;
};

const REPLY_INTENTS: Record<string, string> = {
  accept: 'accept',
  decline: 'decline',
  later: 'later',
  question: 'question',
  complaint: 'complaint',
  callback: 'callback',
  optOut: 'opt_out',
};

const replies: Reading = (frame) => {
  const intent = Object.entries(REPLY_INTENTS).find(([cue]) => has(frame, cue))?.[1];
  const isUrgent = has(frame, 'urgent');
  if ((!intent && !has(frame, 'replies') && !isUrgent) || !isBareOfAudience(frame)) return null;
  // "who renewed last month": of replies nobody says when.
  if (frame.moments.problems.length > 0) return doubtsOf(frame);
  if (mayRestrict(frame) && !has(frame, 'replies', 'count', 'show')) return doubtsOf(frame);
  const campaign = frame.input.thread.campaign;
  const args = {
    ...(campaign ? { campaignId: campaign.id } : {}),
    ...(intent ? { intent } : {}),
    ...(isUrgent ? { urgency: 'high' } : {}),
  };
  return calling(frame, [{ name: 'list_replies', args }]);
};

const isBareOfAudience = (frame: Frame): boolean =>
  frame.scope.isEmpty && !frame.topic && !frame.address && !isForSomebody(frame);

/** "draft a survey for everybody who said yes", "thank the customers who renewed": a message, and nothing that is looked up. */
const isForSomebody = (frame: Frame): boolean =>
  frame.isEverybody &&
  ((frame.isTypeNamed && has(frame, 'draft', 'send')) ||
    frame.items.some((item) => isWord(item, 'typeVerbs')));

const SCORE =
  /^(?:(?:what|how) (?:is|was|are)|what’s|what's|show(?: me)?|tell me|give me)?\s*(?:(?:the|our|my|its)\s+)?(?:current\s+)?(?:nps|net promoter score)(?:\s+(?:score|of|for|in|this|that|the|it|survey|campaign|so far|now|yet|today|please))*[?.!\s]*$/i;

/** Of the campaign in hand; else of the last survey that went out. */
const score: Reading = (frame) => {
  if (!SCORE.test(frame.sentence.trim())) return null;
  const { thread, vocabulary } = frame.input;
  const last = vocabulary.campaigns.find(
    ({ type, status }) => type.endsWith('survey') && LAUNCHED.has(status),
  );
  return thread.campaign || !last
    ? onCampaign(frame, 'report_campaign')
    : calling(frame, [{ name: 'report_campaign', args: { campaignId: last.id } }]);
};

const report: Reading = (frame) =>
  has(frame, 'report') && isBareOfAudience(frame) && !has(frame, 'draft')
    ? onCampaign(frame, 'report_campaign')
    : null;

const STATUSES: Record<string, string> = {
  draft: 'draft',
  drafts: 'draft',
  scheduled: 'scheduled',
  running: 'sending',
  sending: 'sending',
  paused: 'paused',
  stopped: 'stopped',
  done: 'done',
  finished: 'done',
  past: 'done',
  waiting: 'waiting',
  waits: 'waiting',
  awaiting: 'waiting',
  pending: 'waiting',
  need: 'waiting',
  needs: 'waiting',
  approvals: 'waiting',
  approve: 'waiting',
  approved: 'waiting',
  queue: 'waiting',
};

// "the campaign" is the one at hand.
const MANY =
  /\b(campaigns|drafts|running|scheduled|what did we send|campaign list|waiting|waits|awaiting|pending|needs?|approvals|approve|approved|queue)\b/i;

const campaigns: Reading = (frame) => {
  if (!has(frame, 'campaigns') || !isBareOfAudience(frame) || !MANY.test(frame.sentence)) return null;
  const status = frame.reader.tokens.map(({ word }) => ownValue(STATUSES, word)).find(Boolean);
  return calling(frame, [{ name: 'list_campaigns', args: status ? { status } : {} }]);
};

/** "When does it go out?", "what will it cost?", and what is not done by a sentence. */
const facts: Reading = (frame) => {
  const { campaign } = frame.input.thread;
  if (has(frame, 'compare') && frame.scope.isEmpty && !frame.topic) return saying(frame, COMPARE);
  const isText = frame.scope.isEmpty || TRANSLATED.test(frame.sentence);
  if (has(frame, 'translate') && !frame.isTypeNamed && isText) return saying(frame, TRANSLATE);
  if (!isBare(frame) || !campaign) return null;
  if (has(frame, 'cost')) return saying(frame, COST);
  return has(frame, 'whenIsIt') ? saying(frame, sayWhen(campaign.draft.schedule)) : null;
};

const COMPARE =
  'I report one campaign at a time: say “how is it going”, or “list my campaigns” to see the others.';
/** 'translate "good evening" into Italian': the language is no country here. */
const TRANSLATED =
  /\btranslate\b(?:.*["“”„«»「]|\s+(?:it|this|that|(?:the|my|our)\s+(?:message|text|mail|e-?mail|letter))\b)/iu;
const TRANSLATE =
  'I do not translate a text of yours. My own texts are written in the language that each contact has.';
const COST = 'The approval shows the cost before anything goes out: say “send it” to see it, or “dry run”.';

const preview: Reading = (frame) => {
  if (!has(frame, 'preview') || frame.isTypeNamed || frame.topic || frame.address) return null;
  const [customer] = namedCustomers(frame);
  if (!customer && !frame.scope.isEmpty) return null;
  const [channel] = frame.channels;
  return onCampaign(frame, 'preview_campaign', {
    ...(channel ? { channel } : {}),
    ...(customer ? { customerId: customer.id } : {}),
  });
};

/** "how many", "which ones", "show the audience": of the campaign, where there is one. */
const audience: Reading = (frame) => {
  const { campaign, lastFilter } = frame.input.thread;
  if (!isBare(frame) || !asksWho(frame)) return null;
  // "any city" lifts a condition.
  if (dropsCondition(frame, lastFilter ?? campaign?.draft.filter ?? { all: [] })) return null;
  // "which of them have a pool?", but "how many are left?"
  const isStrange =
    (has(frame, 'which', 'count') && frame.unknown.some(({ text }) => !REMAINDERS.has(text.toLowerCase()))) ||
    mayRestrict(frame);
  const doubt = isStrange ? doubtsOf(frame) : null;
  if (doubt) return doubt;
  if (campaign) return onCampaign(frame, 'show_audience');
  return lastFilter && !meansEverybody(frame.items) ? calling(frame, [find(lastFilter)]) : null;
};

const find = (filter: unknown): PlannedCall => ({ name: 'find_customers', args: { filter } });

const asksWho = (frame: Frame): boolean =>
  has(frame, 'audience') ||
  (has(frame, 'count') && frame.input.thread.campaign !== null && isOfThis(frame)) ||
  (has(frame, 'show', 'which') &&
    !meansEverybody(frame.items) &&
    !has(frame, 'sendIt', 'help') &&
    frame.items.length <= 6);

/** "how many", "how many customers is that now", "how many are left" */
const isOfThis = ({ reader, isEverybody }: Frame): boolean =>
  (reader.tokens.length <= 4 && !isEverybody) ||
  reader.tokens.some(({ word }) =>
    ['that', 'this', 'it', 'them', 'those', 'these', 'now', 'left', 'still'].includes(word),
  );

const meansEverybody = (items: readonly Item[]): boolean =>
  items.some((item) => isWord(item, 'nouns', 'customer') && !isCue(item, 'audience')) &&
  !items.some((item) => item.kind === 'word' && /\b(them|those|these|it)\b/i.test(item.text));
