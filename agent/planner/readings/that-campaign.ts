// "pause the Hilton campaign", "how did the last newsletter do?", "stop everything": a campaign by its name, its kind, whom it
// is for or when it was made, and all of them at once.
import { formatDate } from '../../../lib/dates.ts';
import { joinWords } from '../../../lib/text.ts';
import { ask } from '../doubt/ask.ts';
import type { Frame } from '../frame.ts';
import { STOP_EVERYTHING } from '../lexicon/stop-everything.ts';
import { LAUNCHED } from '../recognise/campaign.ts';
import type { Plan, PlannedCall } from '../types.ts';
import { type Described, describedCampaigns, type KnownCampaign, standingSo } from './described-campaign.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { calling, type Reading, saying } from './reading.ts';

const WHICH = '(?<which>.+?)';
/** "stop mailing Hilton Pattaya" speaks of somebody, and of no campaign. */
const SOMETHING = String.raw`(?!(?:mailing|messaging|e-?mailing|contacting|writing|bothering)\s)${WHICH}`;
const NOW = String.raw`(?:\s+(?:right\s+)?now|\s+immediately|\s+at\s+once|\s+right\s+away|\s+asap)*`;
const HALT = '(?<verb>cancel|stop|abort|kill|halt|end|terminate|call\\s+off|pause|hold|freeze)';
/** Whatever it is of; "all Hilton campaigns" are some. */
const ANY = String.raw`(?:(?:running|active|current|outgoing|scheduled|ongoing|open|live|planned|single)\s+)?`;
const EVERYTHING = String.raw`(?:everything|all\s+(?:the\s+|our\s+|my\s+)?${ANY}(?:campaigns|messages|sends|sending|mailings|mails)|every\s+${ANY}(?:campaign|message|send)|any(?:thing|\s+messages?|\s+campaigns?))`;
const GOING = String.raw`(?:\s+(?:that|which)(?:\s+(?:is|are)|['’]s)|\s+currently|\s+still|\s+now)*(?:\s+(?:going\s+out|running|on\s+(?:its|the|their)\s+way|being\s+sent|sending|scheduled|active|live))?`;
const RATES =
  '(?:open(?:ing)?|read|click(?:[- ]through)?|reply|response|answer|bounce|delivery|unsubscribe|opt[- ]?out|conversion|failure|complaint)[- ]?(?:rates?|numbers?|figures?|stats|statistics)';
const RESULTS = `(?:results?|report|stats|statistics|numbers|figures|performance|outcome|progress|status|${RATES})`;

const FORMS: readonly Form[] = [
  [form(String.raw`(?:stop|pause|halt|freeze)(?:\s+sending)?\s+${EVERYTHING}${GOING}${NOW}`), everything],
  [
    form(
      String.raw`(?:(?:cancel|hold|abort|kill)\s+${EVERYTHING}${GOING}|(?:do\s?n['’]?o?t|do\s+not|never)\s+send\s+(?:anything|any\s+(?:messages?|campaigns?))(?:\s+(?:at\s+all|any\s?more|from\s+now(?:\s+on)?|to\s+any(?:one|body)))+)${NOW}`,
    ),
    // Beside a draft at hand it may be all of that.
    (frame) => (frame.input.thread.campaign ? null : everything(frame)),
  ],
  [form(String.raw`${HALT}(?:\s+sending(?:\s+out)?)?\s+${SOMETHING}${NOW}`), halt],
  [form(String.raw`put\s+${WHICH}\s+on\s+(?<verb>hold)${NOW}`), halt],
  [
    form(
      String.raw`(?:resume|continue|restart|unpause|go\s+on\s+with|carry\s+on\s+with|release)\s+${WHICH}${NOW}`,
    ),
    resume,
  ],
  [
    form(
      String.raw`how\s+(?:did|does|is|was|has|are|were)\s+${WHICH}\s+(?:been\s+)?(?:do|doing|done|go|going|gone|perform(?:ing|ed)?|work(?:ing|ed)?|fare|received)(?:\s+(?:out|so\s+far|until\s+now|now|today))*`,
    ),
    report,
  ],
  [
    form(
      String.raw`how\s+(?:successful|good)\s+(?:was|is|were)\s+${WHICH}|(?:what\s+(?:came|became)\s+of|report\s+on)\s+${WHICH.replace('which', 'other')}`,
    ),
    report,
  ],
  [
    form(
      String.raw`(?:(?:show|give|send|get|tell)\s+(?:me\s+|us\s+)?|(?:what|how)\s+(?:(?:high|good)\s+)?(?:is|are|was|were)\s+|what['’]s\s+|i\s+(?:want|need)\s+(?:to\s+see\s+)?)?(?:the\s+|a\s+)?${RESULTS}\s+(?:of|for|on|from|about)\s+${WHICH}`,
    ),
    report,
  ],
  [
    form(
      String.raw`how\s+many(?:\s+(?:people|contacts|customers|recipients))?(?:\s+(?:have|has))?\s+(?:opened|read|clicked(?:\s+on)?|looked\s+at)\s+${WHICH}`,
    ),
    report,
  ],
  [
    form(
      String.raw`(?:open|show|show\s+me|(?:go|take\s+me|get)\s+(?:back\s+)?to|bring\s+up|pull\s+up|load)\s+${WHICH}`,
    ),
    open,
  ],
];

export const readThatCampaign: Reading = (frame) =>
  STOP_EVERYTHING.some((all) => all.test(frame.sentence.trim()))
    ? everything(frame)
    : readForms(frame, FORMS);

function everything(frame: Frame): Plan {
  return calling(frame, [{ name: 'pause_everything', args: {} }]);
}

const ON_THEIR_WAY = ['scheduled', 'sending', 'paused'];
const NOT_YET = ['draft', 'waiting'];

function halt(frame: Frame, { which, verb }: Said): Plan | null {
  const found = describedCampaigns(frame, which!);
  if (!found) return null;
  const action = /^(?:pause|hold|freeze)$/iu.test(verb!) ? 'pause' : 'stop';
  const running = standingSo(found, ...ON_THEIR_WAY);
  const waiting = action === 'stop' ? standingSo(found, ...NOT_YET) : [];
  const those = running.length > 0 ? running : waiting;
  if (those.length === 0) return saying(frame, `${noneIs(found)} on its way.`);
  // "all Hilton campaigns"
  if (those.length > 1 && /^(?:all|every|each)\b/iu.test(which!))
    return calling(
      frame,
      those.map(controlled(action)),
      `${joinWords(those.map(({ name }) => `“${name}”`))}:`,
    );
  return one(frame, { those, found, say: (name) => `${action} the campaign "${name}"` }, controlled(action));
}

function resume(frame: Frame, { which }: Said): Plan | null {
  const found = describedCampaigns(frame, which!);
  const those = found ? standingSo(found, 'paused') : [];
  if (!found) return null;
  if (those.length === 0) return saying(frame, `${noneIs(found)} paused.`);
  const plan = one(frame, { those, found, say: (name) => `resume the campaign "${name}"` }, reported);
  return plan.calls[0]?.name === 'report_campaign'
    ? { ...plan, say: `${plan.say} Going on sends again, so it is a button there, not a sentence.` }
    : plan;
}

function report(frame: Frame, { which, other }: Said): Plan | null {
  const found = describedCampaigns(frame, (which ?? other)!);
  if (!found) return null;
  const those = standingSo(found, ...LAUNCHED, 'scheduled');
  if (those.length === 0) return saying(frame, `${noneIs(found)} out yet, so there is nothing to report.`);
  return one(frame, { those, found, say: (name) => `how did the campaign "${name}" do` }, reported);
}

const controlled =
  (action: 'pause' | 'stop') =>
  ({ id }: KnownCampaign) => ({ name: 'control_campaign', args: { campaignId: id, action } });
const opened = ({ id }: KnownCampaign) => ({ name: 'open_campaign', args: { campaignId: id } });
const reported = ({ id }: KnownCampaign) => ({ name: 'report_campaign', args: { campaignId: id } });

/** "open the Hilton campaign": so called, not "show the renewals", which are customers. */
function open(frame: Frame, { which }: Said): Plan | null {
  const found = /\b(?:campaign|draft|mailing|newsletter|blast|mailshot)\b/iu.test(which!)
    ? describedCampaigns(frame, which!)
    : null;
  if (!found || found.campaigns.length === 0) return null;
  return one(
    frame,
    {
      those: standingSo(found, ...LAUNCHED, 'scheduled', ...NOT_YET),
      found,
      say: (name) => `open the campaign "${name}"`,
    },
    opened,
  );
}

const noneIs = ({ words, since }: Described): string =>
  since ? `No campaign that was made since ${formatDate(since)} is` : `No campaign like “${words}” is`;

type Meant = { those: readonly KnownCampaign[]; found: Described; say: (name: string) => string };
const MOST = 5;

/** What is done with the only one, or with the one at hand; else which of them. */
function one(
  frame: Frame,
  { those, found, say }: Meant,
  call: (campaign: KnownCampaign) => PlannedCall,
): Plan {
  const chosen =
    those.length === 1 ? those[0] : those.find(({ id }) => id === frame.input.thread.campaign?.id);
  // Which one it is stands before what became of it; one that is opened is shown.
  const isShown = call(chosen ?? those[0]!).name === 'open_campaign';
  if (chosen) return calling(frame, [call(chosen)], isShown ? null : `The campaign “${chosen.name}”:`);
  const text = `${those.length} campaigns are like “${found.words}”.`;
  if (those.length > MOST || new Set(those.map(({ name }) => name)).size < those.length)
    return calling(
      frame,
      [{ name: 'list_campaigns', args: {} }],
      `${text} Open the one you mean and say it there.`,
    );
  const choices = those.map(({ name }) => ({ label: name, say: say(name) }));
  return ask({ text: `${text} Which one?`, choices }, frame);
}
