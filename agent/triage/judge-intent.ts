// What a reply means: the rules read it first, and what was learnt weighs their readings together with the words.
import type { Reading } from '../../core/replies/reading.ts';
import type { Decision } from './decide-intent.ts';
import type { Features } from './learned/features.ts';
import { type LinearModel, speaksFor } from './learned/linear-model.ts';
import { intentModel } from './learned/models.ts';
import type { Signs } from './read-signs.ts';
import { hasQuotes } from './read-stop-signs.ts';
import type { Weigh } from './weigh.ts';
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
  campaignType: string | undefined;
  isHinted: boolean;
  /** The words that may speak for a stop (core/replies/find-opt-out.ts `leftToStop`). */
  left: string;
  mayBeOptOut: Reading['mayBeOptOut'];
};

export function judgeIntent(
  said: string,
  weigh: Weigh,
  { campaignType, isHinted, left, mayBeOptOut }: Judging,
): Judged {
  const { signs, ruled, features, shares } = weigh(said, isHinted);
  // A number that answers a survey is its answer, whatever else the words are like.
  if (campaignType === 'survey' && ruled.intent === 'survey_answer')
    return { ...ruled, isDoubt: false, isProbablyStop: false, ruled };
  const model = intentModel();
  const [whole, rest] = [shares[model.labels.indexOf('opt_out')]!, shareOfStop(left, weigh, isHinted)];
  const isStop = Math.min(whole, rest) >= SURE_STOP && !hasQuotes(signs.text) && !isOfMachine(ruled);
  const isDoubt = (whole + rest) / 2 >= MAYBE_STOP || hasSentenceOfStop(left, weigh, mayBeOptOut);
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
export function shareOfStop(left: string, weigh: Weigh, isHinted: boolean): number {
  if (!/[\p{L}\p{Extended_Pictographic}]/u.test(left)) return 0;
  return weigh(left, isHinted).shares[intentModel().labels.indexOf('opt_out')]!;
}

// A last line under a long letter, which its rest would outweigh.
const hasSentenceOfStop = (left: string, weigh: Weigh, mayBeOptOut: Judging['mayBeOptOut']): boolean =>
  left
    .split(/(?<=[.!?。！？;…])\s*|\n+/u)
    .slice(-SENTENCES)
    .some((sentence) => shareOfStop(sentence, weigh, mayBeOptOut(sentence)) >= MAYBE_STOP_ALONE);

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
