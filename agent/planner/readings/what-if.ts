// "what would happen if I sent renewal reminders to …?" is written and checked without sending; "how many would get it if I
// wrote to …?" is how far they can be reached.
import type { Frame } from '../frame.ts';
import { DRAFT, type Plan } from '../types.ts';
import { calling, onCampaign, type Reading } from './reading.ts';
import { readWho } from './whom.ts';

const IF = String.raw`(?:if|when)\s+(?:i|we|you)\s+(?:would\s+|were\s+to\s+|just\s+|now\s+)*`;
const TAIL = String.raw`(?:\s*[,–-]\s*(?:is|would|will)\s+(?:that|it)\s+(?:be\s+)?(?:a\s+lot|many|too\s+many|much|ok(?:ay)?|fine))?`;
const WHAT = new RegExp(
  String.raw`^(?:(?:so|and|tell\s+me|show\s+me)\s+)*what\s+(?:(?:would|will|could|is\s+going\s+to)\s+)?(?:happens?|be\s+the\s+(?:result|effect|outcome))\s+${IF}(?<deed>.+?)${TAIL}$`,
  'iu',
);
const HOW_MANY = new RegExp(
  String.raw`^(?:and\s+)?how\s+many(?:\s+(?:people|customers|contacts|recipients|messages))?\s+(?:would|will|could|do)\s+(?:get|receive|see|hear|read|go\s+out|be\s+(?:reached|sent))(?:\s+(?:it|this|that|one|a\s+message|the\s+message|from\s+us))?\s+${IF}(?:write|wrote|written|sent?|e-?mail(?:ed)?|messaged?)\s+(?:(?:it|this|that|one|an?\s+(?:\w+\s+){1,3}?)\s*)?(?:to\s+)?(?<who>.+)$`,
  'iu',
);

const PRESENT: Readonly<Record<string, string>> = {
  sent: 'send',
  wrote: 'write',
  told: 'tell',
  emailed: 'email',
  messaged: 'message',
  reminded: 'remind',
  invited: 'invite',
  asked: 'ask',
};
const IS_IT = /^(?:send|launch|approve)\s+(?:it|this|that)(?:\s+(?:now|today|out|off))*$/iu;

export const readWhatIf =
  (planOf: (sentence: string, input: Frame['input']) => Plan): Reading =>
  (frame) => {
    const text = frame.sentence.trim().replace(/[.?!\s]+$/u, '');
    const deed = WHAT.exec(text)?.groups?.deed?.replace(
      /^\w+/u,
      (verb) => PRESENT[verb.toLowerCase()] ?? verb,
    );
    if (deed) return IS_IT.test(deed) ? onCampaign(frame, 'dry_run') : tried(planOf(deed, frame.input));
    const who = HOW_MANY.exec(text)?.groups?.who;
    const read = who ? readWho(frame, who) : null;
    if (!read || 'calls' in read) return read;
    const channels = frame.channels.length > 0 ? { channels: frame.channels } : {};
    return calling(frame, [{ name: 'measure_reach', args: { filter: read.filter, ...channels } }]);
  };

/** The draft that it would be, written and checked, and nobody asked to approve it. */
function tried(plan: Plan): Plan | null {
  const draft = plan.calls.find(({ name }) => name === 'draft_campaign');
  if (plan.question) return plan;
  return draft ? { ...plan, calls: [draft, { name: 'dry_run', args: { campaignId: DRAFT } }] } : null;
}
