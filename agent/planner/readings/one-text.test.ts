import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { customerId, situation, withDraft } from '../../../evals/fixture.ts';
import { callsOf, patchOf } from '../../../test/asked-of-draft.ts';
import { plan } from '../plan.ts';

const text = 'Dear team, we will call you on Monday. Please reply.';

describe('one customer’s message in words of its own', () => {
  it.each([
    `for Hilton Pattaya write: ${text}`,
    `for Hilton Pattaya only, please write this: ${text}`,
    `in Hilton Pattaya's message write: ${text}`,
    `in the mail to Hilton Pattaya say: ${text}`,
    `change the message for Hilton Pattaya to: ${text}`,
    `replace Hilton Pattaya’s letter with: ${text}`,
  ])('is taken word by word: “%s”', (say) => {
    expect(callsOf(say)).toMatchObject([
      { name: 'write_one_message', args: { customerId: customerId('Hilton Pattaya'), body: text } },
    ]);
  });

  it('is the built-in letter again', () => {
    for (const say of ['back to the built-in letter for Hilton Pattaya', 'drop Hilton Pattaya’s own message'])
      expect(callsOf(say)).toMatchObject([
        { name: 'write_one_message', args: { customerId: customerId('Hilton Pattaya'), body: null } },
      ]);
  });

  it('is asked about where several are called so, and changes nothing then', () => {
    const { calls, question } = plan(
      `for a Hilton write: ${text}`,
      situation(withDraft({ filter: is('brand', 'Hilton') })),
    );
    expect(calls).toEqual([]);
    expect(question?.choices.map((choice) => choice.say)).toContain(`for Hilton Pattaya write: ${text}`);
  });
});

describe('what is asked of one customer’s letter, or of some', () => {
  const one = is('name', 'Hilton Pattaya');
  const bangkok = is('city', 'Bangkok');
  it.each<[string, object]>([
    ['in Hilton Pattaya’s message mention the new lobby', { filter: one, topic: 'the new lobby' }],
    ['mention the new lobby to Hilton Pattaya', { filter: one, topic: 'the new lobby' }],
    ['make Hilton Pattaya’s message shorter', { filter: one, length: 'short' }],
    [
      'subject for Hilton Pattaya: See you soon!',
      { filter: one, wording: { email: { subject: 'See you soon!' } } },
    ],
    [
      'for the Bangkok ones, subject: See you',
      { filter: bangkok, wording: { email: { subject: 'See you' } } },
    ],
    [
      'for the Bangkok ones add that the office moves in December',
      { filter: bangkok, topic: 'the office moves in December' },
    ],
    [
      'for the Bangkok ones mention that the office moves in December',
      { filter: bangkok, topic: 'the office moves in December' },
    ],
    ['for the Bangkok ones add a line about the new app', { filter: bangkok, topic: 'the new app' }],
  ])('“%s” leaves all others as they are', (say, group) => {
    expect(patchOf(say)).toEqual({ groups: [group] });
  });

  it('is a text of their own on each channel of the draft', () => {
    expect(patchOf(`for the Bangkok ones write: ${text}`, { channels: ['line', 'sms'] })).toEqual({
      groups: [{ filter: bangkok, wording: { line: { body: text }, sms: { body: text } } }],
    });
  });

  it('is everybody’s where it is for all, and nobody’s where the words name nobody', () => {
    expect(patchOf('mention the new app to everybody')).toEqual({ topic: 'the new app' });
    expect(callsOf('change the message of the moon to: Hello there. Please reply.')).toEqual([]);
  });

  it('stands beside what all of them read', () => {
    const draft = { topic: 'the new summer playlist' };
    expect(patchOf('for the Bangkok ones mention the new app', draft)).toEqual({
      groups: [{ filter: bangkok, topic: 'the new summer playlist and the new app' }],
    });
    expect(patchOf('for the Bangkok ones add that the office moves', draft)).toEqual({
      groups: [{ filter: bangkok, topic: 'the new summer playlist. The office moves' }],
    });
  });
});

describe('a subject', () => {
  it('stands on every channel of the draft that shows one', () => {
    const channels = ['push', 'line', 'email'];
    const wording = { email: { body: 'Kept. Please reply.' } };
    const subject = 'Summer is here';
    const there = situation(withDraft({ filter: is('city', 'Bangkok'), channels, wording }));
    const push = { key: 'push', label: 'push', hasSubject: true };
    const vocabulary = { ...there.vocabulary, channels: [...there.vocabulary.channels, push] };
    expect(plan(`subject: ${subject}`, { ...there, vocabulary }).calls[0]?.args.patch).toEqual({
      wording: { push: { subject }, email: { ...wording.email, subject } },
    });
  });

  it.each(['subject: Summer is here', 'for the Bangkok ones, subject: Summer'])(
    'is refused plainly where no channel shows one: “%s”',
    (say) => {
      const { calls, say: said } = plan(
        say,
        situation(withDraft({ filter: is('city', 'Bangkok'), channels: ['line', 'whatsapp'] })),
      );
      expect(calls).toEqual([]);
      expect(said).toContain('a message by LINE or WhatsApp has no subject');
    },
  );
});
