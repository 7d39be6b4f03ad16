import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { CAMPAIGN_ID, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const callsOf = (say: string, draft: object = {}) =>
  plan(say, situation(withDraft({ filter: is('city', 'Phuket'), ...draft }))).calls;
const patchOf = (say: string, draft: object = {}) => {
  const [call] = callsOf(say, draft);
  expect(call).toMatchObject({ name: 'edit_campaign', args: { campaignId: CAMPAIGN_ID } });
  return call?.args.patch;
};

describe('what is asked of a letter in another language', () => {
  const rest = { tone: 'casual' };

  it.each<[object, ...string[]]>([
    [
      { length: 'short' },
      'Bitte etwas kürzer',
      'plus court',
      'más corto',
      'mais curto, por favor',
      'สั้นลงหน่อย',
      'もっと短くしてください',
      '短一点',
    ],
    [
      rest,
      'wärmer',
      'plus chaleureux',
      'más cercano',
      'mais caloroso',
      'เป็นกันเองขึ้น',
      '親しみやすくして',
      '更亲切一点',
    ],
    [
      { tone: 'formal' },
      'förmlicher',
      'plus formel',
      'más formal',
      'mais formal',
      'เป็นทางการขึ้น',
      '丁寧にして',
      '正式一点',
    ],
    [
      { offer: null },
      'ohne Angebot',
      'sans offre',
      'sin oferta',
      'sem oferta',
      'ไม่เอาข้อเสนอ',
      '特典なしで',
      '不要优惠',
    ],
    [
      { picture: null },
      'kein Bild',
      'sans image',
      'sin foto',
      'sem imagem',
      'ไม่เอารูป',
      '画像なしで',
      '不要图片',
    ],
    [
      { picture: 'Pool' },
      'Setz das Bild „Pool“ oben drauf',
      'Mets la photo « Pool » en haut',
      'Pon la foto Pool arriba',
      'Coloca a foto Pool no topo',
      'ใส่รูป Pool ด้านบน',
      'Poolの写真を上に入れて',
      '把Pool的图片放在最上面',
    ],
    [
      { variants: [rest, { length: 'short' }] },
      'Mach drei Varianten',
      'Fais trois variantes',
      'Haz tres variantes',
      'Faz três variantes',
      'ทำ 3 แบบ',
      '3つのバリエーションを作って',
      '做三个版本',
    ],
    [{ offer: { kind: 'discount', says: '10% bis Mai', code: null } }, 'Angebot: 10% bis Mai'],
  ])('%j', (patch, ...sayings) => {
    for (const say of sayings) expect([say, patchOf(say)]).toEqual([say, patch]);
  });
});
