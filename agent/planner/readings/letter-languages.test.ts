// Changes of a letter as they are asked for in other languages, and whom a change is for.
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { is } from '../../../evals/cases/request-case.ts';
import { situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const said = (say: string, draft: Partial<Draft> = {}) =>
  plan(say, situation(withDraft({ filter: is('city', 'Phuket'), ...draft })));
const patch = (say: string, draft?: Partial<Draft>) => said(say, draft).calls[0]?.args.patch;

describe('a change of the letter', () => {
  it.each<[object, string[]]>([
    [
      { length: 'short' },
      [
        'halb so lang',
        'plus court de moitié',
        'la mitad de largo',
        'metade do tamanho',
        'สั้นลงครึ่งหนึ่ง',
        '半分の長さにして',
        '缩短一半',
      ],
    ],
    [
      { length: 'full' },
      ['ausführlicher', 'plus long', 'más detallado', 'mais longo', 'ยาวขึ้นหน่อย', 'もっと詳しく'],
    ],
    [{ topic: 'die neue App' }, ['erwähne die neue App', 'Erwähne die neue App im zweiten Absatz']],
    [{ topic: 'la nueva app' }, ['menciona la nueva app']],
    [{ topic: '新しいアプリ' }, ['新しいアプリについて触れて']],
    [{ topic: 'แอปใหม่' }, ['พูดถึงแอปใหม่']],
    [{ language: 'en' }, ['schreib ihnen auf Englisch', 'en anglais', 'เขียนเป็นภาษาอังกฤษ', '英語で書いて']],
    [{ address: 'familiar' }, ['usa tú', 'du-form']],
    [{ address: 'polite' }, ['敬語で', 'sie-form', 'usa usted']],
    [{ tone: 'casual' }, ['ใช้ภาษาเป็นกันเอง']],
    [{ hide: [{ what: 'price', filter: null }] }, ['ตัดราคาออก', 'quita el precio']],
    [
      { hide: [{ what: 'price', filter: is('city', 'Phuket') }] },
      [
        'enlève le prix pour les clients à Phuket',
        'quita el precio para los clientes de Phuket',
        'Phuketのお客様には価格を書かないで',
      ],
    ],
  ])('%j is asked for in any of the languages', (expected, sentences) => {
    for (const say of sentences) expect([say, patch(say)]).toEqual([say, expected]);
  });

  it('gives a subject with its marks', () => {
    const subjects = [
      ['Betreff: Frohe Feiertage!', 'Frohe Feiertage!'],
      ['objet : On continue ?', 'On continue ?'],
      ['เปลี่ยนหัวข้อเป็น: เพลงของคุณ', 'เพลงของคุณ'],
      ['件名：お久しぶりです', 'お久しぶりです'],
      ['title: How are we doing?', 'How are we doing?'],
    ];
    for (const [say = '', subject] of subjects)
      expect([say, patch(say)]).toEqual([say, { wording: { email: { subject } } }]);
  });

  it('puts a price back rather than taking the last change back', () => {
    const draft = { hide: [{ what: 'price' as const, filter: null }] };
    for (const say of ['ใส่ราคากลับมา', 'remets le prix', 'put the price back'])
      expect([say, patch(say, draft)]).toEqual([say, { hide: [] }]);
  });

  it('names two things together, and lets what is said stand by itself', () => {
    const topic = 'the new app';
    expect(patch('add a line about our weekend support', { topic })).toEqual({
      topic: 'the new app and our weekend support',
    });
    expect(patch('add a PS: we are closed on 5 December', { topic })).toEqual({
      topic: 'the new app. We are closed on 5 December',
    });
    expect(said('add a line about our weekend support').ranges).toEqual([]);
    expect(said('add a PS: we are closed on 5 December').say).toContain('It stands where');
  });
});

describe('whom a change is for', () => {
  const gms = { filter: { all: [] }, roles: ['general_manager'] };

  it.each([
    ['mention the new app to the GMs', { topic: 'the new app' }],
    ['write to the GMs in the polite form', { address: 'polite' }],
    ['use the you form for the GMs', { address: 'familiar' }],
  ])('is never everybody where some are named: “%s”', (say, change) => {
    expect(patch(say)).toEqual({ groups: [{ ...change, ...gms }] });
  });

  it('is asked where it is said in a way that nobody knows', () => {
    const { calls, question } = said('erwähne die neue App für die Hotels in Berlin');
    expect([calls, question]).toEqual([[], expect.anything()]);
  });

  it('is told with what they read', () => {
    expect(patch('make it warmer for the gyms')).toEqual({
      groups: [{ tone: 'casual', filter: is('type', 'Gym') }],
    });
  });
});

it('a channel that is not there is asked about, whatever else its name means', () => {
  const fresh = situation({ campaign: null, lastFilter: null, pendingApproval: false });
  const { calls, question } = plan('Survey to all gyms in Bangkok by push', fresh);
  expect(calls).toEqual([]);
  expect(question?.text).toContain('There is no channel “push” here.');
});
