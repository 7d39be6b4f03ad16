import { describe, expect, it } from 'vitest';
import { findRole } from './roles.ts';

describe('a title', () => {
  it.each([
    ['General Manager', 'general_manager'],
    ['Cluster GM', 'general_manager'],
    ['Purchasing Manager', 'purchasing'],
    ['Director of Food & Beverage', 'food_beverage'],
    ['F&B Manager', 'food_beverage'],
    ['IT Manager', 'it'],
    ['I.T.', 'it'],
    ['Operations Manager', 'operations'],
    ['Chief Engineer', 'operations'],
    ['Financial Controller', 'finance'],
    ['Director of Sales & Marketing', 'marketing'],
    ['Owner', 'owner_manager'],
    ['Store Manager', 'owner_manager'],
    ['ผู้จัดการทั่วไป', 'general_manager'],
    ['総支配人', 'general_manager'],
    ['Einkaufsleiter', 'purchasing'],
    ['Geschäftsführerin', 'owner_manager'],
    ['food_beverage', 'food_beverage'],
  ])('"%s" is the role %s', (title, role) => {
    expect(findRole(title)).toBe(role);
  });

  it('that says nothing known has no role', () => {
    expect(['Contact', 'Somchai', '', 'Italian', 'PA to the General Manager'].map(findRole)).toEqual([
      null,
      null,
      null,
      null,
      'other',
    ]);
  });
});
