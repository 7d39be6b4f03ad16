import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCase, readerOf } from '../../test/content-cases.ts';
import { errorsOf, openWritingRoom, type WritingRoom } from '../../test/write-letter.ts';
import { LETTER_LANGUAGES } from '../campaigns/draft.ts';
import { changeSettings } from '../tenants/change-settings.ts';
import { readAnswerToken } from './answer-link.ts';
import { composeMessages } from './compose-messages.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openWritingRoom();
});
afterAll(() => room.close());

type Ask = { type?: string; channel?: string; reads?: string; link?: string; isTest?: boolean };
const campaignId = '01890a5d-ac96-774b-bcce-b302099a8057';

/** A survey's message as it would be frozen. */
const write = ({ type = 'survey', channel = 'email', reads = 'en', link, isTest = false }: Ask = {}) =>
  room.system(async (ctx) => {
    const id = await addCase(ctx, 'complete');
    const recipient = { ...readerOf(id, { channel, purpose: 'marketing' }), language: reads };
    const draft = { type, tone: null, topic: null, wording: {}, ...(link ? { link } : {}) };
    const [message] = await composeMessages(ctx, {
      draft,
      recipients: [recipient],
      codesFor: campaignId,
      isTest,
    });
    return { ...message!, contactId: recipient.contactId };
  });
const ANSWER = /http:\/\/[^\s"<]+\/a\/([\w-]+)/;
const tokenIn = ({ rendered }: Awaited<ReturnType<typeof write>>) =>
  ANSWER.exec(`${rendered.text} ${rendered.link?.url ?? ''}`)?.[1] ?? '';

describe('the link by which a survey is answered', () => {
  it.each(['email', 'whatsapp', 'line', 'sms', 'telegram', 'push', 'in_app'])(
    'is its recipient’s own, by %s, and nothing stands against it',
    async (channel) => {
      for (const type of ['survey', 'post_issue_survey']) {
        const message = await write({ type, channel });
        expect(errorsOf([message])).toEqual([]);
        expect(readAnswerToken(room.keys, tokenIn(message))).toEqual({
          ...{ tenantId: room.tenant.id, campaignId, contactId: message.contactId, isTest: false },
          language: 'en',
        });
      }
    },
  );

  it('is a button of an e-mail and of a push', async () => {
    expect((await write()).rendered.html).toMatch(
      /<a class="button" href="http[^"]+\/a\/[\w-]+"[^>]*>Or answer here</,
    );
    expect((await write({ channel: 'push' })).rendered).toMatchObject({ link: { label: 'Or answer here' } });
  });

  it('is named in the reader’s language', async () => {
    const labels = await Promise.all(
      LETTER_LANGUAGES.map(
        async (reads) => /^(.+?)\s?[:：]\s?http\S+\/a\//m.exec((await write({ reads })).rendered.text)?.[1],
      ),
    );
    expect(new Set(labels).size).toBe(LETTER_LANGUAGES.length);
    expect(labels).not.toContain(undefined);
  });

  it('says which language the message is in', async () => {
    for (const reads of LETTER_LANGUAGES)
      expect(readAnswerToken(room.keys, tokenIn(await write({ reads })))).toMatchObject({ language: reads });
  });

  it('says of a test message that it is one', async () => {
    expect(readAnswerToken(room.keys, tokenIn(await write({ isTest: true })))).toMatchObject({
      isTest: true,
    });
  });

  it('stands in no other type, in no call, in no public post, and gives way to a link that a person chose', async () => {
    const link = 'https://www.example.com/survey';
    for (const ask of [
      { type: 'renewal' },
      { channel: 'voice' },
      { channel: 'task' },
      { channel: 'x' },
      { link },
    ]) {
      const message = await write(ask);
      expect([ask, tokenIn(message)]).toEqual([ask, '']);
      if ('link' in ask) expect(message.rendered.text).toContain(link);
    }
  });

  it('is left away where the workspace does not want it', async () => {
    const admin = await room.person('admin');
    await room.as(admin, (ctx) => changeSettings(ctx, { links: { answers: false } }));
    try {
      expect(tokenIn(await write())).toBe('');
    } finally {
      await room.as(admin, (ctx) => changeSettings(ctx, { links: { answers: true } }));
    }
  });
});
