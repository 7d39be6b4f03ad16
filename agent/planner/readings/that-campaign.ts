// "cancel the campaign I started this morning": one that is on its way, by when it was made.
import { formatDate, todayIn } from '../../../lib/dates.ts';
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { cutSince } from './desk-since.ts';
import { calling, type Reading, saying } from './reading.ts';

const NOUN = '(?:campaigns?|mailing|blast|send|messages?|reminders?|one|thing)';
const MADE = String.raw`(?:(?:that\s+|which\s+)?(?:i|we)\s+(?:have\s+|had\s+)?(?:just\s+)?(?:started|sent(?:\s+out)?|made|created|launched|scheduled|prepared|set\s+up|began)|from|of)`;
const FORM = new RegExp(
  String.raw`^(?:please\s+|can\s+you\s+|could\s+you\s+)*(?<verb>cancel|stop|abort|kill|halt|end|pause|hold|freeze)\s+(?:what|(?:the|that|my|our)\s+${NOUN})\s+${MADE}$`,
  'iu',
);
const ON_THEIR_WAY = new Set(['scheduled', 'sending', 'paused']);

export const readThatCampaign: Reading = (frame) => {
  const text = frame.sentence.trim().replace(/(?:,?\s+please)?[.?!\s]+$|,?\s+please$/iu, '');
  const said = cutSince(frame, text);
  const verb = said && FORM.exec(said.text)?.groups?.verb;
  return said && verb ? halted(frame, { verb, since: said.since }) : null;
};

function halted(frame: Frame, { verb, since }: { verb: string; since: string | null }): Plan | null {
  const { vocabulary, timeZone } = frame.input;
  const running = vocabulary.campaigns.filter(
    ({ status, createdAt }) =>
      ON_THEIR_WAY.has(status) && (!since || todayIn(new Date(createdAt), timeZone) >= since),
  );
  const action = /^(?:pause|hold|freeze)$/iu.test(verb) ? 'pause' : 'stop';
  const [one, ...others] = running;
  if (one && others.length === 0)
    return calling(frame, [{ name: 'control_campaign', args: { campaignId: one.id, action } }]);
  const time = since ? ` since ${formatDate(since)}` : '';
  if (!one) return saying(frame, `No campaign that was made${time} is on its way.`);
  return calling(
    frame,
    [{ name: 'list_campaigns', args: {} }],
    `${running.length} campaigns that were made${time} are on their way. Open the one you mean and say “${action}”.`,
  );
}
