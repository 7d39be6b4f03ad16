// What we asked is answered in a few words, and the request goes on as if it had been said so at once.
import type { ConversationRow, Stands } from './conversations.ts';
import { all, ends, is } from './request-case.ts';

const ASK: Stands = { ask: true };
const HILTONS = is('brand', 'Hilton');
const THAILAND = is('country', 'TH');

export const ANSWER_CONVERSATIONS: readonly ConversationRow[] = [
  // The kind of message.
  [
    ['write something to the Hiltons in Thailand', ASK],
    ['a survey', { type: 'survey', filter: all(HILTONS, THAILAND) }],
    ['only Phuket', { type: 'survey', filter: all(HILTONS, THAILAND, is('city', 'Phuket')) }],
  ],
  [
    ['I need to write something to the malls', ASK],
    ['an announcement about the new evening playlists', { type: 'announcement', filter: is('type', 'Mall') }],
  ],
  [
    ['write something to the gyms', ASK],
    ['not sure yet', ASK],
    ['ok, maybe a survey?', { type: 'survey', filter: is('type', 'Gym') }],
  ],
  [
    ['Schreib was an die Hiltons in Deutschland', ASK],
    ['eine Umfrage', { type: 'survey', filter: all(HILTONS, is('country', 'DE')) }],
  ],
  // Who gets it.
  [
    ['draft a survey', ASK],
    ['hm', ASK],
    ['for all hotels in Krabi please', { filter: all(is('type', 'Hotel'), is('city', 'Krabi')) }],
  ],
  [
    ['draft a survey', ASK],
    ['all customers', { type: 'survey', filter: { all: [] } }],
  ],
  // One answer after another.
  [
    ['write something to the Fairview Lodges', ASK],
    ['sorry, I meant the Hiltons', ASK],
    ['a survey', { type: 'survey', filter: HILTONS }],
  ],
  // What it says.
  [
    ['draft an announcement to all hotels in Krabi', ASK],
    ['only the Hiltons', ASK],
    ['by email please', ASK],
    [
      'the new app is here',
      {
        type: 'announcement',
        topic: 'the new app is here',
        filter: all(is('type', 'Hotel'), is('city', 'Krabi'), HILTONS),
        channels: ['email'],
      },
    ],
  ],
  [
    ['send a technical notice to everybody in Vietnam', ASK],
    ['about the player update on Sunday', { calls: ['draft_campaign', 'request_approval'] }],
  ],
  [
    ['send a voucher to the gyms in Phuket', ASK],
    ['10% off until Christmas', { calls: ['draft_campaign', 'request_approval'] }],
  ],
  [
    ['send the Hiltons a message', ASK],
    ['that we have a new office', { calls: ['draft_campaign', 'request_approval'] }],
  ],
  // One of those that were offered.
  [
    ['draft renewals for Hiltons expiring 03/04/2027', ASK],
    ['the first', { filter: all(HILTONS, ends('2027-04-03', '2027-04-03')) }],
  ],
  [
    ['draft a survey for the Hiltons and maybe the Hyatts', ASK],
    ['no', { filter: HILTONS }],
  ],
  [
    ['draft a survey for the Hiltons and maybe the Hyatts', ASK],
    ['both', { filter: is('brand', 'Hilton', 'Hyatt') }],
  ],
  [
    ['draft a survey for the Hiltons', { filter: HILTONS }],
    ['Phuket', ASK],
    ['only', { filter: all(HILTONS, is('city', 'Phuket')) }],
  ],
  // What leaves words out that may say who is meant, is no answer; nor is an example, or a request of its own.
  [
    ['draft a survey for the gluten hotels', ASK],
    ['in Thailand', { find: THAILAND }],
  ],
  [
    ['draft a survey for the Fairview Lodges', ASK],
    ['next month', ASK],
  ],
  [
    ['blue', ASK],
    ['next month', ASK],
  ],
  [
    ['write something to the malls', ASK],
    ['how many gyms are there?', { find: is('type', 'Gym') }],
    ['a survey', ASK],
  ],
  [
    ['write something to the malls', ASK],
    ['draft a survey for the gyms', { type: 'survey', filter: is('type', 'Gym') }],
  ],
];
