import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { CAMPAIGN_ID, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const callsOf = (say: string, draft: object = {}) =>
  plan(say, situation(withDraft({ filter: is('city', 'Phuket'), ...draft }))).calls;
const patchOf = (say: string, draft: object = {}) => {
  const [call] = callsOf(say, draft);
  expect(call).toMatchObject({ name: 'edit_campaign', args: { campaignId: CAMPAIGN_ID } });
  return call?.args.patch;
};

describe('sentences about what the letters say', () => {
  it.each([
    ['drop the price', { hide: [{ what: 'price', filter: null }] }],
    ['Please leave out the end date.', { hide: [{ what: 'date', filter: null }] }],
    ['drop the price for customers in Japan', { hide: [{ what: 'price', filter: is('country', 'JP') }] }],
    ["don't mention the price for the gyms", { hide: [{ what: 'price', filter: is('type', 'Gym') }] }],
    ['half as long', { length: 'short' }],
    ['make it shorter', { length: 'short' }],
    ['make it longer', { length: 'full' }],
    ['warmer', { tone: 'casual' }],
    ['mention the new app', { topic: 'the new app' }],
    ['also mention that we moved in the second paragraph', { topic: 'we moved' }],
    ['write it in Thai', { language: 'th' }],
    ['into German', { language: 'de' }],
    ['translate for the Thai contacts', { language: null }],
    ['everybody in their own language', { language: null }],
    ['subject: Your music next year', { wording: { email: { subject: 'Your music next year' } } }],
  ])('“%s”', (say, patch) => {
    expect(patchOf(say)).toEqual(patch);
  });

  it.each(['dry run it', 'Do a dry run, please', 'dry-run the campaign first', 'rehearse this'])(
    '“%s” sends nothing to anybody',
    (say) => {
      expect(callsOf(say.replace(', please', ''))).toEqual([
        { name: 'dry_run', args: { campaignId: CAMPAIGN_ID } },
      ]);
    },
  );

  it('keep what was said before', () => {
    expect(patchOf('mention the new app', { topic: 'our move.' })).toEqual({
      topic: 'our move. The new app',
    });
    const hide = [{ what: 'price', filter: is('country', 'JP') }];
    expect(patchOf('show the price again', { hide })).toEqual({ hide: [] });
  });

  it('ask for the words that nobody here can translate', () => {
    expect(callsOf('translate for the Thai contacts', { topic: 'the new app' })).toEqual([]);
    const translations = { th: { topic: 'แอปใหม่' } };
    expect(patchOf('translate for the Thai contacts', { topic: 'the new app', translations })).toEqual({
      language: null,
    });
  });

  it('about somebody whom nobody knows ask, rather than leave it out for all', () => {
    expect(callsOf('drop the price for the Zanzibaris')).toEqual([]);
  });

  it('do not take whom it is for as a part of the text', () => {
    expect(callsOf('mention the new app to the gyms in Bangkok')).toEqual([]);
  });

  it('leave the audience alone', () => {
    expect(callsOf('drop the gyms')[0]?.args.patch).not.toHaveProperty('hide');
  });
});

describe('sentences about versions', () => {
  it.each([
    ['go back to version 2', 'restore_version', { campaignId: CAMPAIGN_ID, version: 2 }],
    ['show the history', 'list_versions', { campaignId: CAMPAIGN_ID }],
    ['what changed?', 'list_versions', { campaignId: CAMPAIGN_ID }],
  ])('“%s”', (say, name, args) => {
    expect(callsOf(say)).toEqual([{ name, args }]);
  });
});
