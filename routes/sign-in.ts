import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { redeemSignInLink } from '../core/tenants/redeem-sign-in-link.ts';
import { isAppError } from '../lib/errors.ts';
import { preferredOf } from './dead-link.ts';
import type { ServerDeps } from './deps.ts';
import { htmlPage } from './html-page.ts';
import { giveSession } from './session-cookie.ts';

const USED_IN_THAI = {
  title: 'ลิงก์นี้ใช้เข้าสู่ระบบไม่ได้',
  text: 'ลิงก์ถูกใช้ไปแล้ว หมดอายุ หรือไม่เคยออกให้ ขอลิงก์ใหม่ได้ แต่ละลิงก์ใช้ได้ครั้งเดียวและมีเวลาจำกัด',
};

/** A one-time link from the terminal or a mail: signs in and goes to the page. */
export const signInRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const params = z.object({ token: z.string().max(200) });
    // No HEAD beside it (buildServer): a link checker must not use the link up.
    app.get('/sign-in/:token', { schema: { params, hide: true } }, async (request, reply) => {
      try {
        const device = request.headers['user-agent'];
        const { token } = await redeemSignInLink(deps, request.params.token, device);
        giveSession(reply, { token, baseUrl: deps.baseUrl });
        return reply.header('cache-control', 'no-store').redirect('/', 303);
      } catch (error) {
        const wantsPage = request.headers.accept?.includes('text/html');
        if (!isAppError(error) || !wantsPage) throw error;
        const page =
          preferredOf(request, ['en', 'th']) === 'th'
            ? htmlPage({ ...USED_IN_THAI, language: 'th', home: true })
            : htmlPage({
                title: 'This link does not sign in',
                text: `${error.message} ${error.nextStep ?? ''}`,
                home: true,
              });
        return reply.status(error.status).type('text/html').send(page);
      }
    });
  };
