// Cards as the agent sends them, with names and texts that break pages.
import { randomUUID } from 'node:crypto';
import type { ApprovalPart, AudiencePart, Part, PreviewPart, ProgressPart } from '../../core/parts.ts';
import { HOSTILE, LONG, NAMES } from './canned-names.ts';

export const campaignId = randomUUID();
export const approvalId = randomUUID();
const customers = NAMES.map((name, at) => ({
  id: randomUUID(),
  name,
  brand: 'Hilton',
  city: ['Phuket', 'Bangkok', null, 'Tokyo', 'Pattaya', 'Riyadh'][at % 6] ?? null,
  country: ['TH', 'TH', null, 'JP', 'TH', 'SA'][at % 6] ?? null,
  contractEnd: at === 2 ? null : `2027-10-${String(10 + at)}`,
  units: at % 4 === 0 ? null : at,
  because: `the contract ends on 2027-10-${10 + at}`,
  recipients: at === 6 ? 0 : 1 + (at % 2),
  unreachable: at === 6 ? 'no contact there has consented to marketing' : null,
}));

export const audience: AudiencePart = {
  kind: 'audience',
  campaignId,
  total: 11,
  reachable: 10,
  recipients: 15,
  filter: { all: [{ op: 'in', field: 'brand', values: ['Hilton'] }] },
  words: 'brand is Hilton (with its 6 sub-brands), contract end from 1 October 2027 to 31 October 2027',
  customers,
  excluded: [
    { ...pick(3), name: 'Hilton Manila', reason: 'opted out on 3 May 2026' },
    { id: randomUUID(), name: HOSTILE, reason: 'left out by hand' },
  ],
  unknown: { 'Contract end': 4 },
  notes: [
    '“expiring in October” was read as 1 to 31 October 2027, the next October.',
    '2 contracts have lapsed already and are in.',
  ],
};

function pick(at: number) {
  return { id: customers[at]!.id, name: customers[at]!.name };
}

const html = `<!doctype html><body style="font-family:sans-serif;background:#f4f4f4;padding:24px"><div style="max-width:560px;margin:auto;background:#fff;padding:24px;border-top:4px solid #0f766e"><h1 style="font-size:20px">Your music contract ends on 11 October 2027</h1><p>Dear Somchai,</p><p>The contract for the music of <b>Lobby, Pool Bar and Spa</b> ends on 11 October 2027.</p><script>window.top.hacked = true</script><img src="https://tracker.example.com/x.png" onerror="window.top.hacked = true"><a href="javascript:window.top.hacked=true">Renew</a></div></body>`;

export const preview: PreviewPart = {
  kind: 'preview',
  campaignId,
  previews: [
    {
      ...at(0, 'Somchai Rattanakosin', 'email'),
      subject: 'Your music contract for Hilton Garden Inn Phuket Bang Tao ends on 11 October 2027',
      body: 'Dear Somchai,\n\nThe contract for the music of Lobby, Pool Bar and Spa ends on 11 October 2027.\n\nKind regards',
      html,
    },
    {
      ...at(1, HOSTILE, 'whatsapp'),
      body: `Hello ${HOSTILE},\n\nyour music contract ends on *11 October 2027* (12 zones, ฿10,500 each per year). Shall we renew it as it is?\n\nReply STOP to hear nothing more from us.\nhttps://example.com/renew/${'a'.repeat(120)}`,
    },
    {
      ...at(3, '佐藤 健', 'line'),
      body: '佐藤様\n\nいつもお世話になっております。館内音楽のご契約が2027年10月13日に終了いたします。更新のご案内をお送りいたします。',
    },
    {
      ...at(5, 'محمد العتيبي', 'whatsapp'),
      body: 'مرحباً محمد،\n\nينتهي عقد الموسيقى الخاص بكم في 15 أكتوبر 2027. هل نجدده كما هو؟',
    },
  ],
  counts: { email: 9, whatsapp: 4, line: 2 },
  notes: { email: [`Marketing: ${LONG}`] },
  findings: [
    {
      severity: 'warning',
      message: 'The price is not known, so the text speaks without it.',
      customer: LONG,
    },
  ],
};

function at(index: number, contact: string, channel: string) {
  return { customer: pick(index).name, customerId: pick(index).id, contact, channel };
}

export const approval: ApprovalPart = {
  kind: 'approval',
  id: approvalId,
  campaignId,
  campaign: 'Renewal: Hilton, October 2027',
  version: 1,
  isTest: false,
  status: 'requested',
  digest: '3f1a9c0be47d52aa61c8f0e2b97d4c3315a6de80f94bb7215ce0d8a1f2734b69',
  recipients: 15,
  customers: 10,
  channels: { email: 9, whatsapp: 4, line: 2 },
  schedule: { kind: 'local', date: '2026-11-23', time: '09:00' },
  scheduleWords: 'Monday 23 November 2026 at 09:00, each in their own time zone (5 zones)',
  valueWords: '฿1,240,000 and ¥890,000 a year in contracts',
  costWords: 'about ฿38 for WhatsApp; LINE and e-mail cost nothing',
  warnings: ['LINE allows 2 more messages today; the rest would wait until tomorrow.'],
  excluded: audience.excluded,
  policyWords: 'One approver decides.',
  expiresAt: '2026-11-22T09:00:00.000Z',
  requestedBy: 'Mali Suwan',
  decidedBy: null,
  decidedAt: null,
  comment: null,
  shortCode: 'K7Q2MX',
  canDecide: true,
};

export const progress: ProgressPart = {
  kind: 'progress',
  campaignId,
  campaign: approval.campaign,
  status: 'sending',
  targeted: 15,
  queued: 6,
  submitted: 3,
  delivered: 3,
  read: 1,
  failed: 1,
  dropped: 1,
  unknown: 0,
  replied: 1,
  reasons: { 'the number is not on WhatsApp': 1, 'opted out after the approval': 1 },
  nextAt: '2026-11-23T02:00:00.000Z',
};

export const answerParts: Part[] = [
  {
    kind: 'text',
    text: 'I drafted a renewal reminder for 11 customers of Hilton; 10 of them can be reached, with 15 messages. One note: “October” was read as October 2027.',
  },
  audience,
  preview,
  approval,
];
