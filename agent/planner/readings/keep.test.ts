import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation, uuid } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const empty = { campaign: null, lastFilter: null, pendingApproval: false };
const callsOf = (say: string, thread: object = {}) => {
  const given = situation({ ...empty, ...thread });
  const vocabulary = { ...given.vocabulary, segments: [{ id: uuid(900), name: 'The coast' }] };
  return plan(say, { ...given, vocabulary }).calls;
};

describe('sentences about segments', () => {
  const lastFilter = is('city', 'Phuket');
  it.each([
    ['save this as a segment', { filter: lastFilter }],
    ['Please save these customers as a segment called South', { filter: lastFilter, name: 'South' }],
    ['freeze this list as a segment', { filter: lastFilter, kind: 'frozen' }],
    [
      'save them as a frozen segment named "Q1 list".',
      { filter: lastFilter, kind: 'frozen', name: 'Q1 list' },
    ],
  ])('“%s” keeps who was listed', (say, args) => {
    expect(callsOf(say, { lastFilter })).toEqual([{ name: 'save_segment', args }]);
  });

  it('read whom it is for as a question would', () => {
    const filter = all(is('type', 'Gym'), is('city', 'Bangkok'));
    expect(callsOf('save all gyms in Bangkok as a segment called Fit')).toEqual([
      { name: 'save_segment', args: { filter, name: 'Fit' } },
    ]);
    expect(callsOf('create a frozen segment of gyms in Bangkok')).toEqual([
      { name: 'save_segment', args: { filter, kind: 'frozen' } },
    ]);
  });

  it.each([
    'Keep all gyms in Bangkok as a segment called Fit',
    'New segment: gyms in Bangkok, called Fit',
    'I want a segment with gyms in Bangkok named Fit',
    'Create a segment "Fit" with all gyms in Bangkok',
    'make me a new segment called “Fit” of gyms in Bangkok',
    'make a segment of all gyms in Bangkok and call it Fit',
    'save the gyms in Bangkok as Fit',
  ])('say it as somebody new would: %s', (say) => {
    const filter = all(is('type', 'Gym'), is('city', 'Bangkok'));
    expect(callsOf(say)).toEqual([{ name: 'save_segment', args: { filter, name: 'Fit' } }]);
  });

  it('list them, and find who is in one', () => {
    expect(callsOf('list my segments')).toEqual([{ name: 'list_segments', args: {} }]);
    expect(callsOf('how many customers are in the segment the coast?')).toEqual([
      { name: 'find_customers', args: { filter: is('segment', uuid(900)) } },
    ]);
  });

  it.each([
    ['draft a survey to the segment The coast', is('segment', uuid(900))],
    [
      'draft a survey to all hotels in segment "The coast"',
      all(is('type', 'Hotel'), is('segment', uuid(900))),
    ],
    ['draft a survey to the The coast segment by email', is('segment', uuid(900))],
  ])('“%s” is for those in it', (say, filter) => {
    expect(callsOf(say)).toMatchObject([{ name: 'draft_campaign', args: { type: 'survey', filter } }]);
  });

  it('save nothing where nobody is meant', () => {
    expect(callsOf('save this as a segment')).toEqual([]);
    expect(callsOf('how many are in segment West')).toEqual([]);
  });
});

describe('sentences about what customers of a workspace do', () => {
  it('use its own words', () => {
    const given = situation(empty);
    const returned = {
      ...given.vocabulary.fields.at(-1)!,
      ...{ key: 'return', label: 'Returned something', kind: 'event' as const },
      synonyms: { en: ['returned', 'sent back'] },
    };
    const vocabulary = { ...given.vocabulary, fields: [...given.vocabulary.fields, returned] };
    expect(
      plan('Which customers returned something in the last 30 days?', { ...given, vocabulary }).calls,
    ).toEqual([
      { name: 'find_customers', args: { filter: expect.objectContaining({ op: 'did', field: 'return' }) } },
    ]);
  });
});

describe('sentences about words that stand somewhere', () => {
  const anywhere = (text: string) => ({ op: 'contains', field: 'anything', text });
  it.each<[string, object]>([
    ['show customers mentioning jazz', anywhere('jazz')],
    ['which hotels mention a pool?', all(is('type', 'Hotel'), anywhere('pool') as never)],
    ['customers whose notes mention “roof top”', anywhere('roof top')],
    ['customers whose name is like Hiltn', { op: 'like', field: 'name', text: 'Hiltn' }],
  ])('“%s” finds them', (say, filter) => {
    expect(callsOf(say)).toEqual([{ name: 'find_customers', args: { filter } }]);
  });

  it('say nothing of the customers where a message is meant', () => {
    const calls = callsOf('draft a renewal to all Hiltons mentioning the new pool');
    expect(JSON.stringify(calls)).not.toContain('anything');
  });
});

describe('sentences about fields', () => {
  it.each([
    [
      'customers with more than 10 shelf metres',
      { op: 'between', field: 'shelf_metres', from: 11, to: null },
    ],
    ['customers with parking', { op: 'in', field: 'has_parking', values: ['yes'] }],
    ['customers without parking', { op: 'in', field: 'has_parking', values: ['no'] }],
  ])('“%s” finds by one of their own', (say, filter) => {
    const given = situation(empty);
    const own = { values: [], columns: [], isBuiltIn: false };
    const fields = [
      ...given.vocabulary.fields,
      { ...own, key: 'shelf_metres', label: 'Shelf metres', kind: 'number' as const, synonyms: {} },
      {
        ...own,
        key: 'has_parking',
        label: 'Has parking',
        kind: 'yesno' as const,
        synonyms: { en: ['parking'] },
      },
    ];
    const { calls } = plan(say, { ...given, vocabulary: { ...given.vocabulary, fields } });
    expect(calls).toEqual([{ name: 'find_customers', args: { filter } }]);
  });

  it('add one of a kind, and ask for the kind', () => {
    expect(callsOf('add a number field called Terrace seats')).toEqual([
      { name: 'add_field', args: { label: 'Terrace seats', kind: 'number' } },
    ]);
    expect(callsOf('Add a field Wi-Fi provider (text)')).toEqual([
      { name: 'add_field', args: { label: 'Wi-Fi provider', kind: 'text' } },
    ]);
    expect(callsOf('add a field Wi-Fi provider')).toMatchObject([{ name: 'ask_person' }]);
  });
});

describe('sentences about who works at a customer', () => {
  const left = { do: 'contact_left', contact: { name: 'Rudolf' } };
  const fresh = { do: 'add_contact', name: 'Jane Doe', role: 'GM' };
  const customer = situation(empty).vocabulary.customers[0]!.name;
  it.each([
    ['Rudolf left, Jane Doe is the new GM', [left, fresh], undefined],
    ['Rudolf has left and Jane Doe is the new GM.', [left, fresh], undefined],
    [`The new GM is Jane Doe at ${customer}`, [fresh], customer],
    [`At ${customer}: Rudolf left, Jane Doe is the new GM`, [left, fresh], customer],
    [`Add a note to ${customer}: closed on Mondays`, [{ do: 'note', text: 'closed on Mondays' }], customer],
  ])('“%s” is proposed', (say, steps, named) => {
    expect(callsOf(say)).toEqual([
      { name: 'propose_change', args: { ...(named ? { customer: named } : {}), steps, why: say } },
    ]);
  });

  it.each([
    'Hilton is the best hotel in town today',
    'send renewal reminders to all Hiltons',
    'everybody left',
  ])('“%s” is not one of them', (say) => {
    expect(callsOf(say).map(({ name }) => name)).not.toContain('propose_change');
  });

  const segmentId = uuid(900);
  it.each<[string, string, object]>([
    ['rename the segment The coast to “South”', 'change_segment', { name: 'South' }],
    ['freeze the segment The coast', 'change_segment', { kind: 'frozen' }],
    ['make segment The coast dynamic again', 'change_segment', { kind: 'dynamic' }],
    [
      'change the segment The coast to gyms in Bangkok',
      'change_segment',
      { filter: all(is('type', 'Gym'), is('city', 'Bangkok')) },
    ],
    ['delete the segment The coast', 'delete_segment', {}],
    ['how did the segment The coast do?', 'report_segment', {}],
    ['what uses the segment The coast?', 'report_segment', {}],
    ['show me the performance of the segment The coast', 'report_segment', {}],
  ])('“%s” is done with it', (say, name, args) => {
    expect(callsOf(say)).toEqual([{ name, args: { segmentId, ...args } }]);
  });

  it('do nothing with one that is not there', () => {
    expect(callsOf('delete the segment West')).toEqual([]);
  });
});
