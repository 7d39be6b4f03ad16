import type { CampaignReport } from '../../core/reports/campaign-report.ts';
import { campaignId } from './canned-parts.ts';

const arrived = { submitted: 3, delivered: 2, read: 1, replied: 1, failed: 1, dropped: 0, unknown: 0 };
const NAMED = `Unbroken${'Brandname'.repeat(20)}`;
const seen = { submitted: 2, delivered: 1, read: 1, clicked: 0, replied: 0, converted: 0 };
const rates = (replied: number) => {
  const of = (share: number) => ({ share, low: 0.01, high: 0.9 });
  return { delivered: of(0.5), read: of(0.5), clicked: of(0), replied: of(replied), converted: of(0) };
};
export const report: CampaignReport = {
  campaignId,
  campaign: 'Renewals',
  total: { targeted: 4, ...arrived },
  by: {
    channel: [{ value: 'email', targeted: 4, ...arrived }],
    brand: [{ value: NAMED, targeted: 4, ...arrived }],
    country: [{ value: null, targeted: 4, ...arrived }],
    type: [{ value: 'hotel', targeted: 4, ...arrived }],
  },
  variants: {
    parts: [
      { variant: 'A', name: null, version: 1, targeted: 2, ...seen, rates: rates(0) },
      { variant: 'B', name: `<b>${NAMED}`, version: 1, targeted: 2, ...seen, replied: 1, rates: rates(0.5) },
    ],
    judged: { by: 'replied', ahead: null },
  },
  reasons: [{ status: 'failed', reason: 'bounced', words: 'it bounced', count: 1 }],
  answers: [{ intent: 'accept', count: 1 }],
  survey: null,
  outcomes: [{ kind: 'renewed', count: 1, valueMinor: 4_800_000, currency: 'THB' }],
  spend: [{ channel: 'email', messages: 3, minor: 12.5, currency: 'EUR' }],
  times: {
    each: 'hour',
    points: [
      { at: '2026-11-21T02:00:00Z', submitted: 3, delivered: 1, read: 0, replied: 0 },
      { at: '2026-11-21T03:00:00Z', submitted: 0, delivered: 1, read: 1, replied: 1 },
    ],
  },
};
