// Questions that a customer's own page answers, and what is asked beside a list: "who looks after Hilton Pattaya?", "which
// gyms are in Phuket, and when do their contracts end?"
import type { Plan, PlannerInput } from '../types.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { calling, type Reading } from './reading.ts';
import { readWho } from './whom.ts';

const WHO = '(?<who>.+?)';

/** The customers who are asked about, and where the rest stands. */
const onTheirPage =
  (what: string) =>
  (frame: Parameters<Reading>[0], { who }: Said): Plan | null => {
    const read = who ? readWho(frame, who) : null;
    if (!read || 'calls' in read) return read;
    return calling(frame, [{ name: 'find_customers', args: { filter: read.filter } }], what);
  };

const notWrittenTo = onTheirPage(
  'I stop nobody by a sentence: an admin gives their addresses under Customers → Not written to, and nothing goes there any more. Until then “exclude …” leaves them out of a campaign.',
);

const KNOWN = String.raw`contract\s+(?:values?|ends?|end\s+dates?|dates?)|contracts?|(?:number\s+of\s+)?(?:zones|units)|prices?|cit(?:y|ies)|countr(?:y|ies)|brands?|contacts?|account\s+managers?|owners?|expiry(?:\s+dates?)?`;

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`who\s+(?:looks?\s+after|is\s+(?:responsible|in\s+charge)\s+(?:for|of)|handles?|manages?|takes?\s+care\s+of|owns?)\s+${WHO}|who(?:['’]s|\s+is|\s+are)\s+the\s+(?:account\s+manager|manager|owner|sales\s*(?:man|person|rep))\s+(?:of|for)\s+${WHO.replace('who', 'who2')}`,
    ),
    (frame, { who, who2 }) =>
      onTheirPage('Who looks after each stands on their page as the account manager: press a name.')(frame, {
        who: who ?? who2,
      }),
  ],
  [
    form(
      String.raw`(?:show|tell|give)\s+me\s+(?:everything|all|all\s+you\s+(?:know|have)|what\s+(?:you|we)\s+(?:know|have))\s+(?:about|on|of)\s+${WHO}|what\s+do\s+(?:we|you)\s+know\s+about\s+${WHO.replace('who', 'who2')}`,
    ),
    (frame, { who, who2 }) =>
      onTheirPage(
        'All that is known of each stands on their page, with contacts, contracts and what happened: press a name.',
      )(frame, { who: who ?? who2 }),
  ],
  [
    form(
      String.raw`(?:never|do\s?n['’]?o?t|do\s+not|stop|we\s+must\s+not|we\s+should\s+never)\s+(?:ever\s+)?(?:writ(?:e|ing)|send(?:ing)?|mail(?:ing)?|messag(?:e|ing)|contact(?:ing)?|e-?mail(?:ing)?)(?:\s+(?:anything|messages?|mails?|any\s+more\s+messages?))?\s+(?:to\s+)?${WHO}\s+(?:again|any\s?more|ever(?:\s+again)?|from\s+now\s+on|in\s+(?:the\s+)?future|at\s+all)|stop\s+(?:mailing|messaging|e-?mailing|contacting|writing\s+to|bothering)\s+${WHO.replace('who', 'who2')}`,
    ),
    (frame, { who, who2 }) => notWrittenTo(frame, { who: who ?? who2 }),
  ],
  [
    form(
      String.raw`when\s+(?:did|was|were|have|has|had)\s+${WHO}\s+(?:been\s+)?(?:last\s+(?:repl(?:y|ied)|answer(?:ed)?|respond(?:ed)?|writ(?:e|ten\s+to)|contacted|reached|messaged|e-?mailed|mailed|heard\s+from|order(?:ed)?|active)|(?:repl(?:y|ied)|answer|contacted|written\s+to|order(?:ed)?)\s+last)|when\s+did\s+(?:we|i)\s+last\s+(?:write\s+to|contact|mail|e-?mail|message|reach|hear\s+from|speak\s+(?:to|with)|talk\s+to)\s+${WHO.replace('who', 'who2')}`,
    ),
    (frame, { who, who2 }) =>
      onTheirPage(
        'What was sent to each and when, and what came back, stands on their page under “What happened”.',
      )(frame, { who: who ?? who2 }),
  ],
  [
    form(
      String.raw`${WHO}\s+(?:wants?|prefers?|would\s+(?:like|prefer)|asked\s+for|likes?)\s+(?:to\s+(?:get|receive|have|be\s+(?:contacted|written\s+to|reached)\s+(?:by|on|via))\s+)?(?:no\s+(?:more\s+)?|only\s+|just\s+)(?:whats\s?app|e-?mails?|sms|line|messages?|texts?|calls?)(?:\s+(?:messages?|any\s?more))?(?:\s*[,;]?\s*(?:but\s+|and\s+)?(?:only|just|no)?\s*(?:whats\s?app|e-?mails?|sms|line|calls?))?`,
    ),
    onTheirPage(
      'Which way a person wants to be written to is theirs to say, in their preference centre, or yours to set on their page, at the contact. Channels that they said no to are given by an admin under Customers → Not written to.',
    ),
  ],
  [
    form(
      String.raw`(?:export|download|save)\s+${WHO}\s+(?:to|as|in|into)\s+(?:an?\s+)?(?:excel|csv|xlsx?|spreadsheet|file|table)(?:\s+(?:file|sheet|format))?|(?:export|download)\s+(?!.*\bto\b)${WHO.replace('who', 'who2')}`,
    ),
    (frame, { who, who2 }) =>
      onTheirPage('“Export as CSV” on the list makes a file of it, for a spreadsheet.')(frame, {
        who: who ?? who2,
      }),
  ],
  [
    form(
      String.raw`(?:list|show(?:\s+me)?|give\s+me|find)\s+${WHO},?\s+with\s+(?:their|the|its)\s+(?:${KNOWN})(?:(?:\s*,\s*|\s+and\s+)(?:their\s+|the\s+)?(?:${KNOWN}))*`,
    ),
    onTheirPage(
      'The list has where each is, how many units it has and when its contract ends; all else that is known stands on their page.',
    ),
  ],
];

export const readAboutCustomers: Reading = (frame) => readForms(frame, FORMS);

const THEIR = String.raw`(?:their|the|its|each\s+(?:one['’]?s)?)`;
const AND_WHAT = new RegExp(
  String.raw`[\s,;]+(?:and|plus)\s+(?:also\s+)?(?:tell\s+me\s+|show\s+me\s+)?(?:when\s+(?:do|does|will)\s+(?:${THEIR}\s+)?(?:contracts?|agreements?|they|it|each(?:\s+contract)?)\s+(?:of\s+(?:each|them)\s+)?(?:end|expire|run\s+out)|when\s+(?:${THEIR}\s+)?(?:contracts?|agreements?)\s+(?:end|ends|expire|expires|run\s+out)|where\s+(?:are\s+they|they\s+are|is\s+each)|(?:what|how\s+many)\s+(?:zones?|units?)\s+(?:do\s+)?(?:they|each)\s+(?:have|has))[\s?.!]*$`,
  'iu',
);

/** What the list shows of everybody on it anyway. */
export const readAndWhat =
  (planOf: (sentence: string, input: PlannerInput) => Plan): Reading =>
  ({ sentence, input }) => {
    const found = AND_WHAT.exec(sentence);
    const plan = found && planOf(sentence.slice(0, found.index), input);
    if (plan?.calls[0]?.name !== 'find_customers') return null;
    return { ...plan, say: [plan.say, SHOWN].filter(Boolean).join(' ') };
  };

const SHOWN = 'The list has where each is, how many units it has and when its contract ends.';
