// A new campaign: who, what, how, when; and the approval when the person said "send".

import { whichRoles } from '../doubt/which-roles.ts';
import { doubtsOf } from '../doubts.ts';
import { replaceFacets } from '../edit/edit-filter.ts';
import type { Frame } from '../frame.ts';
import { writtenIn } from '../recognise/written-in.ts';
import { dayAfter } from '../topic/own-day.ts';
import { toldTopic } from '../topic/to-reader.ts';
import { DRAFT, type Plan, type PlannedCall } from '../types.ts';
import { missing } from './missing.ts';
import { isNewForThem, pointedAt } from './pointed-at.ts';
import { calling, has, type Reading, refersBack } from './reading.ts';
import { isImperative, wantsSending } from './wants-sending.ts';

export const readCreate: Reading = (frame) => {
  if (isSameAgain(frame)) return doubtsOf(frame) ?? sameFor(frame);
  if (!isCreate(frame)) return null;
  const doubt = doubtsOf(frame) ?? missing(frame) ?? (frame.notRoles.length > 0 ? whichRoles(frame) : null);
  if (doubt) return doubt;
  const calls: PlannedCall[] = [{ name: 'draft_campaign', args: draftArgs(frame) }];
  if (wantsSending(frame))
    calls.push({ name: 'request_approval', args: { campaignId: DRAFT, ...testOf(frame) } });
  return calling(frame, calls);
};

/** "now the same for the Marriotts": a second draft beside the first. */
const isSameAgain = (frame: Frame): boolean =>
  has(frame, 'same') && frame.input.thread.campaign !== null && !frame.scope.isEmpty;

function sameFor(frame: Frame): Plan {
  const { type, filter, channels, tone, topic, roles } = frame.input.thread.campaign!.draft;
  const own = draftArgs(frame);
  const args = {
    type,
    ...(channels.length > 0 ? { channels } : {}),
    ...(tone ? { tone } : {}),
    ...(topic ? { topic: toldTopic(topic, frame) } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...own,
    ...(frame.type ? {} : { type }),
    filter: replaceFacets(filter, frame.scope.filter),
  };
  return calling(frame, [{ name: 'draft_campaign', args }]);
}

function isCreate(frame: Frame): boolean {
  const { campaign } = frame.input.thread;
  const isWanted =
    has(frame, 'send', 'sendIt', 'tell', 'draft', 'draftOnly', 'test', 'preview') ||
    isImperative(frame) ||
    isMessageAlone(frame);
  // "show me all hotels on the beach" shows customers, whatever is said of them.
  const isMeant = frame.isTypeNamed || ((frame.topic !== null || frame.type !== null) && isWanted);
  const isAsked = isWanted || has(frame, 'show');
  const hasWho = !frame.scope.isEmpty || frame.isEverybody || pointedAt(frame) !== null;
  if (has(frame, 'count', 'which') && !has(frame, 'send', 'tell', 'draft', 'draftOnly')) return false;
  if (has(frame, 'fresh') && hasWho) return true;
  const isOfCount = frame.input.thread.lastFilter !== null && pointedAt(frame) !== null;
  if (campaign && isNewForThem(frame)) return true;
  // "a loyalty campaign for them"
  if (isOfCount && frame.isTypeNamed && refersBack(frame) && !has(frame, 'count', 'which')) return true;
  // "send them a thank-you note"
  if (isOfCount && frame.type !== null && refersBack(frame) && has(frame, 'sendIt', 'send', 'draft'))
    return true;
  if (campaign && isAboutCampaign(frame) && !(isMeant && isOfCount)) return false;
  if (isMeant && isAsked) return hasWho || !campaign || has(frame, 'send', 'draft');
  if (frame.isTypeNamed && !frame.scope.isEmpty) return !campaign || !has(frame, 'change');
  return (has(frame, 'send', 'tell', 'draft') || isImperative(frame)) && hasWho && !campaign;
}

/** "a message about our new app for all gyms": the message is named, and no verb. */
const isMessageAlone = ({ sentence, isTopicSaid }: Frame): boolean =>
  isTopicSaid &&
  /^\W*(?:please\s+|pls\s+)?(?:(?:an?|one|another|some|the|our)\s+)?(?:\w+\s+){0,2}(?:message|note|letter|e-?mail|mail|whatsapp|sms|text|word|something|heads[- ]up|line|memo|circular|notice|info|information|newsletter|bulletin|announcement|post|card)\s+(?:to|for|about|on|that|regarding|concerning|saying|announcing)\b/iu.test(
    sentence,
  );

/** "send it …", "make it a survey", "also send to …" speak of what is there. */
const isAboutCampaign = (frame: Frame): boolean =>
  ((has(frame, 'sendIt', 'change', 'add', 'drop', 'undo') || frame.hasPronoun) &&
    !(frame.isTypeNamed && has(frame, 'send', 'draft') && !frame.scope.isEmpty)) ||
  (!frame.isTypeNamed && has(frame, 'add'));

export function testOf(frame: Frame): { test?: Record<string, unknown> } {
  if (!has(frame, 'test') || !(frame.address || has(frame, 'send', 'sendIt') || !has(frame, 'draft')))
    return {};
  return { test: frame.address ? { kind: 'address', ...frame.address } : { kind: 'first_customer' } };
}

function draftArgs(frame: Frame): Record<string, unknown> {
  const { scope, channels, notChannels, tone, length, roles, input } = frame;
  const { schedule, topic } = dayOfTopic(frame);
  const kept =
    notChannels.length > 0 && channels.length === 0
      ? input.vocabulary.channels.map(({ key }) => key).filter((key) => !notChannels.includes(key))
      : channels;
  return {
    type: frame.type,
    filter: pointedAt(frame) ?? scope.filter,
    ...(kept.length > 0 ? { channels: kept } : {}),
    ...(schedule ? { schedule } : {}),
    ...(tone ? { tone } : {}),
    ...(length ? { length } : {}),
    ...(topic ? { topic: toldTopic(topic, frame) } : {}),
    ...languageOf(frame),
    ...(roles.length > 0 ? { roles } : {}),
    ...(scope.excludedCustomerIds.length > 0 ? { excludedCustomerIds: scope.excludedCustomerIds } : {}),
  };
}

/** "a New Year greeting to everyone in Thailand, in Thai"; "the German ones in German" says it of some, and is not heard. */
function languageOf({ reader }: Frame): { language?: string } {
  const language = reader.tokens.map((_, at) => writtenIn(reader.tokens, at)).find(Boolean);
  return language ? { language } : {};
}

/** "draft a note about the works on Sunday": nothing goes out yet, so the day belongs to what it says. */
const dayOfTopic = (frame: Frame): Pick<Frame, 'schedule' | 'topic'> =>
  frame.topicDay && !wantsSending(frame)
    ? {
        schedule: null,
        topic: dayAfter(frame.sentence, {
          topic: frame.topic ?? '',
          from: frame.about?.end ?? 0,
          day: frame.topicDay,
        }),
      }
    : isDayOfWork(frame)
      ? { schedule: null, topic: frame.topic }
      : frame;

/** "draft a maintenance notice, 14 January": the day of the work, as long as no hour is said. */
const isDayOfWork = (frame: Frame): boolean =>
  frame.type === 'technical' &&
  !wantsSending(frame) &&
  frame.schedule?.kind === 'local' &&
  frame.isDayOnly &&
  !/\b(send|schedule|go out|goes out)\b/i.test(frame.sentence);
