import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configSchema, readConfig } from './config.ts';
import { settingsExample, settingsPage } from './describe-settings.ts';

describe('the settings', () => {
  it.each([
    ['.env.example', settingsExample],
    ['docs/configuration.md', settingsPage],
  ])('stand in %s as lib/config.ts has them (node scripts/write-settings.ts)', (file, text) => {
    expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8')).toBe(text());
  });

  it('are all explained', () => {
    for (const [name, schema] of Object.entries(configSchema.shape))
      expect([name, schema.meta()?.description]).toEqual([name, expect.stringMatching(/\w+.*\.$/)]);
  });

  it('all have a default, so that an empty environment starts', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', OPENAI_API: 'chat' });
  });

  it.each([
    ['PORT', 'abc'],
    ['DATABASE_URL', 'mysql://x'],
    ['REFRAIN_SECRET', 'short'],
    ['REFRAIN_NOW', 'yesterday'],
    ['OPENAI_API', 'completions'],
  ])('refuse a wrong %s with a sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`The setting ${name} is wrong`));
  });

  it('treat an empty value as not set', () => {
    expect(readConfig({ OPENAI_API_KEY: '', REDIS_URL: ' ' }).REDIS_URL).toBeUndefined();
  });
});
