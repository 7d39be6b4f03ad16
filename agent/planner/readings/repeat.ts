// "… every month", "every Monday until March", "a weekly survey": the same campaign again, each time asked for anew. The rest
// of the sentence is read as if it were sent once.
import type { Filter } from '../../../core/audience/filter.ts';
import { addDays, formatDate } from '../../../lib/dates.ts';
import { ask } from '../doubt/ask.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan, PlannerInput } from '../types.ts';
import { hasFixedDates, movingDates } from './moving-dates.ts';
import { calling, type Reading } from './reading.ts';

type Every = 'day' | 'week' | 'month';
type Repeat = { every: Every; until: string | null };
type Said = { rest: string; every: Every | null; until: string | null };

const DAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const UNTIL = String.raw`(?:\s+(?:until|till|up\s+to|through)\s+(?:the\s+end\s+of\s+)?(?<until>[^,.;]{3,24}?))?`;
const END = String.raw`(?=\s*(?:[,.;!?]|$|to\b|for\b|at\b|by\b|about\b|that\b|please\b))`;
/** Other than by the day, the week or the month. */
const UNEVEN = String.raw`(?:every|each)\s+(?:other|second|third|few|two|three|four|six|\d+|quarter|year|weekday|fortnight)(?:\s+(?:days?|weeks?|months?|years?|(?:${DAYS})s?))?|(?:on\s+)?the\s+(?:first|second|third|last)\s+(?:\w+\s+)?of\s+(?:every|each)\s+month|(?:twice|three\s+times)\s+(?:a|per)\s+(?:day|week|month)|fortnightly|biweekly`;
const EVEN = String.raw`(?:on\s+)?(?:every|each)\s+(?:single\s+)?(?<unit>day|week|month|${DAYS})|once\s+(?:a|per|every|each)\s+(?<once>day|week|month)|(?:on\s+a\s+)?(?<adverb>daily|weekly|monthly)(?:\s+basis)?`;
const BEHIND = new RegExp(
  String.raw`(?<=^|[\s,])(?:and\s+)?(?:again\s+|repeat(?:ed|ing)?\s+|(?:repeat|do)\s+(?:it|this|that)\s+(?:again\s+)?)?(?:(?<uneven>${UNEVEN})|${EVEN})${UNTIL}${END}`,
  'iu',
);
/** "a weekly survey", and never "their monthly fee". */
const BEFORE =
  /^(?<lead>(?:please|can|could|you|i|we|want|would|like|to|set|up|create|send|start|prepare|draft|make|schedule|do|plan|run|launch|a|an|our|the|me|us|new|now|\s)*)(?<adjective>daily|weekly|monthly)\s+(?<what>(?:check[- ]?ins?|surveys?|reminders?|newsletters?|updates?|mailings?|campaigns?|messages?|greetings?|follow[- ]?ups?|notes?|e-?mails?|renewal)\b.*)$/isu;
/** "customers who order every week": what they do. */
const THEIRS = /\b(?:who|that|which|whose|they|customers?|them)\s[^,;:]*$/iu;

const UNITS: Readonly<Record<string, Every>> = { daily: 'day', weekly: 'week', monthly: 'month' };

function saidIn(sentence: string): (Said & { untilSaid?: string }) | null {
  const before = BEFORE.exec(sentence)?.groups;
  if (before)
    return {
      rest: `${before.lead}${before.what}`,
      every: UNITS[before.adjective!.toLowerCase()]!,
      until: null,
    };
  const found = BEHIND.exec(sentence);
  if (!found || THEIRS.test(sentence.slice(0, found.index))) return null;
  const { unit = '', once, adverb, uneven, until } = found.groups!;
  const isWeekday = new RegExp(`^(?:${DAYS})$`, 'iu').test(unit);
  const instead = isWeekday ? ` on ${unit} ` : ' ';
  const rest = `${sentence.slice(0, found.index)}${instead}${sentence.slice(found.index + found[0].length)}`;
  const named = (once ?? unit).toLowerCase() as Every;
  const every = uneven ? null : isWeekday ? 'week' : adverb ? UNITS[adverb.toLowerCase()]! : named;
  return {
    rest: rest
      .replace(/\s+/gu, ' ')
      .replace(/ ([,.;!?])/gu, '$1')
      .trim(),
    every,
    until: null,
    ...(until && { untilSaid: until }),
  };
}

const ONCE =
  /^(?:and\s+|no,?\s+|please\s+)*(?:(?:do\s+not|don['’]?t|never|stop)\s+repeat(?:ing)?(?:\s+(?:it|this|that))?|(?:send\s+it\s+|only\s+|just\s+)*once(?:\s+(?:only|is\s+enough))?|no\s+repetitions?)(?:\s*,?\s*please)?[.!]*$/iu;

export const readRepeat =
  (planOf: (sentence: string, input: PlannerInput) => Plan): Reading =>
  (frame) => {
    const { sentence, input } = frame;
    const { campaign } = input.thread;
    if (campaign?.draft.repeat && ONCE.test(sentence.trim())) return edited(frame, { repeat: null });
    const said = saidIn(sentence.trim());
    if (!said) return null;
    const until = said.untilSaid ? lastDay(frame, said.untilSaid) : null;
    if (said.untilSaid && !until) return null;
    const ofIt = campaign && OF_IT.test(said.rest);
    const planned = ofIt ? null : planOf(said.rest, input);
    const draft = planned?.calls.find(({ name }) => name === 'draft_campaign');
    if (!ofIt && !draft) return planned?.question && isRequest(frame) ? planned : null;
    if (said.every === null) return uneven(frame);
    const repeat: Repeat = { every: said.every, until };
    if (ofIt) return edited(frame, { repeat, ...dayFor(frame, planOf(said.rest, input)) });
    const filter = movingDates(draft!.args.filter as Filter, { ranges: planned!.ranges, today: input.today });
    return {
      ...planned!,
      calls: planned!.calls.map((call) => repeated(call, { repeat, filter, frame })),
      say: words(repeat, filter),
    };
  };

/** What is left of a sentence about the campaign at hand: "repeat this", "send it", "on Monday", nothing. */
const OF_IT =
  /^(?:and|then|please|ok(?:ay)?|now|also|[\s,])*(?:(?:repeat|do|send|run|have|make)\s+(?:it|this|that|the\s+campaign))?(?:\s*(?:again|out|to\s+be\s+sent|repeated?))*(?:\s*on\s+\w+day)?(?:\s+at\s+[\d:.]+\s*(?:am|pm)?)?(?:[\s,]*please)?[.!]*$/iu;

const isRequest = ({ cues }: Frame): boolean => ['send', 'tell', 'draft'].some((cue) => cues.has(cue));

/** From tomorrow at nine where no day is said: what goes out at once has no day to come again on. */
const fromTomorrow = ({ input }: Frame) => ({
  kind: 'local' as const,
  date: addDays(input.today, 1),
  time: '09:00',
});

type Again = { repeat: Repeat; filter: Filter; frame: Frame };

function repeated(call: Plan['calls'][number], { repeat, filter, frame }: Again) {
  if (call.name !== 'draft_campaign') return call;
  const schedule = (call.args.schedule as { kind: string } | undefined) ?? { kind: 'now' };
  return {
    ...call,
    args: {
      ...call.args,
      filter,
      schedule: schedule.kind === 'now' ? fromTomorrow(frame) : schedule,
      repeat,
    },
  };
}

/** The day that was said, else the draft's own, else tomorrow. */
function dayFor(frame: Frame, planned: Plan): object {
  const patch = planned.calls.find(({ name }) => name === 'edit_campaign')?.args.patch as object | undefined;
  if (patch && 'schedule' in patch) return { schedule: patch.schedule };
  return frame.input.thread.campaign?.draft.schedule.kind === 'now' ? { schedule: fromTomorrow(frame) } : {};
}

function edited(frame: Frame, patch: { repeat: Repeat | null }): Plan {
  const change = frame.sentence.trim().slice(0, 200);
  const args = { campaignId: frame.input.thread.campaign!.id, patch, change };
  return calling(
    frame,
    [{ name: 'edit_campaign', args }],
    patch.repeat && words(patch.repeat, frame.input.thread.campaign!.draft.filter),
  );
}

function words({ every, until }: Repeat, filter: Filter): string {
  const end = until ? ` until ${formatDate(until)}` : '';
  const dates = hasFixedDates(filter)
    ? ' Whom it is for goes by the same dates each time.'
    : /"today|-(?:start|end)/.test(JSON.stringify(filter))
      ? ' Each time the days are counted from then.'
      : '';
  return `It comes again every ${every}${end}; each time I ask for approval anew.${dates}`;
}

function uneven(frame: Frame): Plan {
  const text =
    'A campaign can come again every day, week or month, counted from its first day. Which shall it be?';
  const found = new RegExp(UNEVEN, 'iu').exec(frame.sentence)!;
  const choices = ['week', 'month'].map((unit) => ({
    label: `Every ${unit}`,
    say: frame.sentence.replace(found[0], `every ${unit}`),
  }));
  return ask({ text, choices }, frame);
}

function lastDay({ input }: Frame, said: string): string | null {
  const { scope } = readFrame(`customers whose contract ends until ${said}`, input);
  return /"to":"(\d{4}-\d{2}-\d{2})"/.exec(JSON.stringify(scope.filter))?.[1] ?? null;
}
