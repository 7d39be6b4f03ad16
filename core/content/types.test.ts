import { describe, expect, it } from 'vitest';
import { CAMPAIGN_TYPES } from './built-in-types.ts';
import { campaignType } from './types.ts';

describe('a campaign type', () => {
  it('is found by its key', () => {
    expect(campaignType('renewal')).toMatchObject({
      purpose: 'service',
      roles: { required: ['general_manager'], recommended: ['purchasing', 'finance'] },
    });
  });

  it('that there is not is refused, with those that there are', () => {
    expect(() => campaignType('lottery')).toThrowError(
      expect.objectContaining({
        code: 'input:invalid',
        nextStep: expect.stringContaining('renewal, seasonal, announcement, followup, survey or technical'),
      }),
    );
  });

  it('rests on the contract only where it serves it', () => {
    const service = CAMPAIGN_TYPES.filter(({ purpose }) => purpose === 'service').map(({ key }) => key);
    expect(service).toEqual(['renewal', 'followup', 'technical']);
  });

  it('shares no word with another type of the same language', () => {
    const seen = new Map<string, string>();
    for (const { key, words } of CAMPAIGN_TYPES)
      for (const [language, list] of Object.entries(words))
        for (const word of list) {
          const place = `${language} ${word.toLowerCase()}`;
          expect(seen.get(place) ?? key, place).toBe(key);
          seen.set(place, key);
        }
  });
});
