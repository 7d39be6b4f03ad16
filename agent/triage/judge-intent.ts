// What a reply means: the rules read it first, and what was learnt weighs their readings together with the words.
import type { TriageInput } from '../../core/ports.ts';
import type { Reading } from '../../core/replies/reading.ts';
import { type Decision, decideIntent } from './decide-intent.ts';
import { type Features, readFeatures } from './learned/features.ts';
import { type LinearModel, predict, speaksFor } from './learned/linear-model.ts';
import { intentModel } from './learned/models.ts';
import { readEntities } from './read-entities.ts';
import { compiled } from './read-meanings.ts';
import { readSigns, type Signs } from './read-signs.ts';
import { hasQuotes } from './read-stop-signs.ts';
import type { Intent } from './words/words.ts';

export type Judged = Decision & {
  /** The person may ask not to be written to. */
  isDoubt: boolean;
  /** Likelier that than anything else. */
  isProbablyStop: boolean;
  /** What the rules say by themselves. */
  ruled: Decision;
};

// As likely as this a wish to stop acts by itself, the whole of it and what is left without what sounds like one and is
// none (core/replies/find-opt-out.ts `leftToStop`), unless words are quoted. docs/evals.md says how these were chosen.
const SURE_STOP = 0.96;
// As likely as this, both together, it may be one, and is held for a person; so is a sentence that alone is like one.
const MAYBE_STOP = 0.05;
const MAYBE_STOP_ALONE = 0.8;
const SENTENCES = 30;
const OUTRIGHT = 0.9;
const RIVAL = 0.2;

type Judging = {
  isHinted: boolean;
  /** The words that may speak for a stop (core/replies/find-opt-out.ts `leftToStop`). */
  left: string;
  mayBeOptOut: Reading['mayBeOptOut'];
};

export function judgeIntent(
  signs: Signs,
  input: TriageInput,
  { isHinted, left, mayBeOptOut }: Judging,
): Judged {
  const ruled = ruleOn(signs, input);
  // A number that answers a survey is its answer, whatever else the words are like.
  if (input.campaignType === 'survey' && ruled.intent === 'survey_answer')
    return { ...ruled, isDoubt: false, isProbablyStop: false, ruled };
  const model = intentModel();
  const features = readFeatures(replyOf(signs, { input, ruled, isHinted }));
  const shares = predict(model, features);
  const [whole, rest] = [shares[model.labels.indexOf('opt_out')]!, shareOfStop(left, input, isHinted)];
  const isStop = Math.min(whole, rest) >= SURE_STOP && !hasQuotes(signs.text) && !isOfMachine(ruled);
  const isDoubt = (whole + rest) / 2 >= MAYBE_STOP || hasSentenceOfStop(left, input, mayBeOptOut);
  const isProbablyStop = whole === Math.max(...shares);
  const ranked = shares
    .map((share, label) => ({ intent: model.labels[label] as Intent, share, label }))
    .filter(({ intent }) => intent !== 'opt_out' || isStop)
    .sort((a, b) => b.share - a.share);
  const [best, ...others] = ranked as [(typeof ranked)[0], ...typeof ranked];
  return {
    intent: best.intent,
    confidence: Math.round(best.share * 100) / 100,
    said: saidFor(signs, best.intent) ?? decidingWords(model, features, best.label),
    rivals: others.filter(({ share }) => share >= RIVAL).map(({ intent }) => intent),
    topic: ruled.topic,
    ...{ isDoubt, isProbablyStop, ruled },
  };
}

/** Its words are a machine's, as the rules read them: their stops are about something else. */
export const isOfMachine = ({ intent, confidence }: Decision): boolean =>
  ['auto_reply', 'bounce'].includes(intent) && confidence >= OUTRIGHT;

/** How likely what may speak for a stop is one by itself. */
export function shareOfStop(left: string, input: TriageInput, isHinted: boolean): number {
  if (!/[\p{L}\p{Extended_Pictographic}]/u.test(left)) return 0;
  const signs = readSigns(left, input);
  const model = intentModel();
  const shares = predict(
    model,
    readFeatures(replyOf(signs, { input, ruled: ruleOn(signs, input), isHinted })),
  );
  return shares[model.labels.indexOf('opt_out')]!;
}

// A last line under a long letter, which its rest would outweigh.
const hasSentenceOfStop = (left: string, input: TriageInput, mayBeOptOut: Judging['mayBeOptOut']): boolean =>
  left
    .split(/(?<=[.!?。！？;…])\s*|\n+/u)
    .slice(-SENTENCES)
    .some((sentence) => shareOfStop(sentence, input, mayBeOptOut(sentence)) >= MAYBE_STOP_ALONE);

/** What the classifier is given, in training as in use. */
export const replyOf = (
  { text, meanings }: Signs,
  {
    input,
    ruled,
    isHinted,
  }: { input: Pick<TriageInput, 'unitNames' | 'campaignType'>; ruled: Decision; isHinted: boolean },
) => ({
  ...{ text, meanings, ruled, isHinted, campaignType: input.campaignType },
  ...(input.unitNames ? { unitNames: input.unitNames } : {}),
});

export function ruleOn({ text, words, meanings }: Signs, input: TriageInput): Decision {
  const entities = readEntities(text, input);
  const isLimited = Boolean(words.limits) && text.search(compiled(words.limits)) >= 0;
  return decideIntent(meanings, {
    input,
    limits: isLimited || /\b(?:drop|keep|remove|cancel|rest)\b/u.test(text),
    unitsNamed: entities.units.length < (input.unitNames?.length ?? 0) ? entities.units.length : 0,
    score: entities.score,
  });
}

const saidFor = ({ meanings }: Signs, intent: Intent): string | undefined =>
  meanings.find((meaning) => meaning.intent === intent)?.said;

/** The words, three at most and in their order, that spoke most for a label. */
function decidingWords(
  model: LinearModel,
  { words, buckets, values, owners }: Features,
  label: number,
): string {
  const votes = words.map(() => 0);
  owners.forEach((owner, at) => {
    if (owner >= 0) votes[owner] = votes[owner]! + speaksFor(model, buckets[at]!, label) * values[at]!;
  });
  const strongest = votes
    .map((vote, at) => ({ vote, at }))
    .filter(({ vote, at }) => vote > 0 && /\p{L}/u.test(words[at]!))
    .sort((a, b) => b.vote - a.vote)
    .slice(0, 3)
    .sort((a, b) => a.at - b.at);
  return strongest.map(({ at }) => words[at]).join(' … ');
}
