// The embedded triager: code for what is structural, rules over small word files, and what was learnt from examples; no
// network. The opt-out is read by the same code that acts on it.
import type { IsLikelyStop, Triage, TriageInput, Triager } from '../core/ports.ts';
import type { Reading } from '../core/replies/reading.ts';
import { suggestAnswer } from './triage/answers.ts';
import { chooseAction, DETRACTOR, needsJudgement } from './triage/choose-action.ts';
import type { Decision } from './triage/decide-intent.ts';
import { hideInstructions } from './triage/hide-instructions.ts';
import { isOfMachine, type Judged, judgeIntent, shareOfStop } from './triage/judge-intent.ts';
import { readEntities } from './triage/read-entities.ts';
import { compiled } from './triage/read-meanings.ts';
import { hasQuotes, speaksOfStopOnly } from './triage/read-stop-signs.ts';
import { createWeigher } from './triage/weigh.ts';
import type { Intent, Words } from './triage/words/words.ts';

const UNSURE = 0.6;
const PROMOTER = 9;
// Free wording that code hears acts where it, or all that they wrote, is as likely as this and the other not unlikely, and
// is a doubt else (docs/evals.md says how it was chosen); unless nothing else is said, which is plain whatever the weights
// make of it. What stands in quotes may be somebody else's.
const LIKELY_STOP = 0.85;
const UNLIKELY_STOP = 0.2;

/** `reading` is core's (core/replies/reading.ts): quotes and signatures off, machine mail, opt-outs. */
export function createTriager(reading: Reading): Triager {
  const isLikelyStop: IsLikelyStop = (own, said) =>
    [own, said].every(speaksOfStopOnly) ||
    (!hasQuotes(said) && isLikely([own, said].map((text) => likelihoodOfStop(text, reading))));
  return { triage: async (input) => triage(input, reading, isLikelyStop), isLikelyStop };
}

const isLikely = (shares: readonly number[]): boolean =>
  Math.max(...shares) >= LIKELY_STOP && Math.min(...shares) >= UNLIKELY_STOP;

// Of the words alone: at receipt, where it is asked first, nothing else is known.
function likelihoodOfStop(own: string, { mayBeOptOut }: Reading): number {
  const { text } = hideInstructions(own);
  return shareOfStop(text, createWeigher({ text, channel: 'whatsapp' }), mayBeOptOut(text));
}

function triage(
  input: TriageInput,
  { findOptOut, leftToStop, mayBeOptOut, ownWords, readMailKind }: Reading,
  isLikelyStop: IsLikelyStop,
): Triage {
  const own = ownWords(input.text, input.channel) || (input.headers?.subject ?? '');
  const { text: said, found: instructions } = hideInstructions(own);
  const mail = readMailKind(input.headers);
  const isHinted = mayBeOptOut(said);
  const weigh = createWeigher(input);
  const { signs } = weigh(said, isHinted);
  const decision = judgeIntent(said, weigh, {
    ...{ isHinted, left: leftToStop(said), mayBeOptOut, campaignType: input.campaignType },
  });
  const heard =
    mail?.kind === 'bounce'
      ? null
      : findOptOut({ text: own, language: input.contactLanguage, subject: input.headers?.subject });
  const isDoubted =
    heard?.kind === 'opt_out' &&
    heard.said !== undefined &&
    (isOfMachine(decision.ruled) || !isLikelyStop(own, heard.said));
  const wish = isDoubted ? null : heard;
  const machine = mail && machineDecision(mail.kind, mail.because);
  const isOptOut = wish?.kind === 'opt_out' || mail?.kind === 'spam_report';
  const final = isOptOut
    ? {
        ...decision,
        intent: 'opt_out' as const,
        confidence: 0.95,
        said: wish?.because ?? mail?.because ?? '',
      }
    : (machine ??
      (wish ? { ...decision, intent: 'opt_in' as const, confidence: 0.95, said: wish.because } : decision));
  const mixed =
    isOptOut &&
    (mixedWish(decision) ||
      mixedWish(decision.ruled) ||
      Boolean(wish?.isBare && /cancel|ยกเลิก|取消|cancelar/u.test(wish.because)));
  const mayBeStop =
    final.intent !== 'opt_out' && (isDoubted || (!isMachine(final) && !wish && decision.isDoubt));
  const hinted = mayBeStop || (!isOptOut && !isMachine(final) && isHinted);
  const wantsBack = final.intent === 'opt_in' && !wish;
  return answerOf({
    ...signs,
    final,
    decision,
    input,
    own,
    instructions,
    mixed,
    mayBeStop,
    hinted,
    wantsBack,
  });
}

const machineDecision = (kind: string, because: string): Decision | null =>
  kind === 'spam_report'
    ? null
    : { intent: kind as Intent, confidence: 0.97, said: because, rivals: [], topic: null };

// What a machine wrote is nobody's wish.
const isMachine = ({ intent, confidence }: Decision) =>
  ['auto_reply', 'bounce', 'opt_out'].includes(intent) && confidence >= UNSURE;

// "yes, renew it, but stop emailing me": the stop acts, and a person sees to the rest.
const mixedWish = ({ intent, confidence }: Decision) =>
  confidence >= UNSURE &&
  ['accept', 'partial', 'complaint', 'callback', 'already_done', 'later', 'wrong_person'].includes(intent);

const has = (text: string, pattern: string) => Boolean(pattern) && text.search(compiled(pattern, text)) >= 0;

type Found = {
  final: Decision;
  decision: Judged;
  input: TriageInput;
  own: string;
  text: string;
  language: string;
  words: Words;
  instructions: string | null;
  mixed: boolean;
  mayBeStop: boolean;
  hinted: boolean;
  /** Asks for messages again in words that code does not act on. */
  wantsBack: boolean;
};

function answerOf(found: Found): Triage {
  const { final, input, own, text, language, words } = found;
  const entities = readEntities(own, input, final);
  const urgency = urgencyOf(final.intent, text, words);
  const leftCompany = final.intent === 'auto_reply' && found.decision.intent === 'wrong_person';
  const reasons = reasonsForPerson(found);
  return {
    intent: final.intent,
    urgency,
    sentiment: sentimentOf({ intent: final.intent, score: entities.score }, text, words),
    language,
    needsHuman: reasons.length > 0,
    confidence: final.confidence,
    mayBeStop: found.mayBeStop,
    probablyStop: found.mayBeStop && found.decision.isProbablyStop,
    entities,
    ...suggestAnswer(final.intent, { language, topic: final.topic }),
    action: chooseAction({
      intent: final.intent,
      urgency,
      topic: final.topic,
      campaignType: input.campaignType,
      score: entities.score,
      leftCompany,
    }),
    because: [final.said ? `“${final.said.slice(0, 120)}”` : 'no known words', ...reasons].join('; '),
  };
}

function reasonsForPerson({ final, text, instructions, mixed, hinted, wantsBack }: Found): string[] {
  return [
    instructions ? `contains words meant for a machine: “${instructions}”` : '',
    mixed ? 'says more than stop' : '',
    hinted ? 'may be a wish to get no more messages' : '',
    wantsBack ? 'asks to be written to again' : '',
    final.rivals.length && final.confidence < UNSURE ? `could also be ${final.rivals.join(', ')}` : '',
    final.confidence < UNSURE && !final.rivals.length ? 'not sure' : '',
    // A shrug may mean anything, however sure the weights are.
    !final.said && !/[\p{L}\p{N}]/u.test(text) ? 'has no words in it' : '',
    // Its words are a program's, and weigh as if a person had said them.
    /<\/?[a-z][^<>]*>/i.test(text) ? 'holds markup' : '',
    needsJudgement(final.intent) ? 'asks for a person’s judgement' : '',
  ].filter(Boolean);
}

function urgencyOf(intent: Intent, text: string, words: Words): Triage['urgency'] {
  if (intent === 'complaint') return has(text, words.urgent) || has(text, words.angry) ? 'high' : 'normal';
  if (['auto_reply', 'acknowledge', 'survey_answer', 'opt_in'].includes(intent)) return 'low';
  if (['question', 'callback', 'other', 'accept', 'partial'].includes(intent) && has(text, words.urgent))
    return 'high';
  return intent === 'later' ? 'low' : 'normal';
}

type Felt = { intent: Intent; score: number | null };

function sentimentOf({ intent, score }: Felt, text: string, words: Words): Triage['sentiment'] {
  if (score !== null) return score <= DETRACTOR ? 'negative' : score >= PROMOTER ? 'positive' : 'neutral';
  const [glad, sad] = [has(text, words.glad), has(text, words.sad) || has(text, words.angry)];
  if (intent === 'complaint' || (sad && !glad)) return 'negative';
  return glad && !sad ? 'positive' : intent === 'accept' ? 'positive' : 'neutral';
}
