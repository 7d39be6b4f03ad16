// "send it", "test it": the approval of what is there, or of a test of it.
import { ask } from '../doubt/ask.ts';
import { badMoment } from '../doubt/moments.ts';
import { noSuchChannel } from '../doubt/no-such-channel.ts';
import { roughly } from '../doubt/roughly.ts';
import { testToWhom } from '../doubt/test-to-whom.ts';
import { doubtsOf } from '../doubts.ts';
import type { Frame } from '../frame.ts';
import { testOf } from './create.ts';
import { has, isBare, mayRestrict, onCampaign, type Reading } from './reading.ts';

export const readSend: Reading = (frame) => {
  if (has(frame, 'test') && frame.input.thread.campaign && isTestOnly(frame)) {
    const whose = testToWhom(frame);
    return whose ? ask(whose, frame) : onCampaign(frame, 'request_approval', testOf(frame));
  }
  if (isOwnType(frame)) return onCampaign(frame, 'request_approval');
  // "send them a thank you": those of the list, as a campaign of its own.
  if (frame.type !== null && !frame.input.thread.campaign) return null;
  if (!isBare(frame) || has(frame, 'draft') || /\b(do not|don['’]t|without) send/i.test(frame.sentence))
    return null;
  const isMeant =
    has(frame, 'sendIt') || (has(frame, 'send') && (frame.hasPronoun || frame.reader.tokens.length <= 3));
  if (!isMeant || isForCounted(frame)) return null;
  const open = badMoment(frame) ?? noSuchChannel(frame) ?? roughly(frame);
  if (open && frame.input.thread.campaign) return ask(open, frame);
  return (mayRestrict(frame) ? doubtsOf(frame) : null) ?? onCampaign(frame, 'request_approval');
};

/** "send them a thank-you note", of those who were counted last: a campaign that is not there yet. */
const isForCounted = ({ type, input: { thread } }: Frame): boolean =>
  type !== null && thread.lastFilter !== null && thread.lastFilter !== undefined;

const isTestOnly = ({ scope, isTypeNamed, schedule, tone }: Frame): boolean =>
  scope.isEmpty && !isTypeNamed && !schedule && !tone;

/** "just send the renewals": those that are there, not new ones. */
function isOwnType(frame: Frame): boolean {
  const { campaign } = frame.input.thread;
  const at = frame.items.findIndex((item) => item.kind === 'type');
  const isNew = ['a', 'an', 'another', 'new', 'more'].includes(frame.items[at - 1]?.text.toLowerCase() ?? '');
  return (
    campaign !== null &&
    at >= 0 &&
    !isNew &&
    frame.type === campaign.type &&
    has(frame, 'send', 'sendIt') &&
    !has(frame, 'draft', 'change', 'same', 'fresh') &&
    !frame.isEverybody &&
    isBare({ ...frame, isTypeNamed: false })
  );
}
