// What the message of a brief is about: what it says so of, else what it wants of those whom it names, else its story.

import { withoutVerb } from './brief-verbs.ts';
import { tidy } from './cut-brief.ts';
import type { Brief, Statement } from './read-brief.ts';
import { isOfUs, isSoAnyway } from './remarks.ts';

export type Topic = { text: string; from: readonly Statement[] };

type Known = { whom: readonly Statement[]; type: string };

/** Of those that say `whom` the first is the order. Null where nothing is told. */
export function readTopic({ labelled, statements }: Brief, { whom, type }: Known): Topic | null {
  const [order] = whom;
  if (labelled.topic) return { text: tidy(labelled.topic), from: [] };
  // Of an event its day and place are told as well.
  const invited = type === 'event' && order ? wantedOf(order) : null;
  if (invited) return { text: invited, from: [order!] };
  const said = statements.find(
    ({ text, frame, isGoal }) => frame.isTopicSaid && frame.topic && !isGoal && !isOfUs(text),
  );
  if (said && !POINTS.test(said.frame.topic!))
    return { text: said.frame.topic!.replace(/^to\s+(?=(?:our|the|my|an?)\s)/i, ''), from: [said] };
  const notice = statements.find(({ text }) => NOTICE.test(text));
  if (notice) return { text: NOTICE.exec(notice.text)!.groups!.said!, from: [notice] };
  const feast =
    type === 'seasonal' ? statements.find(({ frame }) => frame.type === type && frame.topic) : null;
  if (feast) return { text: feast.frame.topic!, from: [feast] };
  const wanted = order ? wantedOf(order) : null;
  if (wanted) return { text: wanted, from: [order!] };
  for (const one of statements) {
    const what = THEM_TO.exec(one.text)?.groups?.said;
    if (what && !one.isGoal) return { text: what, from: [one] };
  }
  const story = statements.filter((one) => !whom.includes(one) && isStory(one));
  const told =
    story.length > 0
      ? story
      : statements.filter(
          (one) =>
            !whom.includes(one) &&
            !one.isGoal &&
            !one.isOrder &&
            !isOfUs(one.text) &&
            (NEWS.test(one.text) || WE_DO.test(one.text)),
        );
  const text = told.map((one) => tidy(one.text)).join('; ');
  return text ? { text: text.replace(/^(?:we have|there is|there are)\s+(?=an?\s)/i, ''), from: told } : null;
}

/** 「メンテナンスのお知らせ」 */
const NOTICE = /^(?<said>.*\S.*?)(?:の(?:お知らせ|ご案内|ご連絡)|について|的通知)/u;
/** “and we want them to book early” */
const THEM_TO = /\b(?:want|like|get|ask|invite|encourage|need)\s+them\s+to\s+(?<said>[^.;]+)$/i;
/** “We open a second showroom in Bangkok on 15 January”: news, whatever it names. */
const WE_DO =
  /^we(?:[’']re|\s+are|[’']ll|\s+will|[’']ve|\s+have)?(?:\s+(?:now|also|just|soon))?\s+(?:open|launch|mov|introduc|releas|extend|expand|celebrat|clos)\w*\b/i;
const NEWS = /^(?!we\b|they\b).*\b(?:new|now|launch\w*|news|is|are|will|goes|from\s+\d)\b/i;
/** “Tell every restaurant there” */
const PLACE_ONLY = /^(?:over\s+)?(?:there|here|nearby|around)$/i;
const POINTS = /^(?:it|this|that|them)$/i;

/** “propose an upgrade to the new app”, “… to our breakfast event”: what is beside those whom an order names. */
/** What stands before those whom an order names, without its verb and what only leads to them. */
export const objectOf = (before: string): string => tidy(withoutVerb(tidy(before)).replace(LAST, ''));

function wantedOf({ who, isOrder, frame }: Statement): string | null {
  if (!who) return null;
  const before = withoutVerb(tidy(who.before)).replace(LAST, '');
  const told = isOrder || before.split(/\s+/).length >= 4 ? before.replace(KIND_OF, '') : '';
  const isSaid = isOrder || /^\s*:/.test(who.behind);
  const behind = withoutVerb(tidy(isSaid ? who.behind : '').replace(FIRST, ''));
  const texts = [told, behind]
    .map((one) => withoutHow(one, frame).replace(/^มา(?:ร่วม)?/u, ''))
    .filter((one) => /\p{L}{3,}/u.test(one) && !PARTICLE.test(one) && !PLACE_ONLY.test(one));
  return texts.at(-1) ?? null;
}

/** 「…に年末のご挨拶を…」: what only goes on behind those whom it is for. */
const PARTICLE = /^[にをへがは]/u;
const LAST =
  /(?:\s*\b(?:to|for|with|at|of|in|from|the|our|all|general managers?|managers?|decision makers?|teams?|(?:it\s+)?contacts?|every|os|as|los|las|les|aux?|an|alle[nr]?|tous|todos|bitte))+$/i;
const FIRST =
  /^(?:[,:;–-]\s*)?(?:to|about|of|for|with|and|that|para|sobre|zu[mr]?|über|pour|sur|que|dass)\s+/iu;
/** “Holiday hours: closed on 31 December” */
const KIND_OF = /^[\p{L} ]{3,25}:\s+/u;

/** Manner, channel and pronouns are no topic. */
function withoutHow(text: string, { channels }: Statement['frame']): string {
  const plain = text
    .replace(
      /\b(?:must|should|need\s+to|have\s+to)\s+(?:know|hear|learn|be\s+\w+ed|get|receive)\b(?:\s+(?:about|of))?/gi,
      '',
    )
    .replace(
      /\b(?:(?:formal|casual|warm|friendly|polite)\s+tone|formally|casually|warmly?|friendly|politely|them(?:\s+back)?|back|now|please|(?:by|via)(?=\s*(?:e-?mail|whatsapp|sms|line)\b|\s*[,.;]|\s*$))\b/gi,
      '',
    )
    .replace(/\b(?:e-?mail|whatsapp|sms|line)\b/gi, channels.length > 0 ? '' : '$&')
    .replace(/\b\w+\s+(?:days?|weeks?|months?)\s+(?:ahead|before|in advance)\b/gi, '');
  return tidy(plain.replace(/[,\s]+$/, ''));
}

/** It tells something and orders nothing: neither whom, nor how, nor when, nor what for. */
const isStory = ({ text, who, isGoal, isOrder, frame }: Statement): boolean =>
  !who &&
  !isGoal &&
  !isOrder &&
  !isOfUs(text) &&
  !isSoAnyway(text) &&
  text.split(/\s+/).length >= 4 &&
  !SAYS_HOW.test(text) &&
  !SOMEBODY.test(text) &&
  frame.tone === null;

const SAYS_HOW =
  /^(?:by|via|on|at|in|use|keep|start|start(?:ing)?|no|send|max|only|not|next|this|tone|bitte|por|par)\b/i;
// Whom it may be about, in any word that points at somebody or leaves somebody out.
const SOMEBODY =
  /\b(?:they|them|their|those|these|who|whom|whose|which|ones?|somebody|someone|everybody|everyone|anybody|nobody|people|guests?|only|except|without|unless|any|each|every|others?|rest)\b/i;
