// Numbers, days and prices as a model might write them to get past the checks, in the languages that there are letters
// in, beside what it may write.
import { describe, expect, it } from 'vitest';
import { judge } from '../../../test/judge-letter.ts';

describe('a number in words is a number', () => {
  it.each([
    ['en', 'You have five zones with us.', 'You have four zones with us.'],
    ['en', 'That is fifty thousand baht.', 'That is forty-eight thousand baht.'],
    ['en', 'It is yours at half price, or ½ of it.', 'It is yours for one year.'],
    ['en', 'Twenty percent less.', 'Many thanks, and one more.'],
    ['de', 'Ihre sieben Zonen laufen weiter.', 'Ihre vier Zonen laufen weiter.'],
    ['de', 'Das sind fünfzigtausend Baht.', 'Das sind achtundvierzigtausend Baht.'],
    ['fr', 'Vos sept zones continuent.', 'Vos quatre zones continuent.'],
    ['fr', 'Vos quatre-vingt-dix zones.', 'Un service nouveau, tout neuf.'],
    ['es', 'Sus veinticinco zonas siguen.', 'Sus cuatro zonas siguen.'],
    ['pt', 'As suas sete zonas continuam.', 'As suas quatro zonas continuam.'],
    ['th', 'คุณมีห้าโซน', 'คุณมีสี่โซน และเราห้ามไม่ได้'],
    ['th', 'ราคาห้าหมื่นบาท', 'ราคาสี่หมื่นแปดพันบาท'],
    ['ja', '五つのゾーンでご利用です。', '四つのゾーンでご利用です。'],
    ['zh', '您有七个区域。', '您有四个区域，十分感谢。'],
  ])('in %s: %s', (reads, wrong, right) => {
    expect(judge(reads, { body: wrong }).join()).toMatch(/The (?:number|amount) /);
    expect(judge(reads, { body: right })).toEqual([]);
  });

  it.each(['７ zones', '⁷ zones', 'Ⅶ zones', '② zones'])('and so is one in another sign: %s', (words) =>
    expect(judge('en', { body: `You have ${words}.` }).join()).toContain('The number'),
  );
});

describe('a day is a day in every form', () => {
  it.each([
    ['en', 'It ends tomorrow, or next month.'],
    ['en', 'It ended last week.'],
    ['en', 'It ends on the thirtieth of October.'],
    ['en', 'It ends by Christmas, or at the end of the quarter.'],
    ['de', 'Sie endet am dreißigsten Oktober.'],
    ['de', 'Sie endet am Montag, oder Ende November.'],
    ['fr', 'Il finit lundi.'],
    ['es', 'Termina el lunes.'],
    ['pt', 'Termina na segunda-feira.'],
    ['th', 'สิ้นสุดวันจันทร์'],
    ['th', 'สิ้นสุดวันที่สามสิบตุลาคม'],
    ['ja', '月曜日に終了します。来年も。'],
    ['zh', '星期一到期，或明年。'],
    ['en', 'Es endet am 30. Okt. 2027.'],
    ['en', 'It ends on 1 พฤศจิกายน 2570.'],
    ['de', 'Sie endet morgen.'],
    ['fr', 'Il finit le 1er novembre.'],
    ['es', 'Termina mañana.'],
    ['pt', 'Termina amanhã.'],
    ['th', 'สิ้นสุด ๓๐ ตุลาคม ๒๕๗๐'],
    ['th', 'สิ้นสุดเดือนหน้า'],
    ['ja', '令和9年11月30日まで'],
    ['zh', '明天到期。'],
  ])('in %s: %s', (reads, body) =>
    expect(judge(reads, { body }).join()).toMatch(/The (?:date|number|name) /),
  );

  it.each([
    ['de', 'Guten Morgen! Wir melden uns morgens.'],
    ['es', 'Llamamos por la mañana.'],
    ['en', 'It ends on 31/10/2027.'],
    ['th', 'สิ้นสุด ๓๑ ตุลาคม ๒๕๗๐'],
  ])('and what is true passes in %s: %s', (reads, body) => expect(judge(reads, { body })).toEqual([]));
});

describe('an amount is judged by what it is said to be', () => {
  it.each([
    ['en', 'That is THB 48,000 per zone.'],
    ['de', 'Insgesamt 12.000 THB.'],
    ['de', 'Es kostet 48.000 THB pro Zone.'],
    ['fr', 'Au total 12 000 THB.'],
    ['es', 'En total 12.000 THB.'],
    ['th', 'รวมทั้งหมด 12,000 บาท'],
    ['th', '48,000 บาทต่อโซน'],
    ['ja', '合計12,000バーツ'],
    ['zh', '总计12,000泰铢'],
  ])('in %s: %s', (reads, body) => expect(judge(reads, { body }).join()).toContain('The amount'));

  it.each([
    ['de', 'Das sind 48.000 THB pro Jahr, 12.000 THB pro Zone und Jahr.'],
    ['th', '48,000 บาทต่อปี หรือ 12,000 บาทต่อโซนต่อปี'],
    ['zh', '每个区域每年12,000泰铢'],
  ])('and what is true passes in %s: %s', (reads, body) => expect(judge(reads, { body })).toEqual([]));
});

describe('what is said of a price without a number', () => {
  it.each([
    [
      'en',
      'It is free of charge this time.',
      'Feel free to reply, from a double room, in a quarter of an hour.',
    ],
    ['en', 'Your price stays the same.', 'Many stay with us.'],
    ['en', 'A third off, or two-for-one.', 'One third of our team will help.'],
    ['de', 'Das ist kostenlos, oder zum halben Preis.', 'Eine Viertelstunde genügt.'],
    ['fr', 'C’est gratuit, ou un tiers de moins.', 'Un quart d’heure suffit.'],
    ['es', 'Es gratis, o a mitad de precio.', 'Con mucho gusto.'],
    ['pt', 'É grátis, ou pela metade do preço.', 'Com prazer, num quarto de hotel.'],
    ['th', 'ครั้งนี้ฟรี หรือครึ่งราคา', 'ยินดีให้บริการ'],
    ['ja', '今回は無料、または半額です。', 'よろしくお願いいたします。'],
    ['zh', '这次免费，或打八折。', '感谢您的支持。'],
  ])('is found in %s: %s', (reads, wrong, right) => {
    expect(judge(reads, { body: wrong }).join()).toContain('The promise');
    expect(judge(reads, { body: right }).join()).not.toContain('The promise');
  });
});
