import type { z } from 'zod';
import type { preferencesSchema } from '../../../../core/widget/preferences.ts';
import type { Visit } from '../../../../core/widget/visit.ts';
import { t } from '../../../console/words/t.ts';

export type { Visit };
export type Preferences = z.infer<typeof preferencesSchema>;

/** The workspace, from this page's own address: /widget/<workspace>/visitor. */
const BASE = location.pathname.replace(/\/visitor$/, '');

/** The server said no, or (`status` 0) was not reached. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Ask = { token?: string; method?: 'GET' | 'POST' | 'PUT'; body?: unknown };

export async function ask<T>(path: string, { token, method = 'GET', body }: Ask = {}): Promise<T> {
  const answer = await fetch(`${BASE}${path}`, {
    method,
    credentials: 'omit',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  }).catch(() => {
    throw new Refused(0, t('The server cannot be reached.'));
  });
  if (answer.ok) return answer.json() as Promise<T>;
  const said = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
  throw new Refused(answer.status, said?.error?.message ?? t('The server cannot be reached.'));
}
