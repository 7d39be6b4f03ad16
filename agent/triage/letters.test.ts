import { describe, expect, it } from 'vitest';
import { byLetters, EVERYDAY } from './letters.ts';

describe('the letters that patterns know', () => {
  it('are, in each script of which they are, all letters and numbers of its block and nothing else', () => {
    const everyday = new RegExp(`[${EVERYDAY}]`, 'u');
    const blocks: [number, number][] = [
      ...([
        [0x00, 0x24f],
        [0x400, 0x52f],
        [0xe00, 0xe7f],
        [0x1e00, 0x1eff],
      ] as [number, number][]),
      ...([
        [0x3005, 0x3007],
        [0x3041, 0x30ff],
        [0x3400, 0x9fff],
        [0xac00, 0xd7a3],
      ] as [number, number][]),
    ];
    const wrong = blocks
      .flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
      )
      .filter((sign) => everyday.test(sign) !== /[\p{L}\p{N}]/u.test(sign));
    expect(wrong).toEqual([]);
  });

  it.each([
    'no more, please',
    'nächstes Jahr',
    'ไม่เอาแล้ว 👍',
    'もういい、「停止」',
    '不要了!',
    'не надо',
    '그만',
  ])('are few in %s', (text) => expect(byLetters((letters) => [letters])(text)).toEqual([EVERYDAY]));

  it.each(['לא', 'لا', 'όχι', 'no 𠮷', '①'])('are all of them where others stand: %s', (text) =>
    expect(byLetters((letters) => [letters])(text)).toEqual(['\\p{L}\\p{N}']),
  );
});
