// What a message offers or is about, said without "about", how it is to be written, and the mail or form around it: as
// strangers type it. What could be people there is asked about.
import {
  alike,
  all,
  devCases,
  draft,
  type ExpectedCall,
  ends,
  find,
  is,
  known,
  not,
  type RequestCase,
  send,
} from './request-case.ts';

const [hotels, gyms, spas] = [is('type', 'Hotel'), is('type', 'Gym'), is('type', 'Spa')];
const [thai, japan, vietnam] = [is('country', 'TH'), is('country', 'JP'), is('country', 'VN')];
const [hyatt, novotel] = [is('brand', 'Hyatt'), is('brand', 'Novotel')];
const phuket = is('city', 'Phuket');
const may = ends('2027-05-01', '2027-05-31');

const MEANT: readonly (readonly [calls: ExpectedCall[], says: readonly string[]])[] = [
  [
    draft({ type: 'voucher', filter: all(hotels, phuket), topic: '10% off breakfast' }),
    [
      'hotels in Phuket: voucher campaign 10% off breakfast',
      'voucher campaign, 10% off breakfast, hotels in Phuket',
      'draft a voucher for the hotels in Phuket, 10% off breakfast',
    ],
  ],
  [
    draft({ type: 'loyalty', filter: all(is('tier', 'Platinum'), thai), topic: 'double points' }),
    [
      'platinum customers in Thailand, loyalty message with double points',
      'loyalty note double points, platinum, Thailand',
    ],
  ],
  [
    draft({ type: 'upsell', filter: all(hotels, vietnam), topic: 'one extra zone free' }),
    ['upsell for hotels in Vietnam: one extra zone free'],
  ],
  [
    draft({ type: 'cross_sell', filter: all(gyms, phuket), topic: 'bike lights' }),
    [
      'draft a cross-sell of bike lights to the gyms in Phuket',
      'cross-sell bike lights to the gyms in Phuket',
    ],
  ],
  [
    draft({ type: 'event', filter: all(gyms, thai), topic: 'our lantern walk' }),
    [
      'event invitation to our lantern walk, gyms in Thailand',
      'event invitation for our lantern walk, gyms in Thailand',
    ],
  ],
  [
    draft({ type: 'announcement', filter: gyms, topic: 'tent week' }),
    ['draft an announcement for tent week to all gyms'],
  ],
  [
    draft({ type: 'payment_reminder', filter: novotel, topic: 'the October invoices' }),
    ['payment reminder for the October invoices to the Novotels'],
  ],
  [
    draft({ type: 'survey', filter: all(gyms, phuket), length: 'short' }),
    [
      'draft a survey for the gyms in Phuket, max two sentences',
      'survey to the gyms in Phuket, no more than three lines please',
      'survey for the gyms in Phuket, max 80 words, no emojis',
    ],
  ],
  [
    draft({ type: 'survey', filter: all(gyms, phuket), tone: 'casual' }),
    ['survey for the gyms in Phuket, personal tone', 'draft a survey for the gyms in Phuket in a warm tone'],
  ],
  [
    send({
      type: 'announcement',
      filter: all(novotel, thai),
      topic: 'would you like a demo of the new planner?',
    }),
    ['ask the Novotels in Thailand if they want a demo of the new planner'],
  ],
  // The mail around it.
  [
    draft({ type: 'survey', filter: all(spas, thai) }),
    [
      'Hi Nina,\n\nplease draft a survey for the spas in Thailand.\n\nBest regards,\nTom Example\nHead of Operations',
      'Fwd: survey\n\nFrom: Tom\nTo: Nina\n\nPlease draft a survey for the spas in Thailand. Thanks, Tom\n\nSent from my phone',
      'draft a survey for the spas in Thailand. Cheers, Rosa',
      'who: spas in Thailand / what: survey / mode: draft',
    ],
  ],
  [
    draft({ type: 'renewal', filter: all(hyatt, is('city', 'Tokyo')) }),
    [
      'WHO: Hyatt, Tokyo\nWHAT: renewal reminder',
      "g'day mate, can ya knock up a renewal reminder for the Hyatts in Tokyo",
    ],
  ],
  [find(novotel, vietnam), ['hw many novotels vn?', 'list the novotels in vn']],
  [
    find(hotels, not(known('contract_end'))),
    ['hotels with contract end date missing', 'hotels, end date missing'],
  ],
  [
    find(hotels, not(is('reachable_by', 'email'))),
    ['hotels with no contact email', 'how many hotel no contact e-mail'],
  ],
  [
    find(all(hotels, phuket, is('contract_status', 'lapsed'))),
    ['how many hotel in phuket not yet renew', 'hotels in Phuket that did not yet renew'],
  ],
  // A date behind the place that is left out holds for all of them.
  [
    draft({ type: 'renewal', filter: all(is('region', 'Asia'), may, not(japan)) }),
    ['renewal to everyone in Asia except Japan whose contract ends in May'],
  ],
  [find(is('region', 'Asia'), may, not(japan)), ['everyone in Asia except Japan expiring in May']],
];

const ASKED = [
  // People behind the word for the message.
  'draft an announcement for dog owners in Bangkok',
  'voucher campaign resellers in Phuket',
  'draft an invitation to our resellers in Phuket',
  'cross-sell resellers in Phuket',
  'survey: resellers in Phuket',
  'payment reminder for the resellers in Phuket',
  'renewal to hotels with 10 % discount in Bangkok',
  'voucher campaign 10% off for hotels who buy a lot',
  'draft a survey for gyms who order often',
  'Draft a survey for the spas in Thailand.\n\nThanks, resellers only',
  // Whoever stands behind what it is about.
  'draft an announcement about our rooftop party, all gyms near the airport in Krabi',
  'tell all hotels about the party, every gym that allows dogs in Krabi',
  'send an announcement about our new app, everyone with happy managers in Krabi',
  'survey (resellers) to the hotels in Phuket',
  // Two campaigns in one.
  'renewal to the Hiltons expiring in January, and send the spas a thank you',
  'prepare a Christmas greeting for Germany and a Lunar New Year one for Vietnam',
  'thank the Hyatts and send a renewal to the Hiltons ending in May',
  // To all of them, or to the last that is left out?
  'all Accor except Ibis and Mercure in Thailand expiring before July, renewal',
  'hotels in Phuket not yet confirmed',
  // From when until when something happens is no time to send.
  'send a survey to all hotels on Beat Breeze tomorrow 9am-11am',
];

export const OFFER_CASES: readonly RequestCase[] = devCases('offer', alike(MEANT), ASKED);
