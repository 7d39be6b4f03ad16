import { describe, expect, it } from 'vitest';
import { sniffEncoding } from './find-encoding.ts';

function guess(bytes: Uint8Array, piece = bytes.length) {
  const sniffer = sniffEncoding();
  for (let at = 0; at < bytes.length; at += piece) sniffer.add(bytes.subarray(at, at + piece));
  return sniffer.end();
}
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const text = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);

describe('the encoding of a file', () => {
  it('is UTF-8 wherever its pieces are cut', () => {
    const bytes = new TextEncoder().encode('Name,City\nCafé Müller,กรุงเทพ\n東京,東京\n');
    for (const piece of [1, 2, 3, 7])
      expect(guess(bytes, piece)).toMatchObject({ name: 'utf-8', confidence: 1 });
  });

  it('is UTF-16 by its mark, and by its zeros', () => {
    const bytes = Buffer.from('Name,City\nOak Inn,Lyon\n', 'utf16le');
    expect(guess(Buffer.concat([hex('fffe'), bytes]))).toMatchObject({ name: 'utf-16le', confidence: 1 });
    expect(guess(bytes).name).toBe('utf-16le');
    expect(guess(Buffer.from(bytes).swap16()).name).toBe('utf-16be');
  });

  it.each([
    [
      'windows-874',
      'aad7e8cd2ce0c1d7cda7 0a e2c3a7e1c3c1c3d4c1b9e9d32ca1c3d8a7e0b7be 0a',
      'ชื่อ,เมือง\nโรงแรมริมน้ำ,กรุงเทพ\n',
    ],
    ['shift_jis', '96bc914f2c93738e730a 837a8365838b938c8b9e2c938c8b9e0a 97b78adb82b382ad82e70a', null],
    [
      'windows-1252',
      '4e616d652c436974790a436166e9204dfc6c6c65722c4bf66c6e0a',
      'Name,City\nCafé Müller,Köln\n',
    ],
  ])('%s is told by its letters', (name, bytes, meant) => {
    const found = guess(hex(bytes));
    expect(found.name).toBe(name);
    if (meant) expect(text(found.name, hex(bytes))).toBe(meant);
  });

  it('is taken for Western, and not surely, where no encoding makes words of it', () => {
    expect(guess(hex('41 0a 80 81 fe ff c0 c1 f5 f6 0a')).confidence).toBeLessThan(0.5);
  });
});
