// The reply desk by sentence: answering one person, what a part of the customers said, the day's digest.
import { ask } from '../doubt/ask.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { asMainClause } from './as-main-clause.ts';
import { readAsked } from './desk-asked.ts';
import { ACCEPTED, ANSWER, DIGEST, SUMMARISE, TO_ONE, URGENT } from './desk-forms.ts';
import { cutSince, type SaidSince, sinceWords } from './desk-since.ts';
import { calling, type Reading } from './reading.ts';
import { readWho } from './whom.ts';

type Said = Record<string, string | undefined>;
type Read = (frame: Frame, said: Said) => Plan | null;

const FORMS: readonly (readonly [RegExp, Read])[] = [
  [DIGEST, (frame) => calling(frame, [{ name: 'summarise_replies', args: { days: 1 } }])],
  [URGENT, (frame) => listing(frame, { urgency: 'high' })],
  [ACCEPTED, (frame) => listing(frame, { intent: 'accept' })],
  [SUMMARISE, summarise],
  [ANSWER, answer],
];

export const readDesk: Reading = (frame) => {
  const whole = frame.sentence.trim().replaceAll('’', "'");
  const text = whole.replace(/^(?:(?:and|please|so|ok|okay|can you|could you)[,\s]+)+/i, '').trim();
  // The mark at the end asks us, not the customer.
  const isAsked =
    /^(?:(?:and|so|ok|okay|please)[,\s]+)*(?:can|could)\s+you\b/iu.test(whole) && whole.endsWith('?');
  const bare = text.replace(/(?:\s*,?\s*please)?[.?!\s]+$|\s*,?\s*please$/iu, '');
  for (const [pattern, read] of FORMS) {
    const match = (isAsked ? null : pattern.exec(text)) ?? pattern.exec(bare);
    const plan = match && read(frame, match.groups ?? {});
    if (plan) return plan;
  }
  const asked = cutSince(frame, bare);
  const recent = asked && (readAsked(frame, asked) ?? summariseSince(frame, asked));
  if (recent) return recent;
  for (const pattern of TO_ONE) {
    const match = (isAsked ? null : pattern.exec(text)) ?? pattern.exec(bare);
    const { latin, ...said } = match?.groups ?? {};
    const who = said.who ?? latin ?? '';
    if (match && isNobodyElse(frame, who)) return answer(frame, { ...said, who });
  }
  return null;
};

/** A name that is none of a place, a brand or a kind of customers here. */
function isNobodyElse(frame: Frame, name: string): boolean {
  const { scope, isEverybody } = readFrame(`show ${name}`, frame.input);
  return scope.isEmpty && !isEverybody;
}

function listing(frame: Frame, asked: { urgency: 'high' } | { intent: 'accept' }): Plan {
  const { campaign } = frame.input.thread;
  const args = { ...(campaign ? { campaignId: campaign.id } : {}), ...asked };
  return calling(frame, [{ name: 'list_replies', args }]);
}

const EVERYBODY =
  /^(?:they|them|everybody|everyone|people|(?:all\s+)?(?:the\s+|our\s+)?customers|all|the\s+others?)$/iu;

const ARTICLE = /^(?:die|den|der|das|les?|la|los|las|os|as)\s+/iu;

function summarise(frame: Frame, said: Said): Plan | null {
  const named = Object.values(said).find(Boolean);
  const { campaign } = frame.input.thread;
  if (!named || EVERYBODY.test(named)) {
    const args = campaign ? { campaignId: campaign.id } : {};
    return calling(frame, [{ name: 'summarise_replies', args }]);
  }
  const found = readWho(frame, named.replace(ARTICLE, ''));
  if (!found) return null;
  return 'filter' in found
    ? calling(frame, [{ name: 'summarise_replies', args: { filter: found.filter } }])
    : found;
}

/** "what did customers say yesterday?" */
function summariseSince(frame: Frame, { text, since }: SaidSince): Plan | null {
  const match = since === null ? null : SUMMARISE.exec(text);
  const plan = match && summarise(frame, match.groups ?? {});
  if (!plan || plan.calls.length === 0) return plan;
  const calls = plan.calls.map(({ name, args: { campaignId, ...args } }) => ({
    name,
    args: { ...args, since },
  }));
  return { ...plan, calls, say: sinceWords(since) };
}

/** "… by email", or by the name of an approved text, as the question about a shut channel offers it. */
const BY = /^(?<name>.*?)(?:\s+by\s+(?<by>[a-z0-9_]+))?$/su;

/**
 * "… that the invoice comes tomorrow" is said as a sentence of its own; anything else as it stands. Of a German clause
 * the words are put in their order; where it is not plain how, the person is asked.
 */
function answer(frame: Frame, { who, text, thai, person, words, verbLast }: Said): Plan {
  const german = verbLast ? asMainClause(verbLast) : null;
  if (verbLast && !german) {
    const question = `How shall it read, word by word? For instance: “answer ${who}: …”.`;
    return ask({ text: question, choices: [] }, frame);
  }
  const said = german ?? (text ? sentence(text) : (thai ?? words ?? '').trim());
  const { name = '', by } = BY.exec((who ?? person ?? '').trim())?.groups ?? {};
  const args = { who: name, text: said, ...(by ? { by } : {}) };
  return { ...calling(frame, [{ name: 'answer_reply', args }]), unused: [] };
}

const sentence = (text: string): string => {
  const said = text.trim().replace(/^(?:his|her|their)\b/iu, 'your');
  const ended = /[.!?…]$/u.test(said) ? said : `${said}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
};
