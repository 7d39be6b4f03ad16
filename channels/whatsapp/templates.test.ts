import { afterEach, describe, expect, it } from 'vitest';
import { startVendor, type VendorReply } from '../../test/vendor-server.ts';
import { cloudProvider } from './cloud.ts';

const limits = [{ perMs: 1000, max: 1 }];
const settings = {
  phoneNumberId: '106540352242922',
  accessToken: 'token',
  appSecret: 'app secret',
  verifyToken: 'chosen by us',
  apiVersion: 'v23.0',
  timeoutMs: 1000,
};
const refused = { status: 400, body: { error: { message: '(#192)', code: 192 } } };

const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
});

describe('Meta’s templates', () => {
  const own = { ...settings, businessAccountId: '506540352242922' };
  const parts = { header: 'News', body: 'Dear {{1}}, hello.', footer: null, buttons: ['YES'] };
  const template = { name: 'news_1', language: 'en', category: 'utility', ...parts } as const;
  async function openDesk(answer: (path: string) => VendorReply) {
    const vendor = await startVendor(({ path }) => answer(path));
    opened.push(vendor);
    return { vendor, desk: cloudProvider({ limits, baseUrl: vendor.url }).templates! };
  }

  it('are handed in with their parts and an example of each parameter', async () => {
    const { vendor, desk } = await openDesk(() => ({ status: 200, body: { id: '7', status: 'PENDING' } }));
    expect(await desk.submit(own, { ...template, samples: ['Alex'] })).toEqual({
      ok: true,
      value: { externalId: '7', status: 'submitted' },
    });
    const [request] = vendor.requests;
    expect([request?.method, request?.path]).toEqual(['POST', '/v23.0/506540352242922/message_templates']);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      name: 'news_1',
      language: 'en',
      category: 'UTILITY',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'News' },
        { type: 'BODY', text: 'Dear {{1}}, hello.', example: { body_text: [['Alex']] } },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'YES' }] },
      ],
    });
  });

  it('are listed page by page, with why ours cannot be filled into one', async () => {
    const one = {
      id: '1',
      name: 'a',
      language: 'th',
      status: 'APPROVED',
      category: 'UTILITY',
      rejected_reason: 'NONE',
    };
    const body = { type: 'BODY', text: 'เรียน {{1}} …' };
    const first = {
      data: [{ ...one, components: [body] }, { mystery: true }],
      paging: { cursors: { after: 'X' }, next: 'https://elsewhere.example/' },
    };
    const film = { type: 'HEADER', format: 'VIDEO' };
    const picture = { type: 'HEADER', format: 'IMAGE' };
    const second = {
      data: [
        {
          ...one,
          id: '2',
          name: 'b',
          status: 'REJECTED',
          rejected_reason: 'PROMOTIONAL',
          components: [film, body],
        },
        { ...one, id: '3', name: 'c', components: [picture, body] },
      ],
    };
    const { vendor, desk } = await openDesk((path) => ({
      status: 200,
      body: path.includes('after=X') ? second : first,
    }));
    const answer = await desk.list(own);
    expect(
      answer.ok && answer.value.map((of) => [of.name, of.status, of.reason, of.unusable, of.hasPicture]),
    ).toEqual([
      ['a', 'approved', null, null, false],
      ['b', 'rejected', 'PROMOTIONAL', 'its header is of the kind VIDEO', false],
      ['c', 'approved', null, null, true],
    ]);
    expect(vendor.requests).toHaveLength(2);
  });

  it('that are refused, or that nobody can be asked for, say why', async () => {
    const { desk } = await openDesk(() => refused);
    expect(await desk.submit(own, { ...template, samples: [] })).toEqual({ ok: false, detail: '192 (#192)' });
    expect(await desk.list(settings)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('businessAccountId'),
    });
  });
});
