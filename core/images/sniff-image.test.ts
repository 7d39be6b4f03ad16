import { describe, expect, it } from 'vitest';
import { gifOf, jpegOf, pngOf } from '../../test/picture.ts';
import { sniffImage } from './sniff-image.ts';

describe('what a file is', () => {
  it('is told by its own bytes, with its size', () => {
    expect(sniffImage(pngOf(30, 20))).toEqual({ type: 'image/png', width: 30, height: 20 });
    expect(sniffImage(jpegOf(640, 480))).toEqual({ type: 'image/jpeg', width: 640, height: 480 });
    expect(sniffImage(gifOf(300, 7))).toEqual({ type: 'image/gif', width: 300, height: 7 });
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.of(0xff)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['WebP', Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPVP8 ')],
    ['a PNG that is cut off', pngOf(30, 20).subarray(0, -5)],
    ['a GIF that is cut off', gifOf(3, 3).subarray(0, -1)],
    ['a JPEG that ends before its frame', jpegOf(3, 3).subarray(0, 14)],
    ['a JPEG whose segment has no length', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0])],
    ['a JPEG that goes on for ever', Buffer.concat([Buffer.of(0xff, 0xd8), Buffer.alloc(100_000, 0xff)])],
  ])('is nothing that is shown for %s', (_what, bytes) => {
    expect(sniffImage(bytes)).toBeNull();
  });
});
