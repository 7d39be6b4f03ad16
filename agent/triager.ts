// The embedded triager: rules over small word files, no network. The opt-out is read by the same code that acts on it.
import type { Triage, TriageInput, Triager } from '../core/ports.ts';
import type { Reading } from '../core/replies/reading.ts';
import { plainText } from '../lib/text.ts';
import { suggestAnswer } from './triage/answers.ts';
import { chooseAction, needsJudgement } from './triage/choose-action.ts';
import { type Decision, decideIntent } from './triage/decide-intent.ts';
import { hideInstructions } from './triage/hide-instructions.ts';
import { readEntities } from './triage/read-entities.ts';
import { readLanguage } from './triage/read-language.ts';
import { compiled, readMeanings } from './triage/read-meanings.ts';
import { ja, th, zh } from './triage/words/asia.ts';
import { de, fr } from './triage/words/de-fr.ts';
import { en } from './triage/words/en.ts';
import { es, pt } from './triage/words/es-pt.ts';
import type { Intent, Words } from './triage/words/words.ts';

const ALL = [en, th, ja, zh, de, fr, es, pt] as const;
const UNSURE = 0.6;

/** `reading` is core's (core/replies/reading.ts): quotes and signatures off, machine mail, opt-outs. */
export function createTriager(reading: Reading): Triager {
  return { triage: async (input) => triage(input, reading) };
}

function triage(input: TriageInput, { findOptOut, mayBeOptOut, ownWords, readMailKind }: Reading): Triage {
  const own = ownWords(input.text, input.channel) || (input.headers?.subject ?? '');
  const { text: said, found: instructions } = hideInstructions(own);
  const text = plainText(said).replace(/([.!?。！？])\s+/gu, '$1\n');
  const language = readLanguage(text, ALL, input.contactLanguage);
  const mail = readMailKind(input.headers);
  const { decision, words } = decide(text, language, input);
  const wish =
    mail?.kind === 'bounce'
      ? null
      : findOptOut({ text: own, language: input.contactLanguage, subject: input.headers?.subject });
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
    (mixedWish(decision) || Boolean(wish?.isBare && /cancel|ยกเลิก|取消|cancelar/u.test(wish.because)));
  const hinted = !isOptOut && !machine && mayBeOptOut(said);
  return answerOf({ final, decision, input, own, text, language, words, instructions, mixed, hinted });
}

const machineDecision = (kind: string, because: string): Decision | null =>
  kind === 'spam_report'
    ? null
    : { intent: kind as Intent, confidence: 0.97, said: because, rivals: [], topic: null };

// "yes, renew it, but stop emailing me": the stop acts, and a person sees to the rest.
const mixedWish = ({ intent }: Decision) =>
  ['accept', 'partial', 'complaint', 'callback', 'already_done', 'later', 'wrong_person'].includes(intent);

function decide(text: string, language: string, input: TriageInput): { decision: Decision; words: Words } {
  const base = language.split('-')[0];
  const words = ALL.find((one) => one.language === base) ?? en;
  // Customers mix: what is left after their own language is read once more as English.
  const first = readMeanings(text, words);
  const second = words === en || !words.hasSpaces ? { meanings: [] } : readMeanings(first.rest, en);
  const other =
    /\p{Script=Latin}{2}/u.test(text) && !words.hasSpaces ? readMeanings(text, en) : { meanings: [] };
  const weaker = [...second.meanings, ...other.meanings].filter(
    ({ intent }) => !first.meanings.some((one) => one.intent === intent),
  );
  const meanings = [
    ...first.meanings,
    ...weaker.map((one) => ({ ...one, strength: first.meanings.length ? (1 as const) : one.strength })),
  ];
  const entities = readEntities(text, input, null);
  const decision = decideIntent(meanings, {
    input,
    limits: has(text, words.limits) || /\b(?:drop|keep|remove|cancel|rest)\b/u.test(text),
    unitsNamed: entities.units.length < (input.unitNames?.length ?? 0) ? entities.units.length : 0,
    score: entities.score,
  });
  return { decision, words };
}

const has = (text: string, pattern: string) => Boolean(pattern) && text.search(compiled(pattern)) >= 0;

type Found = {
  final: Decision;
  decision: Decision;
  input: TriageInput;
  own: string;
  text: string;
  language: string;
  words: Words;
  instructions: string | null;
  mixed: boolean;
  hinted: boolean;
};

function answerOf(found: Found): Triage {
  const { final, input, own, text, language, words } = found;
  const entities = readEntities(own, input, final.topic);
  const urgency = urgencyOf(final.intent, text, words);
  const leftCompany = final.intent === 'auto_reply' && found.decision.intent === 'wrong_person';
  const reasons = reasonsForPerson(found);
  return {
    intent: final.intent,
    urgency,
    sentiment: sentimentOf(final.intent, text, words),
    language,
    needsHuman: reasons.length > 0,
    confidence: final.confidence,
    entities,
    answer: suggestAnswer(final.intent, { language, topic: final.topic }),
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

function reasonsForPerson({ final, instructions, mixed, hinted, decision }: Found): string[] {
  return [
    instructions ? `contains words meant for a machine: “${instructions}”` : '',
    mixed ? `says more than stop (${decision.intent})` : '',
    hinted ? 'may be a wish to get no more messages' : '',
    final.rivals.length && final.confidence < UNSURE ? `could also be ${final.rivals.join(', ')}` : '',
    final.confidence < UNSURE && !final.rivals.length ? 'not sure' : '',
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

function sentimentOf(intent: Intent, text: string, words: Words): Triage['sentiment'] {
  const [glad, sad] = [has(text, words.glad), has(text, words.sad) || has(text, words.angry)];
  if (intent === 'complaint' || (sad && !glad)) return 'negative';
  return glad && !sad ? 'positive' : intent === 'accept' ? 'positive' : 'neutral';
}
