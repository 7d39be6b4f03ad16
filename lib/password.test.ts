import { describe, expect, it } from 'vitest';
import { isGuessable } from './guessable.ts';
import { hashPassword, isPassword } from './password.ts';

describe('a password', () => {
  it('is kept as argon2id with a salt of its own, and only itself opens it', async () => {
    const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword('correct horse', one)).toBe(true);
    expect(await isPassword('correct horsf', one)).toBe(false);
  });

  it('is wrong where there is none, or what is kept is no hash', async () => {
    expect(await isPassword('', null)).toBe(false);
    expect(await isPassword('x', 'x')).toBe(false);
    expect(await isPassword('', '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$')).toBe(false);
  });

  it('is the same however its signs are composed', async () => {
    expect(await isPassword('cafe\u0301-au-lait', await hashPassword('caf\u00e9-au-lait'))).toBe(true);
  });
});

describe('a password that is chosen', () => {
  it.each([
    ['password1234567', 'a common one with numbers'],
    ['iloveyou123456', 'another'],
    ['P@ssw0rd!P@ssw0rd!', 'a common one with signs exchanged, twice'],
    ['qwertyuiop1234', 'a row of keys'],
    ['abcdefghijkl', 'the alphabet'],
    ['marchwood2026', 'its person and a year'],
    ['x'.repeat(200), 'one sign'],
  ])('is guessable as %s: %s', async (password) => {
    expect(await isGuessable(password, ['anna', 'marchwood'])).toBe(true);
  });

  it.each(['seven boats over quiet water', 'krabi Lantern 41 orbit', 'Xk7!pQ2m@vL9', 'ม้าลายกินข้าวเหนียว'])(
    'is not as %s',
    async (password) => {
      expect(await isGuessable(password, ['anna', 'marchwood'])).toBe(false);
    },
  );
});
