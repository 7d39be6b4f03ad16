// A follow-up that changes the campaign at hand, with the approval when it says "send".
import type { Draft } from '../../../core/campaigns/draft.ts';
import { whichRoles } from '../doubt/which-roles.ts';
import { doubtsOf } from '../doubts.ts';
import { dropsCondition } from '../edit/drop-facet.ts';
import { editAudience } from '../edit/edit-audience.ts';
import { startsWithAnd } from '../edit/plain-kind.ts';
import { isPartOfYear } from '../edit/their-year.ts';
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { toldTopic } from '../topic/to-reader.ts';
import type { Plan, PlannedCall } from '../types.ts';
import { testOf } from './create.ts';
import { calling, has, type Reading, wordsOf } from './reading.ts';

export const readEdit: Reading = (frame) => {
  const { campaign } = frame.input.thread;
  if (!campaign) return null;
  const isLifting = dropsCondition(frame, campaign.draft.filter);
  if ((asksOnly(frame) || ASKED.test(frame.sentence)) && !isLifting) return null;
  const doubt = isLifting || dropsOnlyTime(frame, campaign.draft) ? null : doubtsOf(frame);
  if (doubt) return isEditing(frame) ? doubt : null;
  const roles = editRoles(frame, campaign.draft);
  if (roles && 'question' in roles) return roles;
  const isOfTime = dropsTime(frame, campaign.draft) && !isLifting;
  const audience = isOfTime ? null : editAudience(frame, campaign.draft);
  if (audience && 'plan' in audience) return audience.plan;
  const patch = { ...audience?.patch, ...roles, ...editMessage(frame, campaign.draft) };
  if (Object.keys(patch).length === 0) return null;
  const change = frame.sentence.trim().slice(0, 200);
  const calls: PlannedCall[] = [{ name: 'edit_campaign', args: { campaignId: campaign.id, patch, change } }];
  if (wantsApproval(frame))
    calls.push({ name: 'request_approval', args: { campaignId: campaign.id, ...testOf(frame) } });
  const plan = calling(frame, calls);
  // A half or a quarter is that of the year that stands, as the audience's own words say.
  return {
    ...plan,
    ranges: plan.ranges.filter((words) => !isPartOfYear(/“([^”]+)”/u.exec(words)?.[1] ?? '')),
  };
};

/** "what would it look like in German?" */
const ASKED =
  /^\W*(?:(?:and|so|ok|but)\W+)*(?:what|how) (?:would|will|does|do|did|is|was) (?:it|this|that|the (?:mail|e-?mail|letter|message|text|draft|campaign))\b/iu;

/** A question about customers leaves the draft alone. */
const asksOnly = (frame: Frame): boolean =>
  has(frame, 'count', 'which', 'explain', 'show', 'audience') &&
  !has(frame, 'drop', 'add', 'narrow', 'change', 'send');

const isEditing = (frame: Frame): boolean =>
  !frame.scope.isEmpty ||
  has(frame, 'drop', 'add', 'narrow', 'change', 'send', 'sendIt') ||
  frame.moments.problems.length > 0;

const wantsApproval = (frame: Frame): boolean =>
  (has(frame, 'sendIt', 'test') || frame.items.some((item) => isCue(item, 'send') && !isPlanning(item))) &&
  !/\b(do not|don['’]t|without) send/i.test(frame.sentence);

/** "schedule it for Friday", "that goes to gyms too": when or to whom, and not yet that it shall go. */
const isPlanning = ({ text }: Item): boolean =>
  /^(?:schedule|goes? to|should go(?: out)? to|is to go to)\b/i.test(text);

/** Channels, schedule, tone, topic and type. */
function editMessage(frame: Frame, draft: Draft): Partial<Draft> {
  const { schedule, tone, topic, type, isTypeNamed } = frame;
  const channels = editChannels(frame, draft);
  return {
    ...(channels ? { channels } : {}),
    ...(schedule ? { schedule } : dropsTime(frame, draft) ? { schedule: { kind: 'now' as const } } : {}),
    ...(tone ? { tone } : {}),
    ...(topic ? { topic: toldTopic(topic, frame) } : {}),
    ...(isTypeNamed && type && type !== draft.type && isTypeMeant(frame) ? { type } : {}),
  };
}

/** "remove the schedule": it goes out once it is approved. */
const dropsTime = (frame: Frame, draft: Draft): boolean =>
  (draft.schedule.kind !== 'now' && UNTIMED.test(wordsOf(frame))) ||
  (has(frame, 'drop', 'undo') &&
    (/\b(schedule|send(ing)? (time|date)|timing)\b/i.test(frame.sentence) ||
      // "forget the date": of sending, where no date limits who gets it.
      (draft.schedule.kind !== 'now' &&
        /\b(?:the|that|any) (?:date|day|time|hour)\b/i.test(frame.sentence))));

/** "without a date", "no fixed time" */
const UNTIMED =
  /\b(?:no|without|without an?|without any) (?:fixed |set |specific |particular |certain |send(?:ing)? )?(?:date|day|time|hour|schedule)\b/;

const dropsOnlyTime = (frame: Frame, draft: Draft): boolean =>
  dropsTime(frame, draft) && frame.unknown.every(({ text }) => OF_TIME.test(text));
const OF_TIME = /^(?:(?:no|without|an?|any|fixed|set|specific|particular|certain|date|day|time|hour)\s*)+$/i;

/** "make it a survey", "a survey instead": of the campaign at hand; in a longer sentence its word says too little. */
const isTypeMeant = (frame: Frame): boolean =>
  has(frame, 'change') ||
  (frame.scope.isEmpty &&
    frame.unknown.length === 0 &&
    frame.items.every(
      (item) =>
        item.kind === 'type' ||
        item.kind === 'mark' ||
        isWord(item, 'skip') ||
        isWord(item, 'operators') ||
        isWord(item, 'cues', 'no', 'yes', 'narrow'),
    ));

/** Roles can be chosen, added, or taken from a choice; who remains of a type's own roles the person must say. */
function editRoles(frame: Frame, draft: Draft): Plan | { roles: string[] } | null {
  const { roles, notRoles } = frame;
  if (roles.length + notRoles.length === 0) return null;
  const isMore = has(frame, 'add') || frame.items.some((item) => isWord(item, 'operators', 'also'));
  if (isMore && draft.roles.length === 0) return whichRoles(frame);
  const wanted = isMore || roles.length === 0 ? [...draft.roles, ...roles] : roles;
  const kept = [...new Set(wanted)].filter((role) => !notRoles.includes(role));
  return kept.length > 0 ? { roles: kept } : whichRoles(frame);
}

function editChannels({ channels, notChannels, input, items, cues }: Frame, draft: Draft): string[] | null {
  if (channels.length + notChannels.length === 0) return null;
  const order = input.vocabulary.channels.map(({ key }) => key);
  const present = draft.channels.length > 0 ? draft.channels : order;
  const isOnly = cues.has('narrow') || items.some((item) => isWord(item, 'operators', 'only'));
  // "and by WhatsApp" where no way was chosen yet chooses it.
  const isMore =
    cues.has('add') ||
    (startsWithAnd({ items }) && draft.channels.length > 0) ||
    items.some((item) => isWord(item, 'operators', 'also'));
  // "and by e-mail only"
  const wanted = isMore && !isOnly ? [...present, ...channels] : channels.length > 0 ? channels : present;
  const kept = [...new Set(wanted)].filter((key) => !notChannels.includes(key));
  return kept.length > 0 ? kept : null;
}
