import { afterEach, describe, expect, it } from 'vitest';
import { startVendor, type VendorReply } from '../../test/vendor-server.ts';
import { cloudProvider } from './cloud.ts';
import { standinTemplates } from './templates.ts';

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
  const template = {
    name: 'news_1',
    language: 'en',
    category: 'utility',
    ...parts,
    externalId: null,
  } as const;
  async function openDesk(answer: (path: string) => VendorReply) {
    const vendor = await startVendor(({ path }) => answer(path));
    opened.push(vendor);
    return { vendor, desk: cloudProvider({ limits, baseUrl: vendor.url }).templates! };
  }

  it('are handed in with their parts and an example of each parameter', async () => {
    const { vendor, desk } = await openDesk(() => ({ status: 200, body: { id: '7', status: 'PENDING' } }));
    expect(await desk.submit(own, { ...template, samples: ['Alex'], picture: null })).toEqual({
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

  const PICTURE = {
    name: 'pool.png',
    type: 'image/png',
    content: Buffer.from('the bytes of a picture'),
  } as const;
  const headed = { ...template, header: null, samples: ['Alex'], picture: PICTURE };
  const withApp = { ...own, appId: '4700000000' };

  /** An app's upload as Meta describes it, whose first connection breaks after `breaksAfter` bytes. */
  async function openUpload({ breaksAfter = 0, refuses = false } = {}) {
    let [kept, breaks]: [Buffer, boolean] = [Buffer.alloc(0), breaksAfter > 0];
    const vendor = await startVendor(({ method, path, headers, raw }) => {
      if (path.startsWith('/v23.0/4700000000/uploads?')) {
        const asked = new URL(path, 'http://vendor').searchParams;
        const isWhole = asked.get('file_length') === '22' && asked.get('file_type') === 'image/png';
        return isWhole ? { status: 200, body: { id: 'upload:MTphd/HRh==?sig=ARZq' } } : { status: 400 };
      }
      if (path.endsWith('/message_templates')) return { status: 200, body: { id: '7', status: 'PENDING' } };
      if (path !== '/v23.0/upload:MTphd/HRh==?sig=ARZq' || headers.authorization !== 'OAuth token')
        return { status: 400 };
      if (refuses) return { status: 400, body: { error: { message: 'File type', code: 100 } } };
      if (method === 'GET') return { status: 200, body: { id: 'upload:MTphd', file_offset: kept.length } };
      if (Number(headers.file_offset) !== kept.length) return { status: 400 };
      if (breaks) {
        breaks = false;
        kept = raw.subarray(0, breaksAfter);
        return 'accept_then_silence';
      }
      kept = Buffer.concat([kept, raw]);
      return { status: 200, body: { h: '4::aW1hZ2UvcG5n:ARYt' } };
    });
    opened.push(vendor);
    const desk = cloudProvider({ limits, baseUrl: vendor.url }).templates!;
    return { vendor, desk, kept: () => kept.toString() };
  }

  it.each([0, 5])(
    'headed by a picture are handed in with its handle, once all of it is there (broken off after %i bytes)',
    async (breaksAfter) => {
      const { vendor, desk, kept } = await openUpload({ breaksAfter });
      expect(await desk.submit(withApp, headed)).toMatchObject({ ok: true, value: { externalId: '7' } });
      expect(kept()).toBe('the bytes of a picture');
      const { components } = JSON.parse(vendor.requests.at(-1)!.body);
      expect(components[0]).toEqual({
        type: 'HEADER',
        format: 'IMAGE',
        example: { header_handle: ['4::aW1hZ2UvcG5n:ARYt'] },
      });
      expect(components.map((one: { type: string }) => one.type)).toEqual(['HEADER', 'BODY', 'BUTTONS']);
      // The token is in no address, which proxies and servers log.
      expect(vendor.requests.filter(({ path }) => path.includes('token'))).toEqual([]);
    },
  );

  it('headed by a picture that is not taken, or without an app to take it, are not handed in', async () => {
    const { vendor, desk } = await openUpload({ refuses: true });
    expect(await desk.submit(withApp, headed)).toEqual({ ok: false, detail: '100 File type' });
    expect(await desk.submit(own, headed)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('appId'),
    });
    expect(vendor.requests.filter(({ path }) => path.endsWith('message_templates'))).toEqual([]);
  });

  it('are looked at by the stand-in, too: two headers, a missing example or a name in capitals are refused', async () => {
    const wrongs = [{ header: 'News' }, { samples: [] }, { name: 'News' }];
    for (const wrong of [{}, ...wrongs])
      expect(await standinTemplates.submit({}, { ...headed, ...wrong })).toMatchObject({
        ok: !wrongs.includes(wrong as never),
      });
  });

  it('that were refused are mended where they are, and judged anew', async () => {
    const vendor = await startVendor(() => ({ status: 200, body: { success: true } }));
    opened.push(vendor);
    const desk = cloudProvider({ limits, baseUrl: vendor.url }).templates!;
    const again = { ...template, samples: ['Alex'], picture: null, externalId: '7100' };
    expect(await desk.submit(own, again)).toEqual({
      ok: true,
      value: { externalId: '7100', status: 'submitted' },
    });
    const [asked] = vendor.requests;
    expect(asked).toMatchObject({ method: 'POST', path: '/v23.0/7100' });
    const { name, category, components } = JSON.parse(asked!.body);
    expect([name, category, components.length > 0]).toEqual([undefined, 'UTILITY', true]);
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
    expect(await desk.submit(own, { ...template, samples: [], picture: null })).toEqual({
      ok: false,
      detail: '192 (#192)',
    });
    expect(await desk.list(settings)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('businessAccountId'),
    });
  });
});
