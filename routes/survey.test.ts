import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { LETTER_LANGUAGES, type LetterLanguage } from '../core/campaigns/draft.ts';
import { answerToken } from '../core/content/answer-link.ts';
import { SURVEY_WORDS } from '../core/content/survey-words.ts';
import { conversionToken } from '../core/content/tracking.ts';
import { reportCampaign } from '../core/reports/campaign-report.ts';
import { contacts, replies, suppressions } from '../db/schema/index.ts';
import { createKeyring } from '../lib/crypto.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { TEST_KEYS } from '../test/workspace.ts';
import { escapeHtml } from './html-page.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

type Asked = { type?: string; channel?: string; count?: number; isSent?: boolean };

/** A survey that some people were sent a minute ago, and each one's link. */
async function asked({ type = 'survey', channel = 'email', count = 1, isSent = true }: Asked = {}) {
  const approver = await server.person('approver');
  const survey = await server.as(approver, async (ctx) => {
    const people = await addPeople(ctx, { count, channel });
    const campaignId = await addCampaign(ctx, { name: 'How are we doing?', type });
    const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    return { campaignId, people };
  });
  if (isSent)
    await server.database.pool.query(
      `update messages set status = 'submitted', attempts = 1, submitted_at = planned_at where campaign_id = $1`,
      [survey.campaignId],
    );
  const whose = { tenantId: server.tenant.id, campaignId: survey.campaignId };
  const linkOf = (contactId: string, isTest = false, language: LetterLanguage | null = null) =>
    `/a/${answerToken(TEST_KEYS, { ...whose, contactId, isTest, language })}`;
  return { ...survey, links: survey.people.map(({ contactId }) => linkOf(contactId)), linkOf };
}

const FORM = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
const press = (link: string, score: number | string) =>
  server.anonymous.post(link, `score=${encodeURIComponent(score)}`, FORM);
const comment = (link: string, words: string) =>
  server.anonymous.post(`${link}/comment`, `comment=${encodeURIComponent(words)}`, FORM);
const kept = (campaignId: string) =>
  server.system((ctx) =>
    ctx.tx
      .select()
      .from(replies)
      .where(eq(replies.campaignId, campaignId))
      .orderBy(asc(replies.receivedAt), asc(replies.id)),
  );
const counted = async (campaignId: string) =>
  (await server.system((ctx) => reportCampaign(ctx, campaignId))).survey;

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

describe('an attack on the link of a survey', () => {
  it('fails with a token that was altered, cut, signed elsewhere or made for something else', async () => {
    const { links, campaignId, people } = await asked();
    const whose = { tenantId: server.tenant.id, campaignId, contactId: people[0]!.contactId };
    const other = createKeyring('another secret that is also long enough to be one');
    const token = links[0]!.slice(3);
    const flipped = Array.from({ length: token.length }, (_, at) => {
      const sign = token[at] === 'A' ? 'B' : 'A';
      return token.slice(0, at) + sign + token.slice(at + 1);
    });
    const forged = [
      ...flipped,
      ...[token.slice(1), `${token}A`, 'x'],
      conversionToken(TEST_KEYS, whose),
      answerToken(other, { ...whose, isTest: false, language: null }),
    ];
    for (const one of forged) {
      const page = await press(`/a/${one}`, 10);
      expect([page.statusCode, page.body.includes('not complete')]).toEqual([404, true]);
    }
    expect(await kept(campaignId)).toEqual([]);
  });

  it('notes no number but those of the page', async () => {
    const { links, campaignId } = await asked();
    for (const score of ['11', '-1', '7.5', '1e1', ' 9', '９', '', 'ten', '010', "9'; drop table replies"]) {
      const page = await press(links[0]!, score);
      expect([score, page.statusCode]).toEqual([score, 400]);
    }
    const twice = await server.anonymous.post(links[0]!, 'score=1&score=10', FORM);
    const json = await server.anonymous.post(links[0]!, JSON.stringify({ score: 10 }));
    const early = await comment(links[0]!, 'Nothing was pressed yet');
    expect([twice, json, early].map(({ statusCode }) => statusCode)).toEqual([400, 400, 400]);
    expect(await kept(campaignId)).toEqual([]);
  });

  it('answers for nobody of another workspace, of another campaign, or whom nothing was sent to', async () => {
    const sent = await asked();
    const waiting = await asked({ isSent: false });
    const renewal = await asked({ type: 'renewal' });
    const contactId = sent.people[0]!.contactId;
    const { tenant } = await server.neighbour('approver');
    const theirs = {
      tenantId: tenant.id,
      campaignId: sent.campaignId,
      contactId,
      isTest: false,
      language: null,
    };
    const links = [
      `/a/${answerToken(TEST_KEYS, theirs)}`,
      waiting.links[0]!,
      waiting.linkOf(contactId),
      renewal.links[0]!,
      sent.linkOf(newId()),
    ];
    for (const link of links) {
      expect((await press(link, 10)).statusCode).toBe(409);
      expect((await server.anonymous.get(link)).statusCode).toBe(409);
    }
    for (const { campaignId } of [sent, waiting, renewal]) expect(await kept(campaignId)).toEqual([]);
  });

  it('counts nothing of a tester, and nobody who was erased', async () => {
    const { linkOf, campaignId, people, links } = await asked();
    const test = linkOf(people[0]!.contactId, true);
    expect((await press(test, 10)).body).toContain('nothing is counted');
    await server.system((ctx) => ctx.tx.delete(contacts).where(eq(contacts.id, people[0]!.contactId)));
    expect((await press(links[0]!, 10)).statusCode).toBe(409);
    expect(await kept(campaignId)).toEqual([]);
  });

  it('ends where somebody presses on and on', async () => {
    const { links, campaignId } = await asked();
    let refused = 0;
    for (let times = 0; times < 60; times += 1)
      if ((await press(links[0]!, times % 11)).statusCode === 429) refused += 1;
    expect([(await kept(campaignId)).length, refused]).toEqual([50, 10]);
    expect(await counted(campaignId)).toMatchObject({ answers: 1 });
  });
});
