import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { writePurely } from '../../test/write-letter.ts';
import { LETTER_LANGUAGES } from '../campaigns/draft.ts';
import { compileLetter } from './compile-letter.ts';
import { readSources } from './letters.ts';
import { print } from './liquid.ts';

const view = { name: 'Edge', nobody: null, is_new: true, units: ['a', 'b'], unit: { many: 'zones' } };
const write = (source: string, parts: Record<string, string> = {}) =>
  compileLetter(source, (name) => parts[name] ?? '')(view);

describe('a compiled letter', () => {
  it.each(LETTER_LANGUAGES)('reads as a Liquid engine writes it, every letter in %s', (language) => {
    const cases = [
      { which: 'complete', topic: 'the new app. It is here' },
      { which: 'nothing', topic: null },
    ] as const;
    const views = cases.map((ask) => ({
      purpose: 'marketing',
      ...writePurely({ ...ask, reads: language })[0]!.made.view,
    }));
    const sources = readSources({ language, address: 'polite', gender: 'masculine' });
    const engine = new Liquid({
      templates: Object.fromEntries(sources),
      ...{ strictVariables: true, ownPropertyOnly: true, cache: true, outputEscape: print },
    });
    for (const source of sources.values()) {
      const [template, compiled] = [
        engine.parse(source),
        compileLetter(source, (name) => sources.get(name) ?? ''),
      ];
      for (const one of views) expect(compiled(one)).toBe(engine.renderSync(template, one));
    }
  });

  it('takes the branch that holds, and only what is known', () => {
    const source =
      "{% if nobody %}A{% elsif units.size == 2 and is_new %}B {{ unit.many | capitalize }}{% else %}C{% endif %}{% if name == 'Edge' -%}  !{% endif %}";
    expect(write(source)).toBe('B Zones!');
    expect(write("{% include 'one' %}.", { one: "<{% include 'two' %}>", two: '{{ name }}' })).toBe(
      '<Edge>.',
    );
    expect(write('{{ nobody }}')).toBe(print(null));
  });

  it.each([
    '{{ misspelt }}',
    '{% if unit.few %}a{% endif %}',
    '{{ name.constructor }}',
    '{{ name | upcase }}',
    '{% for one in units %}{% endfor %}',
    '{% if name %}never closed',
    'closed{% endif %}',
  ])('refuses %s', (source) => {
    expect(() => write(source)).toThrow(/A letter/);
  });
});
