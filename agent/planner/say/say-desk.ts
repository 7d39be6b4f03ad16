import { joinWords, plural } from '../../../lib/text.ts';

/** What became of an answer to one person. */
export function sayAnswer({ status, asked, matching }: Record<string, unknown>): string {
  if (asked) return matching === 0 ? 'I found nobody of that name who wrote.' : 'Say whom you mean.';
  switch (status) {
    case 'approved':
      return 'The answer is approved and on its way.';
    case 'rejected':
      return 'The answer was rejected, so nothing goes out.';
    case undefined:
      return 'This is the answer as it would go out. Nothing leaves before you approve it.';
    default:
      return 'The request no longer holds, and nothing went out.';
  }
}

export function saySummary({ byIntent, urgent, desk }: Record<string, unknown>): string {
  const counts = Object.entries((byIntent ?? {}) as Record<string, number>);
  const total = counts.reduce((sum, [, many]) => sum + many, 0);
  const { waiting = 0, waitingOverADay = 0 } = (desk ?? {}) as Record<string, number>;
  const late = waitingOverADay > 0 ? `, ${waitingOverADay} of them for more than a day` : '';
  const waits =
    waiting > 0 ? ` At the desk ${plural(waiting, 'person waits', 'people wait')} for an answer${late}.` : '';
  if (total === 0) return `Nobody has answered.${waits}`;
  const words = joinWords(counts.map(([intent, many]) => `${many} ${intent.replaceAll('_', ' ')}`));
  return `${plural(total, 'reply', 'replies')}: ${words}.${Number(urgent) > 0 ? ` ${urgent} urgent.` : ''}${waits}`;
}
