// What rules and weights make of a text. Most replies are one sentence: then all of it, what is left of it to speak for a
// stop and its last sentence are one text, which is read once.
import type { TriageInput } from '../../core/ports.ts';
import { type Decision, decideIntent } from './decide-intent.ts';
import { type Features, readFeatures } from './learned/features.ts';
import { predict } from './learned/linear-model.ts';
import { intentModel } from './learned/models.ts';
import { unitsIn } from './read-entities.ts';
import { compiled } from './read-meanings.ts';
import { scoreOf } from './read-score.ts';
import { inLines, readSigns, type Signs } from './read-signs.ts';

type Weighed = {
  signs: Signs;
  /** What the rules say by themselves. */
  ruled: Decision;
  features: Features;
  /** The probability of each label of the intents. */
  shares: number[];
};
export type Weigh = (said: string, isHinted: boolean) => Weighed;

/** Weighs texts of one message, by what is known around it. */
export function createWeigher(input: TriageInput): Weigh {
  const known = new Map<string, Weighed>();
  return (said, isHinted) => {
    const key = `${isHinted} ${inLines(said)}`;
    const weighed = known.get(key) ?? weigh(said, input, isHinted);
    known.set(key, weighed);
    return weighed;
  };
}

function weigh(said: string, input: TriageInput, isHinted: boolean): Weighed {
  const signs = readSigns(said, input);
  const ruled = ruleOn(signs, input);
  const features = readFeatures(replyOf(signs, { input, ruled, isHinted }));
  return { signs, ruled, features, shares: predict(intentModel(), features) };
}

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
  const { campaignType, unitNames = [] } = input;
  const named = unitsIn(text, unitNames).length;
  const isLimited = Boolean(words.limits) && text.search(compiled(words.limits, text)) >= 0;
  return decideIntent(meanings, {
    input,
    limits: isLimited || /\b(?:drop|keep|remove|cancel|rest)\b/u.test(text),
    unitsNamed: named < unitNames.length ? named : 0,
    score: scoreOf(text, { campaignType }),
  });
}
