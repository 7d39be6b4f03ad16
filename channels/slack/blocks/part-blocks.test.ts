import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApprovalPart, AudiencePart, Part, PreviewPart } from '../../../core/parts.ts';
import { mistakesOf } from '../../../test/vendors/slack.ts';
import { approvalBlocks } from './approval.ts';
import { MOST_BLOCKS, partBlocks } from './part-blocks.ts';
import { replyBlocks } from './reply.ts';

const ID = '0190a1b2-0000-7000-8000-000000000001';
const DIGEST = 'ab'.repeat(32);

const text = fc.string({ unit: 'grapheme', maxLength: 5000 });
const audience = (names: string[]): AudiencePart => ({
  kind: 'audience',
  campaignId: ID,
  total: names.length,
  reachable: 0,
  recipients: 0,
  filter: { all: [] },
  words: names.join(),
  customers: names.map((name) => ({
    ...{ id: ID, name, brand: name, city: name, country: null, contractEnd: null, units: null },
    ...{ because: name, recipients: 0, unreachable: null },
  })),
  excluded: [],
  unknown: {},
  notes: names,
});
const approval = (words: string): ApprovalPart => ({
  ...{ kind: 'approval', id: ID, campaignId: ID, campaign: words, version: 1, isTest: false },
  ...{ status: 'requested', digest: DIGEST, recipients: 3, customers: 2, channels: { email: 3 } },
  ...{ schedule: { kind: 'now' }, scheduleWords: words, valueWords: words, costWords: words },
  ...{ warnings: [words], excluded: [], policyWords: words, expiresAt: '2026-11-24T00:00:00.000Z' },
  ...{ requestedBy: words, decidedBy: null, decidedAt: null, comment: null, canDecide: true },
  shortCode: 'A1B2C3',
});
const preview = (words: string[]): PreviewPart => ({
  kind: 'preview',
  campaignId: ID,
  previews: words.map((body) => ({
    ...{ customer: body, customerId: ID, contact: body, channel: 'email', subject: body, body },
  })),
  counts: { email: words.length },
  findings: words.map((message) => ({ severity: 'warning', message })),
});

describe('what is shown', () => {
  const wrongIn = (blocks: KnownBlock[]) => [
    ...(blocks.length > MOST_BLOCKS ? [`${blocks.length} blocks`] : []),
    ...blocks.flatMap(mistakesOf),
  ];

  it('keeps to Slack’s limits and is read as plain text, whatever names and texts hold', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 120 }), text, (names, words) => {
        const parts: Part[] = [
          audience(names),
          approval(words),
          preview(names.slice(0, 10)),
          { kind: 'text', text: words },
          { kind: 'question', text: words, choices: names.map((label) => ({ label, say: label })) },
        ];
        for (const part of parts) expect(wrongIn(partBlocks(part))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('never holds a short code: in a channel everybody reads it', () => {
    expect(JSON.stringify(approvalBlocks(approval('x')))).not.toContain('A1B2C3');
  });

  it('binds the buttons to the approval and its digest, and takes them away once it is decided', () => {
    const asked = JSON.stringify(approvalBlocks(approval('x')));
    expect(asked).toContain(`"value":"${ID} ${DIGEST}"`);
    const status = { status: 'approved', decidedBy: 'Anong', decidedAt: '2026-11-21T03:00:00.000Z' } as const;
    const decided = JSON.stringify(approvalBlocks({ ...approval('x'), ...status }));
    expect(decided).not.toContain('"approve"');
    expect(decided).toContain('Approved by Anong on 2026-11-21 03:00 UTC');
  });

  it('offers a suggested answer to be changed, never to be sent by itself', () => {
    const reply = {
      ...{ id: ID, customer: 'A', contact: 'B', channel: 'email', campaign: null, body: 'hello' },
      ...{ receivedAt: '2026-11-21T03:00:00.000Z', intent: 'question', urgency: 'high', sentiment: null },
      ...{ needsHuman: true, action: null, answer: 'Thank you.', because: null, effects: [] },
    };
    const state = { assignee: null, isDone: false, answeredBy: null };
    expect(wrongIn(replyBlocks(reply, state))).toEqual([]);
  });
});
