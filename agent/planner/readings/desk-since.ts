// "… this week", "… since Monday" behind a question about replies: how far back it looks.
import { formatDate } from '../../../lib/dates.ts';
import { type Frame, readFrame } from '../frame.ts';

/** A question without its time, and the day since which it asks. */
export type SaidSince = { text: string; since: string | null };

const WHEN =
  /[\s,]+(?:(?<when>today|yesterday|overnight|(?:on|over)\s+the\s+weekend|(?:on\s+)?(?:last\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|this\s+(?:morning|afternoon|week|month|quarter|year)|last\s+(?:night|week|month|quarter|year)|since\s+.{2,30}|(?:in|within|over|during)\s+the\s+(?:last|past)\s+.{2,20}))$/iu;

/** Null where a time is said that has not passed, or is none. */
export function cutSince(frame: Frame, said: string): SaidSince | null {
  const when = WHEN.exec(said);
  if (!when) return { text: said, since: null };
  const since = dayOf(frame, when.groups!.when!);
  return since === null ? null : { text: said.slice(0, when.index), since };
}

export const sinceWords = (since: SaidSince['since']): string | null =>
  since === null ? null : `Since ${formatDate(since)}.`;

const NIGHT: Readonly<Record<string, string>> = {
  overnight: 'since yesterday',
  'last night': 'since yesterday',
  'this morning': 'today',
  'this afternoon': 'today',
  'the weekend': 'last weekend',
};

function dayOf({ input }: Frame, when: string): string | null {
  const plain = when.toLowerCase().replace(/^(?:on|over)\s+/, '');
  // As it is read of what customers did.
  const { scope } = readFrame(`customers who replied ${NIGHT[plain] ?? when}`, input);
  const from = /"from":"(\d{4}-\d{2}-\d{2})"/.exec(JSON.stringify(scope.filter))?.[1];
  return from && from <= input.today ? from : null;
}
