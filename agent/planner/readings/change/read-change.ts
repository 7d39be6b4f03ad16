// "Rudolf left, Jane Doe is the new GM": what changed at a customer, as a proposal that the person confirms.
import { fold } from '../../../../lib/text.ts';
import type { Frame } from '../../frame.ts';
import { stems } from '../../tokens.ts';
import type { Plan } from '../../types.ts';
import { namedCustomers } from '../explain.ts';
import { calling, has, type Reading } from '../reading.ts';
import { type Address, byChannel, takeAddresses } from './addresses.ts';
import { openChange } from './open-change.ts';
import { isPerson, PEOPLE, REACHED } from './people.ts';
import { firstOf, type SaidChange, type Step } from './said-change.ts';
import { VALUES } from './values.ts';

export const readChange: Reading = (frame) => {
  const text = frame.sentence
    .trim()
    .replace(
      /^(?:(?:please|can you|could you|fyi|by the way|update|note that|just so you know)[,:]?\s+)+(?=\S+\s+\S)/i,
      '',
    )
    .replace(/(?<!\b(?:Mr|Mrs|Ms|Dr))[.!\s]+$/, '');
  if (text.endsWith('?') || ASKING.test(text) || swapsConditions(frame) || isWayOfSending(frame)) return null;
  return (
    openChange(text, frame, nameOf) ??
    readNote(text, frame) ??
    readMove(text, frame) ??
    readParts(text, frame)
  );
};

/** "replace Phuket with Krabi": both are values of the workspace, and no people. */
const swapsConditions = (frame: Frame): boolean =>
  has(frame, 'swap') &&
  !frame.scope.isEmpty &&
  frame.unknown.length === 0 &&
  namedCustomers(frame).length === 0;

/** "add LINE as a channel": how the campaign goes out, and nobody's address. */
const isWayOfSending = (frame: Frame): boolean =>
  frame.input.thread.campaign !== null &&
  frame.channels.length > 0 &&
  frame.unknown.length === 0 &&
  frame.address === null &&
  frame.scope.isEmpty &&
  namedCustomers(frame).length === 0;

const ASKING =
  /^(?:who|which|what|when|where|why|how|is|are|does|do|did|has|have|can|send|draft|show|list)\b/i;

const NOTES = [
  /^(?:(?:add|make|leave|write)\s+(?:an?\s+)?|take\s+a\s+)?notes?\s+(?:to|for|at|on|about)\s+(?<customer>[^:]+?)\s*:\s*(?<note>.+)$/isu,
  /^(?:remember|keep in mind|note)\s+(?:for|about|on)\s+(?<customer>[^:]+?)\s*(?::|that)\s*(?<note>.+)$/isu,
  /^at\s+(?<customer>[^:]+?)\s*:\s*(?:please\s+)?(?:(?:add\s+(?:an?\s+)?)?note\s*:?|remember\s+(?:that\s+)?)\s*(?<note>.+)$/isu,
];
const REMEMBER = /^remember\s+(?:that\s+)?(?<note>.+)$/isu;

function readNote(text: string, frame: Frame): Plan | null {
  for (const pattern of NOTES) {
    const { customer, note } = pattern.exec(text)?.groups ?? {};
    const named = customer && nameOf(customer, frame);
    if (named && note) return propose(frame, { customer: named, steps: [{ do: 'note', text: note }] });
  }
  const note = REMEMBER.exec(text)?.groups?.note;
  const named = note && firstWords(note, frame);
  return named ? propose(frame, { customer: named, steps: [{ do: 'note', text: note }] }) : null;
}

/** The customer with whose name the words begin. */
function firstWords(text: string, frame: Frame): string | undefined {
  const words = text.split(/\s+/);
  for (let many = Math.min(8, words.length - 1); many > 0; many--) {
    const named = nameOf(words.slice(0, many).join(' '), frame);
    if (named) return named;
  }
  return undefined;
}

/** "Rudolf moved from Hilton Pattaya to Hilton Rayong": gone there, new here. */
function readMove(text: string, frame: Frame): Plan | null {
  const { who, from, to } = MOVE.exec(text)?.groups ?? {};
  const there = to && nameOf(to, frame);
  const here = from ? nameOf(from, frame) : undefined;
  if (!who || !there || (from && !here) || !isPerson(who) || nameOf(who, frame)) return null;
  const leaving = [{ do: 'contact_left', contact: { name: who } }];
  const [gone] = propose(frame, { customer: here, steps: leaving }).calls;
  const [come] = propose(frame, { customer: there, steps: [{ do: 'add_contact', name: who }] }).calls;
  return calling(frame, [gone!, come!]);
}

const MOVE =
  /^(?<who>.+?)\s+(?:has\s+)?(?:moved|gone|went|transferred|was transferred|is moving)\s+(?:from\s+(?<from>.+?)\s+)?(?:over\s+)?to\s+(?<to>.+)$/iu;

function readParts(text: string, frame: Frame): Plan | null {
  for (const { customer, rest } of cutsOf(text, frame)) {
    const read = readAll(rest, frame);
    const named = new Set(
      [customer, ...(read ?? []).map((one) => one.customer)].filter((one) => one !== undefined),
    );
    if (!read || named.size > 1) continue;
    const steps = read.flatMap((one) => one.steps);
    const [about] = named;
    // People can be found by their names.
    if (about || steps.every(({ do: what }) => what.includes('contact')))
      return propose(frame, { customer: about, steps });
  }
  return null;
}

function readAll(text: string, frame: Frame): SaidChange[] | null {
  const { words, addresses } = takeAddresses(text);
  const parts = words
    .split(/\s*;\s+|,\s+(?:and\s+)?|\.\s+|\s+and\s+(?=\p{Lu}|the new|their new|her |his |their )/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const around = { frame, addresses };
  // A list of names, or a place with its country, is one part.
  return allOf(parts, around) ?? (parts.length > 1 ? allOf([words], around) : null);
}

type Around = { frame: Frame; addresses: readonly Address[] };

function allOf(parts: readonly string[], around: Around): SaidChange[] | null {
  const read: SaidChange[] = [];
  for (const part of parts) {
    const one = readPart(part, around, read.flatMap(({ steps }) => steps).at(-1));
    if (!one) return null;
    read.push(one);
  }
  return read.length > 0 ? read : null;
}

/** `before` is the step that was said last: "…, her e-mail is …" belongs to it. */
function readPart(part: string, { frame, addresses }: Around, before: Step | undefined): SaidChange | null {
  const resolve = (change: SaidChange) => resolved(change, frame);
  const reached = [...part.matchAll(/‹(\d+)›/g)].map(([, at]) => addresses[Number(at)]!);
  if (reached.length === 0) return firstOf([...VALUES, ...PEOPLE], part, { frame, resolve });
  const own = /^(?:(?:her|his|their|the)\s+)?(?:new\s+)?(?:[\p{L}-]+\s+)?(?:is\s+|:\s*)?‹\d+›$/iu.test(part);
  if (own && before && /contact/.test(before.do) && before.do !== 'contact_left') {
    before.addresses = { ...(before.addresses as object), ...byChannel(reached, part) };
    return { steps: [] };
  }
  for (const [pattern, replaces] of REACHED) {
    const said = pattern.exec(part)?.groups;
    const change = said && reachedAt(said.who, { frame, replaces, addresses: byChannel(reached, part) });
    if (change) return change;
  }
  const bare = part.replaceAll(
    /\s*[(,]?\s*(?:(?:with\s+)?(?:her|his|their|the)?\s*(?:e-?mail|phone|whats\s?app|mobile|number|address)\s*:?\s*)*‹\d+›\)?/giu,
    '',
  );
  const one = firstOf(PEOPLE, bare.trim(), { frame, resolve });
  const last = one?.steps.findLast(({ do: what }) => what === 'add_contact');
  if (last) last.addresses = byChannel(reached, part);
  return last ? one : null;
}

/** Where a customer is named, it has to be one. */
function resolved(change: SaidChange, frame: Frame): SaidChange | null {
  const { customer, steps } = change;
  if (!customer || /^(?:it|they|(?:the|this) customer)$/i.test(customer)) return { steps };
  const named = nameOf(customer, frame);
  return named ? { steps, customer: named } : null;
}

type Reached = { frame: Frame; replaces: boolean; addresses: Record<string, string> };

function reachedAt(who: string | undefined, { frame, replaces, addresses }: Reached): SaidChange | null {
  const step: Step = { do: 'change_contact', ...(replaces ? { replaces } : {}), addresses };
  if (!who || /^(?:their|her|his|its|it|they|she|he|the customer)$/i.test(who)) return { steps: [step] };
  const customer = nameOf(who, frame);
  if (customer) return { steps: [step], customer };
  const at = /^(?<role>.+?)\s+(?:of|at)\s+(?<customer>.+)$/iu.exec(who)?.groups;
  const there = at && nameOf(at.customer!, frame);
  if (there) return { steps: [{ ...step, contact: { role: at.role } }], customer: there };
  if (!isPerson(who) && who.split(/\s+/).length > 5) return null;
  return {
    steps: [{ ...step, contact: isPerson(who) && !IS_ROLE.test(who) ? { name: who } : { role: who } }],
  };
}

const IS_ROLE = /^(?:GM|IT|F&B|(?:General|Purchasing|IT|Operations|Finance|Marketing)\b.*)$/u;

type Proposed = { customer: string | undefined; steps: Step[] };

const propose = (frame: Frame, { customer, steps }: Proposed): Plan =>
  calling(frame, [
    {
      name: 'propose_change',
      args: { ...(customer ? { customer } : {}), steps, why: frame.sentence.trim().slice(0, 1000) },
    },
  ]);

type Cut = { customer: string | undefined; rest: string };

/** "At Hilton Pattaya: …", "… at Hilton Pattaya", and the words as they stand. */
function* cutsOf(text: string, frame: Frame): Generator<Cut> {
  const before =
    /^(?:(?:at|for|from)\s+)?(?<customer>[^:]+?)\s*:\s*(?<rest>.+)$/isu.exec(text)?.groups ??
    /^at\s+(?<customer>[^,]+?)\s*,\s*(?<rest>.+)$/isu.exec(text)?.groups;
  const named = before && nameOf(before.customer!, frame);
  if (named) return yield { customer: named, rest: before.rest! };
  for (const cut of text.matchAll(/\s+(?:at|from)\s+/giu)) {
    const [words, behind] = [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)];
    // What is said behind the name goes on: "… at Hilton Pattaya, her e-mail is …".
    const { customer, more } =
      /^(?<customer>[^,;]+?)(?<more>[,;]\s.*|\s+(?:and|is|was|will)\s.*)?$/isu.exec(behind)?.groups ?? {};
    const said = customer && nameOf(customer, frame);
    if (said) yield { customer: said, rest: `${words}${more ?? ''}` };
  }
  yield { customer: undefined, rest: text };
}

/** The words, where they are a customer's name or part of one. */
function nameOf(words: string, { reader }: Frame): string | undefined {
  const bare = words.trim().replace(/^the\s+/i, '');
  const asked = ` ${fold(bare)} `;
  const isKnown =
    asked.trim() !== '' &&
    reader.names.customersWith(stems(bare)).some(({ name }) => ` ${fold(name)} `.includes(asked));
  return isKnown ? bare : undefined;
}
