// "which campaigns went out last week?", "what is scheduled for tomorrow?", "cancel whatever goes out on Friday": campaigns by
// when they go out. Nothing is stopped by its time alone: the list is shown, and each is stopped by its name.
import { formatDate } from '../../../lib/dates.ts';
import { type Frame, readFrame } from '../frame.ts';
import { type Direction, resolvePeriod } from '../time/period.ts';
import { readPeriod } from '../time/read-period.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { calling, type Reading } from './reading.ts';

const WHEN = String.raw`(?:\s+(?:out|for|on|in|at|to\s+go|to\s+go\s+out|so\s+far))*\s+(?<when>.{3,40})`;
const WHAT = String.raw`(?:what|which(?:\s+of\s+(?:my|our)\s+campaigns|\s+(?:campaigns?|mailings?|messages?|newsletters?))|what\s+(?:campaigns?|mailings?|messages?))`;
const GONE = String.raw`(?:went|was\s+sent|were\s+sent|has\s+gone|have\s+gone|has\s+been\s+sent|have\s+been\s+sent|(?:did|have)\s+(?:we|i|you)\s+(?:send|sent))`;
const GOING = String.raw`(?:goes|go|is\s+going|are\s+going|will\s+go|will\s+be\s+sent|is\s+(?:scheduled|planned|due)|are\s+(?:scheduled|planned|due)|(?:do|will)\s+(?:we|i)\s+send|is\s+being\s+sent)`;
const CAMPAIGNS = String.raw`(?:all\s+)?(?:the\s+|my\s+|our\s+)?(?:campaigns|mailings)`;

const listing =
  (args: Record<string, unknown>) =>
  (frame: Frame): ReturnType<Reading> =>
    calling(frame, [{ name: 'list_campaigns', args }]);

const FORMS: readonly Form[] = [
  [form(`${WHAT}\\s+${GONE}(?:\\s+out)?`), listing({ isOut: true })],
  [
    form(`${WHAT}\\s+(?:goes|go|is\\s+going|are\\s+going)\\s+out(?:\\s+(?:next|now|at\\s+the\\s+moment))*`),
    (frame) => listing({ from: frame.input.today })(frame),
  ],
  [form(`${WHAT}\\s+${GONE}${WHEN}`), then('past')],
  [form(`${WHAT}\\s+${GOING}${WHEN}`), then('future')],
  [
    form(
      String.raw`(?:is|are)\s+(?:there\s+)?any(?:thing|\s+campaigns?)\s+(?:going|scheduled|planned|due)${WHEN}`,
    ),
    then('future'),
  ],
  [
    form(String.raw`(?:show|list)(?:\s+me)?\s+${CAMPAIGNS}\s+(?:that\s+|which\s+)?(?:${GONE}|sent)${WHEN}`),
    then('past'),
  ],
  [
    form(
      String.raw`(?:show|list)(?:\s+me)?\s+${CAMPAIGNS}\s+(?:that\s+|which\s+)?(?:${GOING}|scheduled|planned|going)${WHEN}`,
    ),
    then('future'),
  ],
  [
    form(
      String.raw`(?:cancel|stop|pause|hold|halt|kill|call\s+off)\s+(?:whatever|everything|anything|all(?:\s+campaigns)?|what)\s+(?:that\s+|which\s+)?(?:${GOING}|going|scheduled|planned)${WHEN}`,
    ),
    then(
      'future',
      'Say which of them: “stop the … campaign”, by its name. “Stop everything” pauses all that is on its way.',
    ),
  ],
];

export const readCampaignsThen: Reading = (frame) => readForms(frame, FORMS);

function then(direction: Direction, more?: string) {
  return (frame: Frame, { when }: Said): ReturnType<Reading> => {
    const days = daysOf(frame, when!, direction);
    if (!days) return null;
    const [from, to] = [days.from ?? '', days.to ?? ''].map((day) => (day ? formatDate(day) : ''));
    const lead = from === to ? `${from}:` : `${from || '…'} to ${to || '…'}:`;
    const args = { ...(direction === 'past' ? { isOut: true } : {}), ...withoutNull(days) };
    return calling(frame, [{ name: 'list_campaigns', args }], [lead, more].filter(Boolean).join(' '));
  };
}

const withoutNull = ({ from, to }: { from: string | null; to: string | null }) => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});

/** Null where it is no time from the first word to the last. */
function daysOf({ input }: Frame, when: string, direction: Direction) {
  const { reader } = readFrame(when.replace(/[\s?.!]+$/u, ''), input);
  const period = reader.tokens.length > 0 ? readPeriod(reader, 0) : null;
  return period?.end === reader.tokens.length
    ? resolvePeriod(period.value, { today: input.today, direction })
    : null;
}
