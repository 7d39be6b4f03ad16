import { describe, expect, it } from 'vitest';
import { nearMissCases, optOutCases, replyCases, type TriageCase } from '../../evals/cases/triage.ts';
import { findOptOut } from './find-opt-out.ts';
import { readMailKind } from './mail-kind.ts';
import { ownWords } from './own-words.ts';

const wishOf = ({ say, given = {} }: TriageCase) => {
  if (readMailKind(given.headers)?.kind === 'bounce') return null;
  const text = ownWords(say, given.channel ?? 'whatsapp');
  return findOptOut({ text, language: given.contactLanguage, subject: given.headers?.subject });
};
const scopeOf = (one: TriageCase) => {
  const wish = wishOf(one);
  return wish?.kind === 'opt_out' ? wish.scope : null;
};

describe('a wish not to be written to', () => {
  it.each(optOutCases)('is heard: $id $say', (one) => {
    expect(scopeOf(one)).toBe(one.expect.optOut);
  });

  it.each(nearMissCases)('is not heard where there is none: $id $say', (one) => {
    expect(wishOf(one)).toBeNull();
  });

  it.each(replyCases)('is not heard in other replies: $id $say', (one) => {
    expect(scopeOf(one)).toBeNull();
  });

  it('is heard wherever it stands in pages without a full stop', () => {
    const wish = 'please do not send me any more messages';
    const pages = (before: number) => `${'thank you '.repeat(before)}${wish} ${'thank you '.repeat(300)}`;
    for (let before = 100; before < 160; before++)
      expect(findOptOut({ text: pages(before) })?.kind, `after ${before * 10} letters`).toBe('opt_out');
    const thai = `${'ขอบคุณค่ะ'.repeat(200)}กรุณาอย่าส่งข้อความมาอีก${'ขอบคุณค่ะ'.repeat(200)}`;
    expect(findOptOut({ text: thai })?.kind).toBe('opt_out');
  });
});
