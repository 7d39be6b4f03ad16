import { expect, it } from 'vitest';
import type { VariantReport } from '../../../core/reports/report-variants.ts';
import { sayVariants } from './say-variants.ts';

type Part = VariantReport['parts'][number];

function part(variant: string, replied: number, { version = 1, name = null as string | null } = {}): Part {
  const of = { share: replied / 40, low: 0.03, high: 0.2 };
  const rates = { delivered: of, read: of, clicked: of, replied: of, converted: of };
  const counts = { targeted: 40, submitted: 40, delivered: 40, read: 20, clicked: 0, replied, converted: 0 };
  return { variant, name, version, ...counts, rates };
}

it('says of each variant what came of it, within what range, and whether that may be chance', () => {
  const parts = [part('A', 3), part('B', 9, { name: 'Short' })];
  expect(sayVariants({ parts, judged: { by: 'replied', ahead: null } })).toBe(
    ' By variant: 3 of 40 who got A answered (8 %, 3 to 20 %) and 9 of 40 who got B “Short” answered (23 %, 3 to 20 %). The difference may be chance: the ranges overlap.',
  );
  expect(sayVariants({ parts, judged: { by: 'read', ahead: 'B' } })).toContain(
    'B did better than the others with 95 % confidence.',
  );
});

it('speaks of the newest version alone, of nothing where nothing came, and not at all of one wording', () => {
  const parts = [part('A', 30), part('A', 1, { version: 2 }), part('B', 2, { version: 2 })];
  expect(sayVariants({ parts, judged: { by: 'replied', ahead: null } })).not.toContain('30 of 40');
  expect(sayVariants({ parts: [part('A', 0), part('B', 0)], judged: null })).toBe(
    ' By variant: A went to 40 recipients and B went to 40 recipients; nothing came of them yet to compare.',
  );
  expect(sayVariants(undefined)).toBe('');
});
