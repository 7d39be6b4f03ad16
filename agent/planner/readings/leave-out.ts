// "Drop the price for customers in Japan": what the letters do not say, to everybody or to some.
import type { Draft, Hidden } from '../../../core/campaigns/draft.ts';
import { doubtsOf } from '../doubts.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type Form, form, type Said } from './forms.ts';
import { onCampaign, saying } from './reading.ts';

const FACT =
  '(?<fact>prices?|amounts?|costs?|sums?|totals?|pricing|dates?|end dates?|expiry dates?|deadlines?|names of the [a-z]+|units?|zones?)';
const THE = '(?:the |their |its |any |our )?';
const NOT = `(?:don['’]?t|do not|never|please don['’]?t)`;
const LEAVE = `(?:drop|leave out|omit|hide|remove|take out|take away|skip|strip|${NOT} (?:mention|name|show|say|give|tell|quote))`;
const WHO = '(?:for|of|to|from|with|in|when it goes to) (?<who>.+)';

/** "… whose messages must not go out", "… with errors" */
const FAULTY =
  "(?:whose (?:messages?|texts?|letters?|names?|data) (?:(?:must|may|can|should)(?:n['’]t| ?not) (?:go out|be sent)|(?:is|are) (?:wrong|refused|faulty|broken|code|kept back|not (?:ok|okay|right|fit)))|that (?:(?:must|may|can)(?:n['’]t| ?not) (?:go out|be sent)|are (?:refused|faulty|wrong|kept back|held back))|with (?:an? )?(?:errors?|faults?|refused messages?|code as (?:a )?names?|broken names?))";
const THOSE =
  '(?:(?:all |the |those |any )*(?:customers?|contacts?|ones|messages?|those|people|recipients?))';
const HOLD = '(?:leave|take|keep|drop|remove|skip|exclude|omit)';

export const LEAVE_OUT_FORMS: readonly Form[] = [
  [
    form(
      `(?:leave|take|keep) out ${THOSE} ${FAULTY}|(?:leave|take|keep) ${THOSE} ${FAULTY} out|(?:drop|remove|skip|exclude|omit) ${THOSE} ${FAULTY}|(?:go on|send it|send|carry on|continue) without ${THOSE} ${FAULTY}|(?:leave out|skip|drop|exclude|remove) (?:the |all )?(?:faulty|refused|broken) (?:ones|customers|messages|contacts)|go on without (?:the )?(?:faulty|refused|broken) (?:ones|customers|messages|contacts)`,
    ),
    (frame) => edit(frame, { leaveOutFaulty: true }),
  ],
  [
    form(
      `(?:do not|don['’]?t|never) ${HOLD} (?:out )?${THOSE} ${FAULTY}(?: out)?|(?:hold|wait) (?:everything |it )?(?:up |back )?(?:for|until) ${THOSE} ${FAULTY}(?: (?:are|is) (?:right|mended|corrected))?|take (?:the )?(?:faulty|refused|broken) (?:ones|customers|messages|contacts) back in`,
    ),
    (frame) => edit(frame, { leaveOutFaulty: false }),
  ],
  [form(`${LEAVE} ${THE}${FACT}(?: ${WHO})?`), hide],
  [
    form(
      `(?:leave|take|keep) ${THE}${FACT} (?:out|off|away|hidden|secret)(?: of (?:it|the (?:letters?|texts?|messages?|mails?)))?(?: ${WHO})?`,
    ),
    hide,
  ],
  [form(`(?:no|without(?: ${THE.trim()})?) ?${FACT}(?: ${WHO})?`), hide],
  [form(`${NOT} (?:show|tell|give|quote|send) (?<who>.+?) ${THE}${FACT}`), hide],
  [
    form(
      `(?<who>.+?) (?:should|must|may|need|do|shall|are|is)(?:n['’]t| not| never)(?: to)? (?:see|get|read|be (?:told|shown|given|quoted)|know) ${THE}${FACT}`,
    ),
    hide,
  ],
  [
    form(
      `${THE}${FACT} (?:should|must|may|can)(?: be (?:hidden|left out|dropped|omitted|removed)|(?:n['’]t| not) be (?:shown|named|mentioned|said)) ${WHO}`,
    ),
    hide,
  ],
  [
    form(
      `(?!(?:show|list|count|how|find|which|who|what|any|add|include|exclude|remove|drop|only|just|the|all|send|customers)\\b)(?<who>.+?) (?:without|gets? no) ${THE}${FACT}(?: please)?`,
    ),
    hide,
  ],
  [form(`(?:for|to|in) (?<who>.+?),? (?:leave|take|keep) ${THE}${FACT} (?:out|off|away|hidden)`), hide],
  [form(`(?:for|to) (?<who>.+?),? (?:${LEAVE}|no|without) ${THE}${FACT}`), hide],
  [
    form(
      `(?:show|bring back|add|name|mention|put back|put) ${THE}${FACT} (?:again|back(?: in)?)(?: (?:for|to) (?:all|everybody|everyone))?`,
    ),
    unhide,
  ],
];

const WHAT: readonly (readonly [RegExp, Hidden])[] = [
  [/pric|amount|cost|sum|total/i, 'price'],
  [/date|deadline/i, 'date'],
  [/name|unit|zone/i, 'units'],
];
const whatOf = (fact: string | undefined): Hidden | undefined =>
  WHAT.find(([words]) => words.test(fact ?? ''))?.[1];

const edit = (frame: Frame, patch: Partial<Draft>): Plan =>
  onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });

const EVERYBODY = /^(?:all|everybody|everyone|them|anybody|anyone|all of them|all (?:the )?customers)$/i;

/** Whose letters leave it out is read as a question for them would be, with its doubts. */
function hide(frame: Frame, { fact, who }: Said): Plan | null {
  const what = whatOf(fact);
  const before = frame.input.thread.campaign?.draft.hide ?? [];
  if (!what) return null;
  if (!who || EVERYBODY.test(who))
    return edit(frame, { hide: [...before.filter((one) => one.what !== what), { what, filter: null }] });
  const asked = readFrame(
    `show ${/customers?|contacts?/i.test(who) ? who : `customers ${who}`}`,
    frame.input,
  );
  const doubt = doubtsOf(asked);
  if (doubt) return doubt;
  if (asked.scope.isEmpty) return saying(frame, `I do not know who “${who.slice(0, 80)}” are.`);
  return edit(frame, { hide: [...before, { what, filter: asked.scope.filter }] });
}

function unhide(frame: Frame, { fact }: Said): Plan | null {
  const what = whatOf(fact);
  const before = frame.input.thread.campaign?.draft.hide ?? [];
  return what ? edit(frame, { hide: before.filter((one) => one.what !== what) }) : null;
}
