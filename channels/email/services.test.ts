// Mail by services over HTTP: the same contract, and what each of them says.
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startVendor, type VendorReply, type VendorRequest } from '../../test/vendor-server.ts';
import { describeProvider, type Opened, outgoing } from '../contract.suite.ts';
import type { Rendered, Sender } from '../contract.ts';
import { mailgunProvider } from './mailgun/api.ts';
import { sendgridProvider } from './sendgrid/api.ts';
import { sesProvider } from './ses/api.ts';

const limits = [{ perMs: 1000, max: 1 }];
const from = 'team@refrain.example';
const timeoutMs = 1000;
const SES = {
  region: 'eu-west-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'secret',
  from,
  timeoutMs,
};

type Arrived = { messageId: string; to: string; content: Rendered };
type World = {
  answer(made: number): VendorReply;
  open(baseUrl: string): Sender;
  read(request: VendorRequest): Promise<Arrived> | Arrived;
};

const sendgridBody = z.strictObject({
  personalizations: z.tuple([
    z.strictObject({
      to: z.tuple([z.strictObject({ email: z.string() })]),
      custom_args: z.strictObject({ refrain_message: z.string() }),
    }),
  ]),
  from: z.strictObject({ email: z.string(), name: z.string().min(1).optional() }),
  reply_to: z.strictObject({ email: z.string(), name: z.string().min(1).optional() }).optional(),
  subject: z.string().min(1),
  content: z
    .array(z.strictObject({ type: z.enum(['text/plain', 'text/html']), value: z.string().min(1) }))
    .min(1),
  headers: z.record(z.string().regex(/^[\x21-\x39\x3b-\x7e]+$/), z.string().regex(/^[\x20-\x7e]*$/)),
  tracking_settings: z.record(z.string(), z.unknown()),
});

const WORLDS: Record<'ses' | 'sendgrid' | 'mailgun', World> = {
  ses: {
    answer: (made) => ({ status: 200, body: { MessageId: `0100-${made}` } }),
    open: (baseUrl) => sesProvider({ limits, baseUrl }).open(SES),
    async read({ body }) {
      const { Content, Destination } = JSON.parse(body);
      const mail = await PostalMime.parse(Buffer.from(Content.Raw.Data, 'base64'));
      return {
        messageId: mail.headers.find(({ key }) => key === 'x-refrain-message')!.value,
        to: Destination.ToAddresses[0],
        content: { subject: mail.subject ?? '', text: mail.text?.replace(/\n$/, '') ?? '' },
      };
    },
  },
  sendgrid: {
    answer: (made) => ({ status: 202, headers: { 'x-message-id': `sg${made}` } }),
    open: (baseUrl) => sendgridProvider({ limits, baseUrl }).open({ apiKey: 'SG.x', from, timeoutMs }),
    read({ body }) {
      const mail = sendgridBody.parse(JSON.parse(body));
      const [{ to, custom_args }] = mail.personalizations;
      const text = mail.content.find(({ type }) => type === 'text/plain')?.value ?? '';
      return {
        messageId: custom_args.refrain_message,
        to: to[0].email,
        content: { subject: mail.subject, text },
      };
    },
  },
  mailgun: {
    answer: (made) => ({ status: 200, body: { id: `<${made}@mg.example>`, message: 'Queued. Thank you.' } }),
    open: (baseUrl) =>
      mailgunProvider({ limits, baseUrl }).open({
        apiKey: 'key',
        domain: 'mg.example.com',
        region: 'eu',
        from,
        timeoutMs,
      }),
    read({ body }) {
      const form = Object.fromEntries(new URLSearchParams(body)) as Record<string, string>;
      for (const [name, value] of Object.entries(form))
        if (name.startsWith('h:')) expect(`${name}${value}`).toMatch(/^[\x20-\x7e]*$|^h:Reply-To/);
      const content = { subject: form.subject!, text: form.text ?? '' };
      return { messageId: form['v:refrain_message']!, to: form.to!, content };
    },
  },
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function openWorld(
  name: keyof typeof WORLDS,
  answer?: VendorReply,
): Promise<Opened & { requests: VendorRequest[] }> {
  const world = WORLDS[name];
  let made = 0;
  const vendor = await startVendor(() => answer ?? world.answer(++made));
  stops.push(vendor.stop);
  const sender = world.open(vendor.url);
  return {
    sender,
    requests: vendor.requests,
    arrived: () => Promise.all(vendor.requests.map((request) => world.read(request))),
    close: () => sender.close(),
  };
}

const NAMES = Object.keys(WORLDS) as (keyof typeof WORLDS)[];
for (const name of NAMES)
  describeProvider({
    name: `email ${name}`,
    isIdempotent: false,
    address: (n) => `person${n}@example.com`,
    open: () => openWorld(name),
    // Lines end as mail's do, and a name of a header is no text.
    carries: ({ subject = '', text }) => ({ subject, text }),
  });

const to = () => outgoing('ann@example.com');

describe('a mail by a service', () => {
  it('goes with its way out, its sender and nobody’s tracking', async () => {
    const content = {
      ...{ subject: 'Offer', text: 'Hi', html: '<p>Hi</p>' },
      headers: {
        'List-Unsubscribe': '<https://r.example/u/x>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        Bcc: 'all@example.com',
      },
    };
    const bodies = [];
    for (const name of NAMES) {
      const { sender, requests } = await openWorld(name);
      await sender.send([outgoing('ann@example.com', { content })]);
      const { body } = requests[0]!;
      const raw = name === 'ses' ? JSON.parse(body).Content.Raw.Data : '';
      bodies.push(
        raw ? Buffer.from(raw, 'base64').toString() : decodeURIComponent(body.replaceAll('+', ' ')),
      );
    }
    for (const body of bodies) {
      expect(body).toMatch(/List-Unsubscribe\W+<https:\/\/r\.example\/u\/x>/);
      expect(body).toMatch(/List-Unsubscribe-Post\W+List-Unsubscribe=One-Click/);
      expect(body).toContain('anong@example.com');
      expect(body).not.toContain('all@example.com');
    }
    expect(bodies[1]).toContain('"click_tracking":{"enable":false');
    expect(bodies[2]).toContain('o:tracking=no');
  });

  const amazonError = (type: string) => ({
    status: 400,
    headers: { 'x-amzn-errortype': `${type}:` },
    body: { message: 'no' },
  });
  it.each<[string, keyof typeof WORLDS, VendorReply, object]>([
    [
      'waits when there were too many',
      'ses',
      amazonError('TooManyRequestsException'),
      { outcome: 'retry', retryAfterMs: 1000 },
    ],
    [
      'waits an hour for the quota of the day',
      'ses',
      amazonError('LimitExceededException'),
      { retryAfterMs: 3_600_000 },
    ],
    [
      'waits for an account that is paused',
      'ses',
      amazonError('SendingPausedException'),
      { outcome: 'retry', code: 'auth' },
    ],
    ['waits for a key that works', 'ses', { status: 403, body: {} }, { outcome: 'retry', code: 'auth' }],
    [
      'is refused for what it says',
      'ses',
      amazonError('MessageRejected'),
      { outcome: 'rejected', code: 'MessageRejected' },
    ],
    [
      'waits as long as it is told',
      'sendgrid',
      { status: 429, headers: { 'retry-after': '7' } },
      { retryAfterMs: 7000 },
    ],
    [
      'ends where nobody is',
      'sendgrid',
      {
        status: 400,
        body: { errors: [{ message: 'no valid address', field: 'personalizations.0.to.0.email' }] },
      },
      { outcome: 'rejected', suppress: 'no_such_address' },
    ],
    [
      'waits for a key that works',
      'sendgrid',
      { status: 401, body: { errors: [{ message: 'bad key' }] } },
      { code: 'auth' },
    ],
    [
      'ends where nobody is',
      'mailgun',
      { status: 400, body: { message: "'to' parameter is not a valid address. please check documentation" } },
      { outcome: 'rejected', suppress: 'no_such_address' },
    ],
    [
      'waits for a domain that is there',
      'mailgun',
      { status: 404, body: { message: 'Domain not found' } },
      { code: 'auth' },
    ],
    ...NAMES.flatMap((name): [string, keyof typeof WORLDS, VendorReply, object][] => [
      ['is unknown after silence', name, 'accept_then_silence', { outcome: 'unknown' }],
      ['is unknown after a fault there', name, { status: 502 }, { outcome: 'unknown' }],
      ['is unknown when what took it named no id', name, { status: 200, body: {} }, { outcome: 'unknown' }],
    ]),
  ])('%s (%s)', async (_what, name, answer, result) => {
    const { sender } = await openWorld(name, answer);
    const [got] = await sender.send([to()]);
    expect(got).toMatchObject(result);
  });
});
