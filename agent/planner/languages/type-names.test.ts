// What kinds of campaigns are called, in the languages of the account managers.
import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const hiltons = is('brand', 'Hilton');

describe('a kind of campaign', () => {
  it.each([
    ['payment_reminder', 'Entwirf eine Zahlungserinnerung für alle Hiltons'],
    ['payment_reminder', 'Prépare un rappel de paiement pour les Hilton'],
    ['payment_reminder', 'Prepara un recordatorio de pago para los Hilton'],
    ['payment_reminder', 'Prepare um lembrete de pagamento para os Hilton'],
    ['payment_reminder', 'ร่างแจ้งเตือนชำระเงินให้ Hilton ทั้งหมด'],
    ['payment_reminder', '给所有Hilton起草付款提醒'],
    ['price_change', 'Bitte eine Preiserhöhung für alle Hiltons entwerfen'],
    ['price_change', 'Rédige un avis de changement de prix pour les Hilton'],
    ['thank_you', 'Entwurf einer Dankesnachricht an alle Hiltons'],
    ['thank_you', 'Prépare un message de remerciement pour les Hilton'],
    ['thank_you', 'Rascunho de agradecimento aos Hilton'],
    ['thank_you', 'ร่างข้อความขอบคุณให้ Hilton'],
    ['thank_you', 'ヒルトン宛てにお礼のメッセージを作成してください'],
    ['thank_you', '给所有Hilton起草感谢信'],
    ['contact_update', 'Prepara una actualización de datos de contacto para los Hilton'],
  ])('is known by its name there: %s, “%s”', (type, say) => {
    expect(planned(say).calls).toMatchObject([{ name: 'draft_campaign', args: { type, filter: hiltons } }]);
  });

  it('is not what somebody is thanked with in passing', () => {
    const { calls } = planned('mostra os Hilton, obrigado');
    expect(calls).toEqual([{ name: 'find_customers', args: { filter: hiltons } }]);
  });
});
