import { describe, expect, it } from 'vitest';
import { judgeHeading } from './judge-heading.ts';

const reason = (name: string) => judgeHeading(name, 1)[0]?.reason ?? null;

describe('a heading', () => {
  it.each([
    ['Malaysia', 'not_a_customer'],
    ['UK', 'not_a_customer'],
    ['Southeast Asia', 'not_a_customer'],
    ['cancelled', 'not_a_customer'],
    ['Cancelled 2025', 'not_a_customer'],
    ['Page 12', 'not_a_customer'],
    ['148', 'not_a_customer'],
    ['2025 renewal pending', 'not_a_customer'],
    ['this client will be going through some changes', 'not_a_customer'],
    ['convert to another system on August 1st', 'not_a_customer'],
    ['will change back to the old one', 'not_a_customer'],
    ['Renewing and adding 2 units', 'not_a_customer'],
    ['(Formerly Grand Atrium)', 'former_name'],
    ['Formerly: Old Palace Hotel', 'former_name'],
    ['Hotel East; Hotel West', 'joined_sites'],
    ['', 'no_name'],
    ['---', 'no_name'],
  ])('"%s" waits for a person: %s', (name, expected) => {
    expect(reason(name)).toBe(expected);
  });

  it.each([
    'Hilton Pattaya',
    'Renewal Spa & Wellness',
    "Will's Bar",
    'The New Hotel',
    'Singapore Sling Bar',
    'Closed Loop Coffee',
    'Hilton Zhongshan (AKA Lihe)',
    'Page One Books',
    '25hours Hotel',
    'Café ✨',
    'โรงแรมทดสอบ',
    '{{ contact.name }}',
    '<script>alert(1)</script>',
    'Test Kitchen',
    'Bar; ',
    'Add+ Studio',
  ])('"%s" is a customer', (name) => {
    expect(reason(name)).toBeNull();
  });
});
