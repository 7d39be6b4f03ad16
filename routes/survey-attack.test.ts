import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerToken } from '../core/content/answer-link.ts';
import { conversionToken } from '../core/content/tracking.ts';
import { contacts } from '../db/schema/index.ts';
import { createKeyring } from '../lib/crypto.ts';
import { newId } from '../lib/ids.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { FORM, type SurveyKit, surveyKit } from '../test/survey-kit.ts';
import { TEST_KEYS } from '../test/workspace.ts';

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
