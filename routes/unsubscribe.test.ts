import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { LETTER_LANGUAGES } from '../core/campaigns/draft.ts';
import { confirmOptInLink, readOptInLink } from '../core/consent/double-opt-in.ts';
import { PREFERENCE_WORDS } from '../core/consent/preference-words.ts';
import { suppress } from '../core/consent/suppress.ts';
import { type Unsubscribe, unsubscribeToken } from '../core/content/unsubscribe.ts';
import { addresses, consents, contacts, coolDowns, messages, suppressions } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { testHash } from '../test/add-customer.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { TEST_KEYS } from '../test/workspace.ts';
import { escapeHtml } from './html-page.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** Somebody a message of an approved campaign is queued for, and the link in it. */
async function queued(changes: Partial<Unsubscribe> = {}) {
  const approver = await server.person('approver');
  const contactId = await server.as(approver, async (ctx) => {
    const people = await addPeople(ctx, { count: 1 });
    const campaignId = await addCampaign(ctx);
    const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    return people[0]!.contactId;
  });
  const what = {
    tenantId: server.tenant.id,
    contactId,
    purpose: 'marketing',
    isTest: false,
    ...changes,
  } as const;
  return { contactId, url: `/u/${unsubscribeToken(TEST_KEYS, what)}` };
}

const statusOf = async (contactId: string) => {
  const rows = await server.system((ctx) =>
    ctx.tx.select().from(messages).where(eq(messages.contactId, contactId)),
  );
  return rows.map(({ status }) => status);
};
const oneClick = (url: string, type = 'application/x-www-form-urlencoded') =>
  server.anonymous.post(url, 'List-Unsubscribe=One-Click', { headers: { 'content-type': type } });

describe('the link in a message', () => {
  it('only asks when it is opened, however often a scanner does', async () => {
    const { contactId, url } = await queued();
    for (let times = 0; times < 3; times += 1) {
      const page = await server.anonymous.get(url);
      expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.body).toContain('Stop all messages');
      expect(page.body).toContain('<form method="post"');
    }
    expect((await server.app.inject({ method: 'HEAD', url })).statusCode).toBe(200);
    expect(await statusOf(contactId)).toEqual(['queued']);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'stops everything at one click of a mail program (%s), twice as once',
    async (type) => {
      const { contactId, url } = await queued();
      for (const _time of [1, 2]) {
        const done = await oneClick(url, type);
        expect([done.statusCode, done.body]).toEqual([200, expect.stringContaining('no more messages')]);
      }
      expect(await statusOf(contactId)).toEqual(['dropped']);
    },
  );

  it('stops without any body', async () => {
    const { contactId, url } = await queued();
    expect((await server.anonymous.post(url)).statusCode).toBe(200);
    expect(await statusOf(contactId)).toEqual(['dropped']);
  });

  it('stops news and offers only where the person chose that', async () => {
    const { contactId, url } = await queued();
    const done = await server.anonymous.post(`${url}?only=marketing`);
    expect(done.body).toContain('Messages about your contract still are');
    expect(await statusOf(contactId)).toEqual(['queued']);
    const kept = await server.system((ctx) => ctx.tx.select().from(suppressions));
    expect(kept.map(({ scope }) => scope)).toContain('marketing');
    expect((await server.anonymous.get((await queued({ purpose: 'service' })).url)).body).not.toContain(
      'only=',
    );
  });

  it('stops the address that was written to, also when the contact has another one by now, or none', async () => {
    const { contactId, url } = await queued();
    const [old] = await server.system((ctx) =>
      ctx.tx.select().from(addresses).where(eq(addresses.contactId, contactId)),
    );
    await server.system((ctx) => ctx.tx.delete(addresses).where(eq(addresses.contactId, contactId)));
    expect((await oneClick(url)).body).toContain('no more messages');
    const kept = await server.system((ctx) => ctx.tx.select().from(suppressions));
    expect(kept.map(({ addressHash }) => addressHash)).toContain(old!.hash);
  });

  it('does nothing for a tester, and says so', async () => {
    const { contactId, url } = await queued({ isTest: true });
    expect((await oneClick(url)).body).toContain('This was a test');
    expect(await statusOf(contactId)).toEqual(['queued']);
  });

  it('is refused when it was altered or never given out, without telling which', async () => {
    const { contactId, url } = await queued();
    const altered = url.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'));
    const answers = await Promise.all([altered, `${url}A`, '/u/nonsense'].map((bad) => oneClick(bad)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await statusOf(contactId)).toEqual(['queued']);
    const nobody = await oneClick((await queued({ contactId: newId() })).url);
    expect(nobody.body).toContain('nothing to stop');
  });
});

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

describe('a wish for news that is confirmed by its person', () => {
  async function ask(language = 'de') {
    const manager = await server.signIn('manager');
    const address = `${newId()}@example.com`;
    const wording = 'Neuigkeiten und Angebote von Example per E-Mail';
    const asked = await manager.post('/api/v1/consents/requests', {
      channel: 'email',
      address,
      wording,
      language,
    });
    const url = new URL(asked.json().url).pathname;
    const hash = await server.system(async (ctx) => testHash(ctx, address));
    return { url, hash, wording };
  }
  const ledger = (hash: string) =>
    server.system((ctx) => ctx.tx.select().from(consents).where(eq(consents.addressHash, hash)));

  it('is granted by the button behind the link alone, with what was agreed to', async () => {
    const { url, hash, wording } = await ask();
    const page = await server.anonymous.get(url);
    expect(page.body).toContain('<html lang="de">');
    expect(page.body).toContain(wording);
    expect(await ledger(hash)).toEqual([]);
    expect((await server.anonymous.post(url)).body).toContain('Vielen Dank');
    expect(await ledger(hash)).toMatchObject([
      { state: 'granted', purpose: 'marketing', source: 'double opt-in', wording },
    ]);
  });

  it('lifts their own stop of news and no other, and is refused when the link was altered or is old', async () => {
    const stops = [
      ['marketing', 'opted_out', 'unsubscribe link', 1],
      ['marketing', 'complained', 'receipt', 0],
      ['all', 'opted_out', 'reply', 0],
    ] as const;
    for (const [scope, reason, source, granted] of stops) {
      const { url, hash } = await ask('en');
      await server.system((ctx) => suppress(ctx, { addressHash: hash, scope, reason, source }));
      await server.anonymous.post(url);
      expect(await ledger(hash)).toHaveLength(granted);
    }
    const { url, hash } = await ask();
    // Not the last letter: some of its bits mean nothing.
    const altered = `${url.slice(0, -5)}${url.at(-5) === 'A' ? 'B' : 'A'}${url.slice(-4)}`;
    expect((await server.anonymous.post(altered)).statusCode).toBe(404);
    expect((await server.anonymous.post('/c/nonsense')).statusCode).toBe(404);
    const old = readOptInLink(TEST_KEYS, url.slice('/c/'.length))!;
    const expired = await server.system((ctx) =>
      confirmOptInLink(ctx, { ...old, askedAt: '2026-11-01T00:00:00.000Z' }),
    );
    expect(expired).toBe('expired');
    expect(await ledger(hash)).toEqual([]);
  });
});
