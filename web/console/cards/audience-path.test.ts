import { expect, it } from 'vitest';
import type { AudiencePart } from '../../../core/parts.ts';
import { everybody } from './audience-path.ts';

const names = ['A', 'B', 'C', 'D', 'E'];
const pageFrom = (at: number, count: number): AudiencePart =>
  ({
    customers: names.slice(at, at + count).map((name) => ({ id: name, name })),
    next: at + count < names.length ? names[at + count - 1] : null,
  }) as AudiencePart;

it('reads all who are behind the first of a long list, and nothing behind a short one', async () => {
  const asked: string[] = [];
  const behind = async (after: string) => {
    asked.push(after);
    return pageFrom(names.indexOf(after) + 1, 2);
  };
  expect((await everybody(pageFrom(0, 1), behind)).map(({ name }) => name)).toEqual(names);
  expect(asked).toEqual(['A', 'C']);
  expect(await everybody(pageFrom(0, 5), behind)).toHaveLength(5);
  const { next: _, ...whole } = pageFrom(0, 5);
  expect(await everybody(whole as AudiencePart, behind)).toHaveLength(5);
  expect(asked).toHaveLength(2);
});
