// A brief taken apart: each statement says who, what, when, how or what for. What nothing was made of is kept to be told.
import type { Frame } from '../frame.ts';
import { boundOffer } from '../offer/bound-offer.ts';
import { languageOf } from '../offer/language-of.ts';
import { takeTerms } from '../offer/take-terms.ts';
import type { PlannerInput } from '../types.ts';
import { AHEAD } from './ahead.ts';
import { isOrderText } from './brief-verbs.ts';
import { type CutBrief, cutBrief, statementsOf } from './cut-brief.ts';
import { findWho, type Who } from './find-who.ts';
import { frameOf } from './frame-of.ts';
import { type Budget, readMoney, takeBudget } from './read-budget.ts';
import { type Offer, offerOf, sentenceOf, type Taken, takeOffer } from './read-offer.ts';

export type Statement = {
  text: string;
  frame: Frame;
  /** Null where it names nobody. */
  who: Who | null;
  /** What it is to achieve, whatever else it says. */
  isGoal: boolean;
  /** It says what to do about those whom it names. */
  isOrder: boolean;
};

export type Brief = {
  labelled: CutBrief['labelled'];
  statements: Statement[];
  objective: string | null;
  offer: Offer | null;
  budget: Budget | null;
  /** What of the offer nothing counts. */
  unheld: readonly string[];
};

/** Terms belong to an offer; where none is made they are read as anything else. */
export function readBriefText(text: string, input: PlannerInput): Brief {
  const said = takeTerms(text, input);
  const brief = said.words.length > 0 ? readText(said.rest, input) : null;
  if (!brief?.offer) return readText(text, input);
  const { offer, unheld } = boundOffer(brief.offer, said, input);
  return { ...brief, offer, unheld };
}

function readText(text: string, input: PlannerInput): Brief {
  const currency = input.currency ?? 'THB';
  const { rest, budget } = takeBudget(text, currency);
  const { labelled, statements: said } = cutBrief(rest);
  const goals: string[] = labelled.objective ? [labelled.objective] : [];
  const statements: Statement[] = [];
  let inline: string | null = null;
  for (const one of said) {
    const [withoutGoal, goal] = takeGoal(one);
    if (goal) goals.push(goal);
    const plain = goal ? withoutGoal : one;
    const isNobody = plain !== '' && findWho(frameOf(plain, input)) === null;
    const taken: Taken =
      labelled.offer || inline ? { rest: plain, offer: null } : takeOffer(plain, isNobody && !isWish(plain));
    inline = inline ?? taken.offer;
    for (const left of statementsOf(taken.rest)) statements.push(readStatement(left, input));
  }
  const wishes = goals.length > 0 ? [] : statements.filter(({ isGoal }) => isGoal).map((one) => one.text);
  return {
    labelled,
    statements,
    objective: sentenceOf([...goals, ...wishes].join('; ')),
    offer: offerOf(labelled.offer, { inline, language: languageOf(text) }),
    budget: budget ?? (labelled.budget ? readMoney(labelled.budget, currency) : null),
    unheld: [],
  };
}

// "we lost some gyms last quarter": of whom that is said.
const LOST =
  /\b(?:we|i)(?:[’']ve|\s+have)?\s+(?:recently\s+)?lost\s+(?:some|a few|many|several|a lot of|\d+)?\s*(?<who>[^.,;]+?)(?<when>\s+(?:last|this|in|since|during|over)\s+[^.,;]+)?(?=[.,;]|$)/iu;
// Who left, and who is still there: what is known of them is how their contracts stand.
const STANDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:that|who|which)\s+(?:have\s+|has\s+)?(?:left|quit)(?:\s+us)?\b/giu, 'whose contract lapsed'],
  [
    /\bque\s+(?:se\s+(?:fueron|marcharon|han\s+ido)|nos\s+(?:dejaron|han\s+dejado))\b/giu,
    'cuyo contrato venció',
  ],
  [/\bqui\s+(?:nous\s+ont\s+quittés|sont\s+partis)/giu, 'dont le contrat a expiré'],
  [/\bdie\s+(?:uns\s+verlassen\s+haben|gekündigt\s+haben)\b/giu, 'deren Vertrag abgelaufen ist'],
  [
    /\b(?:people|those|customers|everybody|everyone)\s+who\s+are\s+(?:still\s+)?(?:our\s+)?customers(?:\s+(?:at\s+the\s+moment|now|today|currently))?\b/giu,
    'customers whose contract is active',
  ],
];
const asLapsed = (text: string): string =>
  STANDS.reduce((said, [form, stand]) => said.replace(form, stand), text).replace(
    LOST,
    (_, who: string, when: string | undefined) => `${who} whose contract lapsed${when ?? ''}`,
  );

/** “With one or two zones” is a range. */
const ONE_OR_TWO = /\b(one|two|three|four|1|2|3|4) or (two|three|four|five|2|3|4|5)(\s+\p{L}+s\b)/giu;

/** “Should land next Tuesday around three” */
const ARRIVES =
  /^(?:(?:it|this|they|these)\s+)?(?:should|shall|must|has\s+to|have\s+to|needs?\s+to|can)\s+(?:land|arrive|go\s+out|be\s+(?:sent|there|out)|hit\s+\w+|reach\s+them)\s+/i;

function readStatement(said: string, input: PlannerInput): Statement {
  const text = asLapsed(said)
    .replace(/^(?:start|begin)\s+with\s+(?=those|the\s+ones)/i, '')
    // To be reached is also something that is known of them.
    .replace(/^reach\s+(?=(?:all|every|each|the|our|those)\b)/i, 'target ')
    .replace(ONE_OR_TWO, '$1 to $2$3')
    .replace(ARRIVES, 'send it ')
    .replace(/^(?:start|launch|begin)(?:ing|s)?\s+(?=on|in|at|from|next|tomorrow|\d)/i, 'send it ');
  const frame = frameOf(text.replace(AHEAD, ''), input);
  const [isGoal, isOrder] = [isWish(text) || NUMBER_BY.test(text), isOrderText(text)];
  // "50 answers from all customers": how many of what is wanted restricts nobody.
  const from = isGoal && !isOrder && HOW_MANY.test(text) ? (FROM.exec(text)?.groups?.who ?? '') : null;
  const who = from === null ? findWho(frame) : from === '' ? null : findWho(frameOf(from, input));
  return { text, frame, who, isGoal, isOrder };
}

/** “25 reviews by end of January”, “deadline 31 December” */
const NUMBER_BY =
  /^(?:(?:at\s+least|about|around)\s+)?\d[\d.,]*\s+(?!%)(?:\p{L}+\s+){1,4}(?:by|before|until)\s|^(?:the\s+)?deadline\b/iu;

const GOAL =
  /[,.;]?\s*(?:\b(?:(?:our|the|my)\s+)?(?:goals?|objectives?|aims?)\s+(?:is|are)\s+(?:to\s+)?|\b(?:(?:our|the|my)\s+)?(?:goal|target|aim|objective|kpi)s?\s+(?:of\s+)?(?=\d)|\b(?:unser\s+|das\s+)?Ziel\s+(?:ist|sind)\s+|\b(?:nuestro\s+|el\s+)?objetivo\s+es\s+|\b(?:notre\s+|l[’'])objectif\s+est\s+(?:de\s+|d[’'])?|เป้าหมาย(?:คือ)?\s*|目標は|目标是)(?<said>[^.;\n。]+)[.;。]?/iu;

function takeGoal(statement: string): [string, string | null] {
  const match = GOAL.exec(statement);
  if (!match) return [statement, null];
  return [
    `${statement.slice(0, match.index)} ${statement.slice(match.index + match[0].length)}`.trim(),
    match.groups!.said!,
  ];
}

// "We want 30 of them to switch", "Increase renewals": what for, in words of its own.
const WISH =
  /^(?:(?:we|i)(?:[’']d)?\s+(?:also\s+)?(?:(?:would\s+)?(?:want|like|need|love)|hope|aim|plan|intend|expect)\b|(?:increase|grow|boost|raise|improve|reduce|collect|get\s+more|generate|drive|sign|win\s+\d)\b|(?:wir|ich)\s+(?:möchten?|wollen|will|brauchen|planen)\b|(?:queremos|quiero|necesitamos|nous\s+(?:voulons|souhaitons)|je\s+veux|queremos|precisamos)\b|(?:อยาก|ต้องการ))|(?:たい|ほしい)(?:です)?$/iu;
const isWish = (text: string): boolean => WISH.test(text);

const HOW_MANY =
  /\b(?:want|need|like|sign|win|get|collect|sell|reach|book|expect)\s+(?:to\s+\w+\s+)?(?:at\s+least\s+|about\s+|another\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|more)\b/i;
const FROM = /\b(?:from|among|with|of)\s+(?<who>(?!them\b)[^.;]+)$/i;
