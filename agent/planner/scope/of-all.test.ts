import { describe, expect, it } from 'vitest';
import { all, any, between, is, not } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const filterOf = (say: string) => plan(say, situation(nothing)).calls[0]?.args.filter;
const [hotels, thai, usb] = [is('type', 'Hotel'), is('country', 'TH'), is('platform', 'USB')];
const sixZones = between('unit_count', 6, null);

describe('behind an exception', () => {
  it('what a verb says holds for all of them', () => {
    expect(filterOf('how many hotels outside Thailand have 6 zones or more?')).toEqual(
      all(hotels, sixZones, not(thai)),
    );
    expect(filterOf('which hotels outside Thailand are on USB?')).toEqual(all(hotels, usb, not(thai)));
  });

  it('what is said of "those" holds for those', () => {
    expect(filterOf('show hotels except those in Thailand that have 6 zones or more')).toEqual(
      all(hotels, not(all(thai, sixZones))),
    );
  });

  it('a place is of all of them where a quality alone is ruled out', () => {
    expect(filterOf('hotels tagged VIP but not pilot in Bangkok, Phuket or Krabi, how many?')).toEqual(
      all(hotels, is('tag', 'VIP'), is('city', 'Bangkok', 'Phuket', 'Krabi'), not(is('tag', 'pilot'))),
    );
  });
});

describe('a house by its name', () => {
  it('is whole, whatever is said of the others', () => {
    expect(filterOf('draft a survey for Hilton Pattaya and all the gyms in Vietnam')).toEqual(
      any(is('name', 'Hilton Pattaya'), all(is('type', 'Gym'), is('country', 'VN'))),
    );
  });

  it('is nobody where only its kind is known', () => {
    const { calls, question } = plan('Draft renewal reminders for Motel One', situation(nothing));
    expect(calls).toEqual([]);
    expect(question?.text).toContain('“Motel');
  });
});
