import { describe, expect, it } from 'vitest';
import { gradeMessage, languageOf } from './grade-message.ts';

const LETTER = {
  channel: 'email',
  subject: 'Your agreement for Hotel Sample',
  text: 'Dear Ada Sample,\nyour agreement for the zones Lobby and Pool\nBar ends on 31 January 2027. The price is THB 24,000.00 for 2 zones. https://example.com/r/991',
};
const wanted = {
  has: ['Pool Bar', ['31 January 2027', '31.01.2027'], '24,000'],
  hasNot: ['€'],
  figures: ['2'],
};
const grade = (more: object, letter: object = {}) =>
  gradeMessage({ ...LETTER, ...letter }, { expect: { ...wanted, ...more }, given: ['Hotel Sample'] });

describe('a message is graded', () => {
  it('as right when every fact is there, over line breaks, in one of its forms', () => {
    expect(grade({ channel: 'email', language: 'en', maxLength: 300 })).toEqual([]);
  });
  it('by what it lacks and what it may not say', () => {
    expect(grade({ has: [...wanted.has, 'Rooftop'], hasNot: ['thb'] })).toEqual([
      'lacks Rooftop',
      'says thb',
    ]);
  });
  it('by figures that nobody gave, links left aside', () => {
    expect(grade({ figures: [] })).toEqual(['figures from nowhere: 2']);
    expect(grade({}, { text: `${LETTER.text} Save 15 %!` })).toEqual(['figures from nowhere: 15']);
  });
  it('by what a template left over, which a name that looks like it is not', () => {
    expect(grade({}, { subject: 'For {{ customer.name }} in Nan Province' })).toEqual([
      'says \\{\\{|\\}\\}|\\{%',
    ]);
  });
  it('by its channel, language and length', () => {
    expect(grade({ channel: 'line', language: 'de', maxLength: 20 })).toEqual([
      'goes by email',
      'is in en',
      `is ${LETTER.text.length} characters long`,
    ]);
  });
  it('with a Buddhist year as the year that it is', () => {
    const thai = { subject: null, text: 'สัญญาสิ้นสุดวันที่ 31 มกราคม 2570 สำหรับ Pool Bar' };
    expect(grade({ has: ['2570'], figures: ['31', '2027'] }, thai)).toEqual([]);
  });
});

it('a letter’s language is told by its script, else by its small words', () => {
  expect(languageOf('เรียน คุณสมชาย สัญญาของ Hotel Sample จะสิ้นสุดในเดือนหน้า')).toBe('th');
  expect(languageOf('平素より大変お世話になっております。ご契約の更新についてご連絡いたします。')).toBe('ja');
  expect(languageOf('尊敬的王伟：贵酒店的背景音乐服务合同即将到期，请回复确认是否续签，谢谢您的支持。')).toBe(
    'zh',
  );
  expect(languageOf('Ihr Vertrag endet bald, und wir freuen uns, wenn Sie mit uns verlängern.')).toBe('de');
  expect(languageOf('Votre contrat se termine et nous serions heureux de vous garder.')).toBe('fr');
  expect(languageOf('Su contrato termina y nos gustaría seguir con usted para el año nuevo.')).toBe('es');
  expect(languageOf('สมชาย')).toBeNull();
});
