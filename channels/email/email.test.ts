import { expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { startSmtpServer } from '../../test/smtp-server.ts';
import { describeChannel, describeProvider, type Opened } from '../contract.suite.ts';
import { createEmail } from './index.ts';

const channel = createEmail(memoryStandinStore());

describeChannel({
  channel,
  addresses: [
    { given: 'Arthit.Suk+hotel@Example.COM', canonical: 'arthit.suk+hotel@example.com' },
    { given: "o'brien@mail.example.co.th", canonical: "o'brien@mail.example.co.th" },
    { given: 'info@BÜCHER.example', canonical: 'info@xn--bcher-kva.example' },
    { given: 'mailto:ann@example.com', canonical: 'ann@example.com' },
    { given: '\ufeffann@example.com\u200b', canonical: 'ann@example.com' },
  ],
  invalid: [
    'ann',
    '@example.com',
    'ann@',
    'ann@localhost',
    'ann@@example.com',
    'ann@example..com',
    'ann@-example.com',
    'ann@example.c',
    'ann@127.0.0.1',
    'ann@[127.0.0.1]',
    'ann@0x7f.1',
    'ann@example.com/x',
    '.ann@example.com',
    'ann.@example.com',
    'a..nn@example.com',
    'an n@example.com',
    '"ann"@example.com',
    'Ann <ann@example.com>',
    'mailto:ann@example.com?x',
    'ann@example.com, bo@example.com',
    'ann@example.com\r\nBcc: bo@example.com',
    'อาทิตย์@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ann@${'a'.repeat(64)}.com`,
    `${'a'.repeat(60)}@${'b.'.repeat(100)}com`,
  ],
});

const address = (n: number) => `person${n}@example.com`;

describeProvider({
  name: 'email standin',
  isIdempotent: true,
  address,
  open: () => openStandinOf(createEmail),
});

describeProvider({ name: 'email smtp', isIdempotent: false, address, open: openOnLoopback });

async function openOnLoopback(): Promise<Opened> {
  const server = await startSmtpServer();
  const provider = channel.providers.smtp!;
  const sender = provider.open(provider.settings.parse({ url: server.url, from: 'team@refrain.example' }));
  return {
    sender,
    arrived: async () =>
      server.mails.map(({ mail, to }) => {
        expect(to).toHaveLength(1);
        return {
          messageId: mail.headers.find(({ key }) => key === 'x-refrain-message')?.value ?? '',
          to: to[0]!,
          content: { subject: mail.subject ?? '', text: mail.text?.replaceAll('\r\n', '\n').trimEnd() ?? '' },
        };
      }),
    close: async () => {
      await sender.close();
      await server.close();
    },
  };
}

it('takes the mail server by address or by its parts, and no other protocol', () => {
  const { settings } = channel.providers.smtp!;
  for (const good of [
    { url: 'smtp://user:pass@mail.example.com:587' },
    { url: 'smtps://mail.example.com', from: 'team@example.com' },
    { host: 'mail.example.com', port: 465, secure: true, user: 'u', pass: 'p' },
  ])
    expect(settings.safeParse(good).success).toBe(true);
  for (const bad of [
    {},
    { url: 'http://mail.example.com' },
    { host: '' },
    { url: 'smtp://a.example', from: 'not an address' },
    { url: 'smtp://a.example', host: 'b.example' },
    { host: 'a.example', port: 70_000 },
  ])
    expect(settings.safeParse(bad).success).toBe(false);
});
