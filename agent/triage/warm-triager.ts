import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reading } from '../../core/replies/reading.ts';
import { createTriager } from '../triager.ts';

/** In each language that has words of its own; what they say does not matter. */
const SENTENCES = [
  'Yes, please renew two zones, and stop writing to me',
  'Wir kündigen zum Jahresende',
  'Je ne suis plus responsable, écrivez à Anne',
  'No queremos renovar este año, gracias',
  'Podemos falar amanhã às 10?',
  'ขอบคุณค่ะ ต่อสัญญาด้วย',
  '来月もう一度ご連絡ください',
  '请问多少钱？',
];

/** A pattern is compiled when it is first used: up to a quarter of a second for the first message of a language. */
export async function warmTriager(reading: Reading): Promise<void> {
  const triager = createTriager(reading);
  const around = { headers: {}, contactName: null, contactLanguage: null, unitNames: ['Lobby'] };
  for (const text of [...SENTENCES, ...SENTENCES]) {
    await triager.triage({ text, channel: 'email', ...around });
    await nextTurn();
  }
}
