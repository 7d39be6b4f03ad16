// Questions in between, answers to a question of time, numbers and places said anew, and who comes along.
import type { ConversationRow } from './conversations.ts';
import { all, any, ends, is, known, not } from './request-case.ts';

const [HOTELS, GYMS] = [is('type', 'Hotel'), is('type', 'Gym')];
const THAILAND = is('country', 'TH');
const BOTH = is('country', 'TH', 'VN');
const SURVEY = { filter: all(GYMS, THAILAND) };

export const TALK_CONVERSATIONS: readonly ConversationRow[] = [
  [
    ['draft a survey for the gyms in Thailand', SURVEY],
    ['wait, who is that?', { calls: ['show_audience'] }],
    ['line', { channels: ['line'] }],
    ['and shorter', { length: 'short' }],
    [
      'Thank you. It should go out on Thursday 10 December at 9:00.',
      { type: 'survey', schedule: { kind: 'local', date: '2026-12-10', time: '09:00' } },
    ],
    ['same time on Friday', { schedule: { kind: 'local', date: '2026-11-27', time: '09:00' } }],
  ],
  [
    ['draft a survey for the Anantaras in Thailand', { filter: all(is('brand', 'Anantara'), THAILAND) }],
    ['add the ones in Vietnam as well', { filter: all(is('brand', 'Anantara'), BOTH) }],
    ['and also the Avanis in both countries', { filter: all(is('brand', 'Anantara', 'Avani'), BOTH) }],
    ['and take Ibis instead of Avani', { filter: all(is('brand', 'Anantara', 'Ibis'), BOTH) }],
  ],
  [
    ['Draft renewal reminders for customers in Thailand expiring soon', { ask: true }],
    ['within the next 30 days', { filter: all(THAILAND, ends('2026-11-21', '2026-12-21')) }],
  ],
  [
    ['Draft renewal reminders for customers in Thailand expiring soon', { ask: true }],
    // Who is no time.
    ['the Hiltons', { find: is('brand', 'Hilton') }],
  ],
  [
    [
      "draft a survey for Tom's customers in Germany",
      { filter: all(is('owner', 'Tom Example'), is('country', 'DE')) },
    ],
    ["only Nina's", { filter: all(is('country', 'DE'), is('owner', 'Nina Sample')) }],
    [
      'and the ones that nobody owns',
      { filter: all(is('country', 'DE'), any(is('owner', 'Nina Sample'), not(known('owner')))) },
    ],
  ],
  [
    ['how many gyms are in Thailand?', { find: all(GYMS, THAILAND) }],
    ['send them a thank-you note', { type: 'thank_you', filter: all(GYMS, THAILAND) }],
  ],
  [
    ['draft an event invitation for the hotels', { ask: true }],
    ['our rooftop party on 12 December', { filter: HOTELS, topic: 'our rooftop party on 12 December' }],
  ],
  [
    ['draft a survey for the hotels in Phuket', { filter: all(HOTELS, is('city', 'Phuket')) }],
    ['no, not only Phuket, take all cities again', { filter: HOTELS }],
  ],
];
