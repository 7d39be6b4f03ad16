// What somebody is told, thanked for or warned of, where no "about" and no "that" leads it in; what goes before a request
// and names nobody else; exceptions that go on. Written by the classes in which strangers' sentences failed.
import {
  alike,
  all,
  any,
  between,
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

const [thai, hotels, gyms] = [is('country', 'TH'), is('type', 'Hotel'), is('type', 'Gym')];
const [hilton, hyatt] = [is('brand', 'Hilton'), is('brand', 'Hyatt')];
const spring = ends('2027-03-01', '2027-05-31');

const told = (topic: string, ...filters: Parameters<typeof all>): ExpectedCall[] =>
  send({ type: 'announcement', filter: all(...filters), topic });

const MEANT: readonly (readonly [calls: ExpectedCall[], says: readonly string[]])[] = [
  // A statement without "that".
  [
    told('the office will be shut on Friday', thai, hotels),
    ['tell all Thai hotels the office will be shut on Friday'],
  ],
  [told('prices go up on 1 February', hyatt), ['let the Hyatts know prices go up on 1 February']],
  [
    draft({
      type: 'announcement',
      filter: all(hyatt, thai),
      topic: 'new player firmware arrives on 5 December',
    }),
    ['drop a line to the Hyatts in Thailand, new player firmware arrives on 5 December, draft'],
  ],
  [
    draft({
      type: 'announcement',
      filter: all(is('region', 'Asia'), not(is('country', 'JP'))),
      topic: 'our new mobile app',
    }),
    ['a message about our new mobile app for everyone in Asia except Japan'],
  ],
  // The verb's own preposition.
  [
    draft({ type: 'announcement', filter: hyatt, topic: 'your award', tone: 'casual' }),
    ['I want to congratulate all Hyatts on their award, draft something warm'],
  ],
  [send({ type: 'thank_you', filter: hyatt, topic: 'a great year' }), ['thank the Hyatts for a great year']],
  [send({ type: 'thank_you', filter: is('tag', 'VIP') }), ['send our thanks to all customers tagged VIP']],
  [
    send({ type: 'event', filter: all(hotels, is('city', 'Bangkok')), topic: 'a breakfast on 4 December' }),
    ['invite our hotels in Bangkok to a breakfast on 4 December'],
  ],
  // What goes before, and names nobody else.
  [
    draft({ type: 'followup', filter: hyatt }),
    ['the Hyatt people are restructuring; put together a check-in for all Hyatt properties'],
  ],
  [
    send({ type: 'announcement', filter: gyms, channels: ['email'], topic: "we're bumping prices in April" }),
    ["we're bumping prices in April, so warn all gyms ahead of time by e-mail"],
  ],
  [
    find(hilton, ends('2027-01-01', '2027-03-31')),
    ['Before the Monday call I want to see which Hiltons come up for renewal in the first quarter'],
  ],
  [
    find(hilton, not(thai)),
    ["I'm putting together numbers for head office: how many Hiltons do we look after outside Thailand?"],
  ],
  [
    find(is('owner', 'Tom Example'), ends('2026-12-01', '2026-12-31')),
    ['Tom is off next week, so send me his customers expiring in December'],
  ],
  [find(is('owner', 'Tom Example'), gyms), ['Tom asked me to ask you which of his gyms we have']],
  // A season that is said in dates.
  [
    find(hotels, spring),
    [
      'hotels expiring in spring, so March to May',
      'which hotels expire in the spring? March to May',
      'hotels whose contract ends in spring (March to May)',
    ],
  ],
  [
    draft({ type: 'renewal', filter: all(hotels, ends('2026-11-21', '2027-05-31')) }),
    ['draft renewals for hotels expiring before summer, say by the end of May'],
  ],
  // Exceptions that go on, come first or need no "except".
  [
    find(hotels, not(any(hyatt, is('city', 'Phuket')))),
    [
      'hotels excluding the Hyatts and anything in Phuket',
      'all hotels but not the Hyatts or anybody in Phuket',
    ],
  ],
  [
    draft({ type: 'survey', filter: all(is('region', 'Europe'), hotels, not(is('country', 'GB', 'FR'))) }),
    ['a survey for everyone in Europe but the UK and France, hotels only'],
  ],
  [
    find(any(all(hotels, not(hyatt), thai), all(gyms, thai))),
    ['hotels except Hyatts, and gyms: how many in Thailand'],
  ],
  // Without either of two, without a field, and the field behind its value.
  [
    find(not(is('reachable_by', 'whatsapp', 'email'))),
    ['customers without a phone number or e-mail', 'customers with no e-mail or phone number'],
  ],
  [
    find(hotels, not(known('owner'))),
    ["hotels that haven't got an account manager", 'hotels owned by nobody'],
  ],
  [
    find(not(known('contract_end')), is('tier', 'Gold')),
    ['pull everything with the end date missing, gold tier'],
  ],
  [find(is('platform', 'DM')), ['who is still on the old DM platform?']],
  [find({ op: 'contains', field: 'unit_name', text: 'Edge' }), ['who has Edge as a zone?']],
  // Words for the message and the deed.
  [
    draft({ type: 'renewal', filter: all(hyatt, ends('2027-03-01', '2027-03-15')) }),
    ['sort out renewal reminders for the Hyatts ending between 1 and 15 March'],
  ],
  [
    draft({ type: 'renewal', filter: all(hyatt, ends('2027-01-01', '2027-01-31')) }),
    ['need renewal msgs 4 hyatt exp jan'],
  ],
  [
    draft({ type: 'announcement', filter: all(is('brand', 'Novotel'), thai), topic: 'the new music editor' }),
    ['could you whip something up for the Novotels in Thailand about the new music editor'],
  ],
  [
    find({ op: 'did', field: 'ordered', from: '2026-01-01', to: '2026-12-31', times: { from: 3, to: null } }),
    ['customers who ordered three times or more this year'],
  ],
  [
    find({ op: 'did', field: 'ordered', from: null, to: null, times: { from: 1, to: 1 } }),
    ['who has ordered only once'],
  ],
  [
    find(between('unit_count', 2, null), is('type', 'Bar')),
    ['give me a breakdown of bars with two or more zones'],
  ],
];

/** What could say who gets it stays a question. */
const ASKED = [
  'two vegan hotels in Phuket. the ones coming up next year I mean. draft the renewal letter',
  'tell the Hyatts that allow dogs the office is shut',
  'the Hyatts with a pool are restructuring; draft a check-in for the Hyatts',
  'hotels expiring in spring',
  'a survey for hotels with the old sound',
  'thank the Hyatts for the dogs only',
];

export const TELLING_CASES: readonly RequestCase[] = devCases('telling', alike(MEANT), ASKED);
