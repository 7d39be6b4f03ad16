import type { FastifyReply } from 'fastify';
import { SESSION_HOURS } from '../core/access/open-session.ts';

export const SESSION_COOKIE = 'refrain_session';

export const sessionCookie = (baseUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: baseUrl.startsWith('https:') }) as const;

export const giveSession = (reply: FastifyReply, { token, baseUrl }: { token: string; baseUrl: string }) =>
  reply.setCookie(SESSION_COOKIE, token, { ...sessionCookie(baseUrl), maxAge: SESSION_HOURS * 3600 });
