import { expect, it } from 'vitest';
import type { VariantOf } from '../../../core/campaigns/draft.ts';
import {
  changedIn,
  type DraftWords,
  givenOfDraft,
  saysAnything,
  toDraft,
  toGiven,
  toVariant,
} from './variant-given.ts';

it('a variant comes out of its form as it went in, and what is left empty is not in it', () => {
  const variants: VariantOf[] = [
    { tone: 'casual' },
    { name: '<b>Short & "sweet"', length: 'short', address: 'familiar', topic: 'the new app' },
    { wording: { line: { ask: 'Please reply with a time.' } } },
    { wording: { email: { subject: 'Two words' }, 'email/th': { subject: 'คำ', body: 'สวัสดี\n' } } },
  ];
  for (const variant of variants) expect(toVariant(toGiven(variant))).toEqual(variant);
  const empty = { name: '  ', topic: ' ', wording: { email: { subject: ' ', ask: ' ', body: '' } } };
  expect(toVariant({ ...toGiven({}), ...empty })).toEqual({});
  expect([{}, { name: 'B' }, { name: 'B', topic: 'x' }].map(saysAnything)).toEqual([false, false, true]);
});

it('the draft itself comes out of the same form as it went in', () => {
  const drafts: DraftWords[] = [
    { tone: null, topic: null, length: 'full', address: 'polite', wording: {} },
    {
      ...{ tone: 'casual', topic: 'the new app', length: 'short', address: 'familiar' },
      wording: { 'email/en': { subject: 'Two words', ask: 'Please reply.' } },
    },
  ];
  for (const draft of drafts) {
    const given = givenOfDraft(draft);
    expect(toDraft(given)).toEqual(draft);
    expect(changedIn(given, draft)).toBeNull();
    expect(changedIn({ ...given, topic: 'the old app' }, draft)).toEqual({ topic: 'the old app' });
  }
});
