// People who sign in as people do: by a password, by a link that was mailed, with an authenticator app.
import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { openSession } from '../core/access/open-session.ts';
import type { Role } from '../core/tenants/roles.ts';
import { users } from '../db/schema/index.ts';
import { hashPassword } from '../lib/password.ts';
import type { TestServer, Voice } from './server.ts';

export const GOOD = 'seven boats over quiet water';
const hashOfGood = hashPassword(GOOD);

type Answer = { statusCode: number; headers: Record<string, unknown>; json(): { error?: { code: string } } };
export const codeOf = (answer: Answer) => [answer.statusCode, answer.json().error?.code];
export const cookieOf = (answer: Answer) => String(answer.headers['set-cookie']).split(';')[0]!;

export type AccessKit = ReturnType<typeof accessKit>;

export function accessKit(server: TestServer) {
  /** Somebody with a password and nothing else. */
  async function account(role: Role): Promise<{ userId: string; email: string }> {
    const { userId } = await server.person(role);
    const passwordHash = await hashOfGood;
    await server.database.owner.update(users).set({ passwordHash }).where(eq(users.id, userId));
    return { userId, email: `${userId}@example.com` };
  }
  const signIn = (body: object, headers: Record<string, string> = {}) =>
    server.anonymous.post('/sign-in/password', { workspace: server.tenant.slug, ...body }, { headers });

  /** Signed in at a distance, by one proof. */
  async function byPassword(role: Role) {
    const one = await account(role);
    const voice = server.withCookie(cookieOf(await signIn({ email: one.email, password: GOOD })));
    return { ...one, voice };
  }

  /** Came by a link that was mailed: no second proof either. */
  async function byMail(role: Role) {
    const { userId } = await server.person(role);
    const token = await server.system((ctx) => openSession(ctx, { userId, method: 'link', proof: null }));
    return { userId, voice: server.withCookie(`refrain_session=${token}`) };
  }
  return { account, signIn, byPassword, byMail };
}

/** Sets an authenticator app up; the code of so many periods ahead, each of which is taken once. */
export async function addTotp(voice: Voice): Promise<(ahead?: number) => string> {
  const { secret } = (await voice.post('/api/v1/totp')).json<{ secret: string }>();
  const app = new TOTP({ secret: Secret.fromBase32(secret), period: 30 });
  const code = (ahead = 0) => app.generate({ timestamp: Date.now() + ahead * 30_000 });
  const confirmed = await voice.post('/api/v1/totp/confirmation', { code: code(-1) });
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body);
  return code;
}
