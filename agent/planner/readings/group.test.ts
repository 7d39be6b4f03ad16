import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { callsOf, patchOf } from '../../../test/asked-of-draft.ts';

describe('what a letter says otherwise to some', () => {
  const thai = is('country', 'TH');
  const gyms = is('type', 'Gym');

  it.each<[string, object]>([
    ['make it warmer for the Thai customers', { filter: thai, tone: 'casual' }],
    ['make the Thai ones more formal', { filter: thai, tone: 'formal' }],
    ['mention the new app to the gyms', { filter: gyms, topic: 'the new app' }],
    ['for the gyms only: mention that we met', { filter: gyms, topic: 'we met' }],
    ['shorter for gyms', { filter: gyms, length: 'short' }],
    ['for the gyms, make it more formal', { filter: gyms, tone: 'formal' }],
    ['use German for the Berlin ones', { filter: is('city', 'Berlin'), language: 'de' }],
    ['write it in Japanese for customers in Tokyo', { filter: is('city', 'Tokyo'), language: 'ja' }],
  ])('“%s” makes a group', (say, group) => {
    expect(patchOf(say)).toEqual({ groups: [group] });
  });

  it.each<[string, object]>([
    ['mention the new wiring to the technical contacts', { roles: ['it'], topic: 'the new wiring' }],
    ['make it more formal for the business owners', { roles: ['owner_manager'], tone: 'formal' }],
    ['make it shorter for the GMs', { roles: ['general_manager'], length: 'short' }],
    ['make it warmer for the GMs and the IT managers', { roles: ['general_manager', 'it'], tone: 'casual' }],
    [
      'make it shorter for the GMs of the Thai customers',
      { filter: thai, roles: ['general_manager'], length: 'short' },
    ],
  ])('“%s” means the contacts in that role', (say, group) => {
    expect(patchOf(say)).toEqual({ groups: [{ filter: { all: [] }, ...group }] });
  });

  it('keeps what the contacts in a role are told apart from what all contacts there are', () => {
    const groups = [{ filter: thai, tone: 'casual' }];
    expect(patchOf('half as long for the IT managers of the Thai customers', { groups })).toEqual({
      groups: [...groups, { filter: thai, roles: ['it'], length: 'short' }],
    });
  });

  it('adds to what was said of the same group, and leaves others', () => {
    const groups = [
      { filter: thai, tone: 'casual' },
      { filter: gyms, length: 'short' },
    ];
    expect(patchOf('half as long for the Thai customers', { groups })).toEqual({
      groups: [groups[1], { filter: thai, tone: 'casual', length: 'short' }],
    });
    expect(patchOf('the same for everybody again', { groups })).toEqual({ groups: [] });
  });

  it('several in one sentence, each for its own', () => {
    expect(
      callsOf('make it warmer for the Thai customers and shorter for the gyms').at(-1)?.args.patch,
    ).toEqual({
      groups: [
        { filter: thai, tone: 'casual' },
        { filter: gyms, length: 'short' },
      ],
    });
  });

  it('asks whom a word means that it does not know, and changes nothing', () => {
    expect(callsOf('make it warmer for the Zanzibarians').map(({ name }) => name)).not.toContain(
      'edit_campaign',
    );
  });
});
