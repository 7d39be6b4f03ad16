import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configSchema, readConfig } from './config.ts';

describe('the settings', () => {
  it('are exactly those that .env.example explains', () => {
    const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
    const listed = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(Object.keys(configSchema.shape).sort());
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
