import { describe, expect, it } from 'vitest';
import { errorsOf, TEST_DESK, writePurely } from '../../../test/write-letter.ts';
import { tenantSettings } from '../../tenants/settings.ts';
import { checkBoasts } from './check-boasts.ts';

const given = { place: 'body', author: 'writer', sources: [], settled: [] } as const;

describe('what would have to be proved', () => {
  it.each([
    ['We guarantee more guests.', 'We cannot guarantee that; the market is what it is.'],
    ['From the market leader, second to none.', 'There is one reason: you.'],
    ['Wir garantieren mehr Gäste.', 'Der Markt führt uns zusammen.'],
    ['Nous sommes le leader du marché.', 'Nous sommes à votre écoute.'],
    ['Le garantizamos más clientes.', 'Sin garantía alguna.'],
    ['Somos líderes de mercado.', 'Com prazer.'],
    ['เรารับประกันผลลัพธ์', 'เราพร้อมดูแล'],
    ['業界トップの品質です。', 'よろしくお願いいたします。'],
    ['我们是行业领先的品牌。', '感谢您的支持。'],
  ])('is refused of a model: %s', (wrong, right) => {
    expect(checkBoasts(wrong, given)).toContainEqual(expect.objectContaining({ severity: 'error' }));
    expect(checkBoasts(right, given)).toEqual([]);
  });

  it('is said of a person, and of nobody where the style guide has it', () => {
    const text = 'We are the market leader.';
    expect(checkBoasts(text, { ...given, author: 'person' })).toMatchObject([
      { severity: 'warning', words: 'market leader' },
    ]);
    expect(checkBoasts(text, { ...given, settled: ['Market leader'] })).toEqual([]);
  });

  it('is found in a built-in letter that says what a person offers', () => {
    const warned = (mayClaim: string[]) => {
      const settings = tenantSettings.parse({ ...TEST_DESK.tenant.settings, voice: { mayClaim } });
      const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };
      const messages = writePurely({ topic: 'the app of the market leader' }, desk);
      expect(errorsOf(messages)).toEqual([]);
      return messages.flatMap(({ findings }) => findings.filter(({ words }) => words === 'market leader'));
    };
    expect(warned([])).not.toEqual([]);
    expect(warned(['market leader'])).toEqual([]);
  });
});
