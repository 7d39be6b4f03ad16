import { describe, expect, it } from 'vitest';
import { SPOKEN_DESK, SPOKEN_SETTINGS } from '../../test/spoken-desk.ts';
import { type Ask, errorsOf, writePurely } from '../../test/write-letter.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';

const first = (ask: Ask) => writePurely(ask, SPOKEN_DESK)[0]!;

describe('numbers, days, money and names', () => {
  it.each([
    [
      'th',
      'เรียน คุณ Arthit Sample',
      'โซน: Drift Bar, Edge, Horizon และ Shore',
      '4 โซน × 12,000 บาท = 48,000 บาทต่อปี',
      '31 ตุลาคม 2570',
    ],
    [
      'ja',
      'Arthit Sample 様',
      'ゾーン：Drift Bar、Edge、Horizon、Shore',
      '4ゾーン × 12,000バーツ = 年額48,000バーツ',
      '2027年10月31日',
    ],
    [
      'zh',
      '尊敬的Arthit Sample：',
      '区域：Drift Bar、Edge、Horizon和Shore',
      '4个区域 × 12,000泰铢 = 每年48,000泰铢',
      '2027年10月31日',
    ],
    [
      'de',
      'Guten Tag Arthit Sample!',
      'Zonen: Drift Bar, Edge, Horizon und Shore',
      '4 Zonen × 12.000 THB = 48.000 THB pro Jahr',
      '31. Oktober 2027',
    ],
    [
      'fr',
      'Bonjour Arthit Sample,',
      'Zones\u00a0: Drift Bar, Edge, Horizon et Shore',
      '4 zones × 12\u202f000 THB = 48\u202f000 THB par an',
      '31 octobre 2027',
    ],
    [
      'es',
      'Estimado/a Arthit Sample:',
      'Zonas: Drift Bar, Edge, Horizon y Shore',
      '4 zonas × 12.000 THB = 48.000 THB al año',
      '31 de octubre de 2027',
    ],
    [
      'pt',
      'Prezado(a) Arthit Sample,',
      'Zonas: Drift Bar, Edge, Horizon e Shore',
      '4 zonas × 12.000 THB = 48.000 THB por ano',
      '31 de outubro de 2027',
    ],
  ])('in %s are as people write them there', (reads, ...said) => {
    const { text } = first({ reads }).rendered;
    for (const words of said) expect(text).toContain(words);
    expect(text.split('\n')[0]).toBe(said[0]);
  });

  it.each([
    ['th', 'Khun Arthit', 'เรียน คุณ Arthit'],
    ['th', 'Mr. Arthit', 'เรียน คุณ Arthit'],
    ['th', 'คุณสมชาย', 'เรียน คุณสมชาย'],
    ['th', 'นายสมชาย', 'เรียน คุณสมชาย'],
    ['th', 'นางสาวสุดา', 'เรียน คุณสุดา'],
    ['th', 'นายิกา', 'เรียน คุณนายิกา'],
    ['th', 'ดร.สมชาย', 'เรียน ดร.สมชาย'],
    ['th', 'Dr. Arthit', 'เรียน Dr. Arthit'],
    ['ja', '見本 太郎', '見本 太郎 様'],
    ['ja', '見本様', '見本 様'],
    ['ja', '見本先生', '見本先生'],
    ['ja', 'Mr. Arthit', 'Arthit 様'],
    ['zh', '王经理', '尊敬的王经理：'],
    ['zh', 'Ms Wang', '尊敬的Wang：'],
    ['de', 'Frau Muster', 'Guten Tag Frau Muster!'],
    ['es', 'Sra. Muestra', 'Estimada Sra. Muestra:'],
    ['es', 'Don Andrés', 'Estimado Don Andrés:'],
    ['es', 'Donato Muestra', 'Estimado/a Donato Muestra:'],
    ['pt', 'Sr. Amostra', 'Prezado Sr. Amostra,'],
  ])('in %s %s is greeted with one title: %s', (reads, name, greeting) => {
    const { text } = first({ reads, names: [name], tone: 'formal' }).rendered;
    expect(text.split('\n')[0]).toBe(greeting);
  });

  it.each([
    ['fr', { name: 'Andaman Bay' }, 'en tant que contact d’Andaman Bay.'],
    ['fr', { name: 'Élysée' }, 'en tant que contact d’Élysée.'],
    ['es', { units: ['Edge', 'Ibiza'] }, 'Edge e Ibiza'],
    ['es', { units: ['Edge', 'Hielo'] }, 'Edge y Hielo'],
  ])('in %s a small word gives way to the sound that follows: %j', (reads, customer, said) => {
    expect(first({ reads, customer }).rendered.text).toContain(said);
  });
});

describe('a service whose name has another gender', () => {
  const named = (reads: string, service: string, gender: 'feminine' | 'neuter') => {
    const words = { [reads]: { service, gender, unit: SPOKEN_SETTINGS.words[reads]!.unit } };
    const other = {
      ...SPOKEN_DESK,
      tenant: { ...SPOKEN_DESK.tenant, settings: tenantSettings.parse({ ...SPOKEN_SETTINGS, words }) },
    };
    return CAMPAIGN_TYPES.map(
      ({ key: type }) => writePurely({ type, reads, names: ['Arthit Sample'] }, other)[0]!,
    );
  };

  it.each([
    ['de', 'Musiklösung', 'feminine', /unser(?:en|em)? Musiklösung/i, /unserer Musiklösung/],
    ['de', 'Musikabo', 'neuter', /unseren Musikabo/, /unser Musikabo/],
    ['es', 'música ambiental', 'feminine', /nuestro música|presentarlo/i, /nuestra música/],
    ['fr', 'musique d’ambiance', 'feminine', /de le présenter/, /de la présenter/],
    [
      'pt',
      'música ambiente',
      'feminine',
      /nosso música|[dn]o nossa|ao nossa|apresentá-lo/i,
      /da nossa música/,
    ],
  ] as const)('has its words beside it, in %s: %s', (reads, service, gender, wrong, right) => {
    const messages = named(reads, service, gender);
    const text = messages.map(({ rendered }) => `${rendered.subject} ${rendered.text}`).join('\n');
    expect(errorsOf(messages)).toEqual([]);
    expect(text).not.toMatch(wrong);
    expect(text).toMatch(right);
  });
});
