import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTER_LANGUAGES } from '../core/campaigns/draft.ts';
import { SURVEY_WORDS } from '../core/content/survey-words.ts';
import { contacts, suppressions } from '../db/schema/index.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { type SurveyKit, surveyKit } from '../test/survey-kit.ts';
import { escapeHtml } from './html-page.ts';

let server: TestServer;
let asked: SurveyKit['asked'];
let press: SurveyKit['press'];
let comment: SurveyKit['comment'];
let kept: SurveyKit['kept'];
let counted: SurveyKit['counted'];
beforeAll(async () => {
  server = await openTestServer();
  ({ asked, press, comment, kept, counted } = surveyKit(server));
});
afterAll(() => server.close());

describe('the link of a survey', () => {
  it('only asks when it is opened, however often a scanner does, and needs no script', async () => {
    const { links, campaignId } = await asked();
    for (let times = 0; times < 3; times += 1) {
      const page = await server.anonymous.get(`${links[0]}?score=10`);
      expect(page.statusCode).toBe(200);
      expect(page.body.match(/<button type="submit" name="score"/g)).toHaveLength(11);
      expect(page.body).not.toMatch(/<script|\son\w+=/);
      expect(page.headers['content-security-policy']).toContain("form-action 'self'");
      expect(page.headers['cache-control']).toBe('no-store');
    }
    expect((await server.app.inject({ method: 'HEAD', url: links[0]! })).statusCode).toBe(200);
    expect(await kept(campaignId)).toEqual([]);
    expect(await counted(campaignId)).toMatchObject({ answers: 0, score: null });
  });

  it('counts a number once, however often it is sent again; the last one counts, and each is kept', async () => {
    const { links, campaignId, people } = await asked({ count: 2 });
    for (const score of [3, 3, 9, 9]) expect((await press(links[0]!, score)).statusCode).toBe(200);
    expect((await press(links[1]!, 7)).body).toContain('Your answer is 7.');
    const rows = await kept(campaignId);
    expect(rows.map(({ body, score, contactId }) => [body, score, contactId])).toEqual([
      ['3', 3, people[0]!.contactId],
      ['9', 9, people[0]!.contactId],
      ['7', 7, people[1]!.contactId],
    ]);
    expect(rows[0]).toMatchObject({ match: { contact: 'message' }, identifier: people[0]!.address });
    expect(await counted(campaignId)).toMatchObject({ answers: 2, promoters: 1, passives: 1, score: 50 });
  });

  it('is counted with what others answered by reply, the latest of both', async () => {
    const { links, campaignId, people } = await asked({ count: 2 });
    await press(links[0]!, 2);
    await server.database.pool.query(
      `insert into replies (id, tenant_id, channel, external_id, identifier, address_hash, body, contact_id, campaign_id,
         match, triage, received_at)
       select gen_random_uuid(), tenant_id, 'email', 'mail ' || n, identifier, address_hash, body,
         case when n = 1 then contact_id else $2::uuid end, campaign_id, match,
         '{"entities":{"score":10}}', received_at + interval '1 minute'
       from replies, generate_series(1, 2) n where campaign_id = $1 and channel = 'survey'`,
      [campaignId, people[1]!.contactId],
    );
    expect(await counted(campaignId)).toMatchObject({ answers: 2, promoters: 2, score: 100 });
  });

  it('takes a word on why, which changes no number, whatever numbers stand in it', async () => {
    const { links, campaignId } = await asked();
    await press(links[0]!, 9);
    for (const _time of [1, 2]) {
      const page = await comment(links[0]!, 'Ten <b>years</b>, and it was a 2 before & after');
      expect(page.body).toContain('we have noted what you wrote');
      expect(page.body).not.toContain('<b>');
    }
    const rows = await kept(campaignId);
    expect(rows.map(({ body, score }) => [body, score])).toEqual([
      ['9', 9],
      ['Ten <b>years</b>, and it was a 2 before & after', 9],
    ]);
    expect(await counted(campaignId)).toMatchObject({ answers: 1, promoters: 1 });
    expect((await comment(links[0]!, '   ')).statusCode).toBe(200);
    expect(await kept(campaignId)).toHaveLength(2);
  });

  it('hears a stop in what is written there, at once', async () => {
    const { links, people } = await asked();
    await press(links[0]!, 1);
    await comment(links[0]!, 'Please stop sending me messages.');
    const stops = await server.system((ctx) => ctx.tx.select().from(suppressions));
    expect(stops.filter(({ addressHash }) => addressHash).length).toBeGreaterThan(0);
    const { rows } = await server.database.pool.query(
      `select 1 from suppressions s join addresses a on a.hash = s.address_hash where a.contact_id = $1`,
      [people[0]!.contactId],
    );
    expect(rows).toHaveLength(1);
  });

  it('is answered in another way: the page takes no words of ours', async () => {
    const { links, campaignId } = await asked();
    await press(links[0]!, 4);
    const [row] = await kept(campaignId);
    const writer = await server.signIn('approver');
    const ways = await writer.get(`/api/v1/replies/${row!.id}/ways`);
    expect(ways.json()).toMatchObject({ isOpen: false, closesAt: null });
  });

  it('speaks the language of the message, whatever its reader else writes', async () => {
    const { linkOf, people } = await asked();
    const { contactId } = people[0]!;
    await server.system((ctx) =>
      ctx.tx.update(contacts).set({ language: 'th' }).where(eq(contacts.id, contactId)),
    );
    for (const language of LETTER_LANGUAGES) {
      const link = linkOf(contactId, false, language);
      expect((await server.anonymous.get(link)).body).toContain(`<html lang="${language}">`);
      expect((await press(link, 8)).body).toContain(escapeHtml(SURVEY_WORDS[language].thanks(8)));
    }
  });

  it('speaks the language of whoever was asked', async () => {
    for (const language of LETTER_LANGUAGES) {
      const { links, people } = await asked();
      await server.system((ctx) =>
        ctx.tx.update(contacts).set({ language }).where(eq(contacts.id, people[0]!.contactId)),
      );
      const words = SURVEY_WORDS[language];
      const page = await server.anonymous.get(links[0]!);
      expect(page.body).toContain(`<html lang="${language}">`);
      expect(page.body).toContain(escapeHtml(words.recommend));
      const thanks = await press(links[0]!, 8);
      for (const said of [words.thanks(8), words.why, words.send, words.change])
        expect(thanks.body).toContain(escapeHtml(said));
    }
  });
});
