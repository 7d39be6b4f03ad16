import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, errorsOf, openWritingRoom, type WritingRoom } from '../../test/write-letter.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openWritingRoom();
});
afterAll(() => room.close());

const write = (ask: Ask = {}) => room.write(ask);
const textOf = (ask: Ask) => room.textOf(ask);

describe('a person’s own wording', () => {
  const wordingFor = (body: string, subject?: string) => ({
    email: { body, ...(subject ? { subject } : {}) },
  });

  it('replaces the letter, with the recipient’s own facts', async () => {
    const body =
      'Dear {{ contact.name }}, {{ units }} end on {{ contract.ends_on }}. We give 10% off. Please reply.';
    const [message] = await write({ wording: wordingFor(body, '{{ customer.name }}: 10% off') });
    expect(message!.rendered.subject).toBe('Hilton Andaman Bay: 10% off');
    expect(message!.rendered.text).toContain(
      'Drift Bar, Edge, Horizon, Shore end on 31 October 2027. We give 10% off.',
    );
    expect(errorsOf([message!])).toEqual([]);
  });

  it('knows the workspace’s own word for a unit', async () => {
    expect(
      await textOf({ wording: wordingFor('Your zones: {% for zone in zones %}<{{ zone }}>{% endfor %}') }),
    ).toContain('<Drift Bar><Edge>');
  });

  it.each([
    ['{{ contract.ends', 1, /cannot be used in line 1/],
    ['Hello\n{{ zoness }}', 2, /names "zoness" in line 2/],
    ['Hello\n\n{{ customer.phone }}', 3, /names "customer.phone" in line 3/],
    ['{% include "part-units" %}', 1, /cannot be used/],
    ['{{ customer.name | shout }}', 1, /cannot be used/],
    ['{% for a in (1..9000) %}{% for b in (1..9000) %}x{% endfor %}{% endfor %}', 1, /cannot be used/],
    ['{% for a in (1..1000000000) %}x{% endfor %}', 1, /cannot be used/],
    ['{% tablerow a in (1..1000000000) %}x{% endtablerow %}', 1, /cannot be used/],
    [
      '{% assign x = "so on " %}{% for a in (1..60) %}{% assign x = x | append: x %}{% endfor %}{{ x }}',
      1,
      /cannot be used/,
    ],
  ])('with a mistake is refused, with the line: %s', async (body, line, message) => {
    await expect(write({ wording: wordingFor(body) })).rejects.toMatchObject({
      code: 'template:invalid',
      message: expect.stringMatching(message),
      nextStep: expect.any(String),
      where: { path: 'wording.email.body', line },
    });
  });

  it('that prints what is not known here is an error that names the field', async () => {
    const wording = wordingFor('It ends on {{ contract.ends_on }}. Please reply.');
    expect(errorsOf(await write({ which: 'noDate', wording })).map(({ message }) => message)).toEqual([
      expect.stringContaining('prints contract.ends_on, which is not known here'),
    ]);
    const careful = wordingFor(
      '{% if contract.ends_on %}It ends on {{ contract.ends_on }}.{% endif %} Please reply.',
    );
    expect(errorsOf(await write({ which: 'noDate', wording: careful }))).toEqual([]);
  });

  it('for marketing gets the way out that it lacks', async () => {
    const wording = { whatsapp: { body: 'Happy holidays! Please reply.' } };
    expect(await textOf({ type: 'seasonal', channel: 'whatsapp', wording })).toBe(
      'Happy holidays! Please reply.\n\nReply STOP to opt out.',
    );
  });
});
