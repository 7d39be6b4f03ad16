// Sentences that make a campaign.
import {
  all,
  any,
  between,
  contains,
  draft,
  ends,
  is,
  known,
  not,
  type RequestCase,
  send,
} from './request-case.ts';

type Row = [say: string, expect: RequestCase['expect']['calls'], origin?: RequestCase['origin']];

const OCTOBER = ends('2027-10-01', '2027-10-31');
const renewal = (...filters: Parameters<typeof all>) => ({ type: 'renewal', filter: all(...filters) });

const ROWS: Row[] = [
  [
    'Send renewal reminders to all Hiltons expiring in October',
    send(renewal(is('brand', 'Hilton'), OCTOBER)),
    'issue',
  ],
  [
    'renewal reminders to all Hiltons expiring in October',
    draft(renewal(is('brand', 'Hilton'), OCTOBER)),
    'DOMAIN',
  ],
  [
    'Draft renewal reminders for Hiltons expiring in October 2027',
    draft(renewal(is('brand', 'Hilton'), OCTOBER)),
  ],
  [
    'prepare a renewal campaign for hotels in Bangkok expiring within 60 days',
    draft(renewal(is('type', 'Hotel'), is('city', 'Bangkok'), ends('2026-11-21', '2027-01-20'))),
  ],
  [
    'Please send a renewal reminder to every Marriott in Phuket whose contract ends next month',
    send(renewal(is('brand', 'Marriott'), is('city', 'Phuket'), ends('2026-12-01', '2026-12-31'))),
  ],
  [
    'send renewals to Hiltons and Marriotts in Bangkok or Phuket',
    send(renewal(is('brand', 'Hilton', 'Marriott'), is('city', 'Bangkok', 'Phuket'))),
    'issue',
  ],
  [
    'Remind all Hyatts expiring this quarter',
    send(renewal(is('brand', 'Hyatt'), ends('2026-11-21', '2026-12-31'))),
  ],
  [
    'remind everyone whose contract runs out in the next 30 days',
    send(renewal(ends('2026-11-21', '2026-12-21'))),
  ],
  ['send renewal reminders to hotels except Centaras expiring in Q1', { ask: true } as never],
  [
    'Send renewal reminders to hotels expiring in Q1 except Centaras',
    send(renewal(is('type', 'Hotel'), ends('2027-01-01', '2027-03-31'), not(is('brand', 'Centara')))),
  ],
  [
    'draft renewal reminders for all Accor hotels in Thailand',
    draft(renewal(is('owner_group', 'Accor'), is('type', 'Hotel'), is('country', 'TH'))),
  ],
  ['draft renewals for the Hilton group', draft(renewal(is('owner_group', 'Hilton')))],
  [
    'create a renewal campaign for enterprise customers on SYB',
    draft(renewal(is('size', 'enterprise'), is('platform', 'Soundtrack Your Brand'))),
  ],
  [
    'set up renewal reminders for Beat Breeze gyms with less than 4 zones',
    draft(renewal(is('platform', 'Beat Breeze'), is('type', 'Gym'), between('unit_count', null, 3))),
  ],
  [
    'Send renewal reminders to customers worth more than THB 100,000',
    send(renewal(between('contract_value', 10_000_001, null))),
  ],
  ['send renewal reminders to customers without a price', send(renewal(not(known('unit_price'))))],
  [
    'draft renewal reminders for hotels with no end date',
    draft(renewal(is('type', 'Hotel'), not(known('contract_end')))),
  ],
  [
    'Send renewal reminders to my accounts expiring by the end of the year',
    send(renewal(is('owner', 'Nina Sample'), ends('2026-11-21', '2026-12-31'))),
  ],
  [
    "draft renewal reminders for Tom's accounts expiring before February",
    draft(renewal(is('owner', 'Tom Example'), ends('2026-11-21', '2027-01-31'))),
  ],
  [
    'Email renewal reminders to all Novotels',
    send({ ...renewal(is('brand', 'Novotel')), channels: ['email'] }),
  ],
  [
    'send renewal reminders by LINE and WhatsApp to all Hiltons in Thailand',
    send({ ...renewal(is('brand', 'Hilton'), is('country', 'TH')), channels: ['line', 'whatsapp'] }),
  ],
  [
    'Send renewal reminders to all Hiltons expiring in October tomorrow at 9am their time',
    send({
      ...renewal(is('brand', 'Hilton'), OCTOBER),
      schedule: { kind: 'local', date: '2026-11-22', time: '09:00' },
    }),
  ],
  [
    'send renewal reminders to Ibis in Vietnam next Tuesday 10:00',
    send({
      ...renewal(is('brand', 'Ibis'), is('country', 'VN')),
      schedule: { kind: 'local', date: '2026-11-24', time: '10:00' },
    }),
  ],
  [
    'Send renewal reminders to all Hyatts on Monday',
    send({
      ...renewal(is('brand', 'Hyatt')),
      schedule: { kind: 'local', date: '2026-11-23', time: '09:00' },
    }),
  ],
  [
    'send casual renewal reminders to beach clubs right now',
    send({ ...renewal(is('type', 'Beach Club')), tone: 'casual', schedule: { kind: 'now' } }),
  ],
  [
    'draft formal renewal reminders for spas in Europe',
    draft({ ...renewal(is('type', 'Spa'), is('region', 'Europe')), tone: 'formal' }),
  ],
  [
    'Send renewal reminders to the general managers of all Hiltons',
    send({ ...renewal(is('brand', 'Hilton')), roles: ['general_manager'] }),
  ],
  [
    'send renewal reminders to finance at all Novotels',
    send({ ...renewal(is('brand', 'Novotel')), roles: ['finance'] }),
  ],
  [
    'Send renewal reminders to all Hiltons except Hilton Pattaya',
    send({ ...renewal(is('brand', 'Hilton')), excludedCustomerIds: ['Hilton Pattaya'] }),
  ],
  [
    'send renewal reminders to Hilton Pattaya and Novotel Hua Hin',
    send(renewal(is('name', 'Hilton Pattaya', 'Novotel Hua Hin'))),
  ],
  [
    'SEND RENEWAL REMINDERS TO ALL HILTONS EXPIRING IN OCTOBER',
    send(renewal(is('brand', 'Hilton'), OCTOBER)),
  ],
  ['sned renewl remiders to all Hitlons expirng in Octobr', send(renewal(is('brand', 'Hilton'), OCTOBER))],
  [
    'send renewal reminders to hotels in Pukhet and chiangmai',
    send(renewal(is('type', 'Hotel'), is('city', 'Phuket', 'Chiang Mai'))),
  ],
  [
    'Send Christmas greetings to all customers in Europe',
    send({ type: 'seasonal', filter: is('region', 'Europe'), topic: 'Christmas' }),
  ],
  [
    'send a Lunar New Year message to restaurants in Singapore and Malaysia',
    send({
      type: 'seasonal',
      filter: all(is('type', 'Restaurant'), is('country', 'SG', 'MY')),
      topic: 'Lunar New Year',
    }),
  ],
  [
    'Wish all our Thai hotels a happy Songkran',
    send({ type: 'seasonal', filter: all(is('country', 'TH'), is('type', 'Hotel')), topic: 'Songkran' }),
  ],
  [
    'draft a seasonal campaign for malls in the Gulf',
    draft({ type: 'seasonal', filter: all(is('type', 'Mall'), is('region', 'The Gulf')) }),
  ],
  [
    'Announce to all gyms that we now have workout playlists',
    send({ type: 'announcement', filter: is('type', 'Gym'), topic: 'we now have workout playlists' }),
  ],
  [
    'Announce our new Ramadan playlists to all hotels in the UAE',
    send({
      type: 'announcement',
      filter: all(is('type', 'Hotel'), is('country', 'AE')),
      topic: 'our new Ramadan playlists',
    }),
  ],
  [
    'tell all cafés in Berlin about our new jazz channels by email',
    send({
      type: 'announcement',
      filter: all(is('type', 'Café'), is('city', 'Berlin')),
      topic: 'our new jazz channels',
      channels: ['email'],
    }),
  ],
  [
    'Let all Beat Breeze customers know that the app has a new player',
    send({ type: 'announcement', filter: is('platform', 'Beat Breeze'), topic: 'the app has a new player' }),
  ],
  [
    'Invite all enterprise hotels in Bangkok to our autumn showcase',
    send({
      type: 'event',
      filter: all(is('size', 'enterprise'), is('type', 'Hotel'), is('city', 'Bangkok')),
      topic: 'our autumn showcase',
    }),
  ],
  ['send a survey to all customers in Japan', send({ type: 'survey', filter: is('country', 'JP') })],
  [
    'send an NPS survey to VIP hotels',
    send({ type: 'survey', filter: all(is('tag', 'VIP'), is('type', 'Hotel')) }),
  ],
  [
    'draft a quarterly follow-up for medium hotels in Kuala Lumpur',
    draft({
      type: 'followup',
      filter: all(is('size', 'medium'), is('type', 'Hotel'), is('city', 'Kuala Lumpur')),
    }),
  ],
  ['Show renewal reminders for all Hiltons', draft(renewal(is('brand', 'Hilton')))],
  ['Prepare renewal reminders for gyms but do not send', draft(renewal(is('type', 'Gym')))],
  [
    'send renewal reminders to customers tagged VIP that are not in Bangkok',
    send(renewal(is('tag', 'VIP'), not(is('city', 'Bangkok')))),
  ],
  [
    'send renewal reminders to hotels in Thailand but not in Phuket',
    send(renewal(is('type', 'Hotel'), is('country', 'TH'), not(is('city', 'Phuket')))),
  ],
  [
    'Send renewal reminders to all hotels in Southeast Asia except Vietnam',
    send(renewal(is('type', 'Hotel'), is('region', 'Southeast Asia'), not(is('country', 'VN')))),
  ],
  [
    'send renewal reminders to Hiltons expiring between December and February',
    send(renewal(is('brand', 'Hilton'), ends('2026-12-01', '2027-02-28'))),
  ],
  [
    'send renewal reminders to Hiltons expiring in November and December',
    send(
      renewal(is('brand', 'Hilton'), any(ends('2026-11-21', '2026-11-30'), ends('2026-12-01', '2026-12-31'))),
    ),
  ],
  [
    'send renewal reminders to all customers with a zone called Edge',
    send(renewal(contains('unit_name', 'Edge'))),
  ],
  [
    'Send renewal reminders to hotels in Bangkok and gyms in Phuket',
    send(
      renewal(
        any(all(is('type', 'Hotel'), is('city', 'Bangkok')), all(is('type', 'Gym'), is('city', 'Phuket'))),
      ),
    ),
  ],
  ['send october renewals for Hiltons', send(renewal(is('brand', 'Hilton'), OCTOBER))],
  [
    'renewal reminders for lapsed hotels in Bangkok',
    draft(renewal(is('contract_status', 'lapsed'), is('type', 'Hotel'), is('city', 'Bangkok'))),
  ],
  [
    'send renewal reminders to customers that lapsed last year',
    send(renewal(ends('2025-01-01', '2025-12-31'))),
  ],
  [
    'Send renewal reminders to all Hiltons, Marriotts and Hyatts expiring in the first half of 2027',
    send(renewal(is('brand', 'Hilton', 'Marriott', 'Hyatt'), ends('2027-01-01', '2027-06-30'))),
  ],
  [
    "I'd like to remind all the Hilton properties in Thailand whose contracts are up in the next 60 days",
    draft(renewal(is('brand', 'Hilton'), is('country', 'TH'), ends('2026-11-21', '2027-01-20'))),
  ],
  [
    'Send renewal reminders to hotels in Bangkok with contracts ending in December via WhatsApp, casual tone',
    send({
      ...renewal(is('type', 'Hotel'), is('city', 'Bangkok'), ends('2026-12-01', '2026-12-31')),
      channels: ['whatsapp'],
      tone: 'casual',
    }),
  ],
  [
    'renewal reminders for Hilton hotels ending 31 December',
    draft(renewal(is('brand', 'Hilton'), is('type', 'Hotel'), ends('2026-12-31', '2026-12-31'))),
  ],
  [
    'Please draft a campaign for all restaurants in Singapore announcing our new Christmas playlists',
    draft({
      type: 'announcement',
      filter: all(is('type', 'Restaurant'), is('country', 'SG')),
      topic: 'our new Christmas playlists',
    }),
  ],
  [
    'Create a Christmas campaign for hotels in Germany and France',
    draft({
      type: 'seasonal',
      filter: all(is('type', 'Hotel'), is('country', 'DE', 'FR')),
      topic: 'Christmas',
    }),
  ],
  [
    'Send a maintenance notice to SYB customers',
    send({ type: 'technical', filter: is('platform', 'Soundtrack Your Brand') }),
  ],
  [
    'survey all hotels in Bangkok',
    send({ type: 'survey', filter: all(is('type', 'Hotel'), is('city', 'Bangkok')) }),
  ],
  [
    'write to Anytime Fitness Thonglor about the renewal',
    send({ ...renewal(is('name', 'Anytime Fitness Thonglor')), topic: 'the renewal' }),
  ],
  [
    'I want to notify our hotel customers in bangkok that prices will go up in january',
    draft({
      type: 'announcement',
      filter: all(is('type', 'Hotel'), is('city', 'Bangkok')),
      topic: 'prices will go up in january',
    }),
  ],
  [
    'Tell all gyms that we open a new studio on Monday at 9am',
    send({
      type: 'announcement',
      filter: is('type', 'Gym'),
      topic: 'we open a new studio',
      schedule: { kind: 'local', date: '2026-11-23', time: '09:00' },
    }),
  ],
  [
    'send renewal reminders to hotels & gyms in BKK',
    send(renewal(is('type', 'Hotel', 'Gym'), is('city', 'Bangkok'))),
  ],
  [
    'send renewal reminders to expiring Hiltons expiring within 30 days',
    send(renewal(is('brand', 'Hilton'), ends('2026-11-21', '2026-12-21'))),
  ],
  [
    'send renewal reminders to hotels whose contracts expire in the last quarter of 2027',
    send(renewal(is('type', 'Hotel'), ends('2027-10-01', '2027-12-31'))),
  ],
  ['prepare the renewals for next month', draft(renewal(ends('2026-12-01', '2026-12-31')))],
  ['please do the October renewals', draft(renewal(OCTOBER))],
  ['Renewal reminder - Hiltons - October', draft(renewal(is('brand', 'Hilton'), OCTOBER))],
  [
    'Send all hotels in Bangkok a renewal reminder',
    send(renewal(is('type', 'Hotel'), is('city', 'Bangkok'))),
  ],
  [
    'send the GMs of all Hiltons a survey',
    send({ type: 'survey', filter: is('brand', 'Hilton'), roles: ['general_manager'] }),
  ],
  [
    'email the IT managers of SYB customers about the maintenance',
    send({
      type: 'technical',
      filter: is('platform', 'Soundtrack Your Brand'),
      channels: ['email'],
      roles: ['it'],
      topic: 'the maintenance',
    }),
  ],
  [
    "I'd like to test renewal reminders for Hiltons with the first customer only",
    [
      ...draft(renewal(is('brand', 'Hilton'))),
      { name: 'request_approval', args: { campaignId: '$draft', test: { kind: 'first_customer' } } },
    ],
  ],
  [
    'send a test of the renewal reminders for Hiltons to me@example.com',
    [
      ...draft(renewal(is('brand', 'Hilton'))),
      {
        name: 'request_approval',
        args: {
          campaignId: '$draft',
          test: { kind: 'address', channel: 'email', address: 'me@example.com' },
        },
      },
    ],
  ],
];

export const CREATE_CASES: RequestCase[] = ROWS.map(([say, calls, origin = 'written'], at) => ({
  id: `create-${at + 1}`,
  origin,
  split: 'dev',
  say,
  expect: Array.isArray(calls) ? { calls } : { calls: [], ...(calls as object) },
}));
