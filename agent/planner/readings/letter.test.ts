import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { CAMPAIGN_ID, situation, withDraft } from '../../../evals/fixture.ts';
import { callsOf, patchOf } from '../../../test/asked-of-draft.ts';
import { plan } from '../plan.ts';

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
    ['say thank you for the last year at the beginning', { topic: 'thank you for the last year' }],
    ['make it punchier', { length: 'short' }],
    ['write it as if I were talking to a friend', { tone: 'casual' }],
    ['also mention that we moved in the second paragraph', { topic: 'we moved' }],
    ['also ask them if they still use it', { topic: 'do you still use it?' }],
    ['instead of that sentence say: would you like a call?', { topic: 'would you like a call?' }],
    ['leave out those whose messages must not go out', { leaveOutFaulty: true }],
    ['skip the customers with errors', { leaveOutFaulty: true }],
    ['go on without the faulty ones', { leaveOutFaulty: true }],
    ['do not leave out those whose messages must not go out', { leaveOutFaulty: false }],
    ['write it in Thai', { language: 'th' }],
    ['into German', { language: 'de' }],
    ['translate for the Thai contacts', { language: null }],
    ['everybody in their own language', { language: null }],
    ['subject: Your music next year', { wording: { email: { subject: 'Your music next year' } } }],
  ])('“%s”', (say, patch) => {
    expect(patchOf(say)).toEqual(patch);
  });

  it.each<[object, ...string[]]>([
    [{ address: 'familiar' }, 'use you-form', 'address them as du', 'we are on du terms with them', 'duzen'],
    [{ address: 'polite' }, 'switch to usted', 'say Sie instead', 'please use keigo'],
    [{ tone: 'casual' }, 'it sounds too cold', 'a little less stiff', 'give it a warmer tone'],
    [{ tone: 'formal' }, 'make it sound more professional', 'less chatty'],
    [
      { length: 'short' },
      'that is too long, shorten it',
      'can we halve the text',
      'it could be a lot shorter',
    ],
    [
      { topic: 'the new app' },
      'put the new app into the second paragraph',
      'the new app should be mentioned as well',
    ],
    [
      { hide: [{ what: 'price', filter: is('country', 'JP') }] },
      ...[
        'no prices for Japan',
        'customers in Japan should not see the price',
        'for Japan leave the price away',
      ],
      ...['do not show Japanese customers the price', 'price should be hidden for Japan'],
    ],
    [
      { wording: { email: { subject: 'Your music next year' } } },
      ...['I want the subject to read Your music next year', 'subject -> Your music next year'],
    ],
    [
      { language: null },
      'translate it for the Thais',
      'in Thai for the Thai contacts',
      'can the Thais get a Thai version',
    ],
    [
      { link: 'https://www.example.com/Renew?a=1' },
      ...['link it to https://www.example.com/Renew?a=1', 'send people to https://www.example.com/Renew?a=1'],
      'the button should open www.example.com/Renew?a=1',
    ],
    [{ link: null }, 'no link please', 'remove the link'],
    [{ picture: 'pool' }, 'put the pool picture on top', 'show the pool photo above the letter'],
    [{ picture: 'spa bar' }, 'use a picture of the spa bar', 'add the image called “spa bar” to the e-mail'],
    [{ picture: '' }, 'put a picture on top'],
    [{ picture: null }, 'remove the picture', 'no photo', 'take the picture out', 'without a picture please'],
    [{ offer: null }, 'drop the offer', 'no discount'],
    [
      { offer: { kind: 'discount', says: '10% off until 31 March', code: null } },
      ...['offer them 10% off until 31 March', 'add an offer: 10% off until 31 March'],
    ],
    [{ variants: [{ tone: 'casual' }] }, 'make two variants', 'A/B test it', 'test it against a warmer one'],
    [
      { variants: [{ tone: 'casual' }, { length: 'short' }, { tone: 'casual', length: 'short' }] },
      'give me four versions to compare',
    ],
    [
      { variants: [{ length: 'short' }] },
      'add a variant that is shorter',
      'try another variant: half as long',
    ],
    [
      { variants: [{ wording: { email: { subject: 'Your music next year' } } }] },
      'add a variant with subject: Your music next year',
    ],
  ])('%o', (patch, ...says) => {
    for (const say of says) expect([say, patchOf(say)]).toEqual([say, patch]);
  });

  it.each<[string, object, boolean]>([
    ['Take the link out, and ask for approval', { link: null }, true],
    ['mention the new app and ask for approval', { topic: 'the new app' }, true],
    ['make it shorter, then send it', { length: 'short' }, true],
    ['Make it more formal. And drop the link.', { tone: 'formal', link: null }, false],
    ['make it warmer and half as long', { tone: 'casual', length: 'short' }, false],
    [
      'drop the price for customers in Japan and put the pool picture on top',
      { hide: [{ what: 'price', filter: is('country', 'JP') }], picture: 'pool' },
      false,
    ],
    ['no prices, warmer, and without the link', expect.anything(), false],
  ])('“%s”: every part of it', (say, patch, isAsked) => {
    const [edit, asked, ...others] = callsOf(say);
    expect(edit).toMatchObject({ name: 'edit_campaign', args: { patch } });
    expect(asked?.name).toBe(isAsked ? 'request_approval' : undefined);
    expect(others).toEqual([]);
  });

  it('do nothing at all where one half is not understood', () => {
    for (const say of [
      'Turn the second paragraph purple, and ask for approval',
      'drop the price for customers in Japan and make it zippier',
      'put the end date in bold and ask for sign-off',
      ...['change the greeting to Hi', 'remove the second paragraph'],
    ])
      expect([say, callsOf(say)]).toEqual([say, []]);
  });

  it('change, take out and bound the variants that there are', () => {
    const standing = { variants: [{ tone: 'casual' }, { length: 'short' }] };
    expect(patchOf('make variant C more formal', standing)).toEqual({
      variants: [{ tone: 'casual' }, { length: 'short', tone: 'formal' }],
    });
    expect(patchOf('remove variant B', standing)).toEqual({ variants: [{ length: 'short' }] });
    expect(patchOf('call variant C “Short & sweet”', standing)).toEqual({
      variants: [{ tone: 'casual' }, { length: 'short', name: 'Short & sweet' }],
    });
    expect(patchOf('drop the variants', standing)).toEqual({ variants: [] });
    for (const say of [
      'make six variants',
      'remove variant A',
      'remove variant E',
      'name variant A Best',
      'add a variant: purple',
    ])
      expect([say, callsOf(say, standing)]).toEqual([say, []]);
  });

  it('ask how the variants did, and are told where there are none', () => {
    const standing = { variants: [{ tone: 'casual' }] };
    for (const say of [
      'how did the variants do?',
      'How are the two variants doing so far?',
      'which variant did better',
      'which variant got more answers?',
      'compare the variants',
      'show me the results by variant',
    ])
      expect([say, callsOf(say, standing)]).toEqual([
        say,
        [expect.objectContaining({ name: 'report_campaign', args: { campaignId: CAMPAIGN_ID } })],
      ]);
    expect(
      plan('how did the variants do?', situation(withDraft({ filter: is('city', 'Phuket') }))).say,
    ).toMatch(/the same wording/);
  });

  it('take no address that is none, or is not safe, for where a message leads', () => {
    for (const url of ['http://www.example.com', 'javascript:alert(1)', 'data://x', 'file:///etc/passwd'])
      expect(callsOf(`link it to ${url}`).filter(({ name }) => name === 'edit_campaign')).toEqual([]);
  });

  it('do not take a question about customers for a change of the letters', () => {
    for (const say of [
      'show customers without a price',
      'which hotels are without price',
      'bring in the gyms in Bangkok',
    ])
      expect([say, callsOf(say)[0]?.args.patch]).not.toEqual([
        say,
        expect.objectContaining({ hide: expect.anything() }),
      ]);
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
      topic: 'our move and the new app',
    });
    expect(patchOf('please ask them to call us', { topic: 'our move.' })).toEqual({
      topic: 'our move. Please call us',
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

  it.each([
    'make the subject shorter',
    'change the call to action to "Call me this week"',
    'put the price first',
    'two more subject lines please',
  ])('change nothing where no text is given: “%s”', (say) => {
    expect(callsOf(say)).toEqual([]);
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
