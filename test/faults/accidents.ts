// What can go wrong, seed by seed: who is struck, where, and at which message or transaction.
import { createRandom } from '../../db/seed/random.ts';
import { POINTS, type Point } from './kill-points.ts';
import { SINK_POINTS } from './sink-faults.ts';

/** `queue`: the Redis that wakes the workers. */
export const VICTIMS = ['sender', 'postgres', 'provider', 'queue'] as const;
export type Victim = (typeof VICTIMS)[number];
export type Accident = {
  victim: Victim;
  /** The queue is killed, and comes back empty, or is emptied. */
  how: 'killed' | 'emptied' | 'faulty';
  point: Point | (typeof SINK_POINTS)[number];
  nth: number;
};

export const MESSAGES = 6;
// The beginning, expired approvals, a claim, three that record one batch and claim the next, the end.
const TRANSACTIONS = 7;

const killed = (victim: Victim) => POINTS.map((point) => ({ victim, how: 'killed' as const, point }));
const KINDS: Omit<Accident, 'nth'>[] = [
  ...killed('sender'),
  ...killed('postgres'),
  ...killed('provider'),
  ...SINK_POINTS.map((point) => ({ victim: 'provider' as const, how: 'faulty' as const, point })),
  ...killed('queue'),
  ...POINTS.map((point) => ({ victim: 'queue' as const, how: 'emptied' as const, point })),
];

/** Every point of every victim in turn. */
export function accidentOf(seed: number): Accident {
  const kind = KINDS[seed % KINDS.length]!;
  const isOfTransactions = ['begin', 'commit', 'committed'].includes(kind.point);
  return { ...kind, nth: createRandom(seed).int(1, isOfTransactions ? TRANSACTIONS : MESSAGES) };
}
