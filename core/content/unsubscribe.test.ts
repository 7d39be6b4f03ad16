import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { readUnsubscribeToken, unsubscribeToken, unsubscribeUrl } from './unsubscribe.ts';

const keys = createKeyring('a secret of this test and of nothing else at all');
const what = { tenantId: newId(), contactId: newId(), purpose: 'marketing', isTest: false } as const;

describe('an unsubscribe token', () => {
  it('says whom it stops and for what', () => {
    for (const purpose of ['marketing', 'service'] as const)
      for (const isTest of [true, false]) {
        const given = { ...what, purpose, isTest };
        expect(readUnsubscribeToken(keys, unsubscribeToken(keys, given))).toEqual(given);
      }
  });

  it('is not taken when a single character was changed', () => {
    const token = unsubscribeToken(keys, what);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(readUnsubscribeToken(keys, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
  });

  it('is not taken when it is cut, longer, empty, nonsense or signed with another key', () => {
    const token = unsubscribeToken(keys, what);
    const other = createKeyring('another secret that is also long enough to be one');
    for (const wrong of ['', token.slice(1), `${token}A`, `${token} `, 'x', unsubscribeToken(other, what)])
      expect(readUnsubscribeToken(keys, wrong)).toBeNull();
  });

  it('makes an address without a doubled slash', () => {
    expect(unsubscribeUrl({ keys, baseUrl: 'https://refrain.example/' }, what)).toMatch(
      /^https:\/\/refrain\.example\/u\/[\w-]{60,80}$/,
    );
  });
});
