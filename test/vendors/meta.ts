// Meta's Cloud API on loopback, as people who talk to the agent by WhatsApp see it: what it is given is checked
// against Meta's own description where that is at hand.
import { createHmac } from 'node:crypto';
import { startVendor } from '../vendor-server.ts';
import { metaSpec, withoutVendor } from './specs.ts';

export const META_SECRET = 'the app secret of a test';
export const META_ACCOUNT = {
  phoneNumberId: '1055550000',
  accessToken: 'a token',
  appSecret: META_SECRET,
  verifyToken: 'verify me',
};

type Sent = {
  to: string;
  type: string;
  text?: { body: string };
  document?: { id: string; filename: string };
  interactive?: {
    body: { text: string };
    action: { buttons?: { reply: { id: string; title: string } }[] };
  };
};

export async function startMeta() {
  const sent: Sent[] = [];
  const wrong: string[] = [];
  const files: string[] = [];
  const validate = withoutVendor ? null : metaSpec();
  const vendor = await startVendor((request) => {
    if (request.path.endsWith('/media')) {
      files.push(request.body);
      return { status: 200, body: { id: `media-${files.length}` } };
    }
    const body = JSON.parse(request.body) as Sent;
    wrong.push(...(validate?.(body) ?? []));
    sent.push(body);
    return { status: 200, body: { messages: [{ id: `wamid.out.${sent.length}` }] } };
  });
  return { ...vendor, sent, wrong, files };
}

let count = 0;
const nextId = () => {
  count += 1;
  return `wamid.in.${count}`;
};

/** A message of somebody, as Meta tells it; the same `id` again is the same one. */
export function fromMeta(from: string, given: Record<string, unknown>, id = nextId()) {
  const message = { from: from.replace('+', ''), id, timestamp: '1795160000', ...given };
  return {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', messages: [message] } }],
      },
    ],
  };
}
export const says = (body: string) => ({ type: 'text', text: { body } });
export const presses = (id: string, title: string) => ({
  type: 'interactive',
  interactive: { type: 'button_reply', button_reply: { id, title } },
});

export function signedByMeta(body: unknown, secret = META_SECRET) {
  const payload = JSON.stringify(body);
  const signature = createHmac('sha256', secret).update(payload).digest('hex');
  return {
    payload,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
  };
}
