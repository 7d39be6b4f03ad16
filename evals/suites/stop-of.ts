import type { Triage } from '../../core/ports.ts';

/** What a reading does: it stops by itself, it holds everything until a person has decided, or neither. */
export const stopOf = ({ intent, mayBeStop }: Triage): 'acted' | 'held' | 'none' =>
  intent === 'opt_out' ? 'acted' : mayBeStop ? 'held' : 'none';
