import { expect, it } from 'vitest';
import type { Filter } from '../../../core/audience/filter.ts';
import type { Draft, Group } from '../../../core/campaigns/draft.ts';
import { among, bodyOf, filterOfWhom, toGroup, toGroupGiven, whomOf } from './group-given.ts';

const japan: Filter = { op: 'in', field: 'country', values: ['JP'] };

it('a group comes out of its form as it went in, whomever a sentence meant by it', () => {
  const groups: Group[] = [
    { filter: japan, language: 'ja' },
    { filter: { all: [] }, roles: ['it', 'operations'], tone: 'formal' },
    { filter: { not: { any: [japan, { op: 'known', field: 'city' }] } }, tone: 'casual', topic: 'the app' },
    {
      filter: japan,
      wording: { email: { subject: 'Two words' }, 'line/ja': { ask: 'はいとお返事ください。' } },
    },
  ];
  for (const group of groups) expect(toGroup(group.filter, toGroupGiven(group))).toEqual(group);
});

it('a group is kept only when it is for somebody and says something otherwise', () => {
  const shorter = { ...toGroupGiven({ filter: japan }), length: 'short' as const };
  expect(toGroup(null, shorter)).toBeNull();
  expect(toGroup(japan, toGroupGiven({ filter: japan }))).toBeNull();
  expect(toGroup(japan, shorter)).toEqual({ filter: japan, length: 'short' });
  const technical = { ...shorter, roles: ['it' as const] };
  expect(toGroup(null, technical)).toEqual({ filter: { all: [] }, roles: ['it'], length: 'short' });
});

it('a list shows those with one value, and nothing else', () => {
  expect(whomOf(japan)).toEqual({ field: 'country', value: 'JP' });
  expect(filterOfWhom({ field: 'country', value: 'JP' })).toEqual(japan);
  const others: Filter[] = [
    { op: 'in', field: 'country', values: ['JP', 'TH'] },
    { not: japan },
    { all: [japan] },
    { op: 'known', field: 'country' },
  ];
  expect(others.map(whomOf)).toEqual([null, null, null, null]);
});

it('what a group would get is shown to one of the audience who is in it', () => {
  const top: Filter = { op: 'top', field: 'units', end: 'highest', count: 10 };
  expect(among(top, japan)).toEqual({ all: [top, japan] });
  expect(among({ all: [top] }, japan)).toEqual({ all: [top, japan] });
  const draft = {
    name: 'R',
    type: 'renewal',
    filter: { all: [] },
    groups: [],
    variants: [{ tone: 'casual' }],
  };
  const group: Group = { filter: japan, length: 'short' };
  const shown = (roles: Group['roles'] = []) =>
    JSON.parse(bodyOf(draft as unknown as Draft, { groups: [group], filter: japan, roles }));
  const body = { type: 'renewal', variants: [], groups: [group], filter: { all: [japan] } };
  expect(shown()).toEqual(body);
  expect(shown(['it'])).toEqual({ ...body, roles: ['it'] });
});
