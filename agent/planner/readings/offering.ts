// "Offer the Hiltons a free month", "email all gyms and offer 10% off": a campaign with its offer. Who is meant, how and when is
// read without the offer, as strictly as any request.
import { isOfferWithTerms } from '../brief/as-labels.ts';
import { offerOf, toThem } from '../brief/read-offer.ts';
import { readFrame } from '../frame.ts';
import { boundOffer } from '../offer/bound-offer.ts';
import { OFFER_PHRASE } from '../offer/offer-phrase.ts';
import { type SaidTerms, takeTerms } from '../offer/take-terms.ts';
import type { Choice, Plan, PlannerInput } from '../types.ts';
import type { Reading } from './reading.ts';

const OFFER = `(?:offer|give|promise|grant)`;
const THEM = String.raw`(?:(?:them|everybody|everyone|each(?:\s+of\s+them|\s+one)?|all(?:\s+of\s+them)?)\s+)?`;
const PLEASE = String.raw`^\s*(?:(?:please|now|also|can\s+(?:you|we)|could\s+(?:you|we)|let[’']?s|let\s+us|we\s+(?:want|would\s+like)\s+to|i\s+(?:want|would\s+like)\s+to)\s+)*`;
const FORMS = [
  new RegExp(
    String.raw`${PLEASE}${OFFER}\s+(?<who>(?!(?:me|us|it|them)\b)[^,;:]+?)\s+${OFFER_PHRASE}(?<rest>.*)$`,
    'iu',
  ),
  new RegExp(
    String.raw`${PLEASE}${OFFER}\s+${OFFER_PHRASE}\s+(?:to|for)\s+(?<who>(?!(?:me|us|it|them)\b).+?)(?<until>,?\s+(?:valid\s+)?(?:until|till|through)\s+[^,;]+)?$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?<base>.+?)[,;]?\s+(?:(?:and|to)\s+(?:please\s+|then\s+|also\s+)?${OFFER}|offering|giving)\s+${THEM}${OFFER_PHRASE}(?<rest>.*)$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?<base>.+?)[,;]?\s+(?:with|including|plus)\s+an\s+offer\s+(?:of|for)\s+${OFFER_PHRASE}(?<rest>.*)$`,
    'iu',
  ),
];
/** “20% voucher for gyms in Bangkok”, said of paper or money off: a free trial may be something to speak of. */
const NOTHING_BUT = new RegExp(
  String.raw`${PLEASE}(?:(?<send>send)\s+|(?:draft|prepare|create|make|do)\s+)?(?:an?\s+)?${OFFER_PHRASE}\s+(?:to|for)\s+(?<who>(?!(?:me|us|it|them)\b).+?)$`,
  'iu',
);
const WRITE = 'write to ';
const VERBS = /\b(?:offer|giv|promis|grant)/i;
const PAPER = /\b(?:vouchers?|coupons?|discounts?)\b/i;
/** A brief, a list or a text is more than a sentence. */
const IS_MORE = /^\s*(?:(?:campaign\s+)?(?:brief|plan)\s*:)|\n|[.;:!?]\s+\p{L}/iu;

export const readOffering =
  (plan: (sentence: string, input: PlannerInput) => Plan): Reading =>
  ({ sentence, input }) => {
    const isPaper = !VERBS.test(sentence) && PAPER.test(sentence) && !isOfferWithTerms(sentence, input);
    if (!VERBS.test(sentence) && !isPaper) return null;
    const said = takeTerms(sentence, input);
    const text = said.rest.trim().replace(/[.!\s]+$/u, '');
    if (IS_MORE.test(text)) return null;
    for (const form of isPaper ? [NOTHING_BUT] : FORMS) {
      const found = form.exec(text)?.groups;
      if (!found) continue;
      const {
        who,
        send,
        base = send ? `send a message to ${who}` : `${WRITE}${who}`,
        rest = '',
        offer = '',
        until = '',
      } = found;
      const told: Told = { base: `${base}${rest}`, offer: toThem(`${offer}${until}`), said };
      return drafting(told, { input, plan, isNew: base !== undefined && !who });
    }
    return null;
  };

type Told = { base: string; offer: string; said: SaidTerms };
type Known = {
  input: PlannerInput;
  plan: (sentence: string, input: PlannerInput) => Plan;
  isNew: boolean;
};

function drafting({ base, offer: words, said }: Told, { input, plan, isNew }: Known): Plan | null {
  const offered = offerOf(undefined, { inline: words, language: 'en' });
  if (!offered) return null;
  const sentence =
    readFrame(base, input).type === null ? asKind(base, kindFor(words, offered.kind, input)) : base;
  const { draft } = input.thread.campaign ?? {};
  const planned = plan(sentence, { ...input, isOffering: true });
  if (draft && !isNew && planned.calls.length > 0) return whichDraft({ sentence, words });
  const { offer, unheld } = boundOffer(offered, said, input);
  const isDrafting = planned.calls.some(({ name }) => name === 'draft_campaign');
  if (!isDrafting && !planned.question) return null;
  // Who is only offered something is not written to yet.
  const calls = planned.calls
    .filter(({ name }) => (base.startsWith(WRITE) ? name === 'draft_campaign' : true))
    .map((call) => (call.name === 'draft_campaign' ? { ...call, args: { ...call.args, offer } } : call));
  const withIt = (choice: Choice): Choice => ({
    ...choice,
    say: `${choice.say.replace(/[.\s]+$/u, '')}, and offer them ${words}${said.words.map((one) => `, ${one}`).join('')}`,
  });
  return {
    ...planned,
    calls,
    unused: [...planned.unused, ...unheld],
    ...(planned.question && {
      question: { ...planned.question, choices: planned.question.choices.map(withIt) },
    }),
  };
}

const asKind = (base: string, label: string | null): string => (label ? `${base} as ${label}` : base);

/** What is offered for renewing goes with what asks for it. */
function kindFor(words: string, kind: string, { vocabulary }: PlannerInput): string | null {
  const wanted = /\brenew/i.test(words)
    ? ['renewal']
    : /\b(?:come|comes|coming)\s+back|\breturn(?:s|ing)?\b/i.test(words)
      ? ['win_back']
      : kind === 'points'
        ? ['loyalty', 'voucher']
        : ['voucher'];
  const keys = [...wanted, 'voucher'];
  return (
    vocabulary.types.find(
      ({ key }) => key === keys.find((one) => vocabulary.types.some((type) => type.key === one)),
    )?.label ?? null
  );
}

/** With a draft in hand it may be that one's offer, for everybody whom it is for. */
const whichDraft = ({ sentence, words }: { sentence: string; words: string }): Plan => ({
  calls: [],
  say: null,
  question: {
    text: 'Is that a campaign of its own, or what this draft offers to everybody it is for?',
    choices: [
      { label: 'A campaign of its own', say: `new campaign: ${sentence}, and offer them ${words}` },
      { label: 'What this draft offers', say: `offer them ${words}` },
    ],
  },
  unused: [],
  ranges: [],
});
