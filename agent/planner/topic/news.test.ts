import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const planned = (say: string) => plan(say, situation(nothing));
const [hilton, gyms, thai] = [is('brand', 'Hilton'), is('type', 'Gym'), is('country', 'TH')];

describe('news behind a request', () => {
  it.each([
    [
      'Draft a payment reminder for the Hiltons, the October invoice is still open',
      'the October invoice is still open',
    ],
    [
      'draft a price change notice for the Hiltons, prices go up 4% as of 1 March',
      'prices go up 4% as of 1 March',
    ],
    [
      'draft a price change notice for the Hiltons, our prices go up in January',
      'our prices go up in January',
    ],
    [
      'Prepare a price change notice for the Hiltons: plus 3 % from 1 April 2027',
      'plus 3 % from 1 April 2027',
    ],
    [
      'Announcement to the Hiltons: we now offer silence between songs. Draft please.',
      'we now offer silence between songs',
    ],
    [
      'draft an announcement for the Hiltons, new playlists arrive in December',
      'new playlists arrive in December',
    ],
    ['draft an announcement for the Hiltons: the new player', 'the new player'],
    ['draft a loyalty message to the Hiltons: double points all December', 'double points all December'],
  ])('is what the message says, and no condition: “%s”', (say, topic) => {
    expect(planned(say).calls).toMatchObject([{ name: 'draft_campaign', args: { filter: hilton, topic } }]);
  });

  it('ends where whoever gets it follows', () => {
    const say = 'Draft a voucher campaign: 15% off winter boots until 15 December, for gyms in Thailand';
    expect(planned(say).calls).toMatchObject([
      { args: { filter: all(gyms, thai), topic: '15% off winter boots until 15 December' } },
    ]);
  });

  it.each([
    'Draft a renewal for the Hiltons, the boss is waiting',
    'Draft a renewal for the Hiltons, the meeting is tomorrow',
  ])('is not what is said about the request: “%s”', (say) => {
    const [call] = planned(say).calls;
    expect(call?.args).not.toHaveProperty('topic');
  });

  it('is none where it says who is meant', () => {
    const { calls } = planned('draft a survey for gyms: Bangkok and Phuket');
    expect(calls).toMatchObject([{ args: { filter: all(gyms, is('city', 'Bangkok', 'Phuket')) } }]);
  });
});

describe('what a message is about', () => {
  it('keeps its month, where who gets it follows', () => {
    const say = 'Draft an announcement about double points in December for the Hiltons';
    expect(planned(say).calls).toMatchObject([
      { args: { filter: hilton, topic: 'double points in December' } },
    ]);
  });
});
