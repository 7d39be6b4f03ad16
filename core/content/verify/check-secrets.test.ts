import { describe, expect, it } from 'vitest';
import { errorsOf, writePurely } from '../../../test/write-letter.ts';
import { LETTER_LANGUAGES } from '../../campaigns/draft.ts';
import { CAMPAIGN_TYPES } from '../built-in-types.ts';
import { checkSecrets } from './check-secrets.ts';

describe('what no message asks for', () => {
  it.each([
    ['Please send us your password.', 'You can change your password in the app.'],
    ['To go on, confirm your credit card number.', 'We will never ask you for your card number.'],
    [
      'We would be glad of your bank details.',
      'The invoice names our bank details; please confirm your order.',
    ],
    ['Reply with your PIN code.', 'Your pin on the map has moved; tell us if it is wrong.'],
    ['Bitte teilen Sie uns Ihr Passwort mit.', 'Bitte überweisen Sie auf unsere Bankverbindung.'],
    ['Merci de nous envoyer votre mot de passe.', 'Vous pouvez réinitialiser votre mot de passe.'],
    ['Envíenos su número de tarjeta.', 'Le enviamos la factura con los datos bancarios.'],
    ['Informe sua senha, por favor.', 'Nunca pedimos sua senha.'],
    ['กรุณาแจ้งรหัสผ่านของท่าน', 'กรุณาเปลี่ยนรหัสผ่านของท่าน'],
    ['パスワードを教えてください。', '振込先の口座番号は請求書にございます。'],
    ['请提供您的密码。', '请及时修改您的密码。'],
    ['Send us your pаssword.', 'Send us your opinion.'],
  ])('%s', (wrong, right) => {
    expect(checkSecrets(wrong, 'body')).toMatchObject([{ severity: 'error', place: 'body' }]);
    expect(checkSecrets(right, 'body')).toEqual([]);
  });

  it.each(LETTER_LANGUAGES)('is in no built-in letter in %s', (reads) => {
    for (const { key: type } of CAMPAIGN_TYPES)
      for (const channel of ['email', 'whatsapp', 'push'])
        for (const tone of ['formal', 'casual'] as const) {
          const { subject = '', text } = writePurely({ type, channel, tone, reads, topic: null })[0]!
            .rendered;
          expect([type, checkSecrets(`${subject}\n\n${text}`, 'body')]).toEqual([type, []]);
        }
  });

  it('keeps the whole campaign from being frozen, whoever wrote it', () => {
    expect(errorsOf(writePurely({ topic: 'please send us your password' }))).not.toEqual([]);
    expect(errorsOf(writePurely({ topic: 'the new app' }))).toEqual([]);
  });
});
