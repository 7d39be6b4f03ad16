// Conversations as ten account managers would have them, over the tenant of evals/fixture.ts: every kind of follow-up.
import type { Filter } from '../../core/audience/filter.ts';
import type { Draft } from '../../core/campaigns/draft.ts';
import type { ConversationRow, Stands } from './conversations.ts';
import { all, any, between, ends, is, not } from './request-case.ts';

const who = (...filters: Filter[]): Partial<Draft> => ({ filter: all(...filters) });
const find = (...filters: Filter[]): Stands => ({ find: all(...filters) });
const calls = (...names: string[]): Stands => ({ calls: names });
const at = (date: string, time: string): Partial<Draft> => ({ schedule: { kind: 'local', date, time } });
const brand = (...values: string[]) => is('brand', ...values);
const type = (...values: string[]) => is('type', ...values);
const city = (...values: string[]) => is('city', ...values);
const country = (...values: string[]) => is('country', ...values);
const region = (...values: string[]) => is('region', ...values);
const tier = (...values: string[]) => is('tier', ...values);
const zones = (from: number | null, to: number | null = null): Filter => between('unit_count', from, to);
const worth = (from: number): Filter => between('contract_value', from, null);
const top = (field: string, count: number): Filter => ({ op: 'top', field, end: 'highest', count });
const SYB = is('platform', 'Soundtrack Your Brand');
const BMS = is('platform', 'Beat Breeze');
const EITHER = is('platform', 'Soundtrack Your Brand', 'Beat Breeze');
const OCT = ends('2027-10-01', '2027-10-31');
const MAR = ends('2027-03-01', '2027-03-31');
const APR = ends('2027-04-01', '2027-04-30');
const DEC = ends('2026-12-01', '2026-12-31');
const Q1 = ends('2027-01-01', '2027-03-31');
const ASK: Stands = { ask: true };
const APPROVAL: Stands = calls('request_approval');
const LAPSED = is('contract_status', 'lapsed');

export const MANAGER_CONVERSATIONS: readonly ConversationRow[] = [
  // 1: Pim, in a hurry.
  [
    ['renewals to all hiltons expiring in october, draft', who(brand('Hilton'), OCT)],
    ['and the hyatts?', who(brand('Hilton', 'Hyatt'), OCT)],
    ['no not hyatt', who(brand('Hilton'), OCT)],
    ['just thailand', who(brand('Hilton'), OCT, country('TH'))],
    ['vietnam as well', who(brand('Hilton'), OCT, country('TH', 'VN'))],
    ['ok whatsapp. tomorrow 10am', { channels: ['whatsapp'], ...at('2026-11-22', '10:00') }],
  ],
  [
    ['how many gyms in bangkok', find(type('Gym'), city('Bangkok'))],
    ['in phuket', find(type('Gym'), city('Phuket'))],
    ['both', find(type('Gym'), city('Bangkok', 'Phuket'))],
    ['draft a survey for them', { type: 'survey', ...who(type('Gym'), city('Bangkok', 'Phuket')) }],
    ['only the silver ones', who(type('Gym'), city('Bangkok', 'Phuket'), tier('Silver'))],
    ['undo', who(type('Gym'), city('Bangkok', 'Phuket'))],
  ],
  [
    ['draft a christmas greeting for everyone in europe', { type: 'seasonal', ...who(region('Europe')) }],
    ['hotels only', who(region('Europe'), type('Hotel'))],
    ['leave out germany', who(region('Europe'), type('Hotel'), not(country('DE')))],
    ['and the uk', who(region('Europe'), type('Hotel'), not(country('DE')), not(country('GB')))],
    ['actually germany can stay', who(region('Europe'), type('Hotel'), not(country('GB')))],
    ['who is in now?', calls('show_audience')],
  ],
  // 2: Jonas, in whole sentences.
  [
    [
      'Please prepare renewal reminders for the Novotels in Thailand whose contracts end in March.',
      { type: 'renewal', ...who(brand('Novotel'), country('TH'), MAR) },
    ],
    ['Could you include April too?', who(brand('Novotel'), country('TH'), any(MAR, APR))],
    [
      'Please leave Hua Hin out of it.',
      who(brand('Novotel'), country('TH'), any(MAR, APR), not(city('Hua Hin'))),
    ],
    ['On second thought, Hua Hin may stay in.', who(brand('Novotel'), country('TH'), any(MAR, APR))],
    ['Let us send it on Monday at 9 then.', calls('edit_campaign', 'request_approval')],
  ],
  [
    ['Which restaurants do we have in Germany?', find(type('Restaurant'), country('DE'))],
    ['Which of those are on Beat Breeze?', find(type('Restaurant'), country('DE'), BMS)],
    ['And which are on Soundtrack?', find(type('Restaurant'), country('DE'), SYB)],
    [
      'Draft a technical notice about the app update for these.',
      { type: 'technical', ...who(type('Restaurant'), country('DE'), SYB) },
    ],
    ['The Beat Breeze ones too, please.', who(type('Restaurant'), country('DE'), EITHER)],
  ],
  // 3: Sara, terse.
  [
    ['draft survey marriotts', { type: 'survey', ...who(brand('Marriott')) }],
    ['phuket', ASK],
    ['in phuket', who(brand('Marriott'), city('Phuket'))],
    ['krabi', ASK],
    ['krabi instead', who(brand('Marriott'), city('Krabi'))],
    ['+ phuket', who(brand('Marriott'), city('Krabi', 'Phuket'))],
    ['- krabi', who(brand('Marriott'), city('Phuket'))],
  ],
  [
    ['draft renewals q1 hotels', { type: 'renewal', ...who(Q1, type('Hotel')) }],
    ['q2', who(type('Hotel'), ends('2027-04-01', '2027-06-30'))],
    ['malls too', who(type('Hotel', 'Mall'), ends('2027-04-01', '2027-06-30'))],
    ['10+ zones', who(type('Hotel', 'Mall'), ends('2027-04-01', '2027-06-30'), zones(10))],
    ['email', { channels: ['email'] }],
    ['line too', { channels: ['email', 'line'] }],
  ],
  // Two drafts.
  [
    ['draft renewals for Hiltons in Pattaya', who(brand('Hilton'), city('Pattaya'))],
    ['now a survey for the gyms in Berlin, draft', { type: 'survey', ...who(type('Gym'), city('Berlin')) }],
    ['make the tone formal please', { tone: 'formal', type: 'survey' }],
    ['go back to the renewals', { type: 'renewal', ...who(brand('Hilton'), city('Pattaya')) }],
    ['also rayong', who(brand('Hilton'), city('Pattaya', 'Rayong'))],
    ['now the survey again', { type: 'survey', tone: 'formal' }],
  ],
  // A question in the middle.
  [
    ['draft a renewal for all Centaras', who(brand('Centara'))],
    ['how many of them are in Krabi?', find(brand('Centara'), city('Krabi'))],
    ['only those', who(brand('Centara'), city('Krabi'))],
    ['why is Centara Grand Krabi in?', calls('explain_customer')],
    ['take it out', { excludedCustomerIds: ['Centara Grand Krabi'] }],
    ['put it back', { excludedCustomerIds: [] }],
  ],
  // Money and size.
  [
    ['list hotels worth more than 50k', find(type('Hotel'), worth(5_000_001))],
    ['more than 100k', find(type('Hotel'), worth(10_000_001))],
    ['top 10 of them by value', find(type('Hotel'), worth(10_000_001), top('contract_value', 10))],
    ['top 5', find(type('Hotel'), worth(10_000_001), top('contract_value', 5))],
    [
      'draft a follow-up for these five',
      { type: 'followup', ...who(type('Hotel'), worth(10_000_001), top('contract_value', 5)) },
    ],
  ],
  // Undo and redo.
  [
    ['draft a survey for hotels in Paris', who(type('Hotel'), city('Paris'))],
    ['add Tokyo', who(type('Hotel'), city('Paris', 'Tokyo'))],
    ['only silver', who(type('Hotel'), city('Paris', 'Tokyo'), tier('Silver'))],
    ['undo', who(type('Hotel'), city('Paris', 'Tokyo'))],
    ['undo', who(type('Hotel'), city('Paris'))],
    ['redo', who(type('Hotel'), city('Paris', 'Tokyo'))],
  ],
  // All of them again, the rest.
  [
    ['show me all lapsed customers in Thailand', find(LAPSED, country('TH'))],
    ['only the gyms', find(LAPSED, country('TH'), type('Gym'))],
    ['all of them again', find(LAPSED, country('TH'))],
    ['without the hotels', find(LAPSED, country('TH'), not(type('Hotel')))],
    ['draft a follow-up to these, by e-mail', { type: 'followup', channels: ['email'] }],
    ['not the platinum ones', who(LAPSED, country('TH'), not(type('Hotel')), not(tier('Platinum')))],
  ],
  // Second batch. 4: Rin, who corrects a lot.
  [
    ['draft renewals for hotels in Phuket ending in March', who(type('Hotel'), city('Phuket'), MAR)],
    ['sorry, Krabi', who(type('Hotel'), city('Krabi'), MAR)],
    ['april, not march', who(type('Hotel'), city('Krabi'), APR)],
    ['march and april', who(type('Hotel'), city('Krabi'), any(MAR, APR))],
    ['hm, not krabi, phuket', who(type('Hotel'), city('Phuket'), any(MAR, APR))],
    [
      'malls are fine too but no Centaras',
      who(type('Hotel', 'Mall'), city('Phuket'), any(MAR, APR), not(brand('Centara'))),
    ],
  ],
  [
    ['survey for the gyms in germany, draft please', { type: 'survey', ...who(type('Gym'), country('DE')) }],
    ['everywhere, not only germany', who(type('Gym'))],
    ['except asia', who(type('Gym'), not(region('Asia')))],
    ['hm no, asia can stay in', who(type('Gym'))],
    ['with at least 3 zones', who(type('Gym'), zones(3))],
    ['make it 5', who(type('Gym'), zones(5))],
  ],
  [
    ['who has not been contacted in the last 60 days?', calls('find_customers')],
    ['90 days', find(not({ op: 'did', field: 'was_contacted', from: '2026-08-23', to: '2026-11-21' }))],
    [
      'only the platinum ones',
      find(
        not({ op: 'did', field: 'was_contacted', from: '2026-08-23', to: '2026-11-21' }),
        tier('Platinum'),
      ),
    ],
    [
      'and silver',
      find(
        not({ op: 'did', field: 'was_contacted', from: '2026-08-23', to: '2026-11-21' }),
        tier('Platinum', 'Silver'),
      ),
    ],
    [
      'draft a follow-up for all of them',
      {
        type: 'followup',
        ...who(
          not({ op: 'did', field: 'was_contacted', from: '2026-08-23', to: '2026-11-21' }),
          tier('Platinum', 'Silver'),
        ),
      },
    ],
  ],
  // 5: Marco, English as a second language.
  [
    [
      'make please a survey for all Novotel in Thailand',
      { type: 'survey', ...who(brand('Novotel'), country('TH')) },
    ],
    ['also Ibis', who(brand('Novotel', 'Ibis'), country('TH'))],
    ['Mercure I forgot', who(brand('Novotel', 'Ibis', 'Mercure'), country('TH'))],
    ['without the Ibis please', who(brand('Novotel', 'Mercure'), country('TH'))],
    ['how many customer now?', calls('show_audience')],
    ['is ok. by mail, monday at 9 in the morning', { channels: ['email'], ...at('2026-11-23', '09:00') }],
  ],
  [
    ['list me the restaurants of Germany', find(type('Restaurant'), country('DE'))],
    ['and which of them is platinum?', find(type('Restaurant'), country('DE'), tier('Platinum'))],
    ['no I mean silver', find(type('Restaurant'), country('DE'), tier('Silver'))],
    [
      'make a announcement about the new app for this list',
      { type: 'announcement', ...who(type('Restaurant'), country('DE'), tier('Silver')) },
    ],
    ['it is too formal, make casual', { tone: 'casual' }],
  ],
  // 6: Ploy: other type, tone, channel, time.
  [
    [
      'draft renewals for Anantara, whatsapp',
      { type: 'renewal', channels: ['whatsapp'], ...who(brand('Anantara')) },
    ],
    ['rather by email', { channels: ['email'] }],
    ['and LINE', { channels: ['email', 'line'] }],
    ['not LINE after all', { channels: ['email'] }],
    ['friday 3pm', at('2026-11-27', '15:00')],
    ['one hour earlier', at('2026-11-27', '14:00')],
  ],
  [
    [
      'draft a seasonal greeting to the malls in Singapore',
      { type: 'seasonal', ...who(type('Mall'), country('SG')) },
    ],
    ['make it an announcement about the new app', { type: 'announcement', topic: 'the new app' }],
    ['call it Mall news', { name: 'Mall news' }],
    ['tomorrow morning', calls('edit_campaign')],
    ['no, as soon as it is approved', { schedule: { kind: 'now' } }],
    ['ok, ask for approval', APPROVAL],
  ],
  [
    ['draft renewals for Hyatt ending in december', who(brand('Hyatt'), DEC)],
    ['add the Zorblatts', ASK],
    ['forget it. January too', who(brand('Hyatt'), any(DEC, ends('2027-01-01', '2027-01-31')))],
    ['scratch that, February', who(brand('Hyatt'), ends('2027-02-01', '2027-02-28'))],
    ['start over: survey for everybody in Vietnam', { type: 'survey', ...who(country('VN')) }],
    ['what is waiting for approval?', calls('list_campaigns')],
  ],
  // 7: Ben, questions in between.
  [
    [
      'draft an announcement about the holiday hours to hotels in Thailand',
      { type: 'announcement', ...who(type('Hotel'), country('TH')) },
    ],
    ['how many of those are Hiltons?', find(type('Hotel'), country('TH'), brand('Hilton'))],
    ['leave those out', who(type('Hotel'), country('TH'), not(brand('Hilton')))],
    ['how many gyms do we have in Bangkok?', find(type('Gym'), city('Bangkok'))],
    [
      'add them',
      who(any(all(type('Hotel'), country('TH'), not(brand('Hilton'))), all(type('Gym'), city('Bangkok')))),
    ],
    ['undo', who(type('Hotel'), country('TH'), not(brand('Hilton')))],
  ],
  [
    ['how many customers are lapsed?', find(LAPSED)],
    ['in Thailand?', find(LAPSED, country('TH'))],
    ['and how many are in Vietnam?', find(LAPSED, country('VN'))],
    ['how many in Malaysia', find(LAPSED, country('MY'))],
    ['show me them', find(LAPSED, country('MY'))],
    ['send a follow-up to them on Tuesday', calls('draft_campaign', 'request_approval')],
  ],
  // 8: Yuki, two drafts.
  [
    ['draft renewals for Hiltons', who(brand('Hilton'))],
    ['same for the Hyatts', who(brand('Hyatt'))],
    ['by email', { channels: ['email'] }],
    ['back to the Hilton one', { channels: [], ...who(brand('Hilton')) }],
    ['in Pattaya only', who(brand('Hilton'), city('Pattaya'))],
    ['ok send the Hyatt one', calls('open_campaign', 'request_approval')],
  ],
  // 9: Omar: the rest.
  [
    ['show me the hotels in Vietnam', find(type('Hotel'), country('VN'))],
    ['just the ones on SYB', find(type('Hotel'), country('VN'), SYB)],
    ['the others', find(type('Hotel'), country('VN'), not(SYB))],
    [
      'draft a technical notice about the migration for them',
      { type: 'technical', ...who(type('Hotel'), country('VN'), not(SYB)) },
    ],
    ['only those in Hoi An', who(type('Hotel'), country('VN'), not(SYB), city('Hoi An'))],
    ['all again', who(type('Hotel'), country('VN'), not(SYB))],
  ],
  // Third batch. 10: Aom, long sentences.
  [
    [
      'Could you draft renewal reminders for every Hyatt in Vietnam and Thailand?',
      { type: 'renewal', ...who(brand('Hyatt'), country('VN', 'TH')) },
    ],
    ['Thanks, but please drop Thailand for now.', who(brand('Hyatt'), country('VN'))],
    [
      'And only those whose contract ends before June, please.',
      who(brand('Hyatt'), country('VN'), ends('2026-11-21', '2027-05-31')),
    ],
    ['Sorry, before July.', who(brand('Hyatt'), country('VN'), ends('2026-11-21', '2027-06-30'))],
    ['Send it by e-mail on Thursday at 10.', calls('edit_campaign', 'request_approval')],
  ],
  [
    ['Which hotels in Germany pay more than 1000 per zone?', calls('find_customers')],
    ['How many of these are gold tier?', calls('find_customers')],
    ['OK, forget the price.', find(type('Hotel'), country('DE'), tier('Gold'))],
    [
      'Prepare an announcement about our new support number for them.',
      { type: 'announcement', ...who(type('Hotel'), country('DE'), tier('Gold')) },
    ],
    ['Please include France as well.', who(type('Hotel'), country('DE', 'FR'), tier('Gold'))],
    [
      'And leave out the Novotels.',
      who(type('Hotel'), country('DE', 'FR'), tier('Gold'), not(brand('Novotel'))),
    ],
  ],
  // Pim again.
  [
    [
      'draft survey for bars and clubs in bangkok',
      { type: 'survey', ...who(type('Bar', 'Club'), city('Bangkok')) },
    ],
    ['w/o clubs', who(type('Bar'), city('Bangkok'))],
    ['restaurants n cafes too', who(type('Bar', 'Restaurant', 'Café'), city('Bangkok'))],
    ['only small ones', who(type('Bar', 'Restaurant', 'Café'), city('Bangkok'), is('size', 'small'))],
    [
      'medium ones too',
      who(type('Bar', 'Restaurant', 'Café'), city('Bangkok'), is('size', 'small', 'medium')),
    ],
    ['any size', who(type('Bar', 'Restaurant', 'Café'), city('Bangkok'))],
  ],
  [
    ['count hotels on soundtrack', find(type('Hotel'), SYB)],
    ['beat breeze?', find(type('Hotel'), BMS)],
    ['and gyms?', find(type('Gym'), BMS)],
    ['asia only', find(type('Gym'), BMS, region('Asia'))],
    ['drop thailand', find(type('Gym'), BMS, region('Asia'), not(country('TH')))],
    [
      'draft a technical notice abt the player update for those',
      { type: 'technical', ...who(type('Gym'), BMS, region('Asia'), not(country('TH'))) },
    ],
  ],
  [
    ['renewal draft for novotel hua hin', { type: 'renewal' }],
    ['no i meant novotel bangkok riverside', who(is('name', 'Novotel Bangkok Riverside'))],
    ['casual pls', { tone: 'casual' }],
    ['shorter', calls('edit_campaign')],
    ['what does it say?', calls('preview_campaign')],
    ['send', APPROVAL],
  ],
  // Jonas again.
  [
    ['Draft a survey for all serviced residences.', { type: 'survey', ...who(type('Serviced Residence')) }],
    ['Would you restrict it to the Gulf?', who(type('Serviced Residence'), region('The Gulf'))],
    ['Rather Qatar only.', who(type('Serviced Residence'), country('QA'))],
    ['How many is that?', calls('show_audience')],
    ['Take that back, please.', calls('undo_edit')],
    ['Tomorrow at 8:30, please.', at('2026-11-22', '08:30')],
  ],
  // Sara again.
  [
    ['hiltons ending in march, renewal, draft', { type: 'renewal', ...who(brand('Hilton'), MAR) }],
    ['+ april', who(brand('Hilton'), any(MAR, APR))],
    ['- march', who(brand('Hilton'), APR)],
    ['+ marriotts', who(brand('Hilton', 'Marriott'), APR)],
    ['not in phuket', who(brand('Hilton', 'Marriott'), APR, not(city('Phuket')))],
    ['all of thailand', ASK],
  ],
  [
    ['who are my top 20 customers by value?', calls('find_customers')],
    ['only the hotels', find(type('Hotel'), top('contract_value', 20))],
    ['top 10', find(type('Hotel'), top('contract_value', 10))],
    ['draft a christmas greeting to them', { type: 'seasonal' }],
    ['17 december at 9', at('2026-12-17', '09:00')],
    ['the 18th instead', at('2026-12-18', '09:00')],
  ],
  // Rin again.
  [
    [
      'draft renewals for Accor hotels in Bangkok',
      who(is('owner_group', 'Accor'), type('Hotel'), city('Bangkok')),
    ],
    ['wrong city, Phuket', who(is('owner_group', 'Accor'), type('Hotel'), city('Phuket'))],
    ['no, all of Thailand', who(is('owner_group', 'Accor'), type('Hotel'), country('TH'))],
    [
      'hm, without Bangkok',
      who(is('owner_group', 'Accor'), type('Hotel'), country('TH'), not(city('Bangkok'))),
    ],
    ['Bangkok can be in again', who(is('owner_group', 'Accor'), type('Hotel'), country('TH'))],
    [
      'no Novotels though',
      who(is('owner_group', 'Accor'), type('Hotel'), country('TH'), not(brand('Novotel'))),
    ],
  ],
  // Ben again: several things at once.
  [
    ['draft a survey for gyms in Germany', who(type('Gym'), country('DE'))],
    [
      'add France, drop everyone with fewer than 3 zones',
      who(type('Gym'), country('DE', 'FR'), not(zones(null, 2))),
    ],
    ['by LINE and tomorrow at noon', { channels: ['line'], ...at('2026-11-22', '12:00') }],
    ['make it formal and by email instead', { tone: 'formal', channels: ['email'] }],
    [
      'drop France again and make it next Monday',
      { ...who(type('Gym'), country('DE'), not(zones(null, 2))), ...at('2026-11-23', '12:00') },
    ],
  ],
  // Yuki again.
  [
    ['show me customers without an end date', find(not({ op: 'known', field: 'contract_end' }))],
    ['in Vietnam', find(not({ op: 'known', field: 'contract_end' }), country('VN'))],
    ['hotels?', find(not({ op: 'known', field: 'contract_end' }), country('VN'), type('Hotel'))],
    ['go back to all of Vietnam', find(not({ op: 'known', field: 'contract_end' }), country('VN'))],
    ['save these as Vietnam open', calls('save_segment')],
  ],
  // Omar again.
  [
    [
      'draft a follow-up for lapsed gyms in Bangkok',
      { type: 'followup', ...who(LAPSED, type('Gym'), city('Bangkok')) },
    ],
    ['what about Chiang Mai?', who(LAPSED, type('Gym'), city('Bangkok', 'Chiang Mai'))],
    ['just Chiang Mai then', who(LAPSED, type('Gym'), city('Chiang Mai'))],
    ['hmm go back', who(LAPSED, type('Gym'), city('Bangkok', 'Chiang Mai'))],
    ['who is in it?', calls('show_audience')],
    ['remove Anytime Fitness Thonglor', { excludedCustomerIds: ['Anytime Fitness Thonglor'] }],
  ],
  // Fourth batch.
  [
    ['how many hotels do we have in Krabi', find(type('Hotel'), city('Krabi'))],
    ['same for Phuket', find(type('Hotel'), city('Phuket'))],
    ['and the whole of Thailand', find(type('Hotel'), country('TH'))],
    ['list the ones there on Beat Breeze', find(type('Hotel'), country('TH'), BMS)],
    ['great. survey for these, draft', { type: 'survey', ...who(type('Hotel'), country('TH'), BMS) }],
    ['thx', calls()],
  ],
  [
    ['draft renewals for Marriotts ending next quarter', who(brand('Marriott'), Q1)],
    ['the quarter after', who(brand('Marriott'), ends('2027-04-01', '2027-06-30'))],
    ['only the GMs', { roles: ['general_manager'] }],
    ['purchasing too', { roles: ['general_manager', 'purchasing'] }],
    [
      'scrap it, draft a survey for the gyms in Berlin instead',
      { type: 'survey', ...who(type('Gym'), city('Berlin')) },
    ],
  ],
  [
    [
      'draft an announcement about the price change to restaurants in France and Germany',
      who(type('Restaurant'), country('FR', 'DE')),
    ],
    ['Germany only', who(type('Restaurant'), country('DE'))],
    ['now the same for France', { type: 'announcement', ...who(type('Restaurant'), country('FR')) }],
    ['that one by LINE', { channels: ['line'], ...who(type('Restaurant'), country('FR')) }],
    ['go back to the German one', { ...who(type('Restaurant'), country('DE')), channels: [] }],
    ['send that one tomorrow at 9', calls('edit_campaign', 'request_approval')],
  ],
  [
    ['top 20 by number of zones', find(top('unit_count', 20))],
    ['in Thailand', find(country('TH'), top('unit_count', 20))],
    ['make it 10', find(country('TH'), top('unit_count', 10))],
    ['without gyms', find(country('TH'), not(type('Gym')), top('unit_count', 10))],
    [
      'draft a check-in for these ten',
      { type: 'followup', ...who(country('TH'), not(type('Gym')), top('unit_count', 10)) },
    ],
  ],
  [
    ['Send a survey to all gyms in London on Monday at 9am', calls('draft_campaign', 'request_approval')],
    ['wait, only the gold tier ones', who(type('Gym'), city('London'), tier('Gold'))],
    ['and Tuesday rather than Monday', at('2026-11-24', '09:00')],
    ['10 o’clock', at('2026-11-24', '10:00')],
    ['ok go ahead', APPROVAL],
  ],
  [
    ['draft renewals for hotels in Thailand that expire in March', who(type('Hotel'), country('TH'), MAR)],
    ['a month later', who(type('Hotel'), country('TH'), APR)],
    ['what would it say?', calls('preview_campaign')],
    ['more casual', { tone: 'casual' }],
    ['is Hilton Pattaya in it?', calls('explain_customer')],
    ['leave it out then', { excludedCustomerIds: ['Hilton Pattaya'] }],
  ],
  [
    ['who has more than 10 zones in Vietnam?', find(zones(11), country('VN'))],
    ['5 is enough', find(zones(5), country('VN'))],
    ['only hotels and malls', find(zones(5), country('VN'), type('Hotel', 'Mall'))],
    ['not the malls', find(zones(5), country('VN'), type('Hotel'))],
    ['who is left?', calls('find_customers')],
    [
      'write them a seasonal greeting, draft only',
      { type: 'seasonal', ...who(zones(5), country('VN'), type('Hotel')) },
    ],
  ],
  [
    ['draft a survey for all customers of Tom Example', who(is('owner', 'Tom Example'))],
    ['no, mine', who(is('owner', 'Nina Sample'))],
    ['in Europe', who(is('owner', 'Nina Sample'), region('Europe'))],
    ['all regions again', who(is('owner', 'Nina Sample'))],
    ['except lapsed ones', who(is('owner', 'Nina Sample'), not(LAPSED))],
  ],
  [
    ['renewals for Iron & Oak Gym, draft', { type: 'renewal', ...who(is('name', 'Iron & Oak Gym')) }],
    ['and Anytime Fitness Thonglor', who(is('name', 'Iron & Oak Gym', 'Anytime Fitness Thonglor'))],
    ['no not Iron & Oak', calls('edit_campaign')],
    ['by whatsapp please', { channels: ['whatsapp'] }],
    ['when does it go out?', calls()],
  ],
  [
    ['draft renewals for the Novotels ending between January and March', who(brand('Novotel'), Q1)],
    ['until June', calls('edit_campaign')],
    ['only until end of February', calls('edit_campaign')],
    ['drop the dates', who(brand('Novotel'))],
    ['VIPs only', who(brand('Novotel'), is('tag', 'VIP'))],
    ['no, everyone', who(brand('Novotel'))],
  ],
  [
    ['show me lapsed hotels', find(LAPSED, type('Hotel'))],
    ['active ones', find(is('contract_status', 'active'), type('Hotel'))],
    ['how many of those are on SYB?', find(is('contract_status', 'active'), type('Hotel'), SYB)],
    ['and on Beat Breeze?', find(is('contract_status', 'active'), type('Hotel'), BMS)],
    ['draft an announcement about the new app for both', calls('draft_campaign')],
  ],
  [
    ['draft a survey for bars in Paris', who(type('Bar'), city('Paris'))],
    ['I forgot London', who(type('Bar'), city('Paris', 'London'))],
    ['drop Paris, add Berlin', who(type('Bar'), city('London', 'Berlin'))],
    ['just Berlin', who(type('Bar'), city('Berlin'))],
    ['undo', who(type('Bar'), city('London', 'Berlin'))],
    ['undo that too', who(type('Bar'), city('Paris', 'London'))],
  ],
  // Fifth batch.
  [
    [
      'Draft a survey for our platinum hotels in Asia.',
      { type: 'survey', ...who(tier('Platinum'), type('Hotel'), region('Asia')) },
    ],
    ['Not only hotels, gyms as well.', who(tier('Platinum'), type('Hotel', 'Gym'), region('Asia'))],
    [
      'We already did Japan, so without Japan.',
      who(tier('Platinum'), type('Hotel', 'Gym'), region('Asia'), not(country('JP'))),
    ],
    [
      'And Singapore.',
      who(tier('Platinum'), type('Hotel', 'Gym'), region('Asia'), not(country('JP')), not(country('SG'))),
    ],
    ['How many are left?', calls('show_audience')],
    ['Good. Friday 14:00, e-mail only.', { channels: ['email'], ...at('2026-11-27', '14:00') }],
  ],
  [
    ['renewals for hiltons in thailand, draft', who(brand('Hilton'), country('TH'))],
    ['with the marriotts', who(brand('Hilton', 'Marriott'), country('TH'))],
    ['in vietnam too', who(brand('Hilton', 'Marriott'), country('TH', 'VN'))],
    ['scratch vietnam', who(brand('Hilton', 'Marriott'), country('TH'))],
    ['ending this year', who(brand('Hilton', 'Marriott'), country('TH'), ends('2026-11-21', '2026-12-31'))],
    [
      'or in january',
      who(
        brand('Hilton', 'Marriott'),
        country('TH'),
        any(ends('2026-11-21', '2026-12-31'), ends('2027-01-01', '2027-01-31')),
      ),
    ],
  ],
  [
    ['which gyms are in Bangkok?', find(type('Gym'), city('Bangkok'))],
    ['any in Phuket?', find(type('Gym'), city('Phuket'))],
    ['what about Chiang Mai', find(type('Gym'), city('Chiang Mai'))],
    ['and spas?', find(type('Spa'), city('Chiang Mai'))],
    [
      'draft a renewal to them for next Wednesday 11am',
      { type: 'renewal', ...who(type('Spa'), city('Chiang Mai')), ...at('2026-11-25', '11:00') },
    ],
  ],
  [
    ['draft a renewal to customers ending in the next 30 days', who(ends('2026-11-21', '2026-12-21'))],
    ['60', who(ends('2026-11-21', '2027-01-20'))],
    ['only those above 100k', who(ends('2026-11-21', '2027-01-20'), worth(10_000_001))],
    ['below is fine too', ASK],
    ['forget the value', who(ends('2026-11-21', '2027-01-20'))],
    ['not the lapsed ones', calls('edit_campaign')],
  ],
  [
    ['survey for Hyatts, draft', who(brand('Hyatt'))],
    ['change the type to announcement, about the new app', { type: 'announcement', topic: 'the new app' }],
    ['no, back to survey', { type: 'survey' }],
    ['email and whatsapp', { channels: ['email', 'whatsapp'] }],
    ['no whatsapp', { channels: ['email'] }],
    ['send on 1 december 9am', calls('edit_campaign', 'request_approval')],
  ],
  [
    [
      'Draft an announcement about the new catalogue to malls and retail in Singapore.',
      who(type('Mall', 'Retail'), country('SG')),
    ],
    ['Malls only.', who(type('Mall'), country('SG'))],
    ['Hmm, retail too.', who(type('Mall', 'Retail'), country('SG'))],
    ['Malaysia as well, please.', who(type('Mall', 'Retail'), country('SG', 'MY'))],
    ['Only Malaysia.', who(type('Mall', 'Retail'), country('MY'))],
    ['Undo.', who(type('Mall', 'Retail'), country('SG', 'MY'))],
  ],
  [
    ['how many customers have VIP', find(is('tag', 'VIP'))],
    ['of these how many are hotels', find(is('tag', 'VIP'), type('Hotel'))],
    [
      'and how many of them expire this quarter?',
      find(is('tag', 'VIP'), type('Hotel'), ends('2026-11-21', '2026-12-31')),
    ],
    [
      'ok renewal draft for them',
      { type: 'renewal', ...who(is('tag', 'VIP'), type('Hotel'), ends('2026-11-21', '2026-12-31')) },
    ],
    ['next quarter too', who(is('tag', 'VIP'), type('Hotel'), any(ends('2026-11-21', '2026-12-31'), Q1))],
  ],
  [
    ['draft a survey for customers in Pattaya and Rayong', who(city('Pattaya', 'Rayong'))],
    ['only hotels there', who(city('Pattaya', 'Rayong'), type('Hotel'))],
    ['remove Hilton Pattaya and Hilton Rayong', { excludedCustomerIds: ['Hilton Pattaya', 'Hilton Rayong'] }],
    ['Hilton Rayong can stay', { excludedCustomerIds: ['Hilton Pattaya'] }],
    ['go back two steps', calls('undo_edit', 'undo_edit')],
  ],
  // Who was left out is none of them.
  [
    ['draft a survey for hotels in Pattaya and Rayong', who(type('Hotel'), city('Pattaya', 'Rayong'))],
    ['remove Hilton Pattaya', { excludedCustomerIds: ['Hilton Pattaya'] }],
    [
      'how many of them are in Pattaya?',
      find(type('Hotel'), not(is('name', 'Hilton Pattaya')), city('Pattaya')),
    ],
  ],
  [
    ['draft a follow-up for hotels we contacted in the last 30 days', calls('draft_campaign')],
    ['90 days', calls('edit_campaign')],
    ['in Thailand only', calls('edit_campaign')],
    ['not the Centaras', calls('edit_campaign')],
    ['everybody in Thailand then', ASK],
  ],
  [
    ['renewals for Tim Hortons, draft', who(brand('Tim Hortons'))],
    ['Singapore', ASK],
    ['only Singapore', who(brand('Tim Hortons'), country('SG'))],
    ['name it TH Singapore', { name: 'TH Singapore' }],
    ['day after tomorrow, 4pm', at('2026-11-23', '16:00')],
    ['half an hour earlier', at('2026-11-23', '15:30')],
  ],
  [
    ['draft a survey for gyms', who(type('Gym'))],
    ['draft renewals for hotels ending in March', who(type('Hotel'), MAR)],
    ['email', { channels: ['email'] }],
    ['the survey should go by LINE', { type: 'survey', channels: ['line'] }],
    ['and the renewals tomorrow at 10', { type: 'renewal', ...at('2026-11-22', '10:00') }],
  ],
  [
    ['hotels in Vietnam, how many?', find(type('Hotel'), country('VN'))],
    ['and if we leave out the Hiltons?', find(type('Hotel'), country('VN'), not(brand('Hilton')))],
    [
      'ok, draft a seasonal greeting about Tet to those',
      { type: 'seasonal', ...who(type('Hotel'), country('VN'), not(brand('Hilton'))) },
    ],
    ['the Hiltons too after all', who(type('Hotel'), country('VN'))],
    ['make the tone formal', { tone: 'formal' }],
  ],
  // Sixth batch.
  [
    [
      'draft a christmas greeting for malls in Asia',
      { type: 'seasonal', ...who(type('Mall'), region('Asia')) },
    ],
    ['Japan out', who(type('Mall'), region('Asia'), not(country('JP')))],
    ['and Singapore too', who(type('Mall'), region('Asia'), not(country('JP')), not(country('SG')))],
    ['Japan back in', who(type('Mall'), region('Asia'), not(country('SG')))],
    [
      'just the platinum ones, by email',
      { channels: ['email'], ...who(type('Mall'), region('Asia'), not(country('SG')), tier('Platinum')) },
    ],
    ['all of them again', who(type('Mall'), region('Asia'), not(country('SG')))],
  ],
  [
    [
      'List the Hyatts whose contracts end this year.',
      find(brand('Hyatt'), ends('2026-11-21', '2026-12-31')),
    ],
    ['What about next year?', find(brand('Hyatt'), ends('2027-01-01', '2027-12-31'))],
    ['Only Vietnam, please.', find(brand('Hyatt'), ends('2027-01-01', '2027-12-31'), country('VN'))],
    [
      'Prepare renewals for them.',
      { type: 'renewal', ...who(brand('Hyatt'), ends('2027-01-01', '2027-12-31'), country('VN')) },
    ],
    [
      'Do the same for the Novotels, please.',
      { type: 'renewal', ...who(brand('Novotel'), ends('2027-01-01', '2027-12-31'), country('VN')) },
    ],
  ],
  [
    [
      'draft survey for SYB hotels in malaysia',
      { type: 'survey', ...who(SYB, type('Hotel'), country('MY')) },
    ],
    ['BMS too', who(EITHER, type('Hotel'), country('MY'))],
    ['only BMS actually', who(BMS, type('Hotel'), country('MY'))],
    ['at least 4 zones', who(BMS, type('Hotel'), country('MY'), zones(4))],
    ['no, 6', who(BMS, type('Hotel'), country('MY'), zones(6))],
    ['drop the zone limit', who(BMS, type('Hotel'), country('MY'))],
  ],
  [
    ['how many gyms are lapsed?', find(type('Gym'), LAPSED)],
    ['how many of them in Berlin', find(type('Gym'), LAPSED, city('Berlin'))],
    ['and in London', find(type('Gym'), LAPSED, city('London'))],
    ['both together', find(type('Gym'), LAPSED, city('Berlin', 'London'))],
    [
      'draft a follow-up for them, LINE, wednesday 10am',
      { type: 'followup', channels: ['line'], ...at('2026-11-25', '10:00') },
    ],
    ['thursday', at('2026-11-26', '10:00')],
  ],
  [
    ['renewals for hotels in Phuket and Krabi, draft', who(type('Hotel'), city('Phuket', 'Krabi'))],
    ['swap Krabi for Hua Hin', who(type('Hotel'), city('Phuket', 'Hua Hin'))],
    ['take Phuket out as well', who(type('Hotel'), city('Hua Hin'))],
    ['hm no, put Phuket back', who(type('Hotel'), city('Hua Hin', 'Phuket'))],
    ['ending before April', who(type('Hotel'), city('Hua Hin', 'Phuket'), ends('2026-11-21', '2027-03-31'))],
    ['any date', who(type('Hotel'), city('Hua Hin', 'Phuket'))],
  ],
  [
    [
      'draft an announcement about the office move to customers in Doha',
      { type: 'announcement', ...who(city('Doha')) },
    ],
    ['all of Qatar', who(country('QA'))],
    ['and the rest of the Gulf', ASK],
    ['make it the Gulf', who(region('The Gulf'))],
    ['not Doha', who(region('The Gulf'), not(city('Doha')))],
    ['undo twice', calls('undo_edit', 'undo_edit')],
  ],
  [
    ['draft renewals for Sofitel', who(brand('Sofitel'))],
    ['draft a survey for Mercure', { type: 'survey', ...who(brand('Mercure')) }],
    ['which drafts do I have?', calls('list_campaigns')],
    ['open the first one', { type: 'renewal', ...who(brand('Sofitel')) }],
    ['add Ibis', who(brand('Sofitel', 'Ibis'))],
    ['send it on 2 December at 9', calls('edit_campaign', 'request_approval')],
  ],
  [
    ['draft a survey for the silver hotels', who(tier('Silver'), type('Hotel'))],
    ['the Bangkok ones', who(tier('Silver'), type('Hotel'), city('Bangkok'))],
    ['Phuket ones too', who(tier('Silver'), type('Hotel'), city('Bangkok', 'Phuket'))],
    ['those with an end date only', calls('edit_campaign')],
    ['what does the email look like?', calls('preview_campaign')],
    ['nah, WhatsApp', { channels: ['whatsapp'] }],
  ],
  // What is said around a wish.
  [
    ['draft a survey for hotels in Thailand', { type: 'survey' }],
    ['turn it into an announcement about the new app', { type: 'announcement', topic: 'the new app' }],
    ['hmm, too many. only the platinum ones', who(type('Hotel'), country('TH'), tier('Platinum'))],
    [
      'can you narrow that down to Phuket?',
      who(type('Hotel'), country('TH'), tier('Platinum'), city('Phuket')),
    ],
    [
      'no need to write to the Centaras',
      who(type('Hotel'), country('TH'), tier('Platinum'), city('Phuket'), not(brand('Centara'))),
    ],
    [
      'those with fewer than 3 zones can be dropped',
      who(
        type('Hotel'),
        country('TH'),
        tier('Platinum'),
        city('Phuket'),
        not(brand('Centara')),
        not(zones(null, 2)),
      ),
    ],
  ],
];
