// A subject or a title of one's own, on those of a draft's channels that show one.
import type { Draft } from '../../../core/campaigns/draft.ts';
import { joinWords } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { onCampaign, saying } from './reading.ts';

type Channel = Frame['input']['vocabulary']['channels'][number];

/** Those of the draft, or all of the workspace where each reader's own is taken. */
const channelsIn = ({ input: { thread, vocabulary } }: Frame): Channel[] => {
  const named = thread.campaign?.draft.channels ?? [];
  if (named.length === 0) return [...vocabulary.channels];
  return named.map((key) => vocabulary.channels.find((one) => one.key === key) ?? { key, label: key });
};

export const channelsOfDraft = (frame: Frame): string[] => channelsIn(frame).map(({ key }) => key);

/** The same words above every message that has a place for them; what was given beside them stays. */
export const subjectWording = (
  frame: Frame,
  { before, subject, body = '' }: { before: Draft['wording']; subject: string; body?: string },
): Draft['wording'] | null => {
  const shown = channelsIn(frame).filter(({ hasSubject }) => hasSubject);
  if (shown.length === 0) return null;
  const given = { subject: subject.slice(0, 200), ...(body ? { body } : {}) };
  return { ...before, ...Object.fromEntries(shown.map(({ key }) => [key, { ...before[key], ...given }])) };
};

export const noSubject = (frame: Frame): Plan =>
  saying(
    frame,
    `Nothing is changed: a message by ${joinWords(
      channelsIn(frame).map(({ label }) => label),
      'or',
    )} has no subject. Its words change by “mention …”, or whole by “text: …”.`,
  );

export function withSubject(frame: Frame, subject: string, body = ''): Plan {
  const before = frame.input.thread.campaign?.draft.wording ?? {};
  const wording = subjectWording(frame, { before, subject, body });
  if (!wording) return noSubject(frame);
  return onCampaign(frame, 'edit_campaign', {
    patch: { wording },
    change: frame.sentence.trim().slice(0, 200),
  });
}
