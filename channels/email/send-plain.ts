import { createTransport } from 'nodemailer';

export type PlainMail = { to: string; subject: string; text: string };
export type SendPlain = (mail: PlainMail) => Promise<void>;

/** A mail of the installation itself to somebody of the team (an invitation), never to a customer. */
export const openPlain = ({ url, from }: { url: string; from: string }): SendPlain => {
  const transport = createTransport(url, { from });
  return async (mail) => {
    await transport.sendMail(mail);
  };
};
