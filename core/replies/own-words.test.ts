import { describe, expect, it } from 'vitest';
import { ownWords } from './own-words.ts';

describe('what somebody wrote themselves in a chat', () => {
  it('is not the line that they quote below or above it', () => {
    expect(ownWords('ok, we do it like that\n\n> No more mails? Unsubscribe here', 'whatsapp')).toBe(
      'ok, we do it like that',
    );
    expect(ownWords('> Shall we renew?\nyes please\n> Reply STOP to end', 'sms')).toBe('yes please');
  });

  it('is not the mail that they forward, however little of its head is left', () => {
    expect(ownWords('agreed\n\n--- Original message ---\nFrom: Us\nClick to unsubscribe', 'line')).toBe(
      'agreed',
    );
  });

  it('is everything where nothing else is there', () => {
    expect(ownWords('> stop', 'whatsapp')).toBe('> stop');
    expect(ownWords('5 > 3, so stop writing', 'whatsapp')).toBe('5 > 3, so stop writing');
  });
});
