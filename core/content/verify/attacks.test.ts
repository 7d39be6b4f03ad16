// What a model might write to get past the checks, in the languages that there are letters in, beside what it may write.
import { describe, expect, it } from 'vitest';
import { judge } from '../../../test/judge-letter.ts';

describe('a name, and another house’s unit', () => {
  it.each([
    ['de', 'Wie mit Herrn Schmidt gesagt.'],
    ['ja', '鈴木様とお話ししました。'],
    ['zh', '李女士会联系您。'],
    ['th', 'คุณJohn จะติดต่อไป'],
  ])('is found where names have no capitals, in %s: %s', (reads, body) =>
    expect(judge(reads, { body }).join()).toContain('The name'),
  );

  it.each([
    ['de', 'Wie das Hilton Phuket, so auch Sie.'],
    ['de', 'Wie im Hilton Chiang Mai, so auch bei Ihnen.'],
    ['th', 'เหมือนที่ Hilton Phuket'],
    ['ja', 'Hilton Phuketと同じように。'],
    ['zh', '就像Hilton Phuket一样。'],
  ])('and so is another customer’s, in %s: %s', (reads, body) =>
    expect(judge(reads, { body }).join()).toContain('The name'),
  );

  it.each([
    ['de', 'Das Ende der Vereinbarung gilt auch für Essen und Musik im Haus.'],
    ['th', 'ระบบ Wi-Fi และ PDF'],
    ['ja', 'PDFをお送りします。'],
  ])('but no noun is a name, in %s: %s', (reads, body) =>
    expect(judge(reads, { body }).join()).not.toContain('The name'),
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

describe('a text is all in the language of its letter', () => {
  it.each([
    ['de', 'Please send us the answer by the end of the month, and we will do the rest for you.'],
    ['fr', 'Bitte antworten Sie uns bis zum Ende, und wir machen das für Sie mit Freude.'],
    ['en', 'Bitte antworten Sie uns bis zum Ende, und wir machen das für Sie mit Freude.'],
    ['en', 'กรุณาตอบกลับ'],
    ['th', 'please send us the answer whenever you like and we will do the rest'],
    ['ja', 'please send us the answer whenever you like and we will do the rest'],
  ])('in %s: %s', (reads, body) =>
    expect(judge(reads, { body }).join()).toContain('A part of the text is in'),
  );

  it.each(['en', 'th', 'ja', 'zh', 'de', 'fr', 'es', 'pt'])('and the true one is, in %s', (reads) =>
    expect(judge(reads, {})).toEqual([]),
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
