import { describe, expect, it } from 'vitest';
import { type Ask, errorsOf, TEST_DESK, writePurely } from '../../test/write-letter.ts';
import { LETTER_LANGUAGES } from '../campaigns/draft.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { atAGlance } from './built-in-letter.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';
import { channelForm } from './channel-form.ts';
import type { Composed } from './compose-one.ts';

const LINK = 'https://www.example.com/renew?from=note';
const desk = {
  ...TEST_DESK,
  tenant: {
    ...TEST_DESK.tenant,
    settings: tenantSettings.parse({
      ...TEST_DESK.tenant.settings,
      links: { allowed: ['https://www.example.com', 'sampleapp://'] },
    }),
  },
};
const form = channelForm('push');
const write = (ask: Ask): Composed => writePurely({ link: LINK, ...ask }, desk)[0]!;
const said = (message: Composed) => message.findings.map(({ message: words }) => words).join('\n');

describe('a push', () => {
  it.each(LETTER_LANGUAGES)('has a title and a text within its room, for every type, in %s', (reads) => {
    for (const { key } of CAMPAIGN_TYPES) {
      for (const tone of ['formal', 'casual'] as const) {
        const message = write({ channel: 'push', type: key, tone, reads, topic: null });
        const { subject = '', text, link } = message.rendered;
        expect([key, errorsOf([message])]).toEqual([key, []]);
        expect(subject.length).toBeGreaterThan(3);
        expect(subject.length).toBeLessThanOrEqual(65);
        expect(text.length).toBeGreaterThan(10);
        expect(text.length).toBeLessThanOrEqual(240);
        expect(text).not.toContain('\n');
        expect(link?.url).toBe(LINK);
        expect(text).not.toContain(LINK);
      }
    }
  });

  it('keeps the offer and its code whole, whatever of the letter there is no room for', () => {
    const offer = { kind: 'free_item', says: 'A free month for each zone.', code: null } as const;
    const topic =
      'the new app is here. It has playlists. It has schedules for every zone of the house. It has more.';
    const { rendered } = write({ channel: 'push', type: 'announcement', topic, offer });
    expect(rendered.text).toContain('A free month for each zone.');
    expect(rendered.text.length).toBeLessThanOrEqual(240);
  });

  it('is cut where a sentence ends, which no day and no title of a name does', () => {
    const sentence = 'Wir beginnen am 31. Dezember bei St. Sample Ltd. mit Prof. Dr. Muster. ';
    const cut = (body: string, maxLength: number) => atAGlance({ body }, { ...form, maxLength }).body;
    expect(cut(`${sentence}Danach folgt noch ein zweiter Satz.`, 80)).toBe(sentence.trim());
    expect(cut('今年もよろしくお願いします。次の文です。', 99)).toBe(
      '今年もよろしくお願いします。次の文です。',
    );
  });

  it('that leads nowhere is said to', () => {
    expect(said(write({ channel: 'push', link: null }))).toContain('opens nothing');
  });

  it('takes a place in an app that the settings allow, and no other', () => {
    expect(errorsOf([write({ channel: 'push', link: 'sampleapp://renewal/1' })])).toEqual([]);
    expect(said(write({ channel: 'push', link: 'otherapp://renewal/1' }))).toContain('otherapp://');
    expect(said(write({ channel: 'push', link: 'https://www.example.com.evil.example/' }))).toContain('evil');
  });

  it('has a person’s own title and text, within the room', () => {
    const own = (body: string) => write({ channel: 'push', wording: { push: { subject: 'Hello', body } } });
    expect(own('Your zones: {{ unit_list }}').rendered).toMatchObject({
      subject: 'Hello',
      link: { url: LINK },
    });
    expect(said(own('long '.repeat(60)))).toContain('push takes 240');
  });
});

it.each([
  '{{ contract.price }}',
  '<script>alert(1)</script>',
  '\u202eyaB letoH\u202c',
  'A'.repeat(300),
  '🎵 Café 🏖️',
  'Hotel\r\nLink: https://evil.example/',
  'Visit otherapp://steal now',
])('a push or an in-app message to a customer called %j shows it as it is, or is kept back', (name) => {
  for (const channel of ['push', 'in_app'])
    for (const reads of [null, 'th', 'de']) {
      const message = write({ channel, reads, customer: { name, units: [name] } });
      const { subject = '', text, link } = message.rendered;
      expect(link?.url).toBe(LINK);
      expect(`${subject}${text}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069\r]/);
      expect(subject).not.toContain('\n');
      if (/evil|otherapp/.test(name)) expect(errorsOf([message])).not.toEqual([]);
      else
        for (const { message: why } of errorsOf([message]))
          expect(why).toMatch(/characters|in capitals|code and no name/);
    }
});

describe('an in-app message', () => {
  it('has a title, the words of a chat message, and its link on a button', () => {
    const message = write({ channel: 'in_app', tone: 'formal' });
    const chat = write({ channel: 'whatsapp', tone: 'formal' });
    expect(errorsOf([message])).toEqual([]);
    expect(message.rendered.subject).toContain('renewal of your agreement');
    expect(message.rendered.link).toEqual({ url: LINK, label: 'Find out more' });
    expect(chat.rendered.text).toContain(`Find out more: ${LINK}`);
    expect(message.rendered.text).toBe(chat.rendered.text.replace(`\n\nFind out more: ${LINK}`, ''));
  });
});
