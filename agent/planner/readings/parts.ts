// "Make it warmer and half as long, and ask for approval": several changes of one letter in a sentence. Each is read by itself,
// in turn, on the draft that the one before leaves; when one of them is not understood nothing is done, and that one is said.
import type { Draft } from '../../../core/campaigns/draft.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan, PlannedCall, PlannerInput } from '../types.ts';
import { readForms } from './forms.ts';
import { LETTER_FORMS } from './letter.ts';
import { calling, type Reading } from './reading.ts';

const AND = String.raw`(?:\s*[,;.!]\s*(?:and\s+(?:then\s+)?|then\s+|also\s+|but\s+)?|\s+(?:and(?:\s+then)?|then|but)\s+)(?:also\s+|please\s+)*`;
const APPROVAL = new RegExp(
  String.raw`^(?<head>[\s\S]+?)${AND}(?<tail>(?:ask|request|get|submit|put|send)\s+(?:it\s+|this\s+|that\s+|me\s+)?(?:up\s+)?(?:for\s+)?(?:the\s+|an?\s+|my\s+|your\s+)?(?:approval|sign-?off)(?:\s+(?:from|of|by)\s+.{2,40})?|(?:send|launch)\s+(?:it|them|this|that)(?:\s+(?:out|off|for approval))?)[.!\s]*$`,
  'iu',
);
const SPLIT = new RegExp(AND, 'iu');
/** Texts of a person's own hold any words. */
const LABELLED =
  /^\s*(?:(?:the|my|new|change|set|make)\s+)*(?:text|body|message|subject|topic|classify|triage|rename|call it|note)\b/iu;

/** `planOf` reads a whole sentence. */
export const readParts =
  (planOf: (sentence: string, input: PlannerInput) => Plan): Reading =>
  (frame) => {
    const { campaign } = frame.input.thread;
    if (!campaign || LABELLED.test(frame.sentence)) return null;
    const { head, tail } = APPROVAL.exec(frame.sentence)?.groups ?? {};
    if (!head || !tail) return changes(frame, frame.sentence);
    const plan = changes(frame, head) ?? single(frame, head) ?? aboutTheLetter(frame, { head, planOf });
    if (!plan || plan.calls.length === 0) return plan;
    const args = { campaignId: campaign.id };
    return { ...plan, calls: [...plan.calls, { name: 'request_approval', args }] };
  };

/** What is said of the letter before "and ask for approval", and not understood: asked about, not passed over. */
function aboutTheLetter(
  { input, sentence }: Frame,
  { head, planOf }: { head: string; planOf: (sentence: string, input: PlannerInput) => Plan },
): Plan | null {
  if (!/\bapproval|sign-?off/i.test(sentence.slice(head.length))) return null;
  const plan = planOf(head, input);
  // "ok, ask for approval" says nothing of the letter.
  return plan.calls.length === 0 && plan.unused.length > 0 ? plan : null;
}

function single(frame: Frame, sentence: string): Plan | null {
  return readForms({ ...readFrame(sentence, frame.input), sentence }, LETTER_FORMS);
}

/** Two or more changes, each of a fixed form; null when the sentence is not made of such. */
function changes(frame: Frame, sentence: string): Plan | null {
  const pieces = sentence
    .split(SPLIT)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (pieces.length < 2) return null;
  const says: string[] = [];
  let draft = frame.input.thread.campaign!.draft;
  const calls: PlannedCall[] = [];
  for (const piece of pieces) {
    const plan = single(on(frame, draft), piece);
    const [call, ...others] = plan?.calls ?? [];
    if (!plan || !call || others.length > 0 || call.name !== 'edit_campaign') return null;
    draft = { ...draft, ...(call.args.patch as Partial<Draft>) };
    calls.push(call);
    if (plan.say) says.push(plan.say);
  }
  const patch = Object.assign({}, ...calls.map(({ args }) => args.patch));
  const args = { ...calls[0]!.args, patch, change: frame.sentence.trim().slice(0, 200) };
  return calling(frame, [{ name: 'edit_campaign', args }], says.join(' ') || null);
}

/** The same conversation with the draft as the change before leaves it. */
function on(frame: Frame, draft: Draft): Frame {
  const thread = { ...frame.input.thread, campaign: { ...frame.input.thread.campaign!, draft } };
  return { ...frame, input: { ...frame.input, thread } };
}
