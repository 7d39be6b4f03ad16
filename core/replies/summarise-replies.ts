import { joinWords, plural } from '../../lib/text.ts';
import type { Filter } from '../audience/filter.ts';
import type { Ctx } from '../context.ts';
import type { ChartPart, RepliesPart } from '../parts.ts';
import { type DeskFigures, readDeskFigures } from './desk/desk-figures.ts';
import { repliesPart } from './replies-part.ts';

export type Summary = {
  /** Replies by intent. */
  counts: Record<string, number>;
  urgent: number;
  figures: DeskFigures;
  /** For the person only: names and words of customers are in it. */
  words: string;
  chart: ChartPart;
  replies: RepliesPart;
};

const NAMED = 4;
const WORDS: Record<string, string> = {
  accept: 'said yes',
  partial: 'want part of it',
  decline: 'said no',
  later: 'want to decide later',
  question: 'asked something',
  complaint: 'complained',
  callback: 'want a call',
  opt_out: 'asked for no more messages',
  probable_stop: 'probably asked for no more messages (held until somebody decides)',
  opt_in: 'asked for messages again',
  wrong_person: 'are not the right person',
  already_done: 'have done it already',
  survey_answer: 'answered the survey',
  acknowledge: 'said thanks',
  auto_reply: 'were automatic',
  bounce: 'could not be delivered',
  other: 'are something else',
};

/**
 * What a part of the customers answered: counts for a mind, and sentences with names, made from the rows by code, for
 * the person. `days` back, or `since` a moment; without them everything.
 */
export async function summariseReplies(
  ctx: Ctx,
  query: {
    filter?: Filter | undefined;
    campaignId?: string | undefined;
    days?: number | undefined;
    since?: Date | undefined;
  },
): Promise<Summary> {
  const { days, ...rest } = query;
  const since = days === undefined ? rest.since : new Date(ctx.now.getTime() - days * 86_400_000);
  const part = await repliesPart(ctx, { ...rest, since, limit: 1000 });
  const byIntent = Map.groupBy(part.replies, ({ intent }) => intent ?? 'unread');
  const sorted = [...byIntent].sort((a, b) => b[1].length - a[1].length);
  const urgent = part.replies.filter(({ urgency }) => urgency === 'high').length;
  const lines = sorted.map(
    ([intent, all]) => `${all.length} ${WORDS[intent] ?? 'are not read yet'}: ${namesOf(all)}`,
  );
  const head = `${plural(part.replies.length, 'reply', 'replies')}${urgent > 0 ? `, ${urgent} urgent` : ''}.`;
  return {
    counts: Object.fromEntries(sorted.map(([intent, all]) => [intent, all.length])),
    urgent,
    figures: await readDeskFigures(ctx),
    words: [head, ...lines].join('\n'),
    chart: {
      kind: 'chart',
      title: 'Replies by intent',
      unit: 'replies',
      bars: sorted.map(([intent, all]) => ({ label: intent.replaceAll('_', ' '), value: all.length })),
    },
    replies: { ...part, replies: part.replies.slice(0, 100) },
  };
}

function namesOf(all: RepliesPart['replies']): string {
  const names = [...new Set(all.map(({ customer, contact }) => customer ?? contact ?? 'somebody unknown'))];
  const more = names.length - NAMED;
  return more > 1 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : joinWords(names);
}
