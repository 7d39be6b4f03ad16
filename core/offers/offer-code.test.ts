import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { TEST_KEYS } from '../../test/workspace.ts';
import { codesIn, offerCode, plainCode } from './offer-code.ts';

const [campaignId, contactId] = [newId(), newId()];
const whose = { campaignId, contactId, prefix: 'SOLO', isTest: false };

describe('a code', () => {
  it('is the same for the same recipient, and another for everybody else, a tester, and another key', () => {
    const code = offerCode(TEST_KEYS, whose);
    expect(code).toMatch(/^SOLO-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(offerCode(TEST_KEYS, { ...whose })).toBe(code);
    const others = [
      offerCode(TEST_KEYS, { ...whose, contactId: newId() }),
      offerCode(TEST_KEYS, { ...whose, campaignId: newId() }),
      offerCode(TEST_KEYS, { ...whose, isTest: true }),
      offerCode(createKeyring('another secret that is only used by tests, nowhere else'), whose),
    ];
    expect(new Set([code, ...others]).size).toBe(5);
  });

  it('does not repeat among ten thousand', () => {
    const all = Array.from({ length: 10_000 }, () => offerCode(TEST_KEYS, { ...whose, contactId: newId() }));
    expect(new Set(all).size).toBe(10_000);
  });

  it.each(['%s', 'Yes please: %s.', 'code %s', 'hello there %s thank you', '“%s”', 'ขอใช้ %s ครับ'])(
    'is found in “%s”, however it is written',
    (around) => {
      const code = offerCode(TEST_KEYS, whose);
      for (const form of [
        code,
        code.toLowerCase(),
        code.replaceAll('-', ''),
        code.replaceAll('-', ' '),
        code.replaceAll('0', 'o'),
      ])
        expect(codesIn(around.replace('%s', form))).toContain(plainCode(code));
    },
  );

  it('is sought in a long text in no time', () => {
    expect(codesIn('abcde '.repeat(100_000)).length).toBeLessThan(10);
  });
});
