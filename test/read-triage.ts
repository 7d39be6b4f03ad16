import type { Triage } from '../core/ports.ts';

/** A reply as a triager that a test stands in for reads it: a question that names nothing, unless it says otherwise. */
export const readTriage = (differing: Partial<Triage> = {}): Triage => ({
  intent: 'question',
  urgency: 'normal',
  sentiment: 'neutral',
  language: 'en',
  needsHuman: false,
  confidence: 0.9,
  mayBeStop: false,
  probablyStop: false,
  entities: {
    units: [],
    unitsToCancel: [],
    dates: [],
    amounts: [],
    phone: null,
    email: null,
    person: null,
    callAt: null,
    score: null,
    topic: null,
  },
  answer: null,
  answerInEnglish: null,
  action: 'none',
  because: 'a test said so',
  ...differing,
});
