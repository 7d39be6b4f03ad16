// Sentences about the campaign that is there: Hiltons expiring in October 2027, or what `given` says.
import { CAMPAIGN_ID, customerId } from '../fixture.ts';
import { all, any, type ExpectedCall, ends, find, is, not, type RequestCase, send } from './request-case.ts';

type Row = [
  say: string,
  calls: ExpectedCall[] | { ask: true } | { says: string },
  given?: RequestCase['given'],
];

const OCTOBER = ends('2027-10-01', '2027-10-31');
const HILTONS = { draft: { filter: all(is('brand', 'Hilton'), OCTOBER) } };
const CITIES = { draft: { filter: all(is('brand', 'Hilton'), is('city', 'Bangkok', 'Phuket')) } };
const on = (name: string, args: Record<string, unknown> = {}): ExpectedCall[] => [
  { name, args: { campaignId: CAMPAIGN_ID, ...args } },
];
const edit = (patch: Record<string, unknown>): ExpectedCall[] => on('edit_campaign', { patch });
const filter = (...filters: Parameters<typeof all>) => edit({ filter: all(...filters) });
const approve = (args: Record<string, unknown> = {}) => on('request_approval', args);

const ROWS: Row[] = [
  ['drop Phuket', filter(is('brand', 'Hilton'), is('city', 'Bangkok')), CITIES],
  ['drop Phuket', filter(is('brand', 'Hilton'), OCTOBER, not(is('city', 'Phuket')))],
  ['without Thailand', filter(is('brand', 'Hilton'), OCTOBER, not(is('country', 'TH')))],
  ['exclude the gyms', filter(is('brand', 'Hilton'), OCTOBER, not(is('type', 'Gym')))],
  ['exclude Hilton Pattaya', edit({ excludedCustomerIds: ['Hilton Pattaya'] })],
  [
    'leave out Hilton Pattaya and Hilton Rayong',
    edit({ excludedCustomerIds: ['Hilton Pattaya', 'Hilton Rayong'] }),
  ],
  [
    'put Hilton Rayong back in',
    edit({ excludedCustomerIds: ['Hilton Pattaya'] }),
    {
      draft: {
        ...HILTONS.draft,
        excludedCustomerIds: [customerId('Hilton Pattaya'), customerId('Hilton Rayong')],
      },
    },
  ],
  ['add the Marriotts', filter(is('brand', 'Hilton', 'Marriott'), OCTOBER)],
  ['and the Hyatts?', filter(is('brand', 'Hilton', 'Hyatt'), OCTOBER)],
  ['also include gyms', filter(any(is('brand', 'Hilton'), is('type', 'Gym')), OCTOBER)],
  ['add Krabi', filter(is('brand', 'Hilton'), is('city', 'Bangkok', 'Phuket', 'Krabi')), CITIES],
  ['add Krabi', { ask: true }],
  ['the Novotels too', filter(is('brand', 'Hilton', 'Novotel'), OCTOBER)],
  ['only Bangkok', filter(is('brand', 'Hilton'), OCTOBER, is('city', 'Bangkok'))],
  ['only Bangkok', filter(is('brand', 'Hilton'), is('city', 'Bangkok')), CITIES],
  ['Bangkok only', filter(is('brand', 'Hilton'), OCTOBER, is('city', 'Bangkok'))],
  [
    'just the ones with more than 10 zones',
    filter(is('brand', 'Hilton'), OCTOBER, { op: 'between', field: 'unit_count', from: 11, to: null }),
  ],
  ['only those on SYB', filter(is('brand', 'Hilton'), OCTOBER, is('platform', 'Soundtrack Your Brand'))],
  ['no, November', filter(is('brand', 'Hilton'), ends('2026-11-21', '2026-11-30'))],
  ['no, I meant November 2027', filter(is('brand', 'Hilton'), ends('2027-11-01', '2027-11-30'))],
  ['make it next quarter', filter(is('brand', 'Hilton'), ends('2027-01-01', '2027-03-31'))],
  ['change it to the Marriotts', filter(is('brand', 'Marriott'), OCTOBER)],
  ['Krabi instead of Phuket', filter(is('brand', 'Hilton'), is('city', 'Bangkok', 'Krabi')), CITIES],
  ['drop Phuket and add Krabi', filter(is('brand', 'Hilton'), is('city', 'Bangkok', 'Krabi')), CITIES],
  ['not Phuket', filter(is('brand', 'Hilton'), is('city', 'Bangkok')), CITIES],
  ['by LINE instead', edit({ channels: ['line'] })],
  ['by email', edit({ channels: ['email'] })],
  ['over LINE and WhatsApp', edit({ channels: ['line', 'whatsapp'] })],
  ['not by WhatsApp', edit({ channels: ['line', 'email'] })],
  [
    'also by email',
    edit({ channels: ['line', 'email'] }),
    { draft: { ...HILTONS.draft, channels: ['line'] } },
  ],
  ['tomorrow 9am', edit({ schedule: { kind: 'local', date: '2026-11-22', time: '09:00' } })],
  ['tomorrow at 9am their time', edit({ schedule: { kind: 'local', date: '2026-11-22', time: '09:00' } })],
  ['on Monday', edit({ schedule: { kind: 'local', date: '2026-11-23', time: '09:00' } })],
  ['next Tuesday 10:00', edit({ schedule: { kind: 'local', date: '2026-11-24', time: '10:00' } })],
  [
    'on 1 December at 2:30 pm Bangkok time',
    edit({ schedule: { kind: 'at', at: '2026-12-01T07:30:00.000Z' } }),
  ],
  [
    'at 10 instead',
    edit({ schedule: { kind: 'local', date: '2026-11-25', time: '10:00' } }),
    { draft: { ...HILTONS.draft, schedule: { kind: 'local', date: '2026-11-25', time: '09:00' } } },
  ],
  ['now', edit({ schedule: { kind: 'now' } })],
  ['make it casual', edit({ tone: 'casual' })],
  ['more formal please', edit({ tone: 'formal' })],
  ['only the GMs', edit({ roles: ['general_manager'] })],
  ['send it to purchasing too', [...edit({ roles: ['purchasing'] }), ...approve()]],
  [
    'make it casual and send it by email tomorrow at 8am',
    [
      ...edit({
        tone: 'casual',
        channels: ['email'],
        schedule: { kind: 'local', date: '2026-11-22', time: '08:00' },
      }),
      ...approve(),
    ],
  ],
  ['send it', approve()],
  ['Send it now', approve()],
  ['go ahead', approve()],
  ['ask for approval', approve()],
  [
    'send a test to me@example.com',
    approve({ test: { kind: 'address', channel: 'email', address: 'me@example.com' } }),
  ],
  ['test to the first customer only', approve({ test: { kind: 'first_customer' } })],
  ['test it', approve({ test: { kind: 'first_customer' } })],
  [
    'send me a test at +66 81 234 5678',
    approve({ test: { kind: 'address', channel: 'whatsapp', address: '+66 81 234 5678' } }),
  ],
  ['show me who', on('show_audience')],
  ['which ones', on('show_audience')],
  ['how many', on('show_audience')],
  ['who would get it?', on('show_audience')],
  ['preview', on('preview_campaign')],
  ['show me the messages', on('preview_campaign')],
  ['what will the email say? preview it', on('preview_campaign', { channel: 'email' })],
  ['preview Hilton Rayong', on('preview_campaign', { customerId: customerId('Hilton Rayong') })],
  ['why is Hilton Rayong in?', on('explain_customer', { customerId: customerId('Hilton Rayong') })],
  ['stop', on('control_campaign', { action: 'stop' })],
  ['stop it', on('control_campaign', { action: 'stop' })],
  ['pause', on('control_campaign', { action: 'pause' })],
  ['resume', on('report_campaign')],
  ['undo', on('undo_edit')],
  ['take that back', on('undo_edit')],
  ['who said yes?', on('list_replies', { intent: 'accept' })],
  ['who declined', on('list_replies', { intent: 'decline' })],
  ['any replies?', on('list_replies')],
  ['how is it going', on('report_campaign')],
  ['how many were delivered?', on('report_campaign')],
  ['list my campaigns', [{ name: 'list_campaigns', args: {} }]],
  ['how many gyms are there in Bangkok?', find(is('type', 'Gym'), is('city', 'Bangkok'))],
  ['how many of them are in Bangkok?', find(is('brand', 'Hilton'), OCTOBER, is('city', 'Bangkok'))],
  [
    'Send Christmas greetings to all gyms',
    send({ type: 'seasonal', filter: is('type', 'Gym'), topic: 'Christmas' }),
  ],
  ['Bangkok', { ask: true }],
  ['drop the Hiltons', { says: 'nobody' }],
  ['approve it', { says: 'button' }],
  ['rename it to October Hiltons', edit({ name: 'October Hiltons' })],
  ['mention the free trial', { says: 'do not rewrite' }],
  ['only Zorblatt', { ask: true }],
];

export const FOLLOW_UP_CASES: RequestCase[] = ROWS.map(([say, expected, given = HILTONS], at) => ({
  id: `follow-up-${at + 1}`,
  origin: 'written',
  split: 'dev',
  say,
  given,
  expect: Array.isArray(expected) ? { calls: expected } : { calls: [], ...expected },
}));
