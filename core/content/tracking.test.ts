import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { readTrackingToken, trackHtml, trackingToken } from './tracking.ts';

const keys = createKeyring('a secret that is only used by tests, never anywhere else');
const tracked = { tenantId: newId(), campaignId: newId(), contactId: newId() };
const target = 'https://shop.example.com/?a=1&b=2';
const token = trackingToken(keys, { ...tracked, target });

describe('a tracked link', () => {
  it('says whose it is, for exactly the place it was made for', () => {
    expect(readTrackingToken(keys, { token, target })).toEqual(tracked);
    for (const other of ['https://evil.example.com/', `${target}#`, '', target.slice(0, -1)])
      expect(readTrackingToken(keys, { token, target: other })).toBeNull();
  });

  it('is none once any part of it is changed, cut, or signed for something else', () => {
    for (let at = 0; at < token.length; at += 5) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      expect(readTrackingToken(keys, { token: changed, target })).toBeNull();
    }
    for (const cut of ['', token.slice(1), `${token}A`, `${token}=`])
      expect(readTrackingToken(keys, { token: cut, target })).toBeNull();
    const others = createKeyring('another secret that is only used by tests, never elsewhere');
    expect(readTrackingToken(others, { token, target })).toBeNull();
  });

  it('stands in place of every foreign link of a text, and of none of our own', () => {
    const ours = 'https://refrain.example/u/abc';
    const html = `<body><a href="${target.replace('&', '&amp;')}">x</a><a href="${ours}">stop</a><a href="mailto:a@example.com">m</a></body>`;
    const ctx = { keys, baseUrl: 'https://refrain.example/' };
    const led = trackHtml(ctx, { html, tracked, opens: true, clicks: true });
    const link = /href="https:\/\/refrain\.example\/l\/([^/"]+)\/([^"]+)"/.exec(led);
    expect(Buffer.from(link![2]!, 'base64url').toString()).toBe(target);
    expect(readTrackingToken(keys, { token: link![1]!, target })).toEqual(tracked);
    expect(led).toContain(`href="${ours}"`);
    expect(led).toContain('href="mailto:a@example.com"');
    expect(led).toMatch(/<img src="https:\/\/refrain\.example\/o\/[^"]+\.gif"[^>]*><\/body>$/);
    expect(trackHtml(ctx, { html, tracked, opens: false, clicks: false })).toBe(html);
  });
});
