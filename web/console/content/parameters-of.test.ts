import { expect, it } from 'vitest';
import { parametersOf, withSamples } from './parameters-of.ts';

it('knows each parameter of a template once, and shows its example in every place', () => {
  const body = 'Dear {{1}}, it ends on {{ 2 }}. Goodbye, {{1}} of {{10}}.';
  expect(parametersOf(body)).toEqual([1, 2, 10]);
  expect(withSamples(body, ['Mali', ''])).toBe('Dear Mali, it ends on {{ 2 }}. Goodbye, Mali of {{10}}.');
});
