// Senders by SMTP over mail servers that a test scripts, closed when it is over.
import { outgoing } from '../channels/contract.suite.ts';
import type { Sender } from '../channels/contract.ts';
import { openSmtp, smtpSettings } from '../channels/email/smtp.ts';
import { type SmtpScript, startRawSmtp, startSmtpServer } from './smtp-server.ts';

export const to = (name = 'arthit') => outgoing(`${name}@example.com`);
export const sendOne = async (sender: Sender, message = to()) => (await sender.send([message]))[0]!;

export function smtpKit() {
  const opened: { close(): Promise<void> }[] = [];

  function openSender(settings: Record<string, unknown>): Sender {
    const sender = openSmtp(
      smtpSettings.parse({ from: 'team@refrain.example', timeoutMs: 700, ...settings }),
    );
    opened.push(sender);
    return sender;
  }

  async function open(script: SmtpScript = {}, settings: Record<string, unknown> = {}) {
    const server = await startSmtpServer(script);
    opened.push(server);
    return { server, sender: openSender({ url: server.url, ...settings }) };
  }

  async function openRaw(answer: Parameters<typeof startRawSmtp>[0]) {
    const server = await startRawSmtp(answer);
    opened.push(server);
    return openSender({ url: server.url });
  }

  const close = async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  };
  return { openSender, open, openRaw, close };
}
