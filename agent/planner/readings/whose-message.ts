// "what will Hilton Pattaya get?", "show me the message for Conrad": the draft as one customer reads it.
import { ask } from '../doubt/ask.ts';
import { type Frame, readFrame } from '../frame.ts';
import { stems } from '../tokens.ts';
import type { Plan } from '../types.ts';
import { candidates } from './explain.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { onCampaign, type Reading } from './reading.ts';

const WHO = String.raw`(?:an?\s+|the\s+)?(?<who>[^,;]{2,80}?)`;
const TEXT = String.raw`(?:(?:the|a|our)\s+)?(?:message|e-?mail|mail|letter|text|whatsapp|sms|one|preview|sample|version)`;

const FORMS: readonly Form[] = [
  String.raw`what\s+(?:exactly\s+)?(?:will|would|does|do)\s+(?!(?:it|they|them|that|this|we|i|you)\b)${WHO}\s+(?:get|receive|see|read)(?:\s+from\s+us)?`,
  String.raw`(?:show|let)\s+(?:me\s+|us\s+)?(?:see\s+|read\s+)?${TEXT}\s+(?:for|to|of)\s+${WHO}`,
  String.raw`(?:what|how)\s+(?:does|will|would)\s+${TEXT}\s+(?:for|to)\s+${WHO}\s+(?:look|say|read)(?:\s+like)?`,
  String.raw`preview\s+(?:(?:it|this|that|${TEXT})\s+)?for\s+${WHO}`,
].map((source) => [form(source), previewFor] as const);

export const readWhoseMessage: Reading = (frame) =>
  frame.input.thread.campaign ? readForms(frame, FORMS) : null;

function previewFor(frame: Frame, { who }: Said): Plan | null {
  const asked = readFrame(`show ${who}`, frame.input);
  const close = candidates(asked);
  const found = close.length > 0 ? close : asked.reader.names.customersWith(stems(who!));
  const [customer, ...others] = found;
  if (!customer) return null;
  if (others.length === 0) return onCampaign(frame, 'preview_campaign', { customerId: customer.id });
  const choices = found
    .slice(0, 5)
    .map(({ name }) => ({ label: name, say: `show me the message for ${name}` }));
  return ask({ text: 'Several customers are called like that. Whose message?', choices }, frame);
}
