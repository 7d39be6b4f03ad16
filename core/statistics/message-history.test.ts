import { describe, expect, it } from 'vitest';
import { expectedOf, worthOf } from './message-history.ts';

describe('what may come of messages', () => {
  it('is the interval of a share times as many, and of what a conversion was worth', () => {
    const came = { channel: 'email', sent: 1000, delivered: 980, replied: 100, converted: 50 };
    const history = (told: number, deviation = 0) => ({
      channels: [came],
      valued: [{ currency: 'THB', count: told, mean: 5000, deviation }],
    });
    const of = { channel: 'email', count: 200, what: 'replied' as const };
    expect(expectedOf(history(0), of)).toEqual({ low: 16, high: 25 });
    expect(expectedOf(history(0), { ...of, channel: 'line' })).toBeNull();
    expect(worthOf(history(100, 1000), { low: 2, high: 4 })).toEqual({
      low: { minor: 9608, currency: 'THB' },
      high: { minor: 20_784, currency: 'THB' },
    });
    expect(worthOf(history(29), { low: 2, high: 4 })).toBeNull();
  });
});
