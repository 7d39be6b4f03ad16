import { expect, it } from 'vitest';
import { all, any, between, ends, is, not } from './cases/request-case.ts';
import { dateRangeOf } from './date-range.ts';

it('reads one period beside other conditions, and none from numbers', () => {
  expect(dateRangeOf(all(is('brand', 'Hilton'), ends('2027-03-01', '2027-03-31')))).toEqual({
    from: '2027-03-01',
    to: '2027-03-31',
  });
  expect(dateRangeOf(between('unit_count', 4, 10))).toBeNull();
});

it('narrows with and, joins what follows on each other with or, and has no period with a hole', () => {
  const [march, april, june] = [
    ends('2027-03-01', '2027-03-31'),
    ends('2027-04-01', '2027-04-30'),
    ends('2027-06-01', null),
  ];
  expect(dateRangeOf(all(ends('2027-03-01', null), ends(null, '2027-04-30')))).toEqual({
    from: '2027-03-01',
    to: '2027-04-30',
  });
  expect(dateRangeOf(any(april, march))).toEqual({ from: '2027-03-01', to: '2027-04-30' });
  expect(dateRangeOf(any(march, june))).toBeNull();
});

it('turns a negated open period round', () => {
  expect(dateRangeOf(not(ends(null, '2027-06-30')))).toEqual({ from: '2027-07-01', to: null });
  expect(dateRangeOf(not(ends('2027-06-01', '2027-06-30')))).toBeNull();
});
