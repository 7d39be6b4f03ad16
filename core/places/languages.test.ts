import { describe, expect, it } from 'vitest';
import { readLanguage } from '../customers/import/read-values.ts';
import { countryCodes } from './countries.ts';
import { inferRegion } from './infer-region.ts';
import { inferLanguage } from './languages.ts';

const of = (country: string | null, name = 'Oak Inn') => inferLanguage(name, { country })?.language ?? null;

describe('the language of a customer', () => {
  it('is that of its country, with the reason, and no surer than the country', () => {
    expect(inferLanguage('Oak Inn', { country: 'TH', placeConfidence: 0.95 })).toEqual({
      language: 'th',
      reason: 'Thai is the language of Thailand',
      confidence: 0.76,
    });
    expect(['DE', 'AT', 'FR', 'BR', 'GB', 'JP', 'AE'].map((country) => of(country))).toEqual([
      'de',
      'de',
      'fr',
      'pt',
      'en',
      'ja',
      'ar',
    ]);
  });

  it('is less sure where most people speak one of several, and nothing where no one does', () => {
    expect(inferLanguage('Oak Inn', { country: 'IE' })).toEqual({
      language: 'en',
      reason: 'most people in Ireland speak English',
      confidence: 0.7,
    });
    expect(
      ['CH', 'BE', 'SG', 'IN', 'CA', 'MY', 'ZA', 'ME', 'AQ', 'XX', null].map((country) => of(country)),
    ).toEqual(Array(11).fill(null));
  });

  it('is told by the script of the name before the country', () => {
    expect(of('SG', 'โรงแรมชายหาด')).toBe('th');
    expect(of(null, '호텔 서울')).toBe('ko');
    expect(of('JP', '東京ホテル')).toBe('ja');
    expect(of('JP', '東京大飯店')).toBe('ja');
    expect(of('TW', '台北大飯店')).toBe('zh');
    expect(of('SG', '大飯店')).toBe('zh');
    // Written in letters of two languages, or in those of many.
    expect(of(null, 'ホテル 서울')).toBeNull();
    expect(of(null, '大飯店')).toBeNull();
    expect(of(null, 'Отель')).toBeNull();
  });

  it('is one that a file can say, for every country', () => {
    const languages = countryCodes().flatMap((country) => of(country) ?? []);
    expect(languages.length).toBeGreaterThan(120);
    expect(languages.filter((language) => readLanguage(language) !== language)).toEqual([]);
  });
});

describe('the region of a customer', () => {
  it('follows from the country, and is as sure', () => {
    const because = { country: { reason: '"Phuket" in the name', confidence: 0.95 } };
    expect(inferRegion({ country: 'TH', inferred: because })).toEqual({
      region: 'Southeast Asia',
      reason: 'Thailand is in Southeast Asia',
      confidence: 0.95,
    });
    expect(inferRegion({ country: 'QA', inferred: {} })).toMatchObject({
      region: 'West Asia',
      confidence: 1,
    });
    expect(inferRegion({ country: null, inferred: {} })).toBeNull();
  });
});
