import { describe, expect, it } from 'vitest';
import { cut } from './cut.ts';
import { mendText } from './mend-text.ts';

const said = (text: string, ...words: string[]) =>
  cut(
    text,
    words.map((one) => ({ words: one })),
  ).map(({ text: piece, mark }) => (mark ? `[${piece}]` : piece));

describe('the words of a message that come from data', () => {
  it('are found wherever they stand, the longer ones first', () => {
    expect(said('Bar, Pool Bar and Bar', 'Bar', 'Pool Bar')).toEqual([
      '[Bar]',
      ', ',
      '[Pool Bar]',
      ' and ',
      '[Bar]',
    ]);
  });

  it('are not found inside other words or numbers', () => {
    expect(said('Barry has 145 and 14', 'Bar', '14')).toEqual(['Barry has 145 and ', '[14]']);
  });

  it('are found where a language writes its words together', () => {
    expect(said('สวัสดีคุณอาทิตย์ครับ', 'อาทิตย์')).toEqual(['สวัสดีคุณ', '[อาทิตย์]', 'ครับ']);
  });

  it('leave the text as it is where there are none', () => {
    expect(said('a [b] c')).toEqual(['a [b] c']);
    expect(cut('', [{ words: 'x' }])).toEqual([]);
  });
});

describe('a repair', () => {
  it('leaves words out without a hole, says others in their case, and adds a paragraph', () => {
    const out = { do: 'replace', with: '' } as const;
    expect(mendText('Ask [NAME], please.', { words: '[NAME]', fix: out })).toBe('Ask, please.');
    expect(mendText('Cheap music', { words: 'cheap', fix: { do: 'replace', with: 'affordable' } })).toBe(
      'Affordable music',
    );
    expect(mendText('Yes.\n', { fix: { do: 'add', text: '{{ unit_list }}' } })).toBe(
      'Yes.\n\n{{ unit_list }}',
    );
  });

  it('changes nothing where the words do not stand', () => {
    expect(mendText('Hello  you', { words: 'gone', fix: { do: 'replace', with: '' } })).toBe('Hello  you');
    expect(mendText('Hello', { fix: { do: 'shorten' } })).toBe('Hello');
  });
});
