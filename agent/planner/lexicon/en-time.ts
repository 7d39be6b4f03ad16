import type { Lexicon } from './lexicon.ts';

/** When: months, days, bounds, the time of day. */
export const enTime = {
  months: {
    1: 'january|jan|januar|januari',
    2: 'february|feb|februar',
    3: 'march|mar',
    4: 'april|apr',
    5: 'may',
    6: 'june|jun|juni|juin',
    7: 'july|jul|juli',
    8: 'august|aug',
    9: 'september|sep|sept',
    10: 'october|oct|oktober',
    11: 'november|nov',
    12: 'december|dec|dezember|decembre',
  },
  weekdays: {
    1: 'monday|mon',
    2: 'tuesday|tue|tues',
    3: 'wednesday|wed',
    4: 'thursday|thu|thur|thurs',
    5: 'friday|fri',
    6: 'saturday|sat',
    7: 'sunday|sun',
  },
  units: {
    day: 'day|calendar day|d',
    week: 'week|wk',
    month: 'month',
    quarter: 'quarter|qtr',
    half: 'half year|half',
    year: 'year|calendar year',
  },
  relatives: {
    this: 'this|current|the current|the running',
    next: 'next|the next|coming|the coming|upcoming|following|the following|this coming|the upcoming',
    last: 'last|the last|previous|the previous|past|the past|preceding',
  },
  bounds: {
    by: 'on or before|at or before|in or before|not after|not past|not beyond|by|no later than|not later than|latest by|but not after|but no later than|but not later than|but not past|but not beyond|and not after|though not after',
    until: 'until|till|til|up until|up till|up to|up to and including|until and including|through|thru',
    before: 'any time before|anytime before|before|earlier than|prior to|ahead of',
    after: 'after|any time after|anytime after|later than|past|beyond',
    since: 'since|as of',
    from: 'not before|no earlier than|not earlier than|no sooner than|not sooner than|not until|not till|on or after|in or after|from|starting from|starting|beginning|as from|but not before|but no earlier than|but not earlier than|but not until|but no sooner than|and not before|though not before',
    between: 'between',
    within: 'within|inside|in|over|during|in less than|in under',
    to: 'to|and|until|till|through|thru',
    endOf: 'end of|the end of|end|late|late in|towards the end of',
    early: 'early|early in|beginning of|the beginning of|start of|the start of|first part of',
    mid: 'mid|middle of|the middle of',
    first: 'first|1st|the first|h1',
    second: 'second|2nd|the second|h2',
  },
  dayParts: {
    '09:00':
      'morning|this morning|in the morning|first thing|first thing in the morning|first thing in the day|early morning|early in the morning|the morning',
    '12:00': 'noon|midday|at noon|lunchtime',
    '14:00': 'afternoon|this afternoon|in the afternoon|after lunch|arvo|this arvo',
    '18:00': 'evening|in the evening|tonight|this evening',
    '20:00': 'night|at night|in the night|late at night|late evening|late in the evening',
  },
  clock: {
    local:
      'their time|local time|their local time|in their time zone|in their own time zone|in their zone|their own time|recipient time|in local time|in each recipient zone|in the recipient time zone|their clock|customer time|where they are|their own time zone|their time zone|own time zone|own time|their own zone|their zone|recipient time zone|recipient zone|the local time zone|local time zone|local time there|in their own zone|on their clock|their local clock|local|in their local time|each one local time|at their end|in the time zone of the customer|customer time zone|hotel time|their morning time|of their time',
    ours: 'our time|my time|our local time|office time|head office time|my local time|hq time|time here|our own time',
    now: 'now|right now|right away|immediately|asap|as soon as possible|straight away|straightaway|at once|{as soon as/once/the moment/right after/straight after/when} {it is/it has been/it gets/that is/they are/} approved|{as soon as/once/when} {you have/we have/there is/i have} {the/an/} approval|{right/straight/directly} after {the/} approval',
  },
} satisfies Partial<Lexicon>;
