import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createChannels } from '../../../channels/index.ts';
import { memoryStandinStore } from '../../../test/memory-standin-store.ts';
import { fieldsOf, fieldWords, settingsOf } from './settings-schema.ts';

const channels = createChannels(memoryStandinStore());
const form = (channel: string, provider: string) => {
  const { settings } = channels.get(channel)!.providers[provider]!;
  return fieldsOf(z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as object);
};

describe('the form of an account', () => {
  it('asks what the provider asks, and hides what is secret', () => {
    expect(form('telegram', 'bot-api')).toEqual([
      { path: ['botToken'], kind: 'secret', choices: [], isRequired: true, usual: '' },
      { path: ['webhookSecret'], kind: 'secret', choices: [], isRequired: false, usual: '' },
      { path: ['timeoutMs'], kind: 'number', choices: [], isRequired: false, usual: '20000' },
    ]);
    expect(form('email', 'mailgun').find(({ kind }) => kind === 'choice')?.choices).toEqual(['us', 'eu']);
    const paths = form('email', 'smtp').map(({ path }) => path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['host', 'port', 'imap.host', 'dkim.selector']));
  });

  it('has fields for every provider but those that want nothing', () => {
    for (const { key, providers } of channels.values())
      for (const [name, { settings }] of Object.entries(providers)) {
        if (name === 'standin' || settings.safeParse({}).success) continue;
        expect([key, name, form(key, name).some(({ isRequired }) => isRequired)]).toEqual([key, name, true]);
      }
  });

  it('says what was entered as the provider wants it', () => {
    const fields = form('email', 'smtp');
    const entered = {
      host: ' mail.example.com ',
      port: '587',
      secure: 'true',
      'imap.user': '',
      'dkim.domain': 'x.example',
    };
    expect(settingsOf(fields, entered)).toEqual({
      host: 'mail.example.com',
      port: 587,
      secure: true,
      dkim: { domain: 'x.example' },
    });
  });

  it('calls each thing as people do', () => {
    const words = [['imap', 'accessKeyId'], ['dkim', 'selector'], ['pass'], ['timeoutMs']].map(fieldWords);
    expect(words).toEqual(['IMAP: access key ID', 'DKIM: selector', 'Password', 'Timeout in milliseconds']);
  });
});
