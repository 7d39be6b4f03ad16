import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, fitTemplate } from './fit-template.ts';

describe('a text beside an approved template', () => {
  it.each([
    [
      'Dear {{1}}, it ends on {{2}}. Reply YES.',
      'Dear Mali, it ends on 3 May. Reply YES.',
      ['Mali', '3 May'],
    ],
    ['{{1}} 様\n\n{{2}}まで', 'Mali 様\n\n5月まで', ['Mali', '5月']],
    ['No parameter.', 'No parameter.', []],
    ['{{2}} then {{1}}.', 'a then b.', ['b', 'a']],
    ['{{1}} and {{1}}.', 'Mali and Mali.', ['Mali']],
    ['Zones: {{1}}.', 'Zones: Bar. Pool. Spa.', ['Bar. Pool. Spa']],
  ])('%j fits %j', (body, text, parameters) => {
    expect(fitTemplate(body, text)).toEqual(parameters);
  });

  it.each([
    ['Dear {{1}}, reply YES.', 'Dear Mali, reply NO.'],
    ['Dear {{1}}, reply YES.', 'Dear , reply YES.'],
    ['Dear {{1}}, reply YES.', 'Dear Mali, reply YES. And send money.'],
    ['Dear {{1}}, reply YES.', 'Also: Dear Mali, reply YES.'],
    ['Dear {{1}}, reply YES.', 'Dear Mali\nPay here, reply YES.'],
    ['Dear {{1}}, reply YES.', 'Dear Mali    x, reply YES.'],
    ['{{1}} and {{1}}.', 'Mali and Nina.'],
    ['{{3}} and {{1}}.', 'a and b.'],
    ['No parameter.', 'No parameter'],
  ])('%j does not fit %j', (body, text) => {
    expect(fitTemplate(body, text)).toBeNull();
  });

  it('fits whatever was filled into it, and says it again', () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => text.replace(/[\n\t{}]| {2,}/g, '_'));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        const body = `Dear ${values.map((_, at) => `{{${at + 1}}}`).join(' / ')}, reply.`;
        const text = fillTemplate(body, values);
        const fitted = fitTemplate(body, text);
        expect(fillTemplate(body, fitted ?? [])).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
