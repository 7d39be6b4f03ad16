import { describe, expect, it } from 'vitest';
import { smsLength, toSmsText } from './sms-length.ts';

describe('the length of an SMS', () => {
  it.each([
    ['', 'gsm-7', 0, 1],
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['Grüße à Ñuñoa, 5 @ home_', 'gsm-7', 24, 1],
    // Two places each, and none is cut in two: 152 and a half of a pair do not fit 153.
    ['€'.repeat(80), 'gsm-7', 160, 1],
    [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'gsm-7', 305, 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm-7', 306, 3],
    ['ส'.repeat(70), 'ucs-2', 70, 1],
    ['ส'.repeat(71), 'ucs-2', 71, 2],
    ['ส'.repeat(134), 'ucs-2', 134, 2],
    ['🎵'.repeat(35), 'ucs-2', 70, 1],
    // 67 places hold 33 of them: 34 would be cut.
    ['🎵'.repeat(67), 'ucs-2', 134, 3],
  ] as const)('of %j is %s, %i, in %i', (text, encoding, length, segments) => {
    expect(smsLength(text)).toMatchObject({ encoding, length, segments });
  });

  it('says which sign makes it dear', () => {
    expect(smsLength('4 zones × THB 12').because).toBe('×');
    expect(smsLength('plain').because).toBeNull();
  });
});

describe('a text made for SMS', () => {
  it('loses its typography where that makes it cheaper, and no word', () => {
    const made = toSmsText('Dear Arthit,\n\nit’s 4 zones × 12 – “all” of it …');
    expect(made).toBe('Dear Arthit,\nit\'s 4 zones x 12 - "all" of it ...');
    expect(smsLength(made).encoding).toBe('gsm-7');
  });

  it('keeps it where another sign makes it dear anyway', () => {
    expect(toSmsText('เรียน คุณ Arthit,\n\n4 × 12')).toBe('เรียน คุณ Arthit,\n4 × 12');
  });
});
