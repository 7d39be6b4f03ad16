import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPrompt } from './load.ts';

describe('a prompt', () => {
  it('refuses a missing and an unused variable by name', () => {
    expect(() => loadPrompt('agent').fill({ today: '2026-11-21', moon: 'full' })).toThrow(
      /misses \[timeZone.*moon/,
    );
  });

  it('has the same hash as long as its text is the same', () => {
    for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'))) {
      const name = file.replace(/\.md$/, '');
      expect(loadPrompt(name).hash).toBe(loadPrompt(name).hash);
      expect(loadPrompt(name).hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
