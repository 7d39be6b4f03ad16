import { describe, expect, it } from 'vitest';
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
