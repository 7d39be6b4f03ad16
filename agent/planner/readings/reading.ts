import { noCampaign } from '../doubt/no-campaign.ts';
import type { Frame } from '../frame.ts';
import { isCue, isWord } from '../items.ts';
import type { Plan, PlannedCall } from '../types.ts';

/** One way to take a sentence; null when it is not meant that way. */
export type Reading = (frame: Frame) => Plan | null;

export const calling = (frame: Frame, calls: PlannedCall[], say: string | null = null): Plan => ({
  calls,
  say,
  unused: [],
  ranges: frame.moments.ranges,
});

export const saying = (frame: Frame, say: string): Plan => calling(frame, [], say);

/** Nothing but the cue itself: no conditions, no channel, no time, no topic. */
export const isBare = ({
  scope,
  type,
  isTypeNamed,
  topic,
  channels,
  notChannels,
  schedule,
  tone,
  roles,
  notRoles,
  address,
}: Frame): boolean =>
  scope.isEmpty &&
  !(type && isTypeNamed) &&
  !topic &&
  channels.length + notChannels.length + roles.length + notRoles.length === 0 &&
  !schedule &&
  !tone &&
  !address;

/** Unknown words beside what rules out, picks or points at some of them: "send it, except to resellers". */
export const mayRestrict = ({ items, unknown }: Frame): boolean =>
  unknown.length > 0 &&
  items.some(
    (item) =>
      isWord(item, 'operators', 'only', 'except', 'exceptAfter', 'without', 'not', 'neither') ||
      isWord(item, 'nouns') ||
      isCue(item, 'drop', 'narrow') ||
      /\b(those|them|these|they|ones|if|unless)$/i.test(item.text),
  );

/** What was said, in English and without its marks. */
export const wordsOf = ({ said }: Frame): string =>
  said
    .filter(({ kind }) => kind !== 'mark')
    .map(({ word }) => word)
    .join(' ');

export const has = (frame: Frame, ...cues: string[]): boolean => cues.some((cue) => frame.cues.has(cue));

/** "which of them are in Bangkok", "for this list" */
export const refersBack = ({ reader: { tokens } }: Frame): boolean =>
  tokens.some(
    ({ word }, at) =>
      ['them', 'those', 'these', 'they', 'ones', 'theirs'].includes(word) ||
      (['this', 'that', 'the'].includes(word) &&
        ['list', 'group', 'lot', 'bunch', 'audience'].includes(tokens[at + 1]?.word ?? '')),
  );

/** One call about the campaign of the thread, or the question what it should be when there is none. */
export function onCampaign(
  frame: Frame,
  name: string,
  args: Record<string, unknown> = {},
  say: string | null = null,
): Plan {
  const { campaign } = frame.input.thread;
  if (!campaign) return noCampaign(frame);
  return calling(frame, [{ name, args: { campaignId: campaign.id, ...args } }], say);
}
