// The main job with a real mail server behind the first e-mail account.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProgressPart } from '../../core/parts.ts';
import { openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { type SmtpTestServer, startSmtpServer } from '../smtp-server.ts';
import { until } from '../until.ts';

let server: SmtpTestServer;
let refrain: TestRefrain;
let gone: string | undefined;
beforeAll(async () => {
  server = await startSmtpServer({
    refuse: (address) => {
      gone ??= address;
      return address === gone ? { code: 550, message: '5.1.1 no such mailbox' } : null;
    },
  });
  refrain = await openTestRefrain({
    SMTP_URL: server.url,
    SMTP_FROM: 'team@refrain.example',
    // Nobody sleeps at this hour where these customers are.
    REFRAIN_NOW: '2026-11-20T08:00:00Z',
  });
});
afterAll(async () => {
  await refrain.close();
  await server.close();
});

it('sends what was approved by the mail server of the settings, and learns what the server says', async () => {
  const { slug } = await refrain.seed();
  const admin = await signInAsAdmin(refrain, slug);
  const { approval, previews, campaign } = await admin.say(
    'Send renewal reminders to all Hiltons expiring in October by email',
  );
  expect(server.mails).toEqual([]);
  const { id, digest, recipients } = approval!;
  await admin.post(`/approvals/${id}`, { decision: 'approve', digest });
  const progress = await until(
    async () => (await admin.get<ProgressPart>(`/campaigns/${campaign!.id}/progress`)).body,
    ({ status }) => status === 'done',
  );
  expect(progress).toMatchObject({
    submitted: recipients - 1,
    failed: 1,
    unknown: 0,
    reasons: { no_such_address: 1 },
  });
  const { body } = await admin.get<{ messages: unknown[] }>('/outbox');
  expect(body.messages).toEqual([]);

  expect(server.mails).toHaveLength(recipients - 1);
  expect(new Set(server.mails.map(({ to }) => to.join())).size).toBe(recipients - 1);
  const shown = previews.find(({ body: text }) =>
    server.mails.some(({ mail }) => plain(mail.text) === plain(text)),
  );
  expect(shown).toBeDefined();
  for (const { from, mail } of server.mails) {
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
    expect(from).toBe('team@refrain.example');
    expect(mail.messageId).toBe(`<${header('x-refrain-message')}@refrain.example>`);
    expect(mail.html).toContain('</html>');
  }
});

const plain = (text: string | undefined) => text?.replaceAll('\r\n', '\n').trim();
