import type { Triage } from '../../../core/ports.ts';

export type Intent = Triage['intent'];

/**
 * One wording: what it means, how surely (2 = says it outright, 1 = leans to it), the pattern, and what it is about.
 * Meaning null takes the words out of sight, because later patterns would misread them.
 */
export type Wording = readonly [meaning: Intent | null, strength: 1 | 2, pattern: string, topic?: string];

/** One language's words for triage. The order of the wordings matters: what one has read, later ones do not see. */
export type Words = {
  language: string;
  /** Without spaces between words, patterns meet the text with its spaces taken out. */
  hasSpaces: boolean;
  wordings: readonly Wording[];
  urgent: string;
  angry: string;
  glad: string;
  sad: string;
  /** "but", "only", "except": turns a yes into part of a yes. */
  limits: string;
};
