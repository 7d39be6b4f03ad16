// Two robots by a real mail server and a real mailbox: ours and a customer's, which answers every mail that it gets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationRow } from '../../core/replies/desk/list-conversations.ts';
import type { ConversationThread } from '../../core/replies/desk/read-conversation.ts';
import { hasDovecot, startImap } from '../imap-server.ts';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { seededProduct } from '../seeded-product.ts';
import { startSmtpServer } from '../smtp-server.ts';
import { until } from '../until.ts';

const NOW = '2026-11-20T08:00:00Z';
const OURS = 'desk@example.org';
/** As many as a mailbox would send in a night of a loop that nobody ends. */
const ROUNDS = 8;

describe.skipIf(!hasDovecot)('a mail loop (skipped without Dovecot and root)', () => {
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  let imap: Awaited<ReturnType<typeof startImap>>;
  let refrain: TestRefrain;
  let admin: Caller;
  let tenantId: string;
  let [marked, unmarked] = ['', ''];
  beforeAll(async () => {
    [smtp, imap] = [await startSmtpServer(), await startImap()];
    refrain = await openTestRefrain({ REFRAIN_NOW: NOW }, await seededProduct(NOW));
    const workspace = await refrain.seed();
    tenantId = workspace.id;
    admin = await signInAsAdmin(refrain, workspace.slug);
    await refrain.database.pool.query(
      `update channel_accounts set is_enabled = false where channel = 'email'`,
    );
    const { mailbox: _, ...box } = imap.settings;
    await admin.post('/accounts', {
      ...{ channel: 'email', provider: 'smtp', name: 'Desk' },
      settings: { url: smtp.url, from: OURS, imap: box },
    });
    // Whatever they write is acknowledged by code: what a loop lives on.
    const given = await admin.post('/standing-approvals', {
      intents: ['question', 'acknowledge', 'other', 'accept', 'later', 'complaint'],
      ...{ texts: { en: 'Your message has arrived.' }, maxPerDay: 50 },
      expiresAt: '2026-12-01T00:00:00.000Z',
    });
    expect(given.status).toBeLessThan(300);
    await refrain.collect(tenantId);
    const { approval } = await admin.say(
      'Send renewal reminders to all Hiltons expiring in October by email',
    );
    const { id, digest } = approval!;
    await admin.post(`/approvals/${id}`, { decision: 'approve', digest });
    const sent = await until(
      async () => smtp.mails,
      ({ length }) => length >= 2,
    );
    [marked, unmarked] = [sent[0]!.to[0]!, sent[1]!.to[0]!];
  });
  afterAll(async () => {
    await refrain.close();
    await smtp.close();
    imap.stop();
  });

  const to = (address: string) => smtp.mails.filter((one) => one.to[0] === address);
  let answered = new Set<object>();
  /** The robot answers each mail of ours that it has not answered yet; true while there was one. */
  async function robotAnswers(address: string, head: Record<string, string>): Promise<boolean> {
    const fresh = to(address).filter((one) => !answered.has(one));
    for (const one of fresh) {
      answered.add(one);
      imap.deliver(
        {
          ...{ From: address, To: OURS, Subject: `Re: ${one.mail.subject}` },
          ...{ 'In-Reply-To': one.mail.messageId!, ...head },
        },
        'Thank you for your message. We will get back to you as soon as we can.',
      );
    }
    await refrain.collect(tenantId);
    await refrain.settle();
    return fresh.length > 0;
  }
  const threadOf = async (address: string) => {
    const { body } = await admin.get<{ conversations: ConversationRow[] }>('/conversations?view=all');
    const row = body.conversations.find(({ identifier }) => identifier === address)!;
    return (await admin.get<ConversationThread>(`/conversations/${row.id}`)).body;
  };

  it('ends at once with a robot that says it is one, however often it writes, and is counted at the desk', async () => {
    const head = { 'Auto-Submitted': 'auto-replied' };
    expect(await robotAnswers(marked, head)).toBe(true);
    for (let round = 1; round < ROUNDS; round += 1) {
      answered = new Set();
      await robotAnswers(marked, head);
    }
    expect(to(marked)).toHaveLength(1);
    const { automatic, conversation } = await threadOf(marked);
    expect([automatic, conversation.waitingSince]).toEqual([ROUNDS, null]);
  });

  it('loses nothing that its person writes among them: it waits, and can be answered', async () => {
    imap.deliver({ From: marked, To: OURS, Subject: 'Question' }, 'When does the invoice come?');
    await refrain.collect(tenantId);
    answered = new Set();
    await robotAnswers(marked, { 'Auto-Submitted': 'auto-replied' });
    const { conversation, entries } = await threadOf(marked);
    expect(conversation.waitingSince).not.toBeNull();
    const own = entries.findLast((entry) => entry.kind === 'received' && !entry.isAutomatic);
    expect(own).toMatchObject({ text: 'When does the invoice come?', replyId: conversation.replyId });
    const { status } = await admin.post(`/replies/${conversation.replyId}/answer`, { text: 'On Monday.' });
    expect(status).toBe(200);
    await until(
      async () => to(marked).map(({ mail }) => mail.text?.trim()),
      (texts) => texts.includes('On Monday.'),
    );
  });

  it('ends after one word of ours with a robot that hides what it is; a person sees that it wrote', async () => {
    answered = new Set();
    for (let round = 0; round < ROUNDS; round += 1) {
      await robotAnswers(unmarked, {});
      await refrain.settle();
    }
    // What the campaign sent, and at most one acknowledgement, which says that a machine wrote it.
    const [, ...ours] = to(unmarked);
    expect(ours.length).toBeLessThanOrEqual(1);
    for (const { mail } of ours)
      expect(mail.headers).toContainEqual({
        key: 'auto-submitted',
        originalKey: expect.any(String),
        value: 'auto-replied',
      });
    const { entries, conversation } = await threadOf(unmarked);
    expect(conversation.waitingSince).not.toBeNull();
    expect(entries.filter(({ kind }) => kind === 'received').length).toBe(ours.length + 1);
  });
});
