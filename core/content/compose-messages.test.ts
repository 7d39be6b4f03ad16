import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import type { LinkState } from '../../lib/look-at-link.ts';
import { addCase, readerOf } from '../../test/content-cases.ts';
import { type Ask, errorsOf, openWritingRoom, type WritingRoom } from '../../test/write-letter.ts';
import { changeSettings } from '../tenants/change-settings.ts';
import { composeMessages } from './compose-messages.ts';
import { lookAtWanted } from './links/link-watcher.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openWritingRoom();
});
afterAll(() => room.close());

const write = (ask: Ask = {}) => room.write(ask);
const textOf = (ask: Ask) => room.textOf(ask);

describe('the greeting', () => {
  it('is to the person where one gets it, by the whole name', async () => {
    expect(await textOf({ names: ['Arthit Sample'] })).toMatch(/^Dear Arthit Sample,/);
  });

  it('is to the team where several get it, and names nobody', async () => {
    const messages = await write({ names: ['Arthit Sample', 'Mali Sample'] });
    for (const { rendered } of messages) {
      expect(rendered.text).toMatch(/^Dear Hilton Andaman Bay team,/);
      expect(rendered.text).not.toMatch(/Arthit|Mali/);
    }
  });

  it('is to the team where the name is not known, or only a word for that', async () => {
    for (const name of [null, '', '—', 'N/A', 'TBA'])
      expect(await textOf({ names: [name] })).toMatch(/^Dear Hilton Andaman Bay team,/);
  });
});

describe('variants', () => {
  const variants = [{ tone: 'casual' as const }, { wording: { email: { subject: 'Two words' } } }];

  it('are dealt out by customer, the same on every page and channel', async () => {
    await room.system(async (ctx) => {
      const codesFor = newId();
      const ids = await Promise.all(
        Array.from({ length: 24 }, () => addCase(ctx, 'complete', { name: 'Bay' })),
      );
      const recipients = ids.flatMap((id) => [readerOf(id), readerOf(id, { channel: 'whatsapp' })]);
      const draft = { type: 'renewal', tone: null, topic: null, wording: {}, variants };
      const all = await composeMessages(ctx, { draft, recipients, codesFor });
      const counts = Map.groupBy(all, ({ variant }) => variant);
      expect([...counts.keys()].sort()).toEqual(['A', 'B', 'C']);
      const page = await composeMessages(ctx, { draft, recipients: recipients.slice(20), codesFor });
      expect(page.map(({ variant }) => variant)).toEqual(all.slice(20).map(({ variant }) => variant));
      for (const [at, { variant, rendered, made }] of all.entries()) {
        expect(variant).toBe(all[at - (at % 2)]!.variant);
        expect(made.tone).toBe(variant === 'B' ? 'casual' : 'formal');
        expect(rendered.subject === 'Two words').toBe(variant === 'C' && at % 2 === 0);
      }
    });
  });

  it('are none where the campaign has none, or nobody knows yet which campaign it is', async () => {
    const [plain] = await write();
    expect(plain).not.toHaveProperty('variant');
    const [first] = await write({ variants: [{ tone: 'casual' }] } as Ask);
    expect(first).toMatchObject({ variant: 'A', made: { tone: 'formal' } });
  });
});

describe('the tone', () => {
  it('is casual for the brands and types that the workspace names', async () => {
    expect(await textOf({ customer: { type: 'Beach Club' } })).toMatch(/^Hello /);
    expect(await textOf({ customer: { type: 'Hotel' } })).toMatch(/^Dear /);
  });

  it('is what the person chose, whoever reads it', async () => {
    expect(await textOf({ tone: 'formal', customer: { type: 'Beach Club' } })).toMatch(/^Dear /);
    expect(await textOf({ tone: 'casual' })).toMatch(/^Hello /);
  });
});

describe('names as files have them', () => {
  it('are printed as they are, never read as a template, and what is code and no name is kept back', async () => {
    const name = 'Bay {{ contract.price }} {% if %} <b>Resort</b>';
    const [message] = await write({ customer: { name, units: ['{{ 7 | times: 7 }}', 'R&D "Lab"'] } });
    expect(message!.rendered.text).toContain(name);
    expect(message!.rendered.text).toContain('{{ 7 | times: 7 }}');
    expect(message!.rendered.html).toContain('&lt;b&gt;Resort&lt;/b&gt;');
    expect(message!.rendered.html).not.toContain('<b>Resort');
    expect(message!.rendered.html).toContain('R&amp;D &#34;Lab&#34;');
    expect(errorsOf([message!]).map(({ message: why }) => why)).toEqual([
      `The customer is called “${name}”, which is code and no name.`,
      'The unit is called “{{ 7 | times: 7 }}”, which is code and no name.',
    ]);
    const [harmless] = await write({ customer: { name: 'Bay <Rooftop> & Co {x}' } });
    expect(errorsOf([harmless!])).toEqual([]);
  });

  it('of nobody we know are refused', async () => {
    const writing = room.system((ctx) =>
      composeMessages(ctx, {
        draft: { type: 'renewal', tone: null, topic: null, wording: {} },
        recipients: [readerOf(newId())],
      }),
    );
    await expect(writing).rejects.toMatchObject({ code: 'customer:unknown' });
  });

  it('cannot add a header line or turn the direction of the text', async () => {
    const name = 'Hilton\r\nBcc: everybody@example.com\u202e Bay';
    const [message] = await write({ customer: { name } });
    expect(message!.rendered.subject).not.toMatch(/[\r\n\u202e]/);
  });

  it('that hold a link are not sent', async () => {
    const [message] = await write({ customer: { units: ['Lobby https://evil.example/x'] } });
    expect(errorsOf([message!])[0]!.message).toContain('https://evil.example/x');
  });
});

describe('an e-mail', () => {
  it('can be unsubscribed from in one click, and says so in both twins', async () => {
    const [{ rendered } = never()] = await write({ type: 'seasonal' });
    const url = /<(.+)>/.exec(rendered.headers!['List-Unsubscribe']!)![1]!;
    expect(rendered.headers!['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(rendered.text).toContain(url);
    expect(rendered.html).toContain(`href="${url}"`);
  });

  it('of marketing carries the postal address', async () => {
    const [{ rendered } = never()] = await write({ type: 'seasonal' });
    expect(rendered.text).toContain('1 Sample Road, Bangkok 10110');
    expect(rendered.html).toContain('1 Sample Road, Bangkok 10110');
  });

  it('says the same in its text and its HTML', async () => {
    const [{ rendered } = never()] = await write({});
    const words = rendered.html!.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const part of [
      'Dear Arthit Sample',
      'Drift Bar, Edge, Horizon and Shore',
      'THB 48,000 a year',
      'Nina Sample',
    ])
      expect(words).toContain(part);
  });
});

describe('a chat message', () => {
  it('of marketing says how to opt out; one about the service need not', async () => {
    expect(await textOf({ type: 'seasonal', channel: 'whatsapp' })).toMatch(/Reply STOP to opt out\.$/);
    expect(await textOf({ type: 'renewal', channel: 'whatsapp' })).not.toContain('STOP');
  });

  it('longer than the channel takes is an error', async () => {
    const units = Array.from({ length: 60 }, (_, at) => `Meeting Room Number ${at}`);
    const errors = errorsOf(await write({ channel: 'whatsapp', customer: { units } }));
    expect(errors.map(({ message }) => message).join()).toMatch(/whatsapp takes 1,024/);
  });
});

describe('how messages sound and look', () => {
  it('is changed by an administrator, setting by setting, and counts at once', async () => {
    const admin = await room.person('admin');
    const change = (given: Record<string, unknown>) => room.as(admin, (ctx) => changeSettings(ctx, given));
    const signOff = { en: { formal: 'Yours sincerely,' } };
    expect(await change({ voice: { signOff } })).toMatchObject({
      voice: { signOff, emoji: true },
      lineCards: false,
    });
    expect(await textOf({})).toContain('Yours sincerely,');
    await change({ voice: {} });
    expect(await textOf({})).toContain('Kind regards,');
  });

  it.each([
    [{ branding: { accent: '#ffff00' } }, 'contrast'],
    [
      { branding: { logo: { url: 'https://example.com/l.png', alternative: '' } } },
      'branding.logo.alternative',
    ],
    [{ voice: { mood: 'x' } }, 'voice'],
  ])('%j is refused', async (given, why) => {
    const admin = await room.person('admin');
    await expect(room.as(admin, (ctx) => changeSettings(ctx, given))).rejects.toThrow(why);
  });
});

const never = (): never => {
  throw new Error('no message was written');
};

describe('where a message leads', () => {
  const link = 'https://www.example.com/renew?a=1&b=2';
  const lines = 'Please see https://www.example.com/other\n\nhttps://www.example.com/other';

  it('is a button in an e-mail, escaped; another address on a line of its own is none', async () => {
    const body = `Hello\n\nLook here: ${link}\n\n${lines}`;
    const [message] = await write({ link, wording: { email: { body } } });
    expect(message!.rendered.html).toMatch(
      /<a class="button" href="[^"]+renew\?a=1&amp;b=2"[^>]*>Look here</,
    );
    expect(message!.rendered.html!.match(/class="button"/g)).toHaveLength(1);
    expect(message!.rendered.html).not.toContain('href="https://www.example.com/other"');
  });

  it('is on the settings’ list of addresses, or nothing goes out', async () => {
    const admin = await room.person('admin');
    const wrong = async () => errorsOf(await write({ link })).map(({ message: words }) => words);
    expect(await wrong()).toEqual([expect.stringContaining('www.example.com')]);
    const allowed = ['https://www.example.com/renew'];
    await room.as(admin, (ctx) => changeSettings(ctx, { links: { allowed } }));
    expect(await wrong()).toEqual([]);
    await room.as(admin, (ctx) => changeSettings(ctx, { links: {} }));
  });

  it('is looked at, and a page that is not there keeps the message back until it is mended', async () => {
    const admin = await room.person('admin');
    const allowed = ['https://pages.sample.internal'];
    await room.as(admin, (ctx) => changeSettings(ctx, { links: { allowed } }));
    const page = 'https://pages.sample.internal/renew';
    const said = async (channel: string) =>
      (await write({ channel, link: page }))
        .flatMap(({ findings }) => findings)
        .filter(({ message }) => message.includes(page))
        .map(({ severity }) => severity);
    const look = (state: LinkState) =>
      lookAtWanted({
        ...{ within: room.within, tenantId: room.tenant.id },
        links: { look: async (url) => ({ state: url === page ? state : 'refused', detail: '' }) },
      });
    const age = () =>
      room.database.pool.query(`update checked_links set checked_at = now() - interval '2 minutes'`);

    expect(await said('sms')).toEqual(['warning']);
    expect(await look('dead')).toBe(1);
    expect(await look('alive')).toBe(0);
    for (const channel of ['sms', 'push', 'email']) expect(await said(channel)).toEqual(['error']);
    await age();
    expect(await said('email')).toEqual(['error']);
    expect(await look('alive')).toBe(1);
    expect(await said('email')).toEqual([]);
    await age();
    await said('email');
    expect(await look('dead')).toBe(0);
  });

  it('is not looked at where no message may lead there, or where the name is nobody’s', async () => {
    await write({ link: 'https://not-allowed.sample.internal/' });
    await write({ link: 'https://www.example.com/renew' });
    const { rows } = await room.database.pool.query(
      `select url from checked_links where url !~ 'pages.sample'`,
    );
    expect(rows).toEqual([]);
  });
});
