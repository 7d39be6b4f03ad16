import { describe, expect, it } from 'vitest';
import { readConcepts } from './read-concepts.ts';

const about = (text: string) => new Set(readConcepts(text).flat());

describe('what a reply speaks of', () => {
  it.each([
    'The invoice was not paid, please call me tomorrow.',
    'Die Rechnung wurde nicht bezahlt, bitte rufen Sie mich morgen an.',
    'La facture n’est pas payée, appelez-moi demain svp.',
    'La factura no está pagada; no se pagó. Por favor, llámenme mañana.',
    'A fatura não foi paga, por favor me liguem amanhã.',
    'ใบแจ้งหนี้ยังไม่ได้ชำระ กรุณาโทรพรุ่งนี้',
    '請求書はまだ支払っていません。明日電話してください。',
    '发票还没付款，请明天给我打电话。',
  ])('is the same in every language: %s', (text) => {
    expect([...about(text)]).toEqual(
      expect.arrayContaining(['invoice', 'pay', 'not', 'call', 'tomorrow', 'please']),
    );
  });

  it('keeps sentences apart and the order within one', () => {
    expect(readConcepts('Renew the lobby. Cancel the spa!')).toEqual([
      ['renew', 'zone'],
      ['end', 'zone'],
    ]);
  });

  it('reads words side by side, with or without accents, and what is glued by an apostrophe', () => {
    expect(about('Wrong number, sorry')).toContain('wrong number');
    expect(about('Feliz ano novo')).toContain('feast');
    expect(about('ca ne marche pas')).toEqual(about('ça ne marche pas'));
    expect(about("Je n'ai rien recu")).toContain('not');
  });

  it('does not take a part of a longer word for a word of its own', () => {
    expect(about('我们续约')).toContain('renew');
    expect(about('我们续约')).not.toContain('meeting');
  });

  it('finds nothing where nothing is said', () => {
    expect(readConcepts('')).toEqual([]);
    expect(readConcepts('…')).toEqual([]);
  });
});
