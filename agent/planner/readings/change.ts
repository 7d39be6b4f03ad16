// "Rudolf left, Jane Doe is the new GM": who works at a customer, as a proposal that the person confirms.
import { fold } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import { calling, type Reading } from './reading.ts';

type Step = Record<string, unknown>;

const PERSON = String.raw`(?<who>\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{Lu}|de\b|van\b|von\b|da\b)[\p{L}\p{M}'’.-]*){0,4})`;
const LEFT = new RegExp(
  String.raw`^${PERSON}\s+(?:has\s+left|left|is\s+gone|no longer works|does not work|doesn['’]t work|quit|has\s+quit|has\s+resigned|resigned|retired)(?:\s+(?:there|the company|anymore|any more))*$`,
  'u',
);
const NEW = new RegExp(
  String.raw`^${PERSON}\s+(?:(?:is|becomes|became|will be)\s+(?:the|their|our)\s+new|is\s+now\s+(?:the|their|our))\s+(?<role>[\p{L}&/ -]{2,40})$`,
  'u',
);
const NEW_FIRST = new RegExp(
  String.raw`^(?:the|their)\s+new\s+(?<role>[\p{L}&/ -]{2,40}?)\s+is\s+${PERSON}$`,
  'iu',
);
const NOTE =
  /^(?:add\s+(?:an?\s+)?|make\s+a\s+)?note\s+(?:to|for|at|on|about)\s+(?<customer>[^:]+?)\s*:\s*(?<note>.+)$/isu;

export const readChange: Reading = (frame) => {
  const note = NOTE.exec(frame.sentence.trim())?.groups;
  if (note && nameOf(note.customer!, frame)) {
    const steps = [{ do: 'note', text: note.note }];
    return propose(frame, { customer: nameOf(note.customer!, frame), steps });
  }
  const { customer, rest } = splitCustomer(frame);
  const parts = rest
    .split(/\s*[,;.]\s*(?:and\s+)?|\s+and\s+(?=\p{Lu}|the new|their new)/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const steps = parts.map(stepOf);
  if (steps.length === 0 || steps.some((step) => step === null)) return null;
  return propose(frame, { customer, steps: steps as Step[] });
};

type Proposed = { customer: string | undefined; steps: Step[] };

const propose = (frame: Frame, { customer, steps }: Proposed) =>
  calling(frame, [
    {
      name: 'propose_change',
      args: { ...(customer ? { customer } : {}), steps, why: frame.sentence.trim().slice(0, 1000) },
    },
  ]);

function stepOf(part: string): Step | null {
  const left = LEFT.exec(part)?.groups;
  if (left) return { do: 'contact_left', contact: { name: left.who } };
  const fresh = (NEW.exec(part) ?? NEW_FIRST.exec(part))?.groups;
  return fresh ? { do: 'add_contact', name: fresh.who, role: fresh.role!.trim() } : null;
}

/** "At Hilton Pattaya: …" or "… at Hilton Pattaya". */
function splitCustomer(frame: Frame): { customer: string | undefined; rest: string } {
  const text = frame.sentence.trim().replace(/[.!\s]+$/, '');
  const before = /^at\s+(?<customer>[^:]+?)\s*[:,]\s*(?<rest>.+)$/isu.exec(text)?.groups;
  const named = before && nameOf(before.customer!, frame);
  if (named) return { customer: named, rest: before.rest! };
  const after = /^(?<rest>.+?)\s+(?:at|from)\s+(?<customer>[^,;:]+)$/isu.exec(text)?.groups;
  const said = after && nameOf(after.customer!, frame);
  return said ? { customer: said, rest: after.rest! } : { customer: undefined, rest: text };
}

/** The words, where they are a customer's name or part of one. */
function nameOf(words: string, { input }: Frame): string | undefined {
  const asked = ` ${fold(words.replace(/^the\s+/i, ''))} `;
  const isKnown =
    asked.trim() !== '' && input.vocabulary.customers.some(({ name }) => ` ${fold(name)} `.includes(asked));
  return isKnown ? words.replace(/^the\s+/i, '').trim() : undefined;
}
