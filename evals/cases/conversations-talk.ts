// Questions in between, answers to a question of time, numbers and places said anew, and who comes along.
import type { ConversationRow } from './conversations.ts';
import { all, any, between, ends, is, known, not } from './request-case.ts';

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
  // How many of them, in which order, and what is only said to us.
  [
    ['draft a survey for the gyms in Thailand', SURVEY],
    ['just 5 of them', { ask: true }],
    [
      'the first one',
      {
        filter: {
          all: [GYMS, THAILAND, { op: 'top', field: 'random', end: 'highest', count: 5, seed: '2026-11-21' }],
        },
      },
    ],
    ['show me first', { calls: ['preview_campaign'] }],
  ],
  [
    ['draft renewals for the Hiltons', { filter: is('brand', 'Hilton') }],
    ['December first, then January', { ask: true }],
    ['only December', { filter: all(is('brand', 'Hilton'), ends('2026-12-01', '2026-12-31')) }],
    ['Hilton Rayong has closed', { ask: true }],
    ['leave it out of this campaign', { excludedCustomerIds: ['Hilton Rayong'] }],
    ['Hilton Pattaya has renewed until 2028', { ask: true }],
    ['31 December 2028', { calls: ['propose_change'] }],
  ],
  [
    ['draft the renewals for Q1, the Hiltons first', { ask: true }],
    ['all of them at once', { filter: ends('2027-01-01', '2027-03-31') }],
    [
      'no, not all of them, the ones with more than 5 zones',
      { filter: all(ends('2027-01-01', '2027-03-31'), between('unit_count', 6, null)) },
    ],
  ],
  // The hour, and a correction, in other languages.
  [
    ['ร่างแบบสำรวจให้โรงแรมในภูเก็ต', { filter: all(HOTELS, is('city', 'Phuket')) }],
    ['พรุ่งนี้บ่ายสอง', { schedule: { kind: 'local', date: '2026-11-22', time: '14:00' } }],
    ['พรุ่งนี้สองทุ่ม', { schedule: { kind: 'local', date: '2026-11-22', time: '20:00' } }],
    ['พรุ่งนี้ 2 ทุ่มครึ่ง', { schedule: { kind: 'local', date: '2026-11-22', time: '20:30' } }],
  ],
  [
    ['Bereite eine Umfrage für alle Hotels in Deutschland vor', { filter: all(HOTELS, is('country', 'DE')) }],
    ['am Montag um 9', { schedule: { kind: 'local', date: '2026-11-23', time: '09:00' } }],
    ['Wie viel sind die Hiltons wert?', { calls: ['add_up'] }],
  ],
  [
    ['起草一份给泰国酒店的问卷', { filter: all(THAILAND, HOTELS) }],
    ['改成明天下午三点', { schedule: { kind: 'local', date: '2026-11-22', time: '15:00' } }],
  ],
  [
    ['Prepara una encuesta para los gimnasios de Bangkok', { filter: all(GYMS, is('city', 'Bangkok')) }],
    ['no, para los hoteles', { filter: all(is('city', 'Bangkok'), HOTELS) }],
    ['mañana a las 14h30', { schedule: { kind: 'local', date: '2026-11-22', time: '14:30' } }],
  ],
  [
    [
      'draft renewals for the Hiltons ending in the first half of 2027',
      { filter: all(is('brand', 'Hilton'), ends('2027-01-01', '2027-06-30')) },
    ],
    ['second half instead', { filter: all(is('brand', 'Hilton'), ends('2027-07-01', '2027-12-31')) }],
    ['no, Q2', { filter: all(is('brand', 'Hilton'), ends('2027-04-01', '2027-06-30')) }],
    ['Q1 2028 instead', { filter: all(is('brand', 'Hilton'), ends('2028-01-01', '2028-03-31')) }],
  ],
];
