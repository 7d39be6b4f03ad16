import type { Triage, TriageInput } from '../../core/ports.ts';

/**
 * One reply and how it should be read. `tune` cases may be looked at while rules are written, `held` ones only count.
 * `intent` lists every acceptable reading, the best first; none: not judged. `optOut` null: nothing may be suppressed.
 */
export type TriageCase = {
  id: string;
  origin: 'written';
  split: 'tune' | 'held';
  say: string;
  given?: Partial<Omit<TriageInput, 'text'>>;
  expect: {
    intent: readonly Triage['intent'][];
    action?: Triage['action'];
    urgency?: Triage['urgency'];
    topic?: string;
    language?: string;
    needsHuman?: boolean;
    optOut?: 'all' | 'marketing' | null;
  };
};
