// "send it", "test it": the approval of what is there, or of a test of it.
import type { Frame } from '../frame.ts';
import { testOf } from './create.ts';
import { has, isBare, onCampaign, type Reading } from './reading.ts';

export const readSend: Reading = (frame) => {
  if (has(frame, 'test') && frame.input.thread.campaign && isTestOnly(frame))
    return onCampaign(frame, 'request_approval', testOf(frame));
  if (!isBare(frame) || has(frame, 'draft') || /\b(do not|don['’]t|without) send/i.test(frame.sentence))
    return null;
  const isMeant =
    has(frame, 'sendIt') || (has(frame, 'send') && (frame.hasPronoun || frame.reader.tokens.length <= 3));
  return isMeant ? onCampaign(frame, 'request_approval') : null;
};

const isTestOnly = ({ scope, isTypeNamed, schedule, tone }: Frame): boolean =>
  scope.isEmpty && !isTypeNamed && !schedule && !tone;
