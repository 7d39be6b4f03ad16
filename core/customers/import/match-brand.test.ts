import { describe, expect, it } from 'vitest';
import { brandMatcher, findBrand, type KnownBrand } from './match-brand.ts';

const brand = (name: string, parent: string | null = null, aliases: string[] = []): KnownBrand => ({
  id: name,
  name,
  parentId: parent,
  aliases,
});
const brands = [
  brand('Hilton'),
  brand('Tru by Hilton', 'Hilton', ['Tru']),
  brand('Ascott'),
  brand('Citadines', 'Ascott'),
  brand('Mercure'),
  brand('Grand Mercure'),
  brand('Ibis'),
  brand('Avani', null, ['Avani+']),
  brand('Anantara'),
  brand('NH Hotels', null, ['NH']),
  brand('Café del Mar'),
];
const match = brandMatcher(brands);

describe('the brand inside a name', () => {
  it.each([
    ['HANHB - Tru by Hilton Hanoi', 'Tru by Hilton'],
    ['Hilton Pattaya', 'Hilton'],
    ['HILTON PATTAYA', 'Hilton'],
    ['Ascott - Citadines Berlin Kurfürstendamm', 'Citadines'],
    ['Al Baleed Resort Salalah by Anantara', 'Anantara'],
    ['Grand Mercure Singapore', 'Grand Mercure'],
    ['avani+ Khao Lak Resort', 'Avani'],
    ['NH Collection Berlin', 'NH Hotels'],
    ['Cafe Del Mar Phuket', 'Café del Mar'],
    ['Hotel Dante | NH', 'NH Hotels'],
  ])('of "%s" is %s', (name, expected) => {
    expect(match(name)?.brand.name).toBe(expected);
  });

  it.each(['Hiltonia Spa', 'The Lantern House', 'Restaurant nh am Markt', 'Ibisco Bar', ''])(
    'of "%s" is nobody\'s',
    (name) => {
      expect(match(name)).toBeNull();
    },
  );

  it('is the first of two unrelated ones, with less confidence and both named', () => {
    expect(match('Mercure & Ibis Bangkok')).toMatchObject({
      brand: { name: 'Mercure' },
      confidence: 0.6,
      others: ['Ibis'],
    });
    expect(match('Mercure Bangkok')?.others).toEqual([]);
  });

  it('is found for a whole cell by name or alias only', () => {
    expect(findBrand(brands, 'avani plus')).toBeNull();
    expect(findBrand(brands, 'AVANI+')?.name).toBe('Avani');
  });
});
