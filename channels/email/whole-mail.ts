// A mail as it would leave us, for whoever judges it whole: the same headers and parts that are sent by SMTP.
import { createTransport } from 'nodemailer';
import type { Outgoing } from '../contract.ts';
import { composeMail } from './compose-mail.ts';

const transport = createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
  disableFileAccess: true,
  disableUrlAccess: true,
});

export async function wholeMail(outgoing: Outgoing): Promise<Buffer> {
  const { message } = await transport.sendMail(composeMail(outgoing, {}));
  if (!Buffer.isBuffer(message)) throw new Error('nodemailer was asked for the whole mail and gave a stream');
  return message;
}
