import { randomUUID } from 'node:crypto';
import type { ConversationRow } from '../../core/replies/desk/list-conversations.ts';
import type { ConversationThread } from '../../core/replies/desk/read-conversation.ts';
import { HOSTILE, LONG } from './canned-names.ts';
import { approval, campaignId } from './canned-parts.ts';

const AT = '2026-11-21T05:00:00.000Z';
const conversation: ConversationRow = {
  id: randomUUID(),
  channel: 'whatsapp',
  customerId: null,
  customer: LONG,
  contactId: null,
  contact: HOSTILE,
  identifier: '+66900000068',
  status: 'open',
  assignedTo: null,
  assignee: null,
  snoozedUntil: null,
  contractId: null,
  tags: ['a tag of forty letters, which is a lot ok'],
  waitingSince: AT,
  lastReceivedAt: AT,
  replyId: randomUUID(),
  intent: 'question',
  urgency: 'high',
  needsHuman: true,
  snippet: `${HOSTILE} and the price?`,
  campaignId,
  campaign: approval.campaign,
};
export const conversations: ConversationRow[] = [
  conversation,
  {
    ...conversation,
    id: randomUUID(),
    contact: '佐藤 健',
    urgency: 'normal',
    snippet: '来週お電話いただけますか。',
  },
];

export const thread: ConversationThread = {
  conversation,
  heldBy: LONG,
  automatic: 0,
  entries: [
    {
      kind: 'sent',
      at: AT,
      campaignId,
      campaign: approval.campaign,
      subject: null,
      text: `Dear ${HOSTILE}, https://example.com/${'a'.repeat(200)}`,
      status: 'read',
    },
    {
      kind: 'received',
      at: AT,
      replyId: conversation.replyId,
      text: `${HOSTILE} and the price of ${'x'.repeat(200)}?`,
      isShortened: true,
      campaign: LONG,
      triage: {
        intent: 'question',
        urgency: 'high',
        sentiment: 'negative',
        language: 'th',
        needsHuman: true,
        confidence: 0.61,
        mayBeStop: false,
        probablyStop: false,
        entities: {
          ...{ units: [], unitsToCancel: [], dates: [], amounts: [], phone: null, email: null },
          ...{ person: null, callAt: null, score: null, topic: null },
        },
        answer: `Thank you. ${HOSTILE}`,
        answerInEnglish: LONG,
        action: 'reply',
        because: `“${HOSTILE}”`,
      },
      mentions: [`about: ${'y'.repeat(200)}`],
      effects: [],
      isAutomatic: false,
      isInDoubt: false,
      heldBack: [],
      outcome: { kind: 'renewed', valueMinor: 1_000_000, currency: 'THB', contractId: null },
      attachments: [
        { id: randomUUID(), name: `${'z'.repeat(116)}.pdf`, type: 'application/pdf', size: 5, isKept: true },
      ],
    },
    { kind: 'note', at: AT, text: LONG, by: HOSTILE },
    { kind: 'answered', at: AT, approvalId: randomUUID(), text: LONG, by: HOSTILE, status: 'submitted' },
  ],
};
