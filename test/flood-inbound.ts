// What comes back under the worst of circumstances: told several times, out of order, while the process that takes it
// in dies before or after it has kept something.
import type { Within } from '../core/context.ts';

export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A process that dies in the middle: of some transactions nothing is kept, others are kept and nobody hears of it.
 * `share` of each.
 */
export const dyingWithin =
  (within: Within, { random, share }: { random: Random; share: number }): Within =>
  async (tenantId, actor, work) => {
    const fate = random();
    const done = await within(tenantId, actor, async (ctx) => {
      const result = await work(ctx);
      if (fate < share) throw new Error('died before it was kept');
      return result;
    });
    if (fate > 1 - share) throw new Error('died after it was kept');
    return done;
  };

export const TEXTS = [
  'Yes, please renew all of them',
  'How much would it be for two zones?',
  'STOP',
  'ขอบคุณค่ะ',
  'Wir kündigen zum Jahresende',
  'Call me tomorrow at 10',
  'Je ne suis plus responsable, écrivez à Anne',
];

/** Each message one to three times, and all of them out of order. */
export function deliveriesOf(count: number, random: Random): { at: number; from: string; text: string }[] {
  const told = Array.from({ length: count }, (_, at) => ({
    at,
    from: `+6681${String(at % Math.ceil(count / 3)).padStart(7, '0')}`,
    text: TEXTS[at % TEXTS.length]!,
  })).flatMap((one) => Array.from({ length: 1 + Math.floor(random() * 3) }, () => one));
  for (let at = told.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [told[at], told[other]] = [told[other]!, told[at]!];
  }
  return told;
}
