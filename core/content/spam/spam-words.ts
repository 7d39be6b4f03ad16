// What is told of a mail's score: a finding where it is near to spam, a line beside the messages otherwise.
import type { SpamScore } from '../../../lib/spamd.ts';
import { joinWords } from '../../../lib/text.ts';
import type { Finding } from '../verify/finding.ts';
import type { Scored } from './mail-scores.ts';

export type ToldScore = { finding: Finding } | { note: string };

/** Of the points that are spam, how many are told as a warning. */
const NEAR = 0.6;
const NAMED = 4;

/** Said where no filter is set up. */
export const OWN_SIGNS_ONLY =
  'No SpamAssassin is set up here: e-mail is judged by our own few signs of spam alone.';

/** `mail` says which: “the e-mail in German (variant B)”. */
export function tellScore(scored: Scored | null, mail: string): ToldScore {
  if (!scored)
    return warning(`SpamAssassin has not answered yet for ${mail}.`, { repair: 'Look again in a moment.' });
  if ('failed' in scored)
    return warning(`SpamAssassin could not be asked (${scored.failed}): only our own signs of spam count.`, {
      repair: 'Look again in a minute; who runs the installation sees to SPAMD_URL.',
    });
  const { points, threshold, rules } = scored.score;
  const counted = rules.filter(({ points: each }) => each > 0);
  if (points < NEAR * threshold)
    return { note: `SpamAssassin gives ${mail} ${points} points; ${threshold} are spam.` };
  const said = joinWords(
    counted.slice(0, NAMED).map(({ name, points: each, says }) => `${says} (${name}, ${each})`),
  );
  return warning(`SpamAssassin gives ${mail} ${points} points, and ${threshold} are spam: ${said}.`, {
    repair: repairOf(counted),
    ...(/SUBJ/.test(counted[0]?.name ?? '') ? { place: 'subject' } : {}),
  });
}

const warning = (
  message: string,
  { repair, place = 'body' }: Pick<Finding, 'repair'> & Partial<Finding>,
) => ({
  finding: { severity: 'warning', place, message, repair } satisfies Finding,
});

/** By the beginning of a rule's name: what whoever is told of it can do. */
const REPAIRS: readonly [RegExp, string][] = [
  [/CAPS|UPPERCASE/, 'Write it in small letters.'],
  [/EXCL|PLING|QUES/, 'Take single marks, and few of them.'],
  [/IMAGE/, 'Write more text beside the picture, or take a smaller one.'],
  [/MONEY|FREE|MILLION|ADVANCE|CASH|BILLION|DOLLAR/, 'Say plainly what it costs, and promise no money.'],
  [/DRUG|PILL|FUZZY|ERECT|WEIGHT|PORN|SEX/, 'Leave out the words that stand for forbidden wares.'],
  [/^(?:URI|HTTP|NUMERIC|SHORT|T_URI|RCVD_IN_URI)|URL|LINK/, 'Lead to plain addresses of your own.'],
  [
    /^(?:SPF|DKIM|DMARC|RCVD|RDNS|HELO|FREEMAIL|FROM|FORGED|NO_RELAY|DNS|MSGID|DATE|REPLYTO|BAYES|TO_|UNPARSEABLE)/,
    'It is about who sends and not about the words: see to SPF, DKIM and DMARC of the sender’s domain.',
  ],
];
const PLAINLY = 'Say it plainly: mend what is named first.';

const repairOf = (rules: SpamScore['rules']): string =>
  REPAIRS.find(([names]) => names.test(rules[0]?.name ?? ''))?.[1] ?? PLAINLY;
