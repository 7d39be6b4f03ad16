// Whom a question of a fixed form is about: the list in hand, a segment by its name alone, or conditions.
import type { Filter } from '../../../core/audience/filter.ts';
import { fold } from '../../../lib/text.ts';
import { doubtsOf } from '../doubts.ts';
import { type Frame, readFrame } from '../frame.ts';
import { filterInHand } from '../thread/filter-in-hand.ts';
import type { Plan } from '../types.ts';
import { saying } from './reading.ts';

/** As the source of an expression. */
export const THEM = String.raw`(?:them|these|those|they|it|this|that)(?:\s+(?:list|audience|customers|people|ones|lot|group|campaign))?|the\s+(?:list|audience|campaign)`;
export const IS_THEM = new RegExp(`^(?:all\\s+(?:of\\s+)?)?(?:${THEM}|both|the\\s+two)$`, 'iu');

/** The list in hand: as a filter, or as the campaign's. */
export function inHand({ input: { thread } }: Frame): { filter: Filter } | { campaignId: string } | null {
  if (thread.lastFilter) return { filter: thread.lastFilter };
  return thread.campaign && { campaignId: thread.campaign.id };
}

export const nobodyYet = (frame: Frame): Plan =>
  saying(
    frame,
    `There is no list here yet. Say whom you mean, for instance “what is the reach of ${exampleOf(frame)}?”.`,
  );

/** Somebody this workspace has. */
export function exampleOf({ input: { vocabulary } }: Frame): string {
  const city = vocabulary.values.city?.[0];
  return city ? `customers in ${city}` : 'all customers';
}

/** Whom some words mean: the list in hand, a segment by its name alone, or conditions; or what must be asked first. */
export function readWho(frame: Frame, said: string): { filter: Filter } | Plan | null {
  if (IS_THEM.test(said)) {
    const filter = filterInHand(frame);
    return filter ? { filter } : nobodyYet(frame);
  }
  const segment = segmentNamed(frame, said);
  if (segment) return { filter: { op: 'in', field: 'segment', values: [segment.id] } };
  const asked = readFrame(`show ${said}`, frame.input);
  if (asked.scope.isEmpty && !asked.isEverybody) return null;
  return doubtsOf(asked) ?? { filter: asked.scope.filter };
}

/** A saved audience by its name alone. */
export const segmentNamed = ({ input }: Frame, said: string) =>
  input.vocabulary.segments.find(({ name }) => bareName(name) === bareName(said));

const bareName = (text: string): string =>
  fold(text).replace(/^(?:(?:the|our|my|segments?) )+|(?: segments?)+$/g, '');

/** Channels by their key or label. */
export function channelsIn(frame: Frame, said: string | undefined): { channels: string[] } | object | null {
  if (!said) return {};
  const words = ` ${fold(said)} `;
  const channels = frame.input.vocabulary.channels
    .filter(({ key, label }) => [key, label].some((name) => words.includes(` ${fold(name)} `)))
    .map(({ key }) => key);
  const asked = frame.channels.length > 0 ? frame.channels : channels;
  return asked.length > 0 ? { channels: asked } : null;
}
