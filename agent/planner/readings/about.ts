// Questions about what can be done here, which are of no customers: by which channels, at what cost, in which languages.
import { joinWords } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import { cutSince } from './desk-since.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { calling, type Reading, saying } from './reading.ts';
import { readWho } from './whom.ts';

const MAY = String.raw`(?:can|could|may|do|would|is\s+it\s+possible\s+to|am\s+i\s+able\s+to)\s+(?:i|we|you)`;
const WAY = String.raw`(?:is\s+there\s+(?:a|any)\s+way\s+to|how\s+(?:can|do|could)\s+(?:i|we)|${MAY}|can\s+it)`;

const answering =
  (text: string) =>
  (frame: Frame): ReturnType<Reading> =>
    saying(frame, text);

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:what|which)\s+(?:channels|ways)\s+(?:do\s+(?:we|you|i)\s+have|${MAY}\s+use|are\s+(?:there|available|connected|possible|set\s+up))(?:\s+here)?|(?:by|on)\s+(?:what|which)\s+channels?\s+${MAY}\s+(?:send|write)`,
    ),
    channels,
  ],
  [
    form(
      String.raw`(?:how\s+much|what)\s+(?:will|would|does|do|is)\s+(?:it|this|that|sending(?:\s+it)?|a\s+(?:campaign|message))\s+(?:cost|going\s+to\s+cost)(?:\s+(?:us|me))?|what(?:'s|\s+is)\s+(?:the|its)\s+(?:cost|price)|how\s+(?:expensive|dear)\s+is\s+(?:it|this|that)`,
    ),
    cost,
  ],
  [
    form(
      String.raw`${WAY}\s+(?:first\s+)?(?:send|get|have|see|try)\s+(?:me\s+)?(?:a|the|one)\s+(?:test|copy|sample|trial)(?:\s+(?:to|for)\s+(?:myself|me|us))?(?:\s+first|\s+before)?|(?:send|give)\s+me\s+a\s+(?:copy|test|sample)(?:\s+(?:of\s+(?:it|this|that)|first))*`,
    ),
    answering(
      'Yes: as soon as there is a draft, say “send a test to you@example.com”, or any address or number of yours. You see the test before it goes, as any message.',
    ),
  ],
  [
    form(
      String.raw`${MAY}\s+(?:send|write|mail)(?:\s+(?:it|this|that|messages?|something))?\s+(?:on|at|over)\s+(?:an?\s+|the\s+)?(?:sundays?|saturdays?|weekends?|holidays?|night|christmas(?:\s+day)?)`,
    ),
    answering(
      'Say when, for instance “on Sunday at 10 their time”. What would reach somebody in their quiet hours or on a holiday waits for the next hour that is allowed where they are; the rules are in the settings.',
    ),
  ],
  [
    form(
      String.raw`(?:(?:${MAY}|please)\s+)?(?:export|download|save|send|e-?mail|give|get|have)(?:\s+me)?\s+(?:it|this|that|them|the\s+(?:list|table|result|customers|audience))(?:\s+(?:as|in|to|into)\s+(?:an?\s+)?(?:excel|csv|xlsx?|spreadsheet|file|table)(?:\s+(?:file|sheet|format))?)|(?:export|download)\s+(?:it|this|that|them|the\s+(?:list|table|result|customers|audience))`,
    ),
    answering(
      'The list on the page has “Export as CSV”, for a spreadsheet. Elsewhere a long list comes as a file by itself.',
    ),
  ],
  [
    form(
      String.raw`(?:do|can)\s+you\s+(?:speak|understand|write|read)\s+(?:in\s+)?(?<language>[a-z]+)|(?:what|which)\s+languages\s+(?:do|can)\s+you\s+(?:speak|understand|write|know|read)(?:\s+in)?`,
    ),
    languages,
  ],
  [
    form(
      String.raw`(?:(?:in\s+)?(?:what|which)\s+languages?)\s+(?:will|does|do|is|are|would)\s+(?:it|they|this|that|the\s+(?:letters?|messages?|campaign|mails?|e-?mails?))\s*(?:be|go(?:\s+out)?|written|sent|come)?(?:\s+(?:in|written|sent|out))*`,
    ),
    answering(
      'Everybody is written to in the language that is recorded of them, else in that of the workspace, where all that the letter says is there in it; the preview shows each, and why. “All in English” changes it.',
    ),
  ],
  [
    form(
      String.raw`(?:(?:how|where)\s+(?:do|can|could|should|must)\s+(?:i|we|you)\s+)?(?:add|upload|import|load|enter|create|put)(?:\s+in)?\s+(?:(?:an?|the|new|my|our|some|another)\s+)*(?:customers?|contacts?|list|file|excel|csv|spreadsheet|data)(?:\s+(?:file|list))?(?:\s*[:,–-].*|\s+(?:called|named)\s.*)?`,
    ),
    answering(
      'On the page, Customers → Import takes a CSV or spreadsheet, shows what it understood and lets you put it right before anything is kept. A new contact of a customer can be told here, too: “the new GM of … is …”.',
    ),
  ],
  [
    form(
      String.raw`(?:(?:please|can\s+you|could\s+you|i\s+want\s+you\s+to)\s+)*(?:make\s+sure|ensure|see\s+to\s+it|take\s+care|is\s+it\s+certain)?(?:\s+that)?\s*(?:nobody|no\s*-?one|no\s+(?:customer|contact|person))\s+(?:ever\s+)?(?:gets?|receives?|is\s+sent)\s+(?:more\s+than\s+)?(?:one|two|three|\d+|too\s+many|a)\s+(?:e-?mails?|mails?|messages?)\s*(?:(?:a|per|each|every|in\s+a)\s+(?:day|week|month))?|how\s+(?:often|many\s+messages)\s+(?:can|may|do|does)\s+(?:we\s+(?:write|send)\s+(?:to\s+)?)?(?:one\s+person|somebody|a\s+customer|a\s+contact|customers?)(?:\s+(?:get|be\s+written\s+to|receive))?(?:\s+a\s+message)?`,
    ),
    answering(
      'How many marketing messages one person gets at most, and in how many days, is set under Settings → Rules; whoever had as many is left out of a campaign, and the approval says so.',
    ),
  ],
  [
    form(
      String.raw`(?:do\s?n['’]?o?t|do\s+not|never)\s+(?:send|write|mail)(?:\s+(?:anything|any\s+messages?|messages?|mails?))?(?:\s+out)?\s+(?:on|at|during|over)\s+(?:public\s+holidays?|holidays?|(?:the\s+)?weekends?|night|songkran|christmas|new\s+year|lunar\s+new\s+year|chinese\s+new\s+year|sundays?)`,
    ),
    answering(
      'What would fall into the quiet hours of where a recipient is waits for the next hour that is allowed, and so it does over public holidays there where the workspace says so: an admin sets both.',
    ),
  ],
  [
    form(
      String.raw`(?:(?:e-?mail|send|forward|give)\s+)(?:it|this|that|them|the\s+(?:list|table|result))\s+to\s+(?:my|our|the)\s+(?:boss|manager|team|colleagues?|director|assistant|sales\s+team)`,
    ),
    answering(
      'I send messages to contacts of customers only. “Export as CSV” on the list makes a file that you can pass on; a colleague with an account here sees the same conversation by its link.',
    ),
  ],
  [
    form(
      String.raw`.*\b(?:\d+|two|three|four|six|ten|a|one)\s+(?:days?|weeks?|months?)\s+before\s+(?:each|every|the|their|a)\s+(?:contract|agreement|subscription)(?:['’]?s)?(?:\s+(?:ends?|expires?|end|expiry|runs?\s+out))?\b.*|.*\b(?:reminder|message|mail|e-?mail|notice|note|letter|it)s?\s+(?:\d+|two|three|four|six|ten|a|one)\s+(?:days?|weeks?|months?)\s+(?:before|ahead\s+of)\s+(?:(?:the|their|its)\s+)?(?:end\s+dates?|contract\s+ends?|expiry(?:\s+dates?)?|renewal\s+dates?|it\s+(?:ends|expires)|they\s+(?:end|expire))\b.*|(?:when|whenever|as\s+soon\s+as|every\s+time|each\s+time)\s+(?:a|the|any|each|somebody['’]?s?|some)\s*(?:contracts?|customers?)\b.*\b(?:left|ends?|expires?|runs?\s+out)\b.*`,
    ),
    everyContract,
  ],
  [
    form(
      String.raw`who\s+(?:has\s+)?(?:approved|signed\s+off|released|rejected|allowed)\s+(?:it|this|that|what|(?:the\s+)?(?:last|latest|previous)\s+(?:one|campaign)|the\s+campaign)`,
    ),
    answering(
      'Who approved what, and when, stands on the campaign’s page and under Approvals; the audit log keeps it for good.',
    ),
  ],
  [
    form(
      String.raw`(?:how\s+many|which|what)\s+(?:e-?mails?|mails?|messages?|sms|texts?)\s+(?:have\s+|were\s+|did\s+)?(?:bounced?|come\s+back|came\s+back|failed?|not\s+delivered|undelivered)(?:\s+.{0,30})?`,
    ),
    answering(
      'What was delivered, came back or failed stands on each campaign’s report: “how did the last campaign do?” tells it in short, and Outbox lists the messages one by one.',
    ),
  ],
  [
    form(
      String.raw`(?:when|what)\s+(?:did|have|was)\s+(?:we|i)\s+(?:last\s+|ever\s+)?(?:write|written|wrote|send|sent|mail(?:ed)?|contact(?:ed)?|message[d]?|tell|told)\s+(?:to\s+)?(?<who>.+?)(?:\s+(?:last|this\s+(?:year|month|week)|so\s+far|lately|recently|already|the\s+last\s+time))?`,
    ),
    history,
  ],
];

export const readAbout: Reading = (frame) => readForms(frame, FORMS);

function channels(frame: Frame): ReturnType<Reading> {
  const own = frame.input.vocabulary.channels.map(({ label }) => label);
  return saying(
    frame,
    own.length > 0
      ? `Here messages can go by ${joinWords(own, 'or')}. Name several in the order in which they are to be tried: “by ${own[0]}, otherwise ${own[1] ?? 'e-mail'}”.`
      : 'No channel is set up here yet: an admin does so in the settings, under Channels.',
  );
}

/** Nothing begins by itself at each contract's end; what comes every week and looks at the days ahead does the same. */
function everyContract(frame: Frame): ReturnType<Reading> {
  const isMessage = /\b(?:send|remind|write|mail|e-?mail|message|reminders?|notify|tell|ping|draft)\b/iu.test(
    frame.sentence,
  );
  return isMessage
    ? saying(
        frame,
        'A campaign does not start by itself at each contract’s end. One that comes again does the same: “every Monday, renewal reminders to all customers expiring within 30 days”. Each time it is asked for approval anew.',
      )
    : null;
}

/** Of a campaign at hand another reading tells. */
function cost(frame: Frame): ReturnType<Reading> {
  if (frame.input.thread.campaign) return null;
  const say =
    'That depends on who gets what: say it, and the card for approval shows the cost before anything goes out. “Dry run” tells it earlier.';
  return saying(frame, say);
}

/** What was sent to somebody, and when: their page has all of it. */
function history(frame: Frame, { who }: Said): ReturnType<Reading> {
  const read = who ? readWho(frame, cutSince(frame, who)?.text ?? who) : null;
  if (!read || 'calls' in read) return read;
  const say =
    'What was sent to each and when, and what came back, stands on their page under “What happened”.';
  return calling(frame, [{ name: 'find_customers', args: { filter: read.filter } }], say);
}

const LANGUAGES = ['English', 'Thai', 'Japanese', 'Chinese', 'German', 'French', 'Spanish', 'Portuguese'];

function languages(frame: Frame, { language }: Said): ReturnType<Reading> {
  const isKnown = LANGUAGES.some((one) => one.toLowerCase() === language?.toLowerCase());
  const known = `English best, and ${joinWords(LANGUAGES.slice(1))}`;
  const lead = language ? (isKnown ? 'Yes. ' : 'No. ') : '';
  return saying(
    frame,
    `${lead}I understand ${known}. Each contact is written to in their own language, where it is one of these.`,
  );
}
