import { describe, expect, it } from 'vitest';
import { CAMPAIGN_TYPES } from './built-in-types.ts';
import { lackedFields, unknownType } from './types.ts';

describe('a campaign type', () => {
  it('that there is not is refused, with those that there are', () => {
    expect(unknownType('lottery', ['renewal', 'survey'])).toMatchObject({
      code: 'input:invalid',
      nextStep: 'Use renewal or survey.',
    });
  });

  it('lacks those of the fields it needs that the workspace does not have', () => {
    const fields = [{ key: 'city' }, { key: 'contract_end' }];
    expect(lackedFields({ needsFields: ['contract_end', 'last_order'] }, fields)).toEqual(['last_order']);
  });

  it('is one of at least 25, each with a key of its own', () => {
    expect(new Set(CAMPAIGN_TYPES.map(({ key }) => key)).size).toBe(CAMPAIGN_TYPES.length);
    expect(CAMPAIGN_TYPES.length).toBeGreaterThanOrEqual(25);
  });

  it('rests on the contract only where it serves it', () => {
    const service = CAMPAIGN_TYPES.filter(({ purpose }) => purpose === 'service').map(({ key }) => key);
    expect(service).toEqual([
      ...['renewal', 'followup', 'technical', 'early_renewal', 'price_change', 'payment_reminder'],
      ...['welcome', 'onboarding', 'holiday_hours', 'contact_update'],
    ]);
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
