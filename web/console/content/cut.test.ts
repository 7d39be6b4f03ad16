import { describe, expect, it } from 'vitest';
import { cut } from './cut.ts';
import { mendLetter, mendText } from './mend-text.ts';

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

  it('leaves out the sentence that its words stand in, and of what is none, or has a field in it, the words', () => {
    const out = { do: 'leave_out' } as const;
    const without = (text: string, words: string) => mendText(text, { words, fix: out });
    expect(
      without('Dear Ann,\n\nAll is well. See https://x.example now. Please reply.', 'https://x.example'),
    ).toBe('Dear Ann,\n\nAll is well. Please reply.');
    expect(without('Gut.\n\nNur heute.\n\nBis 31. Dezember.', 'nur heute')).toBe('Gut.\n\nBis 31. Dezember.');
    expect(without('良いです。本日限りです。ご返信ください。', '本日限り')).toBe(
      '良いです。ご返信ください。',
    );
    expect(without('Act now, {{ contact.name }}.', 'Act now')).toBe('{{ contact.name }}.');
    expect(without('โอกาสสุดท้าย ตอบกลับ', 'โอกาสสุดท้าย')).toBe('ตอบกลับ');
  });

  it('of a letter keeps a subject, and gives back the built-in one where nothing is left of it', () => {
    const finding = { words: 'Last chance', fix: { do: 'leave_out' } } as const;
    expect(mendLetter({ subject: 'Last chance: your offer' }, finding)).toEqual({ subject: 'Your offer' });
    expect(mendLetter({ subject: 'Last chance!', body: 'Hello.' }, finding)).toEqual({ body: 'Hello.' });
  });
});
