// "thank everybody who answered the survey": which one, where several went out, or none that is known.
import type { Frame } from '../frame.ts';
import { LAUNCHED } from '../recognise/campaign.ts';
import type { Question } from '../types.ts';
import { asWritten, reword } from './ask.ts';

const MOST = 4;

export function unknownCampaign(frame: Frame): Question | null {
  const item = frame.items.find(
    (one) => one.kind === 'unknown' && one.campaign && frame.unknown.some(({ start }) => start === one.start),
  );
  if (item?.kind !== 'unknown' || !item.campaign) return null;
  const { campaign } = item;
  const sent = frame.input.vocabulary.campaigns.filter(({ status }) => LAUNCHED.has(status));
  const said = asWritten(frame, item);
  return {
    text:
      sent.length === 0
        ? `No campaign has gone out yet, so nobody is known of whom “${said}” holds.`
        : `Which campaign is meant by “${said}”?`,
    choices: sent.slice(0, MOST).map(({ name }) => ({
      label: name,
      say: reword(frame, campaign, `the campaign ${name}`),
    })),
  };
}
