// What one process asked, another one that knows only the database decides, delivers and reports.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { AskAnswer } from '../../core/ask-answer.ts';
import { createPostgresDatabase } from '../database.ts';
import { openTestRefrain, signInAsAdmin } from '../refrain.ts';
import { seededProduct } from '../seeded-product.ts';
import { until } from '../until.ts';

// Friday 15:00 in Bangkok, 9:00 in Düsseldorf: nobody sleeps.
const NOW = '2026-11-20T08:00:00Z';

const folder = mkdtempSync(join(tmpdir(), 'refrain-shared-'));
const server = process.env.TEST_POSTGRES_URL;
const own = server ? await createPostgresDatabase(server) : null;
const settings = {
  REFRAIN_DATA: folder,
  REFRAIN_NOW: NOW,
  ...(own ? { DATABASE_URL: own.url } : {}),
};
afterAll(async () => {
  await own?.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('an approval that was asked in one process is decided, delivered and reported in the next', async () => {
  const first = await openTestRefrain(settings, await seededProduct(NOW));
  const { slug } = await first.seed();
  const asked: AskAnswer = await (await signInAsAdmin(first, slug)).say(
    'Send renewal reminders to all Hiltons expiring in October',
  );
  await first.close();

  const second = await openTestRefrain(settings);
  const admin = await signInAsAdmin(second, slug);
  const { id, digest, recipients } = asked.approval!;
  expect((await admin.post(`/approvals/${id}`, { decision: 'approve', digest })).status).toBe(200);
  const thread = await until(
    async () =>
      (
        await admin.get<{ messages: { role: string; parts: { kind: string; status?: string }[] }[] }>(
          `/threads/${asked.thread}`,
        )
      ).body,
    ({ messages }) => messages.at(-1)!.parts.some((part) => part.kind === 'progress'),
  );
  expect(thread.messages.at(-1)!.role).toBe('agent');
  const { messages } = await until(
    async () => (await admin.get<{ messages: unknown[] }>('/outbox')).body,
    (outbox) => outbox.messages.length >= recipients,
  );
  expect(messages).toHaveLength(recipients);
  await second.close();
});
