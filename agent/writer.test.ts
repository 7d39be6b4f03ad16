import { FakeListChatModel } from '@langchain/core/utils/testing';
import { describe, expect, it } from 'vitest';
import type { WriterInput } from '../core/ports.ts';
import { createModelWriter, createTemplateWriter } from './writer.ts';

const INPUT: WriterInput = {
  language: 'en',
  tone: 'formal',
  channel: 'email',
  type: 'renewal',
  topic: null,
  facts: { greeting: 'Dear Arthit Sample', zones: ['Edge'] },
  template: { subject: 'Your renewal', text: 'Dear Arthit Sample,\n\nplease reply.' },
};

const writing = (answer: string, input = INPUT) =>
  createModelWriter(new FakeListChatModel({ responses: [answer] }), { timeoutMs: 5000 }).write(input);

describe('the embedded writer', () => {
  it('keeps the built-in letter', async () => {
    expect(await createTemplateWriter().write(INPUT)).toEqual(INPUT.template);
  });
});

describe('the model writer', () => {
  it('reads the subject and the message', async () => {
    expect(await writing('Subject: Renewal for Edge\n\nDear Arthit Sample,\n\nshall we renew?\n')).toEqual({
      subject: 'Renewal for Edge',
      text: 'Dear Arthit Sample,\n\nshall we renew?',
    });
  });

  it('takes the fence off, and keeps the built-in subject where none was written', async () => {
    expect(await writing('```\nDear Arthit Sample\n```')).toEqual({
      subject: 'Your renewal',
      text: 'Dear Arthit Sample',
    });
  });

  it('writes no subject for a chat', async () => {
    const chat = { ...INPUT, channel: 'whatsapp', template: { text: 'Hello' } };
    expect(await writing('Subject: no\n\nHello there', chat)).toEqual({ text: 'Hello there' });
  });

  it('says so when the model answers nothing or cannot be reached', async () => {
    await expect(writing('  ')).rejects.toMatchObject({ code: 'model:failed' });
    const broken = new FakeListChatModel({ responses: ['x'], emitCustomEvent: false });
    broken._streamResponseChunks = () => {
      throw new Error('connect ECONNREFUSED');
    };
    await expect(createModelWriter(broken, { timeoutMs: 5000 }).write(INPUT)).rejects.toMatchObject({
      code: 'model:unreachable',
    });
  });
});
