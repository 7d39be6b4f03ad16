// Every recipient's own message by a model, in conversation and by the API; the planner reads the sentences.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProtocolMessage, startOpenAiServer } from '../openai-server.ts';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { seededProduct } from '../seeded-product.ts';
import { until } from '../until.ts';

const NOW = '2026-11-20T08:00:00Z';

type Letter = { subject: string; text: string };
type State = { wanted: number; written: number; refused: number; failed: number; hasModel: boolean };

let refrain: TestRefrain;
let admin: Caller;
let server: Awaited<ReturnType<typeof startOpenAiServer>>;
/** What the model makes of a letter. */
let write: (letter: Letter) => Letter;
beforeAll(async () => {
  server = await startOpenAiServer(({ messages }) => ({ text: JSON.stringify(write(letterIn(messages))) }));
  const model = { OPENAI_API_KEY: 'test', OPENAI_BASE_URL: server.url, LOG_LEVEL: 'silent' };
  refrain = await openTestRefrain({ REFRAIN_NOW: NOW, ...model }, await seededProduct(NOW));
  admin = await signInAsAdmin(refrain, (await refrain.seed()).slug);
});
afterAll(async () => {
  await refrain.close();
  await server.close();
});

const letterIn = (messages: ProtocolMessage[]) =>
  (JSON.parse(messages.at(-1)!.content!) as { template: Letter }).template;

/** The model does not answer in the conversation, so that the planner reads the sentence. */
const say = (text: string, thread?: string) => {
  server.faults.push({ status: 400 });
  return admin.say(text, thread);
};

let thread: string;
let path: string;
let recipients: number;
beforeEach(async () => {
  const answer = await say('draft renewal reminders by email to all Hiltons expiring in October');
  [thread, path] = [answer.thread, `/campaigns/${answer.campaign!.id}`];
  recipients = answer.audience!.recipients;
});
const state = async () => (await admin.get<State>(`${path}/writing`)).body;
const written = async () => {
  await until(
    async () => {
      await refrain.settle();
      return state();
    },
    ({ wanted }) => wanted === 0,
  );
  return state();
};

describe('messages one by one', () => {
  it('are begun by a sentence, and told of when they are there', async () => {
    write = (letter) => ({ ...letter, text: letter.text.replace('Thank you for', 'We are grateful for') });
    expect((await say('write every customer’s own message', thread)).reply).toContain('written one by one');
    const { written: there, ...rest } = await written();
    expect({ there, ...rest }).toEqual({
      there: recipients,
      wanted: 0,
      refused: 0,
      failed: 0,
      hasModel: true,
    });
    expect((await say('how far is the writing?', thread)).reply).toContain(
      `${recipients} messages of their own are written.`,
    );
  });

  it('that invent something keep the built-in letter, for each recipient with the reason, until they are taken back', async () => {
    write = (letter) => ({ ...letter, text: `${letter.text}\n\nSave 15% now.` });
    await say('write every customer’s own message', thread);
    expect(await written()).toMatchObject({ written: 0, refused: recipients });
    expect((await say('how far is the writing?', thread)).reply).toContain(
      `The built-in letter stays where ${recipients} did not pass the checks`,
    );
    const { body } = await admin.get<{ messages: { findings: unknown[]; rendered: { text: string } }[] }>(
      `${path}/dry-run?offset=0&limit=50`,
    );
    for (const { findings, rendered } of body.messages) {
      expect(JSON.stringify(findings)).toMatch(/built-in one is used: .*15%/);
      expect(rendered.text).not.toContain('15%');
    }
    expect((await say('go back to the built-in letters', thread)).reply).toContain('built-in letter again');
    expect(await state()).toMatchObject({ refused: 0 });
    expect((await say('are they all written?', thread)).reply).toContain('Nothing is written one by one');
  });
});

describe('without a model', () => {
  it('nobody is promised a message of their own', async () => {
    const bare = await openTestRefrain({ REFRAIN_NOW: NOW }, await seededProduct(NOW));
    const somebody = await signInAsAdmin(bare, (await bare.seed()).slug);
    const { campaign, thread } = await somebody.say(
      'draft renewal reminders to all Hiltons expiring in October',
    );
    const { reply } = await somebody.say('write every customer’s own message', thread);
    expect(reply).toContain('There is no model here');
    const asked = await somebody.post(`/campaigns/${campaign!.id}/writing`);
    expect([asked.status, asked.body]).toMatchObject([409, { error: { code: 'model:none' } }]);
    await bare.close();
  });
});
