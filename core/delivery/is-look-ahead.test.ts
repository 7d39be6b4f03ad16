import { describe, expect, it } from 'vitest';
import { isLookAhead, type Look } from './is-look-ahead.ts';

const BROWSER = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';
const look = (changes: Partial<Look> = {}, headers: Record<string, string> = {}): Look => ({
  method: 'GET',
  headers: { 'user-agent': BROWSER, ...headers },
  ageMs: 60_000,
  ...changes,
});

describe('who looks at a tracked link', () => {
  it('is a person by a browser, or by their mail program’s proxy for pictures', () => {
    expect(isLookAhead(look())).toBe(false);
    expect(isLookAhead(look({ ageMs: null }))).toBe(false);
    const proxy = 'Mozilla/5.0 (Windows NT 5.1) (via ggpht.com GoogleImageProxy)';
    expect(isLookAhead(look({}, { 'user-agent': proxy }))).toBe(false);
  });

  it.each<[string, Look]>([
    ['asks for the head only', look({ method: 'HEAD' })],
    ['says that it fetches ahead', look({}, { 'sec-purpose': 'prefetch;prerender' })],
    ['says so in the older way', look({}, { purpose: 'prefetch' })],
    ['says that it makes a preview', look({}, { 'x-purpose': 'preview' })],
    ['is quicker than anybody reads', look({ ageMs: 800 })],
    ['names itself a robot', look({}, { 'user-agent': 'Slackbot-LinkExpanding 1.0' })],
    [
      'is a gateway that checks links',
      look({}, { 'user-agent': 'Mozilla/5.0 (compatible; Proofpoint URL Defense)' }),
    ],
    ['is a program', look({}, { 'user-agent': 'python-requests/2.32' })],
    ['names itself not at all', look({}, { 'user-agent': '' })],
  ])('is a machine that %s', (_what, given) => {
    expect(isLookAhead(given)).toBe(true);
  });
});
