import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTER_LANGUAGES } from '../core/campaigns/draft.ts';
import { PREFERENCE_WORDS } from '../core/consent/preference-words.ts';
import { suppress } from '../core/consent/suppress.ts';
import { addresses, consents, contacts, coolDowns } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { type UnsubscribeKit, unsubscribeKit } from '../test/unsubscribe-kit.ts';
import { escapeHtml } from './html-page.ts';

let server: TestServer;
let queued: UnsubscribeKit['queued'];
let statusOf: UnsubscribeKit['statusOf'];
beforeAll(async () => {
  server = await openTestServer();
  ({ queued, statusOf } = unsubscribeKit(server));
});
afterAll(() => server.close());

describe('the page behind it', () => {
  const save = (url: string, form: string) =>
    server.anonymous.post(`${url}/preferences`, form, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const ledger = (contactId: string) =>
    server.system((ctx) => ctx.tx.select().from(consents).where(eq(consents.contactId, contactId)));
  const inLanguage = (contactId: string, language: string) =>
    server.system((ctx) => ctx.tx.update(contacts).set({ language }).where(eq(contacts.id, contactId)));

  it.each(LETTER_LANGUAGES)('is in the language of its reader (%s)', async (language) => {
    const { contactId, url } = await queued();
    await inLanguage(contactId, language);
    const { body } = await server.anonymous.get(url);
    const words = PREFERENCE_WORDS[language];
    expect(body).toContain(`<html lang="${language}">`);
    for (const said of [words.title, words.stopAll, words.stopNews, words.days(30), words.channels.email!])
      expect(body).toContain(escapeHtml(said));
    expect(body).not.toContain('@example.com');
  });

  it('is shown to colleagues as its reader sees it, in another language too, without a way to press for them', async () => {
    const { contactId, url } = await queued();
    await inLanguage(contactId, 'de');
    const viewer = await server.signIn('viewer');
    const see = (query = '') => viewer.get(`/api/v1/contacts/${contactId}/preferences-page${query}`);
    const { html, language } = (await see()).json<{ html: string; language: string }>();
    expect([language, html.includes(escapeHtml(PREFERENCE_WORDS.de.stopAll))]).toEqual(['de', true]);
    expect(html).not.toContain(url);
    expect((await see('?language=th')).json().html).toContain(PREFERENCE_WORDS.th.title);
    expect((await see('?language=xx')).statusCode).toBe(400);
    const nobody = await viewer.get(`/api/v1/contacts/${newId()}/preferences-page`);
    expect(nobody.json()).toMatchObject({ error: { code: 'person:unknown' } });
    expect((await server.anonymous.get(`/api/v1/contacts/${contactId}/preferences-page`)).statusCode).toBe(
      401,
    );
  });

  it('keeps what is ticked as consent and what is not as withdrawn, with where it came from', async () => {
    const { contactId, url } = await queued();
    const on = await save(url, 'news=email&pause=0');
    expect([on.statusCode, on.body.includes('value="email" checked')]).toEqual([200, true]);
    const off = await save(url, 'pause=0');
    expect(off.body).not.toContain('checked');
    await save(url, 'pause=0');
    const rows = await ledger(contactId);
    expect(rows.map(({ state, source, purpose }) => [state, source, purpose])).toEqual([
      ['granted', 'preference page', 'marketing'],
      ['withdrawn', 'preference page', 'marketing'],
    ]);
    expect(await statusOf(contactId)).toEqual(['queued']);
  });

  it('takes back a stop that was their own, and none that somebody else said', async () => {
    const { contactId, url } = await queued();
    await server.anonymous.post(`${url}?only=marketing`);
    expect((await save(url, 'news=email')).body).toContain('value="email" checked');
    const hashes = (await server.system((ctx) => ctx.tx.select().from(addresses)))
      .filter((one) => one.contactId === contactId)
      .map(({ hash }) => hash);
    await server.system((ctx) =>
      suppress(ctx, { addressHash: hashes[0]!, scope: 'marketing', reason: 'opted_out', source: 'provider' }),
    );
    expect((await save(url, 'news=email')).body).not.toContain('checked');
  });

  it('lets news rest for a while, which the claim keeps to, and ends the rest again', async () => {
    const { url, contactId } = await queued();
    const now = await save(url, 'news=email&pause=30');
    expect(now.body).toContain('rest until');
    const [pause] = await server.system((ctx) => ctx.tx.select().from(coolDowns));
    expect(pause).toMatchObject({ isPause: true, purpose: 'marketing', channel: 'email' });
    expect((await save(url, 'news=email&pause=keep')).body).toContain('rest until');
    expect((await save(url, 'news=email&pause=9999')).body).toContain('rest until');
    expect((await save(url, 'news=email&pause=0')).body).not.toContain('rest until');
    expect(await server.system((ctx) => ctx.tx.select().from(coolDowns))).toEqual([]);
    expect(await statusOf(contactId)).toEqual(['queued']);
  });

  it('changes nothing by reading, for a tester, by another kind of body or with an altered link', async () => {
    const { contactId, url } = await queued();
    expect((await server.anonymous.get(`${url}/preferences`)).statusCode).toBe(404);
    await server.anonymous.post(`${url}/preferences`, { news: 'email' });
    const test = await queued({ isTest: true });
    expect((await save(test.url, 'news=email')).body).toContain('This was a test');
    expect(
      (
        await save(
          url.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')),
          'news=email',
        )
      ).statusCode,
    ).toBe(404);
    expect([await ledger(contactId), await ledger(test.contactId)]).toEqual([[], []]);
  });
});
