import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterEach, expect, it } from 'vitest';
import { startSmtpServer } from '../../test/smtp-server.ts';
import { outgoing } from '../contract.suite.ts';
import { openSmtp, smtpSettings } from './smtp.ts';

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0).reverse()) await close();
});

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'refrain.example',
  selector: 'mail1',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** What another program than ours says of it, which asks the domain for its key. */
const verified = async (raw: string) => {
  const asked: string[] = [];
  const { results } = await dkimVerify(Buffer.from(raw), {
    resolver: async (name: string) => {
      asked.push(name);
      return [[record]];
    },
  });
  return {
    asked,
    results: results.map(({ status }) => ({ result: status.result, aligned: status.aligned })),
  };
};

it('signs a mail for its domain, with the way out, so that one byte changed is seen', async () => {
  const server = await startSmtpServer();
  closes.push(server.close);
  const settings = { url: server.url, from: 'team@refrain.example', timeoutMs: 2000, dkim };
  const sender = openSmtp(smtpSettings.parse(settings));
  closes.push(() => sender.close());
  const content = {
    ...{ subject: 'สัญญาของคุณ · renewal', text: 'เรียน คุณอาทิตย์\n\nFour zones.', html: '<p>Four zones.</p>' },
    headers: {
      'List-Unsubscribe': `<https://refrain.example/u/${'x'.repeat(120)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
  expect(await sender.send([outgoing('ann@example.com', { content })])).toMatchObject([
    { outcome: 'submitted' },
  ]);
  const [{ raw }] = server.mails as [(typeof server.mails)[number]];
  const passed = { result: 'pass', aligned: 'refrain.example' };
  expect(await verified(raw)).toEqual({ asked: ['mail1._domainkey.refrain.example'], results: [passed] });
  expect(/^DKIM-Signature:[\s\S]*?\bh=([\s\S]*?);/m.exec(raw)?.[1]?.toLowerCase().replace(/\s/g, '')).toMatch(
    /list-unsubscribe:list-unsubscribe-post/,
  );
  for (const [from, to] of [
    ['Four zones.', 'Five zones.'],
    ['refrain.example/u/x', 'refrain.example/u/y'],
    ['List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Click'],
    ['renewal', 'removal'],
  ] as const) {
    const changed = raw.includes(from) ? raw.replaceAll(from, to) : raw.replace(/^Subject: /m, 'Subject: X');
    expect((await verified(changed)).results).not.toEqual([passed]);
  }
});

it('takes no key that is none', () => {
  const settings = { url: 'smtp://mail.example.com', dkim: { ...dkim, privateKey: 'secret' } };
  expect(smtpSettings.safeParse(settings).success).toBe(false);
});
