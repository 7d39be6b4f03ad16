import type { Triage } from '../../core/ports.ts';

/** What a reading does: it stops by itself, it holds everything until a person has decided, or neither. */
export const stopOf = ({ intent, mayBeStop }: Triage): 'acted' | 'held' | 'none' =>
  intent === 'opt_out' ? 'acted' : mayBeStop ? 'held' : 'none';

/** What it is shown as: of one that is held, a stop where that is the likeliest. */
export const shownAs = ({
  intent,
  probablyStop,
}: Triage): { got: Triage['intent']; otherwise?: Triage['intent'] } =>
  probablyStop ? { got: 'opt_out', otherwise: intent } : { got: intent };
