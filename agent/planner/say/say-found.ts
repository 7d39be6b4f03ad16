import { plural } from '../../../lib/text.ts';

type Summary = Record<string, unknown>;

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** "12 customers match: …; 9 of them can be reached (14 recipients)." and what is not known of them. */
export function sayFound(summary: Summary): string {
  const total = count(summary.total);
  const words = typeof summary.words === 'string' && summary.words ? `: ${summary.words}` : '';
  const head =
    total === 0
      ? `Nobody matches${words}.`
      : `${plural(total, 'customer')} ${total === 1 ? 'matches' : 'match'}${words}.`;
  return inParagraphs(
    [head, sayReach(summary)],
    [...(total === 0 ? notesOf(summary) : []), sayUnknown(summary)],
  );
}

/** What was asked for first; below it, what one should know. */
export const inParagraphs = (said: readonly string[], toKnow: readonly string[]): string =>
  [said, toKnow]
    .map((sentences) => sentences.filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n\n');

export function sayReach(summary: Summary): string {
  const [total, reachable, recipients] = [
    count(summary.total),
    count(summary.reachable),
    count(summary.recipients),
  ];
  if (total === 0) return '';
  const who = plural(recipients, 'recipient');
  const looked = count(summary.estimatedFrom);
  if (looked > 0)
    return `About ${reachable.toLocaleString('en')} can be reached (${who}), told from ${looked} of them.`;
  if (reachable === 0) return ['None of them can be reached.', ...notesOf(summary)].join(' ');
  return reachable === total
    ? `${total === 1 ? 'It' : 'All'} can be reached (${who}).`
    : `${reachable.toLocaleString('en')} can be reached (${who}), ${(total - reachable).toLocaleString('en')} cannot.`;
}

export const notesOf = ({ notes }: Summary): string[] => (Array.isArray(notes) ? notes.map(String) : []);

/** Unknown is not zero: how many could not be judged. */
export function sayUnknown({ unknown }: Summary): string {
  const fields = Object.entries((unknown ?? {}) as Record<string, number>).filter(([, many]) => many > 0);
  if (fields.length === 0) return '';
  const each = fields.map(
    ([label, many]) => `${label.toLowerCase()} is not known for ${plural(many, 'customer')}`,
  );
  return `${each.join('; ').replace(/^./, (letter) => letter.toUpperCase())}, so they are left out.`;
}
