import type { FastifyReply } from 'fastify';

export const refuse = (
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  nextStep: string | null,
) => reply.status(status).send({ error: { code, message, nextStep, where: null } });
