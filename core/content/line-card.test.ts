import { describe, expect, it } from 'vitest';
import { lineSpec, withoutVendor } from '../../test/vendors/specs.ts';
import { errorsOf, TEST_DESK, writePurely } from '../../test/write-letter.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { toBlocks } from './blocks.ts';

const settings = tenantSettings.parse({ ...TEST_DESK.tenant.settings, lineCards: true });
const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };
const cardOf = (ask: Parameters<typeof writePurely>[0] = {}) =>
  writePurely({ channel: 'line', ...ask }, desk)[0]!.rendered;

/** Every word of a card, in its order. */
const wordsIn = (node: unknown): string[] =>
  Array.isArray(node)
    ? node.flatMap(wordsIn)
    : node !== null && typeof node === 'object'
      ? [
          ...('text' in node ? [String(node.text)] : []),
          ...Object.values(node)
            .filter((one) => typeof one === 'object')
            .flatMap(wordsIn),
        ]
      : [];

describe('facts in paragraphs of their own', () => {
  it('are rows of one table, which other words end', () => {
    const rows = (text: string) =>
      toBlocks(text).map((one) => (one.kind === 'facts' ? one.rows.length : one.kind));
    expect(rows('Zonen: Bar\n\nVerlängerung: 2 × 3\n\nBitte antworten Sie.\n\nOrt: Hier')).toEqual([
      2,
      'paragraph',
      1,
    ]);
  });
});

describe('a LINE card', () => {
  it('says what the text says, in its order, below the sender', () => {
    const { card, text } = cardOf({ type: 'seasonal' });
    const [sender, ...words] = wordsIn(card?.contents);
    expect(sender).toBe('Andaman Sound');
    const plain = (given: string) => given.replace(/[\s:]+/g, '');
    expect(plain(words.join(''))).toBe(plain(text));
    expect(text).toContain('Reply STOP');
    expect(card?.altText.startsWith('Dear Arthit Sample,')).toBe(true);
  });

  it('has a label beside its value where there is room for the word, else above it; amounts stay in one line', () => {
    const layouts = (reads: string) =>
      [
        ...JSON.stringify(cardOf({ reads }).card).matchAll(
          /"layout":"(baseline|vertical)","spacing":"(?:none|sm)"/g,
        ),
      ].map(([, layout]) => layout);
    expect(layouts('en')).toEqual(['baseline', 'baseline']);
    expect(layouts('de')).toEqual(['vertical', 'vertical']);
    expect(wordsIn(cardOf({}).card?.contents).join()).toContain('THB\u00a012,000 = THB\u00a048,000 a year');
    expect(wordsIn(cardOf({ reads: 'de' }).card?.contents).join()).toContain('48.000\u00a0THB pro Jahr');
  });

  it('has no half of an emoji in what is read instead of it', () => {
    for (const blanks of ['', 'x'])
      expect(cardOf({ names: [`${blanks}${'🌴'.repeat(140)}`] }).card?.altText.isWellFormed()).toBe(true);
  });

  it('has where it leads on a button', () => {
    const url = 'https://www.example.com/renew';
    const { card } = cardOf({ type: 'seasonal', link: url });
    const action = { type: 'uri', label: 'Find out more', uri: url };
    expect(JSON.stringify(card?.contents)).toContain(JSON.stringify(action));
  });

  it('is checked as every message is', () => {
    const units = Array.from({ length: 400 }, (_, at) => `Meeting Room Number ${at}`);
    expect(errorsOf(writePurely({ channel: 'line', customer: { units } }, desk))[0]?.message).toContain(
      'line takes',
    );
  });

  it.skipIf(withoutVendor !== '')(`is a message by LINE’s own specification${withoutVendor}`, () => {
    const spec = lineSpec();
    const { card } = cardOf({ which: 'twelveZones', customer: { name: '"}]{{ 1 }}\u202e <b>🎵' } });
    expect(spec({ to: 'U1', messages: [{ type: 'flex', ...card }] })).toEqual([]);
    expect(
      spec({ to: 'U1', messages: [{ type: 'flex', altText: 'x', contents: { type: 'bubble', mood: 1 } }] }),
    ).not.toEqual([]);
  });
});

it('without the setting LINE gets bare text', () => {
  expect(writePurely({ channel: 'line' })[0]!.rendered).not.toHaveProperty('card');
});

describe('an SMS', () => {
  it('stays in the cheap alphabet, without empty lines', () => {
    const { rendered } = writePurely({ channel: 'sms' })[0]!;
    expect(rendered.text).toContain('4 zones x THB 12,000 = THB 48,000 a year');
    expect(rendered.text).not.toContain('\n\n');
  });
});
