// Sentences of a fixed form, each with what it means.
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';

export type Said = Record<string, string | undefined>;
export type Form = readonly [RegExp, (frame: Frame, said: Said) => Plan | null];

/** A whole sentence, in any capitals. */
export const form = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'iu');

/** The first form that the sentence has, without its courtesies, and of which something can be made. */
export function readForms(frame: Frame, forms: readonly Form[]): Plan | null {
  const text = frame.sentence
    .trim()
    .replace(
      /^(?:(?:and|but|then|ok|okay|please|pls|plz|can you|could you|would you|can we|could we)[\s,]+)+/i,
      '',
    )
    .replace(/[.!?\s]+$/, '')
    .replace(/[,\s]+(?:please|pls|plz)$/i, '');
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    const plan = match && read(frame, match.groups ?? {});
    if (plan) return plan;
  }
  return null;
}
