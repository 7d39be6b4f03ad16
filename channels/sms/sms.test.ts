import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { describeChannel, describeProvider } from '../contract.suite.ts';
import { createSms } from './index.ts';

describeChannel({
  channel: createSms(memoryStandinStore()),
  addresses: [
    { given: '+66 90 000 0001', canonical: '+66900000001' },
    { given: '090 000 0001', country: 'TH', canonical: '+66900000001' },
  ],
  invalid: ['anong@example.com', '12', 'BRIGHTROOMS', '+66900000001 ext. 7'],
});

describeProvider({
  name: 'sms standin',
  isIdempotent: true,
  address: (n) => `+6690000${String(n).padStart(4, '0')}`,
  open: () => openStandinOf(createSms),
});
