import { expect, it } from 'vitest';
import type { ApprovalPart, Part, QuestionPart } from '../../core/parts.ts';
import { startVendor } from '../../test/vendor-server.ts';
import { lineSpec, withoutVendor } from '../../test/vendors/specs.ts';
import { createLineSurface } from './surface.ts';

const ANONG = `U${'b'.repeat(32)}`;
const settings = { channelAccessToken: 'token', channelSecret: 'secret', timeoutMs: 1000 };
const approval = {
  ...{ kind: 'approval', id: 'a'.repeat(36), digest: 'd'.repeat(64), campaignId: 'c'.repeat(36) },
  ...{
    campaign: 'Renewals',
    version: 1,
    isTest: false,
    recipients: 12,
    customers: 12,
    channels: { line: 12 },
  },
  ...{
    scheduleWords: 'now',
    costWords: null,
    warnings: [],
    status: 'requested',
    policyWords: 'One approver decides.',
  },
  ...{ decidedBy: null, decidedAt: null },
} as unknown as ApprovalPart;
const question: QuestionPart = {
  ...{ kind: 'question', text: 'Which Hiltons?' },
  choices: [{ label: 'All of them, wherever they are in the world', say: 'all of them' }],
} as QuestionPart;

async function open(status = 200) {
  const vendor = await startVendor(() => ({ status, body: { sentMessages: [{ id: '46' }] } }));
  const surface = createLineSurface({ lineApi: vendor.url });
  const bodies = () =>
    vendor.requests.map(({ body }) => JSON.parse(body) as { to: string; messages: object[] });
  return { vendor, surface, client: surface.open(settings), bodies };
}

it('shows answers, questions and approvals with buttons that come back as what they are', async () => {
  const { vendor, surface, client, bodies } = await open();
  const answering = client.answer(ANONG, ANONG);
  await answering.write('Here ');
  await answering.write('they are.');
  for (const part of [question, approval] as Part[]) await answering.show(part);
  await answering.end();
  const [{ to, messages }] = bodies() as [{ to: string; messages: object[] }];
  expect(to).toBe(ANONG);
  expect(messages[0]).toEqual({ type: 'text', text: 'Here they are.' });
  const actions = messages.slice(1).flatMap((one) => actionsOf(one));
  expect(actions.every(({ label, data }) => label.length <= 20 && data.length <= 300)).toBe(true);
  expect(actions.map(({ data }) => surface.readPress?.(data))).toEqual([
    { name: 'say', text: 'all of them' },
    { name: 'approve', approvalId: approval.id, digest: approval.digest },
    { name: 'reject', approvalId: approval.id, digest: approval.digest },
    { name: 'list', campaignId: approval.campaignId },
  ]);
  expect(await client.post(ANONG, { kind: 'approval', part: { ...approval, status: 'approved' } })).toBe(
    '46',
  );
  expect(bodies().at(-1)!.messages).toEqual([{ type: 'text', text: 'Renewals: approved.' }]);
  await vendor.stop();
});

const actionsOf = (message: object) =>
  (
    message as { contents: { footer: { contents: { action: { label: string; data: string } }[] } } }
  ).contents.footer.contents.map(({ action }) => action);

it('says long answers in pieces, five a push, and a file in words', async () => {
  const { vendor, client, bodies } = await open();
  await client.say(ANONG, 'word '.repeat(6_000));
  expect(bodies().map(({ messages }) => messages.length)).toEqual([5, 1]);
  await client.sendFile(ANONG, { name: 'a.csv', title: 'All Hiltons', content: 'name\nA\nB\n' });
  expect(JSON.stringify(bodies().at(-1))).toContain('All 2 of them are on the page');
  await vendor.stop();
});

it('rejects what LINE does not take', async () => {
  const { vendor, client } = await open(429);
  await expect(client.say(ANONG, 'hello')).rejects.toThrow('LINE answered 429');
  await vendor.stop();
});

it.skipIf(withoutVendor !== '')(`sends what LINE’s own description allows${withoutVendor}`, async () => {
  const { vendor, client, bodies } = await open();
  const answering = client.answer(ANONG, ANONG);
  await answering.write('Hello');
  for (const part of [question, approval] as Part[]) await answering.show(part);
  await answering.end();
  const validate = lineSpec();
  expect(bodies().flatMap((body) => validate(body))).toEqual([]);
  await vendor.stop();
});
