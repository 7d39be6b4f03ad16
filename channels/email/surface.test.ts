import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApprovalPart } from '../../core/parts.ts';
import { type SmtpTestServer, startSmtpServer } from '../../test/smtp-server.ts';
import type { SurfaceClient } from '../surface-contract.ts';
import { createEmailSurface } from './surface.ts';

const surface = createEmailSurface();
const imap = { host: '127.0.0.1', user: 'desk', pass: 'x' };
let server: SmtpTestServer;
let client: SurfaceClient;
beforeAll(async () => {
  server = await startSmtpServer();
  client = surface.open(
    surface.settings.parse({ url: server.url, from: 'desk@example.com', imap }) as Parameters<
      typeof surface.open
    >[0],
  );
});
afterAll(() => server.close());

const from = 'anong@example.com';
const approval = {
  ...{ kind: 'approval', id: 'a', digest: 'd', campaignId: 'c', campaign: 'Renewals', recipients: 12 },
  ...{
    channels: { email: 12 },
    scheduleWords: 'now',
    costWords: null,
    warnings: [],
    policyWords: 'One approver.',
  },
  ...{ status: 'requested', isTest: false, decidedBy: null, decidedAt: null },
} as unknown as ApprovalPart;

it('is one conversation for a thread of mails, whatever prefix their subject has', () => {
  const first = { 'message-id': '<1@mail>', subject: 'Renewals' };
  const later = { 'message-id': '<3@mail>', references: '<1@mail> <2@ours>', subject: 'AW: Re: Renewals' };
  const place = surface.placeOf!({ from, headers: first });
  expect(surface.placeOf!({ from, headers: later })).toBe(place);
  expect(surface.placeOf!({ from, headers: { ...first, 'message-id': '<9@mail>' } })).not.toBe(place);
  expect(surface.placeOf!({ from: 'boss@example.com', headers: later })).not.toBe(place);
  expect(surface.readerOf!(place)).toBe(from);
});

it('answers in that thread, to nobody else, as a machine, and lists what it shows', async () => {
  const place = surface.placeOf!({
    from,
    headers: { 'message-id': '<1@mail>', subject: 'Renewals\r\nBcc: x@example.com' },
  });
  const answering = client.answer(place, from);
  await answering.write('Here they are.');
  await answering.show({ kind: 'text', text: 'All Hiltons' } as Parameters<typeof answering.show>[0]);
  await answering.end();
  const { to, mail } = server.mails.at(-1)!;
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
  expect(to).toEqual([from]);
  expect([
    mail.subject,
    mail.inReplyTo,
    header('references'),
    header('auto-submitted'),
    header('bcc'),
  ]).toEqual([...['Re: Renewals Bcc: x@example.com', '<1@mail>', '<1@mail>', 'auto-replied', undefined]]);
  expect(mail.text?.trim()).toBe('Here they are.\n\nAll Hiltons');
});

it('asks for an approval by the code of the one who reads, and says what became of it', async () => {
  const asked = async (part: object) => {
    await client.post(from, { kind: 'approval', part: { ...approval, ...part } });
    return server.mails.at(-1)!.mail.text;
  };
  expect(await asked({ shortCode: 'ABCD-1234' })).toMatch(/nothing but this code: ABCD-1234/u);
  expect(await asked({})).toMatch(/Somebody who may approves it on the page/u);
  const done = { status: 'approved', decidedBy: 'Boss', shortCode: undefined };
  expect((await asked(done))!.trim()).toBe('Renewals: approved by Boss.');
});

it('brings a long list as a file', async () => {
  await client.sendFile(from, { name: 'audience.csv', title: 'All Hiltons', content: 'name\nA\n' });
  expect(server.mails.at(-1)!.mail.attachments.map(({ filename }) => filename)).toEqual(['audience.csv']);
});

it('needs an address to write from and a box to read', () => {
  for (const wrong of [{ from: 'desk@example.com' }, { imap }])
    expect(surface.settings.safeParse({ url: server.url, ...wrong }).success).toBe(false);
});
