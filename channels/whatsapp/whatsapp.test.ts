import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { describeChannel, describeProvider } from '../contract.suite.ts';
import { createWhatsApp } from './index.ts';

describeChannel({
  channel: createWhatsApp(memoryStandinStore()),
  addresses: [
    { given: '+66 90 000 0001', canonical: '+66900000001' },
    { given: 'us.13491208655302741918', canonical: 'US.13491208655302741918' },
    { given: 'tel:+66900000001', canonical: '+66900000001' },
    { given: '090-000-0001', country: 'TH', canonical: '+66900000001' },
    { given: '๐๙๐-๐๐๐-๐๐๐๑', country: 'th', canonical: '+66900000001' },
    { given: '＋６６ ９０ ０００ ０００１', canonical: '+66900000001' },
    { given: '0066 90 000 0001', country: 'TH', canonical: '+66900000001' },
    { given: '0066900000001', canonical: '+66900000001' },
    { given: '001 66 90 000 0001', country: 'TH', canonical: '+66900000001' },
    { given: '+44 (0)20 7946 0000', country: 'TH', canonical: '+442079460000' },
    { given: '+1 202 555 0100', country: 'US', canonical: '+12025550100' },
  ],
  invalid: [
    '0900000001',
    '66900000001',
    '12345',
    '+66 12',
    '+999 123 456 789',
    'call +66 90 000 0001',
    '+66 90 000 0001 ext. 12',
    '+66 90 000 0001 / +66 90 000 0002',
    'arthit@example.com',
  ],
});

describeProvider({
  name: 'whatsapp standin',
  isIdempotent: true,
  address: (n) => `+6690000${String(n).padStart(4, '0')}`,
  open: () => openStandinOf(createWhatsApp),
});
