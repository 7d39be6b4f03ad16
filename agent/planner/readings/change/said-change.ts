// What one part of a sentence says has changed: steps as `propose_change` takes them.
import type { Frame } from '../../frame.ts';

export type Step = { do: string } & Record<string, unknown>;
/** `customer` where the part itself names it. */
export type SaidChange = { steps: Step[]; customer?: string | undefined };
type Said = Record<string, string | undefined>;
/** Null where the words do not say it after all. */
export type Read = (said: Said, frame: Frame) => SaidChange | null;
export type Form = readonly [RegExp, Read];

/** Duplicate names are allowed in alternatives of one form. */
export const form = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`, 'iu');
/** Names of people are told from other words by their capitals. */
export const strict = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`, 'u');

export const CUSTOMER = '(?<customer>.+?)';
/** A date, a number, a name: whatever stands there. */
export const VALUE = `["“'‘]?(?<value>.+?)["”'’]?`;

/** The first form that fits and whose customer is one. */
export function firstOf(
  forms: readonly Form[],
  part: string,
  { frame, resolve }: { frame: Frame; resolve: (change: SaidChange) => SaidChange | null },
): SaidChange | null {
  for (const [pattern, read] of forms) {
    const said = pattern.exec(part)?.groups;
    const change = said && read(said, frame);
    const found = change && resolve(change);
    if (found) return found;
  }
  return null;
}
