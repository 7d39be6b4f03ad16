import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WriterInput } from '../core/ports.ts';
import { startOpenAiServer } from '../test/openai-server.ts';
import { openChatModel } from './open-chat-model.ts';
import { createModelWriter } from './writer.ts';

const INPUT: WriterInput = {
  language: 'en',
  tone: 'formal',
  channel: 'email',
  type: 'renewal',
  topic: null,
  facts: { greeting: 'Dear Arthit Sample', zones: ['Edge'] },
  template: { subject: 'Your renewal', text: 'Dear Arthit Sample,\n\nplease reply.' },
};

let says: string;
const spent: unknown[] = [];
let server: Awaited<ReturnType<typeof startOpenAiServer>>;
beforeAll(async () => {
  server = await startOpenAiServer(() => ({ text: says }));
});
afterAll(() => server.close());

const write = (answer: unknown, input = INPUT) => {
  says = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const settings = {
    apiKey: 'k',
    baseUrl: server.url,
    model: 'scripted',
    api: 'chat',
    timeoutMs: 500,
  } as const;
  const model = openChatModel(settings);
  const prices = { input: 2, output: 8 };
  return createModelWriter({ model, timeoutMs: 500, mind: 'scripted', prices }).write(input, async (used) => {
    spent.push(used);
  });
};

describe('the model writer', () => {
  it('asks without tools for one closed answer, and tells what was used', async () => {
    expect(
      await write({ subject: 'Edge goes on', text: 'Dear Arthit Sample,\n\nshall we renew?\n' }),
    ).toEqual({
      subject: 'Edge goes on',
      text: 'Dear Arthit Sample,\n\nshall we renew?',
    });
    expect(spent).toEqual([{ mind: 'scripted', inputTokens: 1000, outputTokens: 100, costUsd: 0.0028 }]);
    const [request] = server.requests as unknown as {
      tools?: unknown;
      response_format: unknown;
      messages: { content: string }[];
    }[];
    expect(request!.tools).toBeUndefined();
    expect(request).toMatchObject({ response_format: { type: 'json_schema' } });
    expect(request!.messages[0]!.content).toContain('in the language en and in a formal tone');
    expect(JSON.parse(request!.messages[1]!.content)).toMatchObject({ facts: INPUT.facts });
  });

  it('is told no name of whom it writes to; the text has it again', async () => {
    const facts = { ...INPUT.facts, contact: { name: 'Arthit Sample', email: 'arthit@example.com' } };
    const before = server.requests.length;
    const written = await write({ subject: 'Edge', text: 'Dear ⟦name 1⟧, shall we?' }, { ...INPUT, facts });
    expect(JSON.stringify(server.requests.slice(before))).not.toMatch(/arthit/i);
    expect(written.text).toBe('Dear Arthit Sample, shall we?');
  });

  it('keeps the built-in subject where none was written, and writes none for a chat', async () => {
    expect(await write({ subject: null, text: 'Hello' })).toMatchObject({ subject: 'Your renewal' });
    const chat = { ...INPUT, channel: 'whatsapp', template: { text: 'Hello' } };
    expect(await write({ subject: 'no', text: 'Hello there' }, chat)).not.toHaveProperty('subject');
  });

  it('tells the model why its last text was refused', async () => {
    await write({ subject: null, text: 'x' }, { ...INPUT, problems: ['The number "5" is not known.'] });
    expect(server.requests.at(-1)!.messages[1]!.content).toContain('The number \\"5\\" is not known.');
  });

  it.each(['  ', 'I cannot help with that.', '{"text": "Dear Ar', { text: 5 }, { subject: 'x', text: ' ' }])(
    'refuses the answer %j, asks for it once, and tells what it used',
    async (answer) => {
      const [calls, told] = [server.requests.length, spent.length];
      await expect(write(answer)).rejects.toMatchObject({ code: 'model:failed' });
      expect([server.requests.length - calls, spent.length - told]).toEqual([1, 1]);
    },
  );

  it('says so when the server gives no answer', async () => {
    server.faults.push({ status: 400 });
    await expect(write({ subject: null, text: 'x' })).rejects.toMatchObject({ code: 'model:unreachable' });
  });
});
