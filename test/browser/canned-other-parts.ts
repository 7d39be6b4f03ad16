import { randomUUID } from 'node:crypto';
import type { Part, RepliesPart } from '../../core/parts.ts';
import { HOSTILE, LONG, NAMES } from './canned-names.ts';
import { approval, campaignId, progress } from './canned-parts.ts';

const reply = {
  customer: NAMES[0]!,
  contact: 'Somchai Rattanakosin',
  channel: 'whatsapp',
  campaign: approval.campaign,
  body: 'Yes please renew, but can you send the price for 14 zones first?',
  receivedAt: '2026-11-21T05:00:00.000Z',
  intent: 'question',
  urgency: 'normal',
  sentiment: 'positive',
  needsHuman: true,
  action: 'answer with the price',
  answer: 'Thank you, Somchai. For 14 zones the price is …',
  because: 'asks for a price: “send the price”',
  effects: [] as string[],
};
const replies: RepliesPart = {
  kind: 'replies',
  replies: [
    { ...reply, id: randomUUID() },
    {
      ...reply,
      id: randomUUID(),
      contact: HOSTILE,
      customer: HOSTILE,
      body: `${HOSTILE} STOP`,
      intent: 'opt_out',
      urgency: 'high',
      needsHuman: false,
      answer: null,
      because: 'the word “STOP” alone',
      effects: ['opted out of everything; 2 queued messages dropped'],
    },
    {
      ...reply,
      id: randomUUID(),
      contact: '佐藤 健',
      customer: NAMES[3]!,
      channel: 'line',
      body: '来週お電話いただけますか。',
      intent: 'meeting',
    },
  ],
};

/** One of each card that a renewal does not show. */
export const otherParts: Part[] = [
  {
    kind: 'question',
    text: 'Which Hiltons do you mean?',
    choices: [
      { label: 'All brands of Hilton', say: 'All brands of Hilton' },
      { label: 'Only “Hilton” itself', say: 'Only Hilton itself, not its sub-brands' },
      { label: LONG.slice(0, 120), say: 'The third' },
    ],
  },
  {
    kind: 'plan',
    campaignId,
    name: approval.campaign,
    objective: 'Ten renewals by the end of the year',
    segment: {
      name: LONG,
      words: 'brand is Hilton',
      customers: 40,
      reachable: 38,
      recipients: 52,
      advice: ['Too small for a test of two variants.'],
    },
    offer: 'The first month is free until 31 December.',
    content: [
      {
        channel: 'email',
        subjects: [{ text: LONG, wording: '{{ customer.name }}' }],
        callsToAction: [{ text: 'Please reply YES.', wording: 'Please reply YES.' }],
        notes: ['Service: rests on the contract.'],
      },
    ],
    scheduleWords: 'as soon as it is approved',
    budget: { given: 'THB 50,000', costWords: 'Nothing: the stand-in outbox charges nothing.' },
    expected: [
      {
        channel: 'email',
        recipients: 52,
        delivered: { low: 49, high: 52 },
        replied: { low: 3, high: 9 },
        basis: 210,
      },
    ],
    assumed: ['The tone: by brand and type.'],
    questions: ['Until when is the offer valid?'],
  },
  {
    kind: 'chart',
    title: 'Contracts that end, by month',
    unit: 'contracts',
    bars: [
      { label: 'October 2027', value: 11 },
      { label: 'November 2027', value: 7 },
      { label: 'A label that is far too long for its column', value: 0 },
    ],
  },
  {
    kind: 'campaigns',
    campaigns: [
      {
        id: campaignId,
        name: approval.campaign,
        type: 'renewal',
        status: 'waiting',
        version: 1,
        createdAt: '2026-11-21T04:00:00.000Z',
      },
    ],
  },
  replies,
  progress,
];
