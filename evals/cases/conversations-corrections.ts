// What was changed last is corrected, or comes back: what was to be left out is never the only one who stays.
import type { ConversationRow } from './conversations.ts';
import { all, is, not } from './request-case.ts';

const HOTELS = is('type', 'Hotel');
const THAILAND = is('country', 'TH');
const PHUKET = is('city', 'Phuket');
const KRABI = is('city', 'Krabi');

export const CORRECTION_CONVERSATIONS: readonly ConversationRow[] = [
  [
    ['draft a survey for the hotels in Thailand', { filter: all(HOTELS, THAILAND) }],
    ['exclude Phuket', { filter: all(HOTELS, THAILAND, not(PHUKET)) }],
    ['sorry, I meant Krabi', { filter: all(HOTELS, THAILAND, not(KRABI)) }],
    ['undo', { filter: all(HOTELS, THAILAND) }],
  ],
  [
    ['draft a survey for the hotels in Phuket', { filter: all(HOTELS, PHUKET) }],
    ['add Krabi', { filter: all(HOTELS, is('city', 'Phuket', 'Krabi')) }],
    ['oh sorry, Hua Hin', { filter: all(HOTELS, is('city', 'Phuket', 'Hua Hin')) }],
  ],
  [
    [
      'new survey: gyms in Malaysia and Singapore',
      { filter: all(is('type', 'Gym'), is('country', 'MY', 'SG')) },
    ],
    ['drop Singapore', { filter: all(is('type', 'Gym'), is('country', 'MY')) }],
    ['sorry, I meant drop Malaysia', { filter: all(is('type', 'Gym'), is('country', 'SG')) }],
  ],
  [
    ['how many hotels in Thailand?', { find: all(HOTELS, THAILAND) }],
    ['without the Hiltons', { find: all(HOTELS, THAILAND, not(is('brand', 'Hilton'))) }],
    ['wait, I meant the Hyatts', { find: all(HOTELS, THAILAND, not(is('brand', 'Hyatt'))) }],
  ],
  // Another kind of thing, or one that nobody knows, corrects nothing.
  [
    ['draft a survey for the hotels in Thailand', { filter: all(HOTELS, THAILAND) }],
    ['exclude Phuket', { filter: all(HOTELS, THAILAND, not(PHUKET)) }],
    ['sorry, I meant Fairview', { ask: true }],
  ],
  // Back in.
  [
    ['draft a survey for the hotels in Thailand', { filter: all(HOTELS, THAILAND) }],
    ['without Phuket', { filter: all(HOTELS, THAILAND, not(PHUKET)) }],
    ['no, keep Phuket', { filter: all(HOTELS, THAILAND) }],
  ],
  [
    ['draft a survey for the hotels and bars in Phuket', { filter: all(is('type', 'Hotel', 'Bar'), PHUKET) }],
    ['not the bars', { filter: all(HOTELS, PHUKET) }],
    ['the bars are fine, put them back', { filter: all(is('type', 'Hotel', 'Bar'), PHUKET) }],
  ],
  [
    ['draft a survey for everybody in Thailand', { filter: THAILAND }],
    ['gyms excluded', { filter: all(THAILAND, not(is('type', 'Gym'))) }],
    ['scrap the gym thing, they should get it', { filter: THAILAND }],
  ],
  // "keep" of those who are in says nothing of the others.
  [
    ['draft a survey for the hotels in Thailand', { filter: all(HOTELS, THAILAND) }],
    ['without Phuket', { filter: all(HOTELS, THAILAND, not(PHUKET)) }],
    ['keep the cheap bars in Phuket', { ask: true }],
  ],
  // One more is left out, of another kind.
  [
    ['draft renewals for the Centaras', { filter: is('brand', 'Centara') }],
    ['exclude Centara Grand', { filter: all(is('brand', 'Centara'), not(is('brand', 'Centara Grand'))) }],
    [
      'and Doha too',
      { filter: all(is('brand', 'Centara'), not(is('brand', 'Centara Grand')), not(is('city', 'Doha'))) },
    ],
  ],
  // When it goes out is no remark, whatever the hour is called.
  [
    ['draft a survey for the hotels in Thailand', { filter: all(HOTELS, THAILAND) }],
    ['only Phuket, and send it tomorrow 10am', { calls: ['edit_campaign', 'request_approval'] }],
  ],
  // Who came last goes again.
  [
    ['draft a survey for the Hiltons', { filter: is('brand', 'Hilton') }],
    ['what about the Hyatts', { filter: is('brand', 'Hilton', 'Hyatt') }],
    ['drop them', { filter: is('brand', 'Hilton') }],
  ],
  // In other languages.
  ...[
    [
      'Entwirf eine Umfrage für alle Hotels in Phuket',
      'ohne die Hiltons',
      'Entschuldigung, ich meinte die Hyatts',
      'die Hyatts wieder rein',
    ],
    [
      'prépare une enquête pour les hôtels de Phuket',
      'sans les Hilton',
      'pardon, je voulais dire les Hyatt',
      'finalement remets les Hyatt',
    ],
    [
      'haz una encuesta para los hoteles de Phuket',
      'sin los Hilton',
      'perdón, quería decir los Hyatt',
      'vuelve a incluir los Hyatt',
    ],
    ['ร่างแบบสำรวจให้โรงแรมทั้งหมดในภูเก็ต', 'ไม่เอาฮิลตัน', 'ขอโทษ หมายถึงไฮแอท', 'เอาไฮแอทกลับมา'],
    [
      'プーケットのホテルにアンケートの下書きを作って',
      'ヒルトンは除いて',
      'すみません、ハイアットです',
      'やっぱりハイアットも入れて',
    ],
    ['给普吉的酒店起草一份调查', '不要希尔顿', '抱歉，我是说凯悦', '把凯悦加回来'],
  ].map(
    ([draft, hiltons, hyatts, back]): ConversationRow => [
      [draft!, { type: 'survey', filter: all(HOTELS, PHUKET) }],
      [hiltons!, { filter: all(HOTELS, PHUKET, not(is('brand', 'Hilton'))) }],
      [hyatts!, { filter: all(HOTELS, PHUKET, not(is('brand', 'Hyatt'))) }],
      [back!, { filter: all(HOTELS, PHUKET) }],
    ],
  ),
];
