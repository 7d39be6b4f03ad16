// What a model might write to get past the checks, in the languages that there are letters in, beside what it may write.
import { describe, expect, it } from 'vitest';
import { TEST_DESK, writePurely } from '../../../test/write-letter.ts';
import { tenantSettings } from '../../tenants/settings.ts';
import { type VerifyInput, verifyMessage } from './verify-message.ts';

const settings = tenantSettings.parse({
  ...TEST_DESK.tenant.settings,
  links: { allowed: ['https://www.example.com'] },
  voice: { prohibited: ['the cheapest'] },
});
const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };

type More = Partial<Pick<VerifyInput, 'author' | 'unitsHere' | 'purpose'>>;

/** What is found in a letter that has more words below, or another subject. */
function judge(reads: string, said: { body?: string; subject?: string }, more: More = {}): string[] {
  const [{ letter, rendered, made } = writePurely({})[0]!] = writePurely(
    { reads, names: ['Arthit Sample'] },
    desk,
  );
  const changed = {
    subject: said.subject ?? letter.subject ?? '',
    body: said.body ? `${letter.body}\n\n${said.body}` : letter.body,
  };
  return verifyMessage({
    ...{ ...made.check, author: 'writer', purpose: 'marketing', ...more },
    letter: changed,
    rendered: { ...rendered, subject: changed.subject, text: `${rendered.text}\n${said.body ?? ''} STOP` },
  }).map(({ severity, message }) => `${severity}: ${message}`);
}

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

describe('a name, and another house’s unit', () => {
  it.each([
    ['de', 'Wie mit Herrn Schmidt gesagt.'],
    ['ja', '鈴木様とお話ししました。'],
    ['zh', '李女士会联系您。'],
    ['th', 'คุณJohn จะติดต่อไป'],
  ])('is found where names have no capitals, in %s: %s', (reads, body) =>
    expect(judge(reads, { body }).join()).toContain('The name'),
  );

  it('is told by its name where nouns are capitals', () => {
    const unitsHere = ['Lobby', 'Edge', 'Sky Bar'];
    expect(judge('de', { body: 'Auch in der Lobby.' }, { unitsHere }).join()).toContain('"Lobby"');
    expect(judge('ja', { body: 'Lobbyでも' }, { unitsHere }).join()).toContain('"Lobby"');
    expect(judge('de', { body: 'Auch an der Edge.' }, { unitsHere })).toEqual([]);
    expect(judge('de', { body: 'Auch im Lobbying.' }, { unitsHere })).toEqual([]);
  });

  it.each([
    ['en', 'Enjoy it at your sky bar.', 'Enjoy it at your bar, and raise the bar at a sauna.'],
    ['de', 'Auch in Ihrer schönen Skybar.', 'Auch in Ihrer Bar, wunderbar.'],
    ['fr', 'Aussi pour votre piscine.', 'Aussi pour votre bar.'],
    ['es', 'También en su gimnasio.', 'También en su bar.'],
    ['pt', 'Também na sua piscina.', 'Também no seu bar.'],
    ['th', 'ที่สระว่ายน้ำด้วย', 'ที่บาร์ด้วย'],
    ['ja', 'プールでもお楽しみください。', 'バーでもお楽しみください。メンバーの皆様へ。'],
    ['zh', '泳池也可以使用。', '酒吧也可以使用。'],
  ])('and so is one in small letters, in %s: %s', (reads, wrong, right) => {
    expect(judge(reads, { body: wrong }).join()).toContain('error: The place');
    expect(judge(reads, { body: right }).join()).not.toContain('The place');
  });

  it.each([
    ['ja', '皆様、ご担当者様、お客様、オーナー様へ。'],
    ['zh', '尊敬的先生，各位女士：'],
  ])('and who reads it may be called what they are, in %s: %s', (reads, body) =>
    expect(judge(reads, { body })).toEqual([]),
  );
});

describe('an address is one however it is written', () => {
  it.each([
    'https://www.example.com.evil.test/',
    'https://www.examp1e.com/',
    'https://www.ехample.com/',
    'https://www.example.com@evil.test/',
    'evil.test/pay',
    'pay.co.th',
    'evil．com',
    'evil[.]com',
    'evil (dot) com',
    'EVIL.COM',
    '例え.jp',
    '192.168.0.1/pay',
    'mailto:bob@evil.test',
    'tel:+19005550100',
    'bob@evil.test',
    'bit.ly/abc',
  ])('%s', (address) =>
    expect(judge('en', { body: `See ${address} now` }).join()).toContain('own addresses'),
  );

  it.each([
    'See https://www.example.com/renew?a=1.',
    'It ends on 31/10/2027.It renews.',
    'Our team, e.g. Nina, replies by 5 p.m. or so.',
  ])('and what is allowed, or none, passes: %s', (body) =>
    expect(judge('en', { body }, { author: 'person' }).join()).not.toContain('own addresses'),
  );
});

describe('a subject', () => {
  it.each([
    ['en', 'Re: your agreement'],
    ['en', '[EXT] Re: your agreement'],
    ['en', 'R\u200be: your agreement'],
    ['en', 'Rе: your agreement'],
    ['ja', 'Ｒｅ：ご契約'],
    ['ja', '返信：ご契約'],
    ['zh', '答复：合同'],
    ['th', 'ตอบกลับ: สัญญา'],
    ['de', 'Antwort: Vertrag'],
    ['fr', 'Rép : contrat'],
  ])('that pretends to answer is found in %s: %s', (reads, subject) =>
    expect(judge(reads, { subject }).join()).toContain('error: The subject pretends'),
  );

  it.each([
    ['en', 'Ends tonight'],
    ['en', 'Urg\u00adent news'],
    ['en', 'Your service will be cut off'],
    ['th', 'รีบเลย ก่อนหมดเขต'],
    ['th', 'เหลือเพียงวันเดียว'],
    ['ja', '残りわずか'],
    ['ja', 'お急ぎください'],
    ['zh', '限时优惠'],
    ['de', 'Nur noch heute'],
    ['fr', 'Plus que quelques heures'],
    ['es', 'Últimas horas'],
    ['pt', 'Últimas vagas'],
  ])('that presses is found in %s: %s', (reads, subject) =>
    expect(judge(reads, { subject }, { author: 'person' }).join()).toContain('error: The subject presses'),
  );

  it.each([
    ['en', 'As you asked: the offer'],
    ['de', 'Wie besprochen: die Verlängerung'],
    ['th', 'ตามที่คุยกันไว้'],
  ])('that speaks of something earlier is for a person to judge, in %s: %s', (reads, subject) => {
    expect(judge(reads, { subject }).join()).toContain('error: The subject speaks of something earlier');
    expect(judge(reads, { subject }, { author: 'person' }).join()).toContain('warning: The subject speaks');
  });

  it.each([
    ['en', 'Renewal: what reply is best?'],
    ['de', 'Rückblick: Vertrag'],
    ['fr', 'Réponse attendue'],
    ['th', 'การต่ออายุสัญญา'],
  ])('that is honest passes in %s: %s', (reads, subject) =>
    expect(judge(reads, { subject }, { author: 'person' })).toEqual([]),
  );
});

describe('a text that presses or claims', () => {
  it('presses nobody when a model wrote it; of a person’s it is said', () => {
    const body = 'Hurry, this is your last chance!';
    expect(judge('en', { body }).join()).toContain('error: The text presses');
    expect(judge('en', { body }, { author: 'person' }).join()).toContain('warning: The text presses');
  });

  it.each(['the cheapest', 'the  chеapest', 'the cheap\u00adest', 'THE CHEAPEST'])(
    'claims not: %s',
    (claim) =>
      expect(judge('en', { body: `We are ${claim}.` }, { author: 'person' }).join()).toContain(
        'error: The text says',
      ),
  );

  it.each(['It is 100 % free, you have been selected!!', 'Click here for free money.'])(
    'is no spam: %s',
    (body) =>
      expect(judge('en', { body }, { author: 'person' }).join()).toContain('Mail filters would count'),
  );
});
