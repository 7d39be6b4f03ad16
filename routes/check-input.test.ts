import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { draftSchema } from '../core/campaigns/draft.ts';
import { AppError } from '../lib/errors.ts';
import { checkInput } from './check-input.ts';

const refusalOf = (schema: z.ZodType, data: unknown): AppError => {
  const check = checkInput({ schema, method: 'POST', url: '/x', httpPart: 'body' });
  const { error } = check(data) as { error?: unknown };
  if (!(error instanceof AppError)) throw new Error('it was let through');
  return error;
};
const fieldOf = (schema: z.ZodType, data: unknown) => refusalOf(schema, data).where?.field;

describe('what is wrong in a request', () => {
  const draft = { name: 'Renewals', type: 'renewal' };
  it.each([
    ['a missing field', { name: 'x' }, 'type'],
    ['a field nobody knows', { ...draft, recipients: 3 }, 'recipients'],
    ['a clause without its values', { ...draft, filter: { op: 'in', field: 'brand' } }, 'filter.values'],
    [
      'a clause deep in a tree',
      { ...draft, filter: { all: [{ not: { any: [{ op: 'contains', field: 'name', text: '' }] } }] } },
      'filter.all.0.not.any.0.text',
    ],
    ['a list that is none', { ...draft, filter: { all: 'x' } }, 'filter.all'],
    ['a schedule of no kind', { ...draft, schedule: { kind: 'soon' } }, 'schedule.kind'],
    [
      'an impossible date',
      { ...draft, schedule: { kind: 'local', date: '2026-02-30', time: '09:00' } },
      'schedule.date',
    ],
  ])('is named by its field: %s', (_what, data, field) => {
    expect(fieldOf(draftSchema, data)).toBe(field);
  });

  it('is said in a sentence with what to do', () => {
    const error = refusalOf(draftSchema, { name: 'x' });
    expect(error.message).toBe(
      'The field "type" of the body is wrong: Invalid input: expected string, received undefined.',
    );
    expect(error.nextStep).toBeTruthy();
  });

  it('names the whole body when it is missing', () => {
    expect(refusalOf(draftSchema, undefined).message).toMatch(/^The body is wrong/);
  });

  it('is a tree too deep to walk, refused before anything walks it', () => {
    let filter: unknown = { all: [] };
    for (let depth = 0; depth < 20_000; depth++) filter = { not: filter };
    expect(refusalOf(draftSchema, { ...draft, filter }).message).toContain('nested');
  });
});
