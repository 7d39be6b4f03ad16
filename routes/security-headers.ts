import type { FastifyInstance } from 'fastify';

// Styles may be inline because an e-mail preview is shown as it was written, in a sandboxed frame that inherits
// this policy; scripts may not.
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export function addSecurityHeaders(app: FastifyInstance, { isHttps }: { isHttps: boolean }): void {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('x-request-id', request.id);
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', PAGE_POLICY);
    // Only a policy that names who may frame it speaks for itself.
    const policy = String(reply.getHeader('content-security-policy'));
    if (!policy.includes("frame-ancestors 'self'")) reply.header('x-frame-options', 'DENY');
    if (isHttps) reply.header('strict-transport-security', 'max-age=31536000');
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
