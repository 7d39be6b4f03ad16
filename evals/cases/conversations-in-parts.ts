// Follow-ups of several parts, "both", one thing instead of another, questions of the draft in between, numbers, and a few
// words in the language of the conversation.
import type { ConversationRow, Stands } from './conversations.ts';
import { all, any, between, ends, is, not } from './request-case.ts';

const [HOTELS, GYMS, HILTON, NOVOTEL] = [
  is('type', 'Hotel'),
  is('type', 'Gym'),
  is('brand', 'Hilton'),
  is('brand', 'Novotel'),
];
const [THAILAND, VIETNAM, GERMANY] = [is('country', 'TH'), is('country', 'VN'), is('country', 'DE')];
const city = (...values: string[]) => is('city', ...values);
const at = (date: string, time: string) => ({ schedule: { kind: 'local' as const, date, time } });
const who = (...filters: Parameters<typeof all>) => ({ filter: all(...filters) });
const ASK: Stands = { ask: true };

export const PART_CONVERSATIONS: readonly ConversationRow[] = [
  [
    [
      'draft a renewal for Hiltons in Thailand ending in March',
      who(HILTON, THAILAND, ends('2027-03-01', '2027-03-31')),
    ],
    ['change March to April', who(HILTON, THAILAND, ends('2027-04-01', '2027-04-30'))],
    ['switch Hilton to Novotel', who(NOVOTEL, THAILAND, ends('2027-04-01', '2027-04-30'))],
    ['change Thailand to Vietnam please', who(NOVOTEL, VIETNAM, ends('2027-04-01', '2027-04-30'))],
  ],
  [
    ['draft a survey for hotels except Thailand by email and whatsapp', who(HOTELS, not(THAILAND))],
    ['actually no whatsapp', { ...who(HOTELS, not(THAILAND)), channels: ['email'] }],
  ],
  [
    ['draft a renewal for Hiltons in Thailand', who(HILTON, THAILAND)],
    ['please leave out Phuket', who(HILTON, THAILAND, not(city('Phuket')))],
    ['actually, keep Phuket but drop Pattaya', who(HILTON, THAILAND, not(city('Pattaya')))],
    ['send Wednesday at 9', { calls: ['edit_campaign', 'request_approval'] }],
    ['make it Thursday, but 2 hours later', at('2026-11-26', '11:00')],
    // One part that nobody understands, and nothing is done.
    ['keep Pattaya but drop the nice ones', ASK],
  ],
  [
    [
      'renewals for hotels in Thailand except Bangkok and Phuket',
      who(HOTELS, THAILAND, not(city('Bangkok', 'Phuket'))),
    ],
    ['Phuket may come in', who(HOTELS, THAILAND, not(city('Bangkok')))],
    ['put Bangkok back in', who(HOTELS, THAILAND)],
    ['not hotels but gyms', who(GYMS, THAILAND)],
    ['not Thailand but Vietnam', who(GYMS, VIETNAM)],
    ['forget Vietnam, take Germany', who(GYMS, GERMANY)],
  ],
  [
    ['draft an upsell about more zones to gyms in Thailand', { type: 'upsell', ...who(GYMS, THAILAND) }],
    [
      'do any of them have more than 10 zones?',
      { find: all(GYMS, THAILAND, between('unit_count', 11, null)) },
    ],
    ['leave those out', who(GYMS, THAILAND, not(between('unit_count', 11, null)))],
    ['anything in Krabi?', { find: all(GYMS, not(between('unit_count', 11, null)), city('Krabi')) }],
    ['what channel would it use?', { says: 'No channel was chosen' }],
    ['whatsapp first, email otherwise', { channels: ['whatsapp', 'email'] }],
  ],
  [
    ['draft a voucher for the Hiltons: 10% off breakfast', who(HILTON)],
    ['make it 20', { topic: '20% off breakfast' }],
    ['and by whatsapp', { channels: ['whatsapp'] }],
    ['tomorrow 10', at('2026-11-22', '10:00')],
  ],
  [
    ['draft renewals for Novotels ending in Q1', who(NOVOTEL, ends('2027-01-01', '2027-03-31'))],
    ['and Q2', who(NOVOTEL, any(ends('2027-01-01', '2027-03-31'), ends('2027-04-01', '2027-06-30')))],
    ['Q2 only', who(NOVOTEL, ends('2027-04-01', '2027-06-30'))],
  ],
  [
    ['Draft a survey to hotels with more than 200 rooms', ASK],
    ['Forget the rooms. Take hotels with more than 6 zones.', who(HOTELS, between('unit_count', 7, null))],
  ],
  [
    ['Draft a survey for the lovely hotels in Vietnam', ASK],
    ['sorry, I meant Thailand', ASK],
  ],
  [
    ['Wie viele Hotels haben wir in Berlin?', { find: all(HOTELS, city('Berlin')) }],
    ['und in Paris?', { find: all(HOTELS, city('Paris')) }],
    [
      'Entwirf eine Umfrage für beide Städte',
      { filter: any(all(HOTELS, city('Berlin')), all(HOTELS, city('Paris'))) },
    ],
    ['nimm Paris raus', who(HOTELS, city('Berlin'))],
    ['Nimm auch London dazu', who(HOTELS, city('Berlin', 'London'))],
    ['nicht London, sondern Paris', who(HOTELS, city('Berlin', 'Paris'))],
  ],
  [
    ['combien de gyms en Thaïlande ?', { find: all(GYMS, THAILAND) }],
    ['et en Allemagne ?', { find: all(GYMS, GERMANY) }],
    ['prépare une enquête pour les deux pays', { filter: any(all(GYMS, THAILAND), all(GYMS, GERMANY)) }],
  ],
  [
    ['encuesta para hoteles en Tailandia, borrador', who(HOTELS, THAILAND)],
    ['en vez de Tailandia, Vietnam', who(HOTELS, VIETNAM)],
  ],
  [
    ['rascunho de pesquisa para academias na Tailândia', who(GYMS, THAILAND)],
    ['só Bangkok e Phuket', who(GYMS, THAILAND, city('Bangkok', 'Phuket'))],
    ['tira Phuket', who(GYMS, THAILAND, city('Bangkok'))],
  ],
  [
    ['ร่างต่อสัญญาให้ฮิลตันในเวียดนาม', who(HILTON, VIETNAM)],
    ['ไทยด้วย', who(HILTON, is('country', 'VN', 'TH'))],
    ['เอาเวียดนามออก', who(HILTON, THAILAND)],
  ],
  [
    ['ヒルトンに更新のお知らせを下書きして、タイだけ', who(HILTON, THAILAND)],
    ['ベトナムも', who(HILTON, is('country', 'TH', 'VN'))],
  ],
];
