import { type Frame, readFrame } from '../frame.ts';
import type { PlannerInput } from '../types.ts';

const readBefore = new WeakMap<PlannerInput, Map<string, Frame>>();

/**
 * A brief reads the same words as a statement, as whom it means, and with the terms of an offer or without: of one `input`
 * once.
 */
export function frameOf(text: string, input: PlannerInput): Frame {
  const before = readBefore.get(input) ?? new Map<string, Frame>();
  const frame = before.get(text) ?? readFrame(text, input);
  readBefore.set(input, before.set(text, frame));
  return frame;
}
