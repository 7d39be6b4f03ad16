import { describe, expect, it } from 'vitest';
import { createRedactor } from './redact.ts';

describe('what goes to a model outside', () => {
  it.each([
    ['Write to anna.berg@example.com please', 'anna.berg@example.com'],
    ['call +66 81 234 5678 after nine', '+66 81 234 5678'],
    ['call 081-234-5678', '081-234-5678'],
    ['I am U0123456789abcdef0123456789abcdef', 'U0123456789abcdef0123456789abcdef'],
    ['Dear Arthit Sample, and hello Arthit', 'Arthit'],
    ['เรียนคุณอาทิตย์ครับ', 'อาทิตย์'],
  ])('has no address and no known name in it, and comes back whole: %s', (text, secret) => {
    const { hide, restore } = createRedactor(['Arthit Sample', 'อาทิตย์']);
    const given = { text, facts: [text, { deep: text }], n: 7, none: null };
    const hidden = hide(given);
    expect(JSON.stringify(hidden)).not.toContain(secret);
    expect(restore(hidden)).toEqual(given);
  });

  it('keeps dates, sums and words that only hold a name', () => {
    const { hide } = createRedactor(['Ann Price']);
    for (const text of [
      'Annual prices from 2026-11-21 to 01-02-2026, 100 000 000 THB',
      '12 hotels, 0 replies',
      '4 + 4',
    ])
      expect(hide(text)).toBe(text);
  });

  it('gives the same text the same mark, and another exchange nothing of it', () => {
    const one = createRedactor();
    const [first, second] = one.hide(['a@example.com', 'b@example.com and a@example.com']) as [
      string,
      string,
    ];
    expect(second.endsWith(first)).toBe(true);
    expect(createRedactor().restore(second)).toBe(second);
  });
});
