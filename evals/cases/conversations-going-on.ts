// Questions that go on with those at hand, how a draft stands, another amount of what is offered, and answers by what is
// known of people.
import type { ConversationRow } from './conversations.ts';
import { all, between, ends, is } from './request-case.ts';

const [HOTELS, HILTON] = [is('type', 'Hotel'), is('brand', 'Hilton')];
const THAILAND = is('country', 'TH');
const USB = is('platform', 'USB');
const DECEMBER = ends('2026-12-01', '2026-12-31');
const at = (date: string, time: string) => ({ schedule: { kind: 'local' as const, date, time } });

export const GOING_ON_CONVERSATIONS: readonly ConversationRow[] = [
  [
    ['which hotels in Thailand expire in December?', { find: all(HOTELS, THAILAND, DECEMBER) }],
    [
      'how many of those belong to Tom?',
      { find: all(HOTELS, THAILAND, DECEMBER, is('owner', 'Tom Example')) },
    ],
    ['and Nina?', { find: all(HOTELS, THAILAND, DECEMBER, is('owner', 'Nina Sample')) }],
    ['how many are on USB?', { find: all(HOTELS, THAILAND, DECEMBER, is('owner', 'Nina Sample'), USB) }],
    // Somebody is named: a question of its own.
    ['how many gyms do we have in Thailand?', { find: all(is('type', 'Gym'), THAILAND) }],
  ],
  [
    ['draft a renewal for the Hiltons in Thailand', { filter: all(HILTON, THAILAND) }],
    ['how many are on USB?', { find: all(HILTON, THAILAND, USB) }],
    ['only those', { filter: all(HILTON, THAILAND, USB) }],
    ['is it formal or casual?', { says: 'No tone was chosen' }],
    ['formal please', { tone: 'formal' }],
    ['formal or casual, which is it?', { says: 'It is formal.' }],
    ['is it going by email?', { says: 'No channel was chosen' }],
    ['email only', { channels: ['email'] }],
    ['which channel is it on?', { says: 'It goes out by E-mail.' }],
  ],
  [
    ["Draft a survey for Peter's accounts", { ask: true }],
    ['sorry, I meant Tom', { type: 'survey', filter: is('owner', 'Tom Example') }],
    ['only his hotels', { filter: all(is('owner', 'Tom Example'), HOTELS) }],
  ],
  [
    ['Draft a survey for the nice hotels in Bangkok', { ask: true }],
    [
      'those with more than 5 zones',
      { type: 'survey', filter: all(HOTELS, is('city', 'Bangkok'), between('unit_count', 6, null)) },
    ],
  ],
  [
    ['which hotels in Thailand are on USB?', { find: all(HOTELS, THAILAND, USB) }],
    ['draft an announcement about free installation for them', { topic: 'free installation' }],
  ],
  [
    ['Draft a voucher campaign for the Hiltons: 10% off breakfast', { filter: HILTON }],
    ['Friday at 10', at('2026-11-27', '10:00')],
    ['no wait, a day later', at('2026-11-28', '10:00')],
    ['same day, 16:00', at('2026-11-28', '16:00')],
    ['without a date please, right away once approved', { schedule: { kind: 'now' } }],
  ],
  [
    ['rascunho de pesquisa para hotéis na Tailândia', { filter: all(HOTELS, THAILAND) }],
    ['só Bangkok', { filter: all(HOTELS, THAILAND, is('city', 'Bangkok')) }],
    ['terça que vem às 9h', at('2026-11-24', '09:00')],
    ['um dia depois, mesma hora', at('2026-11-25', '09:00')],
  ],
];
