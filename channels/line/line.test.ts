import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { describeChannel, describeProvider } from '../contract.suite.ts';
import { createLine } from './index.ts';

const hex = '0123456789abcdef0123456789abcdef';

describeChannel({
  channel: createLine(memoryStandinStore()),
  addresses: [
    { given: `U${hex}`, canonical: `U${hex}` },
    { given: `u${hex.toUpperCase()}`, canonical: `U${hex}` },
    { given: 'Arthit.Hotel-1', canonical: 'arthit.hotel-1' },
    { given: '@BrightRooms', canonical: '@brightrooms' },
    { given: 'ａｒｔｈｉｔ', canonical: 'arthit' },
  ],
  invalid: [
    `U${hex}0`,
    `C${hex}`,
    hex,
    'ab',
    'has space',
    'arthit@example.com',
    '+66900000001',
    'https://line.me/ti/p/x',
    'อาทิตย์',
  ],
});

describeProvider({
  name: 'line standin',
  isIdempotent: true,
  address: (n) => `U${String(n).padStart(32, '0')}`,
  open: () => openStandinOf(createLine),
});
