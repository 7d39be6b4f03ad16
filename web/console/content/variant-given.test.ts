import { expect, it } from 'vitest';
import type { VariantOf } from '../../../core/campaigns/draft.ts';
import { saysAnything, toGiven, toVariant } from './variant-given.ts';

it('a variant comes out of its form as it went in, and what is left empty is not in it', () => {
  const variants: VariantOf[] = [
    { tone: 'casual' },
    { name: '<b>Short & "sweet"', length: 'short', address: 'familiar', topic: 'the new app' },
    { wording: { email: { subject: 'Two words' }, 'email/th': { subject: 'คำ', body: 'สวัสดี\n' } } },
  ];
  for (const variant of variants) expect(toVariant(toGiven(variant))).toEqual(variant);
  const empty = { name: '  ', topic: ' ', wording: { email: { subject: ' ', body: '' } } };
  expect(toVariant({ ...toGiven({}), ...empty })).toEqual({});
  expect([{}, { name: 'B' }, { name: 'B', topic: 'x' }].map(saysAnything)).toEqual([false, false, true]);
});
