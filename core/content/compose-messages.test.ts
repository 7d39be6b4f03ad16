import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCase, type ContentCase, readerOf } from '../../test/content-cases.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Draft } from '../campaigns/draft.ts';
import { type Composed, composeMessages } from './compose-messages.ts';
import { CAMPAIGN_TYPES } from './types.ts';

const SETTINGS = {
  sender: {
    company: 'Andaman Sound',
    signature: 'Nina Sample',
    service: 'background music service',
    postalAddress: '1 Sample Road, Bangkok 10110',
  },
  casualFor: ['Beach Club'],
};

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace(SETTINGS);
});
afterAll(() => workspace.close());

type Ask = Partial<Pick<Draft, 'type' | 'tone' | 'topic' | 'wording'>> & {
  which?: ContentCase;
  channel?: string;
  names?: (string | null)[];
  customer?: Parameters<typeof addCase>[2];
};

/** Writes one case's messages, one for each name. */
function write({
  which = 'complete',
  channel = 'email',
  names = ['Arthit Sample'],
  customer,
  ...draft
}: Ask = {}) {
  return workspace.system(async (ctx): Promise<Composed[]> => {
    const id = await addCase(ctx, which, customer);
    const type = CAMPAIGN_TYPES.find(({ key }) => key === (draft.type ?? 'renewal'))!;
    const recipients = names.map((name) => readerOf(id, { channel, name, purpose: type.purpose }));
    return composeMessages(ctx, {
      draft: { type: type.key, tone: null, topic: null, wording: {}, ...draft },
      recipients,
    });
  });
}

const textOf = async (ask: Ask) => (await write(ask))[0]!.rendered.text;
const errorsOf = (messages: readonly Composed[]) =>
  messages.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');

const CASES: ContentCase[] = ['complete', 'noPrice', 'noDate', 'noZones', 'nothing', 'twelveZones', 'ended'];

describe.each(CAMPAIGN_TYPES.map(({ key }) => key))('a %s letter', (type) => {
  for (const channel of ['email', 'whatsapp', 'line'])
    for (const tone of ['formal', 'casual'] as const)
      it(`reads well by ${channel}, ${tone}, whatever is not known`, async () => {
        for (const which of CASES)
          for (const names of [['Arthit Sample'], [null], ['Arthit Sample', 'Mali Sample']]) {
            const messages = await write({ type, channel, tone, which, names });
            expect(errorsOf(messages), which).toEqual([]);
            for (const { rendered, made } of messages) {
              const text = `${rendered.subject ?? ''}\n${rendered.text}`;
              expect(text).not.toMatch(/null|undefined|NaN|THB 0|\(\)|—|\{\{|%\}| {2}| [,.]|,,|\.\.|\n\n\n/);
              for (const unit of made.facts.units) expect(text).toContain(unit);
              expect(text).toContain(made.facts.name);
              expect(text).toContain('Nina Sample');
              expect(text.includes('Arthit')).toBe(names.length === 1 && names[0] !== null);
              expect(rendered.text.split('\n')[0]).toMatch(/^(Dear|Hello) .+[,!]$/);
            }
          }
      });
});

describe('a renewal letter', () => {
  it('names every zone, does the sum, and says when the agreement ends', async () => {
    const text = await textOf({});
    expect(text).toContain('Zones: Drift Bar, Edge, Horizon and Shore');
    expect(text).toContain('4 zones × THB 12,000 = THB 48,000 a year');
    expect(text).toContain('ends on 31 October 2027');
  });

  it('offers to send a price that is not known, and names none', async () => {
    const text = await textOf({ which: 'noPrice' });
    expect(text).not.toMatch(/THB|×/);
    expect(text).toContain('we will send you the price for the coming year');
  });

  it('gives no date where none is known', async () => {
    expect(await textOf({ which: 'noDate' })).not.toMatch(/20\d\d/);
  });

  it('says of an agreement that is over that it ended', async () => {
    expect(await textOf({ which: 'ended' })).toContain('ended on 31 October 2026');
  });

  it('counts the zones that are paid for where more are than are named', async () => {
    const text = await textOf({ which: 'moreThanNamed' });
    expect(text).toContain('Zones: 6, among them Drift Bar, Edge, Horizon and Shore');
    expect(text).toContain('6 zones × THB 12,000 = THB 72,000 a year');
  });

  it('takes a price of nothing as not known', async () => {
    const contracts = [{ endsOn: '2027-10-31', unitCount: 4, pricePerUnitMinor: 0, currency: 'THB' }];
    expect(await textOf({ customer: { contracts } })).not.toContain('THB');
  });
});

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

describe('the occasion of a seasonal letter', () => {
  it.each([
    ['TH', null, 'Songkran'],
    ['DE', null, 'Christmas'],
    ['VN', null, 'Lunar New Year'],
    ['AE', null, 'Eid al-Fitr'],
    [null, null, 'the festive season'],
    ['TH', 'Christmas', 'Christmas'],
    ['DE', 'our Chinese New Year playlists', 'Chinese New Year'],
  ])('in %s with the topic %s is %s', async (country, topic, occasion) => {
    const text = await textOf({ type: 'seasonal', topic, customer: { country } });
    expect(text).toContain(`warm wishes for ${occasion}`);
    expect(text.includes('playlists')).toBe(topic?.includes('playlists') ?? false);
  });
});

describe('names as files have them', () => {
  it('are printed as they are, never read as a template', async () => {
    const name = 'Bay {{ contract.price }} {% if %} <b>Resort</b>';
    const [message] = await write({ customer: { name, units: ['{{ 7 | times: 7 }}', 'R&D "Lab"'] } });
    expect(message!.rendered.text).toContain(name);
    expect(message!.rendered.text).toContain('{{ 7 | times: 7 }}');
    expect(message!.rendered.html).toContain('&lt;b&gt;Resort&lt;/b&gt;');
    expect(message!.rendered.html).not.toContain('<b>Resort');
    expect(message!.rendered.html).toContain('R&amp;D &#34;Lab&#34;');
    expect(errorsOf([message!])).toEqual([]);
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

describe('a person’s own wording', () => {
  const wordingFor = (body: string, subject?: string) => ({
    email: { body, ...(subject ? { subject } : {}) },
  });

  it('replaces the letter, with the recipient’s own facts', async () => {
    const body =
      'Dear {{ contact.name }}, {{ units }} end on {{ contract.ends_on }}. We give 10% off. Please reply.';
    const [message] = await write({ wording: wordingFor(body, '{{ customer.name }}: 10% off') });
    expect(message!.rendered.subject).toBe('Hilton Andaman Bay: 10% off');
    expect(message!.rendered.text).toContain(
      'Drift Bar, Edge, Horizon, Shore end on 31 October 2027. We give 10% off.',
    );
    expect(errorsOf([message!])).toEqual([]);
  });

  it('knows the workspace’s own word for a unit', async () => {
    expect(
      await textOf({ wording: wordingFor('Your zones: {% for zone in zones %}<{{ zone }}>{% endfor %}') }),
    ).toContain('<Drift Bar><Edge>');
  });

  it.each([
    ['{{ contract.ends', 1, /cannot be used in line 1/],
    ['Hello\n{{ zoness }}', 2, /names "zoness" in line 2/],
    ['Hello\n\n{{ customer.phone }}', 3, /names "customer.phone" in line 3/],
    ['{% include "part-units" %}', 1, /cannot be used/],
    ['{{ customer.name | shout }}', 1, /cannot be used/],
    ['{% for a in (1..9000) %}{% for b in (1..9000) %}x{% endfor %}{% endfor %}', 1, /cannot be used/],
    ['{% for a in (1..1000000000) %}x{% endfor %}', 1, /cannot be used/],
  ])('with a mistake is refused, with the line: %s', async (body, line, message) => {
    await expect(write({ wording: wordingFor(body) })).rejects.toMatchObject({
      code: 'template:invalid',
      message: expect.stringMatching(message),
      nextStep: expect.any(String),
      where: { path: 'wording.email.body', line },
    });
  });

  it('that prints what is not known here is an error that names the field', async () => {
    const wording = wordingFor('It ends on {{ contract.ends_on }}. Please reply.');
    expect(errorsOf(await write({ which: 'noDate', wording })).map(({ message }) => message)).toEqual([
      expect.stringContaining('prints contract.ends_on, which is not known here'),
    ]);
    const careful = wordingFor(
      '{% if contract.ends_on %}It ends on {{ contract.ends_on }}.{% endif %} Please reply.',
    );
    expect(errorsOf(await write({ which: 'noDate', wording: careful }))).toEqual([]);
  });

  it('for marketing gets the way out that it lacks', async () => {
    const wording = { whatsapp: { body: 'Happy holidays! Please reply.' } };
    expect(await textOf({ type: 'seasonal', channel: 'whatsapp', wording })).toBe(
      'Happy holidays! Please reply.\n\nReply STOP to opt out.',
    );
  });
});

const never = (): never => {
  throw new Error('no message was written');
};
