import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { customerId, situation, uuid } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const empty = { campaign: null, lastFilter: null, pendingApproval: false };
const planOf = (say: string, thread: object = {}) => {
  const given = situation({ ...empty, ...thread });
  const segments = [
    { id: uuid(900), name: 'The coast' },
    { id: uuid(901), name: 'Big ones' },
  ];
  return plan(say, { ...given, vocabulary: { ...given.vocabulary, segments } });
};
const callsOf = (say: string, thread: object = {}) => planOf(say, thread).calls;
const lastFilter = is('city', 'Phuket');
const hotels = all(is('type', 'Hotel'), is('city', 'Bangkok'));
const coast = is('segment', uuid(900));

describe('an audience that is proposed', () => {
  it.each<[string, object]>([
    [
      'business type is Hotel, contract ends in the next 60 days',
      all(is('type', 'Hotel'), {
        op: 'between',
        field: 'contract_end',
        from: '2026-11-21',
        to: '2027-01-20',
      }),
    ],
    ['country is Thailand, business type is Hotel', all(is('country', 'TH'), is('type', 'Hotel'))],
    [
      'number of zones is at least 8, contract status is lapsed',
      all({ op: 'between', field: 'unit_count', from: 8 }, is('contract_status', 'lapsed')),
    ],
  ])('is found by its words: “%s”', (words, filter) => {
    expect(callsOf(`Find customers where ${words}`)[0]?.args).toMatchObject({ filter });
  });
});

describe('how far an audience can be reached', () => {
  it.each<[string, object]>([
    ['How many of these can we reach on WhatsApp?', { channels: ['whatsapp'] }],
    ['how many of them can be reached by email', { channels: ['email'] }],
    ['can we reach all of them?', {}],
    ['what is the reach', {}],
    ['Is this list big enough for a test?', {}],
    ['are these too many for today', {}],
  ])('“%s” is about the list in hand', (say, more) => {
    expect(callsOf(say, { lastFilter })).toEqual([
      { name: 'measure_reach', args: { filter: lastFilter, ...more } },
    ]);
  });

  it.each<[string, object]>([
    ['What is the reach of hotels in Bangkok?', { filter: hotels }],
    ['show me the reach for hotels in Bangkok on WhatsApp', { filter: hotels, channels: ['whatsapp'] }],
    ['how far can we reach the segment The coast', { filter: coast }],
    [
      'what is the reach of gyms on Beat Breeze',
      { filter: all(is('type', 'Gym'), is('platform', 'Beat Breeze')) },
    ],
  ])('“%s” is about whom it names', (say, args) => {
    expect(callsOf(say, { lastFilter })).toEqual([{ name: 'measure_reach', args }]);
  });

  it('asks whom, where there is no list and where nobody of that name is known', () => {
    expect(planOf('how many of these can we reach on WhatsApp?').say).toMatch(/no list here yet/);
    expect(callsOf('what is the reach of hotels in Blorpville?')).not.toMatchObject([
      { name: 'measure_reach' },
    ]);
  });
});

describe('how an audience could be another size', () => {
  it.each<[string, 'larger' | 'smaller']>([
    ['How could I make it larger?', 'larger'],
    ['how can we make this list bigger', 'larger'],
    ['how could they be more?', 'larger'],
    ['How can I reach more people?', 'larger'],
    ['how could I widen the audience?', 'larger'],
    ['how could I make it smaller?', 'smaller'],
    ['how do we narrow it down?', 'smaller'],
    ['how can I reach fewer customers', 'smaller'],
  ])('“%s” is about the list in hand: %s', (say, aim) => {
    expect(callsOf(say, { lastFilter })).toEqual([
      { name: 'optimise_audience', args: { filter: lastFilter, aim } },
    ]);
  });

  it('of a segment by its name, and of nobody where there is no list', () => {
    expect(callsOf('how could I make the segment The coast larger?')).toEqual([
      { name: 'optimise_audience', args: { filter: coast, aim: 'larger' } },
    ]);
    expect(planOf('how could I make it larger?').say).toMatch(/no list here yet/);
    // A letter, a picture, a budget: no audience.
    for (const say of ['make it shorter', 'how could I make the logo bigger?'])
      expect(callsOf(say, { lastFilter })).not.toMatchObject([{ name: 'optimise_audience' }]);
  });
});

describe('how two audiences overlap', () => {
  it.each([
    'What is the overlap between the segment The coast and hotels in Bangkok?',
    'how much do The coast and hotels in Bangkok overlap?',
    'compare segment The coast with hotels in Bangkok',
  ])('“%s”', (say) => {
    expect(callsOf(say)).toEqual([{ name: 'compare_audiences', args: { first: coast, second: hotels } }]);
  });

  it('takes two segments by their names alone, also where “and” stands in a name', () => {
    const both = { first: coast, second: is('segment', uuid(901)) };
    for (const say of [
      'overlap of the coast and big ones',
      'how many customers are in both the coast and big ones',
    ])
      expect(callsOf(say)).toEqual([{ name: 'compare_audiences', args: both }]);
  });

  it('knows the last two lists, and asks which where there is only one', () => {
    const say = 'how much do these two overlap?';
    expect(callsOf(say, { lastFilter, earlierFilter: hotels })).toEqual([
      { name: 'compare_audiences', args: { first: hotels, second: lastFilter } },
    ]);
    expect(planOf(say, { lastFilter }).calls).toEqual([]);
    expect(callsOf('how much does this overlap with the segment the coast', { lastFilter })).toEqual([
      { name: 'compare_audiences', args: { first: lastFilter, second: coast } },
    ]);
  });
});

describe('what an audience is like', () => {
  it.each<[string, object]>([
    ['break them down by city', { filter: lastFilter, fields: ['city'] }],
    ['what are they like?', { filter: lastFilter }],
    ['how do hotels in Bangkok split by platform', { filter: hotels, fields: ['platform'] }],
    ['how many hotels in Bangkok per brand?', { filter: hotels, fields: ['brand'] }],
    ['breakdown by countries', { filter: lastFilter, fields: ['country'] }],
  ])('“%s”', (say, args) => {
    expect(callsOf(say, { lastFilter })).toEqual([{ name: 'describe_audience', args }]);
  });
});

describe('why', () => {
  it('nobody is in a list', () => {
    for (const say of [
      'why is nobody in there?',
      'which condition leaves nobody?',
      'why are there no matches',
    ])
      expect(callsOf(say, { lastFilter })).toEqual([{ name: 'find_nearest', args: { filter: lastFilter } }]);
  });

  it('somebody is in a list or a segment, or not', () => {
    const about = { customerId: customerId('Hilton Rayong') };
    for (const say of ['why is Hilton Rayong in?', 'why is Hilton Rayong not in there?'])
      expect(callsOf(say, { lastFilter })).toEqual([
        { name: 'explain_customer', args: { filter: lastFilter, ...about } },
      ]);
    expect(callsOf('why is Hilton Rayong not in the segment The coast?')).toEqual([
      { name: 'explain_customer', args: { filter: coast, ...about } },
    ]);
  });
});
