import type { VariantReport } from '../../../core/reports/report-variants.ts';
import type { Comparison } from '../../../core/statistics/compare-campaigns.ts';
import { joinWords, plural } from '../../../lib/text.ts';
import type { CallResult } from '../types.ts';
import { sayVariants } from './say-variants.ts';

const STATUS: Record<string, string> = {
  draft: 'It is a draft: nothing has gone out',
  waiting: 'It waits for approval: nothing has gone out',
  scheduled: 'It is scheduled',
  sending: 'It is going out',
  paused: 'It is paused: what was not handed over stays back',
  stopped: 'It is stopped for good: what was not handed over stays back',
  done: 'It is done',
};

const COUNTS = ['submitted', 'delivered', 'read', 'failed', 'dropped', 'unknown', 'queued', 'replied'];

/** "It is going out: 12 of 20 submitted, 9 delivered, 1 failed (bounced)." */
export function sayProgress({ forModel, name, args }: CallResult): string {
  const status = STATUS[String(forModel.status)] ?? 'This is how it stands';
  const counts = COUNTS.filter((key) => Number(forModel[key] ?? 0) > 0).map(
    (key) => `${Number(forModel[key]).toLocaleString('en')} ${key}`,
  );
  const targeted = Number(forModel.targeted ?? 0);
  const said = counts.length > 0 ? `: of ${plural(targeted, 'recipient')} ${joinWords(counts)}.` : '.';
  const reasons = Object.entries((forModel.reasons ?? {}) as Record<string, number>).map(
    ([reason, many]) => `${many} ${reason}`,
  );
  const unknown =
    Number(forModel.unknown ?? 0) > 0
      ? ' What is unknown may or may not have gone out, and is not sent again by itself.'
      : '';
  const after =
    name === 'control_campaign' && args.action === 'pause' ? ' Going on is a button on the campaign.' : '';
  const survey = saySurvey(forModel.survey as Record<string, number | null> | undefined);
  const variants = sayVariants(forModel.variants as VariantReport | undefined);
  return `${status}${said}${reasons.length > 0 ? ` Reasons: ${joinWords(reasons)}.` : ''}${survey}${variants}${unknown}${after}`;
}

export type Compared = Pick<Comparison, 'by' | 'isAhead'> & {
  campaigns: Omit<Comparison['campaigns'][number], 'name'>[];
};

/** "Of 5 campaigns that went out the first was answered by 24 % of 120 (17–32 %) …" */
export function sayCompared({ by, campaigns, isAhead }: Compared): string {
  const [first, second] = campaigns;
  if (!first) return 'No campaign has gone out yet, so there is nothing to compare.';
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const of = `${percent(first.share)} of ${first.of.toLocaleString('en')} messages (${Math.round(first.low * 100)}–${percent(first.high)} with 95 % confidence)`;
  const head = `Of ${plural(campaigns.length, 'campaign')} that went out the first has ${DID[by]} ${of}.`;
  if (!second) return head;
  return `${head} ${isAhead ? 'That is ahead of the next by more than chance.' : `The next has ${percent(second.share)}: the difference may be chance.`}`;
}

const DID = { replied: 'answers to', read: 'readers of', delivered: 'delivered', failed: 'failures of' };

export const sayPaused = ({ paused }: Record<string, unknown>): string =>
  Number(paused) === 0
    ? 'Nothing is on its way: no campaign is scheduled or going out.'
    : `${plural(Number(paused), 'campaign')} paused: what was not handed over stays back. Going on is a button on each campaign; to end one for good, say “stop” in it.`;

// Below it the range spans half of the scale.
const FEW = 30;

/** " The net promoter score of 12 answers is 42, between 3 and 71 with 95 % confidence." */
function saySurvey(survey: Record<string, number | null> | undefined): string {
  if (!survey) return '';
  if (survey.score === null) return ' Nobody has answered with a number yet.';
  const { answers, score, low, high } = survey;
  return ` The net promoter score of ${plural(Number(answers), 'answer')} is ${score}, between ${low} and ${high} with 95 % confidence.${Number(answers) < FEW ? ' With so few answers only the range counts, not the score.' : ''}`;
}

export function sayReplies({ forModel, args }: CallResult): string {
  const counts = Object.entries(
    (forModel.byIntent ?? forModel.counts ?? {}) as Record<string, number>,
  ).filter(([, many]) => many > 0);
  const shown = Number(forModel.shown ?? counts.reduce((sum, [, many]) => sum + many, 0));
  const all =
    counts.length > 0
      ? ` By intent: ${joinWords(counts.map(([intent, many]) => `${many} ${intent.replaceAll('_', ' ')}`))}.`
      : '';
  const asked = typeof args.intent === 'string' ? ` with the intent ${args.intent.replaceAll('_', ' ')}` : '';
  const kind = args.intent === undefined && typeof args.urgency === 'string' ? 'urgent ' : '';
  return shown === 0
    ? `There are no ${kind}replies${asked}${args.campaignId ? ' to this campaign' : ''}.${all}`
    : `${plural(shown, `${kind}reply`, `${kind}replies`)}${asked}.${all}`;
}

export function sayCampaigns({ campaigns, count }: Record<string, unknown>): string {
  const list = Array.isArray(campaigns) ? (campaigns as { status?: string }[]) : [];
  const total = Number(count ?? list.length);
  if (total === 0) return 'There are no such campaigns.';
  const byStatus = Object.entries(Object.groupBy(list, ({ status }) => status ?? 'other')).map(
    ([status, some]) => `${some?.length ?? 0} ${status}`,
  );
  return `${plural(total, 'campaign')}${byStatus.length > 0 ? `: ${joinWords(byStatus)}` : ''}.`;
}

export function sayExplained({ isIn, because }: Record<string, unknown>): string {
  const reasons = Array.isArray(because) ? because.map(String) : [];
  return `${isIn ? 'It is in' : 'It is not in'}${reasons.length > 0 ? `, because ${joinWords(reasons)}` : ''}.`.replace(
    /\.\.$/,
    '.',
  );
}

export function sayClassified({
  intent,
  urgency,
  sentiment,
  action,
  language,
}: Record<string, unknown>): string {
  return `I read it as ${String(intent).replaceAll('_', ' ')}: urgency ${String(urgency)}, sentiment ${String(sentiment)}, language ${String(language)}; suggested action: ${String(action).replaceAll('_', ' ')}. Nothing was stored.`;
}
