import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskAnswer } from '../../core/ask-answer.ts';
import type { ApprovalPart, ProgressPart, RepliesPart } from '../../core/parts.ts';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { seededProduct } from '../seeded-product.ts';
import { until } from '../until.ts';

// Friday 15:00 in Bangkok, 9:00 in Düsseldorf: nobody sleeps.
const NOW = '2026-11-20T08:00:00Z';

let refrain: TestRefrain;
let admin: Caller;
beforeAll(async () => {
  refrain = await openTestRefrain({ REFRAIN_NOW: NOW }, await seededProduct(NOW));
  const { slug } = await refrain.seed();
  admin = await signInAsAdmin(refrain, slug);
});
afterAll(() => refrain.close());

describe('the main job', () => {
  let draft: AskAnswer;
  let edited: AskAnswer;

  it('turns a sentence into an audience, messages and a question for approval', async () => {
    draft = await admin.say('Send renewal reminders to all Hiltons expiring in October');
    expect(draft.campaign).toMatchObject({ type: 'renewal', status: 'waiting' });
    expect(draft.audience?.filter).toMatchObject({
      all: expect.arrayContaining([{ op: 'in', field: 'brand', values: ['Hilton'] }]),
    });
    expect(draft.audience?.total).toBeGreaterThanOrEqual(5);
    expect(draft.audience?.words).toMatch(/October 2027/);
    expect(draft.previews.length).toBeGreaterThan(0);
    expect(draft.approval).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(draft.approval!.recipients).toBe(draft.audience!.recipients);
  });

  it('sends nothing before a person has approved', async () => {
    expect((await admin.get<{ messages: unknown[] }>('/outbox')).body.messages).toEqual([]);
  });

  it('edits the campaign by a sentence, which voids what was asked', async () => {
    edited = await admin.say('only by email', draft.thread);
    expect(edited.campaign).toMatchObject({ id: draft.campaign!.id, version: 2, channels: ['email'] });
    const old = await admin.get<ApprovalPart>(`/approvals/${draft.approval!.id}`);
    expect(old.body.status).toBe('voided');
    expect(new Set(edited.previews.map((one) => one.channel))).toEqual(new Set(['email']));
  });

  it('refuses the voided approval and a wrong digest', async () => {
    const late = await admin.post(`/approvals/${draft.approval!.id}`, {
      decision: 'approve',
      digest: draft.approval!.digest,
    });
    expect(late.status).toBe(409);
    expect((await admin.get<{ messages: unknown[] }>('/outbox')).body.messages).toEqual([]);
  });

  it('launches exactly what was approved, once', async () => {
    const asked = await admin.say('send it', draft.thread);
    const { id, digest, recipients } = asked.approval!;
    const decide = () => admin.post<ApprovalPart>(`/approvals/${id}`, { decision: 'approve', digest });
    const [first, second] = await Promise.all([decide(), decide()]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const progress = await until(
      async () => (await admin.get<ProgressPart>(`/campaigns/${edited.campaign!.id}/progress`)).body,
      (one) => one.queued === 0 && one.status === 'done',
    );
    expect(progress.submitted + progress.dropped).toBe(recipients);
    const { messages } = (await admin.get<{ messages: { subject?: string; body: string }[] }>('/outbox'))
      .body;
    expect(messages).toHaveLength(recipients);
    const shown = edited.previews[0]!;
    expect(messages.map((message) => message.body)).toContain(shown.body);
  });

  it('tells the waiting conversation what became of it', async () => {
    const thread = await until(
      async () =>
        (
          await admin.get<{ messages: { role: string; parts: { kind: string; text?: string }[] }[] }>(
            `/threads/${draft.thread}`,
          )
        ).body,
      (one) => one.messages.at(-1)!.parts.some((part) => part.kind === 'progress'),
    );
    expect(thread.messages.at(-1)!.role).toBe('agent');
  });

  it('files an answer that says stop, and stops', async () => {
    const { messages } = (await admin.get<{ messages: { id: string }[] }>('/outbox')).body;
    expect((await admin.post(`/outbox/${messages[0]!.id}/reply`, { message: 'STOP' })).status).toBeLessThan(
      300,
    );
    const replies = await until(
      async () => (await admin.get<Pick<RepliesPart, 'replies'>>('/replies')).body.replies,
      (all) => all[0]?.intent === 'opt_out',
    );
    expect(replies[0]!.effects.length).toBeGreaterThan(0);
    const again = await admin.say('Send renewal reminders to all Hiltons expiring in October by email');
    expect(again.audience!.recipients).toBeLessThan(edited.audience!.recipients);
  });
});
