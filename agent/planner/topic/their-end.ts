// "tell the Hiltons that their contracts end next month": told to others it would be untrue, so that it says who gets it.
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';
import type { Opening } from './opening.ts';
import { isStop } from './stop.ts';

/** Whether what would be the topic is nothing but when the readers' own contracts end. */
export function tellsTheirEnd(reader: Reader, opening: Opening): boolean {
  const { tokens } = reader;
  const stop = tokens.findIndex((token, at) => at > opening.start && isStop(token));
  const told = tokens.slice(opening.start, stop < 0 ? tokens.length : stop);
  if (!told.slice(0, 2).some(({ word }) => THEIR.has(word))) return false;
  const items = readItems({ ...reader, tokens: told });
  return (
    items.some((item) => item.kind === 'dated' && item.field === 'contract_end' && item.period !== null) &&
    items.every(({ kind }) => kind !== 'unknown' && kind !== 'ambiguous')
  );
}

const THEIR = new Set(['their', 'they', 'its', 'his', 'her', 'your', 'theirs']);
