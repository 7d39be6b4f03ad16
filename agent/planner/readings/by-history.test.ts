import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const PLAIN = planned('renewal reminders to all Hiltons expiring in October').calls;

describe('an offer by each one’s history', () => {
  it.each([
    'renewal reminders to all Hiltons expiring in October with an offer by their history',
    'Renewal reminders to all Hiltons expiring in October, each with an offer based on their history',
    'renewal reminders to all Hiltons expiring in October including offers that fit each customer’s history',
    'renewal reminders with offers according to their history to all Hiltons expiring in October',
  ])('“%s” is the same request, and says so', (say) => {
    const { calls, unused } = planned(say);
    expect(PLAIN).toMatchObject([{ name: 'draft_campaign', args: { type: 'renewal' } }]);
    expect(calls).toEqual([{ ...PLAIN[0], args: { ...PLAIN[0]!.args, offerByHistory: true } }]);
    expect(unused).toEqual([]);
  });

  it.each([
    [
      'Verlängerungserinnerungen an alle Hiltons, die im Oktober auslaufen',
      ' mit einem Angebot nach ihrer Historie',
    ],
    [
      'Verlängerungserinnerungen an alle Hiltons, die im Oktober auslaufen',
      ', jeweils mit einem Angebot je nach ihrer Vertragsgeschichte',
    ],
    [
      'rappels de renouvellement à tous les Hilton qui expirent en octobre',
      ' avec une offre selon leur historique',
    ],
    [
      'recordatorios de renovación a todos los Hilton que vencen en octubre',
      ' con una oferta según su historial',
    ],
    [
      'lembretes de renovação para todos os Hilton que vencem em outubro',
      ' com uma oferta de acordo com o histórico',
    ],
    ['ส่งข้อความเตือนต่ออายุให้ Hilton ทั้งหมดที่หมดสัญญาในเดือนตุลาคม', ' พร้อมข้อเสนอตามประวัติของแต่ละราย'],
  ])('“%s%s” is that too', (request, byHistory) => {
    const [plain, ...after] = planned(request).calls;
    expect(plain).toMatchObject({ name: 'draft_campaign', args: { type: 'renewal' } });
    expect(plain!.args.filter).toMatchObject(PLAIN[0]!.args.filter as object);
    const { calls, unused } = planned(`${request}${byHistory}`);
    expect(calls).toEqual([{ ...plain, args: { ...plain!.args, offerByHistory: true } }, ...after]);
    expect(unused).toEqual([]);
  });

  it('goes on to the approval where it is sent', () => {
    const { calls } = planned(
      'Send renewal reminders to all Hiltons expiring in October with an offer by their history',
    );
    expect(calls.map(({ name }) => name)).toEqual(['draft_campaign', 'request_approval']);
  });

  it('is not passed over in a kind of campaign that has no such offer', () => {
    const { calls } = planned('a maintenance notice to all Hiltons in Phuket with an offer by their history');
    expect(calls.some(({ args }) => 'offerByHistory' in args)).toBe(false);
  });
});
