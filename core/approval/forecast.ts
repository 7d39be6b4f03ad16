// When messages that are due would leave, if nothing else were sent meanwhile. Pure.
import { setImmediate } from 'node:timers/promises';
import type { LimitLeft } from '../delivery/limits-left.ts';

type Due = {
  at: Date;
  /** When that moment may be written at, in the recipient's own hours. */
  awake(at: Date): Date;
};

/** So many take a few milliseconds; then others get their turn. */
const AT_ONCE = 1000;

/**
 * The moment of each message under moving windows ("1,000 in any day"): what was sent before counts as sent just now, which
 * is the latest that it can be.
 */
export async function forecast(
  due: readonly Due[],
  windows: readonly Omit<LimitLeft, 'left'>[],
  now: Date,
): Promise<Date[]> {
  const wanted = Float64Array.from(due, ({ at }) => at.getTime());
  const order = Uint32Array.from(due.keys()).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const sent: number[] = [];
  const times: Date[] = new Array(due.length);
  for (const place of order) {
    const { at, awake } = due[place]!;
    let moment = at.getTime();
    for (const { perMs, max, used } of windows) {
      // The message that has to be out of the window before this one may go.
      const blocking = sent.length - max;
      if (blocking >= 0) moment = Math.max(moment, sent[blocking]! + perMs);
      else if (sent.length + used >= max) moment = Math.max(moment, now.getTime() + perMs);
    }
    const allowed = moment === at.getTime() ? at : awake(new Date(moment));
    sent.push(Math.max(allowed.getTime(), sent.at(-1) ?? 0));
    times[place] = new Date(sent.at(-1)!);
    if (sent.length % AT_ONCE === 0) await setImmediate();
  }
  return times;
}
