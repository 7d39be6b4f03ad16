import { describe, expect, it } from 'vitest';
import { situation } from '../../evals/fixture.ts';
import { readFrame } from './frame.ts';
import { readItems } from './read-items.ts';
import { oncePerPlace } from './reader.ts';

const { reader } = readFrame('Hiltons that were contacted in the last 30 days', situation());

describe('what stands at a place of a sentence', () => {
  it('is found once for its tokens, whoever asks', () => {
    const asked: number[] = [];
    const find = oncePerPlace((_, at) => {
      asked.push(at);
      return at === 0 ? null : { at };
    });
    expect([find(reader, 0), find({ ...reader }, 0), find(reader, 1)]).toEqual([null, null, { at: 1 }]);
    expect(asked).toEqual([0, 1]);
  });

  it('is found again on another day, in another sentence and of other tokens', () => {
    let asked = 0;
    const find = oncePerPlace(() => ++asked);
    const others = [
      { ...reader, input: { ...reader.input, today: '2030-01-01' as const } },
      { ...reader, sentence: 'Hyatts' },
      { ...reader, tokens: reader.tokens.slice(1) },
    ];
    expect([reader, ...others].map((one) => find(one, 0))).toEqual([1, 2, 3, 4]);
  });

  it('is read of the same tokens as another day reads them, and what is made of a list changes no other', () => {
    const first = readItems(reader);
    const later = readItems({ ...reader, input: { ...reader.input, today: '2031-11-02' } });
    expect(later).not.toEqual(first);
    first.splice(0);
    expect(readItems({ ...reader }).map(({ kind }) => kind)).toEqual(later.map(({ kind }) => kind));
    expect(readItems({ ...reader, tokens: reader.tokens.slice(1) })).not.toHaveLength(0);
  });
});
