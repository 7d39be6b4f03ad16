// What customers did with what was sent to them, in the languages of the account managers.
import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const hotels = is('type', 'Hotel');
const did = (field: string, from: string | null = null, to: string | null = null) => ({
  not: { op: 'did', field, from, to },
});

describe('who did not answer', () => {
  it.each([
    'welche Hotels haben seit Juni nicht geantwortet?',
    'quels hôtels n’ont pas répondu depuis juin ?',
    '¿qué hoteles no han respondido desde junio?',
    'quais hotéis não responderam desde junho?',
  ])('is found: “%s”', (say) => {
    const { calls, unused } = planned(say);
    expect(unused).toEqual([]);
    expect(calls).toEqual([
      { name: 'find_customers', args: { filter: { all: [hotels, did('replied', '2026-06-01')] } } },
    ]);
  });

  it.each([
    'liste les hôtels que nous n’avons pas contactés cette année',
    'welche Hotels haben wir dieses Jahr nicht kontaktiert?',
    '¿a qué hoteles no hemos contactado este año?',
  ])('or was not written to: “%s”', (say) => {
    expect(planned(say).calls).toEqual([
      {
        name: 'find_customers',
        args: { filter: { all: [hotels, did('was_contacted', '2026-01-01', '2026-12-31')] } },
      },
    ]);
  });

  it('stands before whom it describes in Chinese', () => {
    expect(planned('没有回复的酒店有哪些').calls[0]!.args).toEqual({
      filter: { all: [did('replied'), hotels] },
    });
  });

  it.each([
    'schreib den Hotels, die auf die letzte Kampagne nicht geantwortet haben',
    'écris aux hôtels qui n’ont pas répondu à la dernière campagne',
    'escribe a los hoteles que no respondieron a la última campaña',
    'escreva aos hotéis que não responderam à última campanha',
    'โรงแรมไหนไม่ตอบแคมเปญล่าสุด',
    '前回のキャンペーンに返信していないホテルは？',
    '给没有回复上次活动的酒店发消息',
  ])('cannot be said of a last campaign where none went out: “%s”', (say) => {
    const { calls, question } = planned(say);
    expect(calls).toEqual([]);
    expect(question?.text).toMatch(/^No campaign has gone out yet/);
  });
});

it.each([
  'Umfrage an alle Hotels, die mehr als zwei Jahre dabei sind',
  'sondage aux hôtels qui sont avec nous depuis plus de 2 ans',
  'encuesta a los hoteles que llevan más de dos años con nosotros',
  'ส่งแบบสอบถามให้โรงแรมที่อยู่กับเรามากกว่า 2 ปี',
  '2年以上契約しているホテルにアンケートを送って',
  '给合作超过两年的酒店发问卷',
])('for how long they have been with us is a condition: “%s”', (say) => {
  const { all } = planned(say).calls[0]!.args.filter as { all: unknown[] };
  expect(all).toContainEqual({ op: 'between', field: 'contract_start', from: null, to: '2024-11-21' });
});
