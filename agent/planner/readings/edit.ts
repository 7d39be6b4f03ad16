// A follow-up that changes the campaign at hand, with the approval when it says "send".
import type { Draft } from '../../../core/campaigns/draft.ts';
import { ask } from '../doubt/ask.ts';
import { whichRoles } from '../doubt/which-roles.ts';
import { doubtsOf } from '../doubts.ts';
import { applySteps, type Refused } from '../edit/apply-steps.ts';
import { editSteps } from '../edit/edit-steps.ts';
import { sameFilter } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { isWord } from '../items.ts';
import { splitTop, withTop } from '../rank.ts';
import type { Choice, Plan, PlannedCall } from '../types.ts';
import { testOf } from './create.ts';
import { calling, has, type Reading, saying } from './reading.ts';

export const readEdit: Reading = (frame) => {
  const { campaign } = frame.input.thread;
  if (!campaign || asksOnly(frame)) return null;
  const doubt = doubtsOf(frame);
  if (doubt) return isEditing(frame) ? doubt : null;
  const roles = editRoles(frame, campaign.draft);
  if (roles && 'question' in roles) return roles;
  const audience = editAudience(frame, campaign.draft);
  if (audience && 'plan' in audience) return audience.plan;
  const patch = { ...audience?.patch, ...roles, ...editMessage(frame, campaign.draft) };
  if (Object.keys(patch).length === 0) return null;
  const change = frame.sentence.trim().slice(0, 200);
  const calls: PlannedCall[] = [{ name: 'edit_campaign', args: { campaignId: campaign.id, patch, change } }];
  if (wantsApproval(frame))
    calls.push({ name: 'request_approval', args: { campaignId: campaign.id, ...testOf(frame) } });
  return calling(frame, calls);
};

/** A question about customers leaves the draft alone. */
const asksOnly = (frame: Frame): boolean =>
  has(frame, 'count', 'which', 'explain', 'show') && !has(frame, 'drop', 'add', 'narrow', 'change', 'send');

const isEditing = (frame: Frame): boolean =>
  !frame.scope.isEmpty ||
  has(frame, 'drop', 'add', 'narrow', 'change', 'send', 'sendIt') ||
  frame.moments.problems.length > 0;

const wantsApproval = (frame: Frame): boolean =>
  has(frame, 'send', 'sendIt', 'test') && !/\b(do not|don['’]t|without) send/i.test(frame.sentence);

type AudienceEdit = { patch: Partial<Draft> } | { plan: Plan } | null;

function editAudience(frame: Frame, draft: Draft): AudienceEdit {
  const steps = editSteps(frame.items);
  if (frame.top && steps.length === 0)
    return { patch: { filter: withTop(splitTop(draft.filter).rest, frame.top) } };
  if (steps.length === 0) return null;
  if (steps.every(({ kind }) => kind === 'plain') && !startsWithAnd(frame) && !isDateOnly(frame))
    return { plan: whichWay(frame) };
  const kinds = steps.map((step) =>
    step.kind === 'plain'
      ? { ...step, kind: startsWithAnd(frame) ? ('add' as const) : ('change' as const) }
      : step,
  );
  const applied = applySteps(draft, kinds);
  const edited =
    frame.top && 'filter' in applied
      ? { ...applied, filter: withTop(splitTop(applied.filter).rest, frame.top) }
      : applied;
  if ('refused' in edited) return { plan: refuse(frame, edited) };
  const isSame =
    sameFilter(edited.filter, draft.filter) &&
    edited.excludedCustomerIds.join() === draft.excludedCustomerIds.join();
  if (isSame) return { plan: saying(frame, 'That changes nothing: the audience already is like that.') };
  return {
    patch: {
      ...(sameFilter(edited.filter, draft.filter) ? {} : { filter: edited.filter }),
      ...(edited.excludedCustomerIds.join() === draft.excludedCustomerIds.join()
        ? {}
        : { excludedCustomerIds: edited.excludedCustomerIds }),
    },
  };
}

const startsWithAnd = ({ items }: Frame): boolean =>
  isWord(items[0], 'operators', 'and') || isWord(items[0], 'cues', 'add');
const isDateOnly = ({ items }: Frame): boolean =>
  items.every(
    (item) => item.kind !== 'customer' && (item.kind !== 'clause' || item.facet.startsWith('contract_')),
  );

/** A name alone may narrow, widen, or ask: the person says which. */
function whichWay(frame: Frame): Plan {
  const who = frame.sentence.replace(/[.?!\s]+$/u, '');
  const choices: Choice[] = [
    { label: `Only ${who}`, say: `only ${who}` },
    { label: `Add ${who}`, say: `add ${who}` },
    { label: `Leave out ${who}`, say: `drop ${who}` },
    { label: `Just show me ${who}`, say: `show me ${who}` },
  ];
  return ask({ text: `What about ${who}?`, choices }, frame);
}

function refuse(frame: Frame, { refused, text }: Refused): Plan {
  if (refused === 'nobody')
    return saying(
      frame,
      `Without ${text} nobody would be left, so I changed nothing. Say “stop” to give the campaign up, or name who should get it instead.`,
    );
  const choices = [
    { label: `Only those in the audience that are ${text}`, say: `only ${text}` },
    { label: `Everybody in ${text} as well`, say: `add all customers in ${text}` },
  ];
  return ask(
    { text: `The audience is not limited that way, so adding ${text} can mean two things. Which?`, choices },
    frame,
  );
}

/** Channels, schedule, tone, topic and type. */
function editMessage(frame: Frame, draft: Draft): Partial<Draft> {
  const { schedule, tone, topic, type, isTypeNamed } = frame;
  const channels = editChannels(frame, draft);
  return {
    ...(channels ? { channels } : {}),
    ...(schedule ? { schedule } : {}),
    ...(tone ? { tone } : {}),
    ...(topic ? { topic } : {}),
    ...(isTypeNamed && type && type !== draft.type && has(frame, 'change') ? { type } : {}),
  };
}

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
  const isMore = cues.has('add') || items.some((item) => isWord(item, 'operators', 'also'));
  const wanted = isMore ? [...present, ...channels] : channels.length > 0 ? channels : present;
  const kept = [...new Set(wanted)].filter((key) => !notChannels.includes(key));
  return kept.length > 0 ? kept : null;
}
