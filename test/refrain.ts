// The whole product, opened as the server opens it, in a folder of its own: on PGlite, or on its own database of the
// Postgres that TEST_POSTGRES_URL names.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AskAnswer } from '../core/ask-answer.ts';
import type { Within } from '../core/context.ts';
import { readConfig } from '../lib/config.ts';
import { openRefrain, type Refrain, type Vendors } from '../wire.ts';
import { createPostgresDatabase, migratedPostgres } from './database.ts';
import { layDatabase } from './kept-folder.ts';
import { watchChanges } from './watch-changes.ts';
import { TEST_NOW } from './workspace.ts';

type Answer<T> = { status: number; body: T };
export type Caller = {
  get<T>(path: string): Promise<Answer<T>>;
  /** A text goes as CSV, anything else as JSON. */
  post<T>(path: string, body?: unknown): Promise<Answer<T>>;
  /** One sentence; fails the test unless it is answered. */
  say(text: string, threadId?: string): Promise<AskAnswer>;
};

/** A data folder on PGlite, or a database on Postgres and what its secrets are sealed with; a copy is used. */
export type Beginning = { folder: string } | { database: string; secret: string };

export async function openTestRefrain(
  settings: Record<string, string> = {},
  from?: Beginning,
  vendors?: Vendors,
) {
  const folder = settings.REFRAIN_DATA ?? mkdtempSync(join(tmpdir(), 'refrain-'));
  const server = settings.DATABASE_URL ? undefined : process.env.TEST_POSTGRES_URL;
  const kept = from && 'database' in from ? from : null;
  const own = server
    ? await createPostgresDatabase(server, kept?.database ?? (await migratedPostgres(server)))
    : null;
  const isEmbedded = !own && !settings.DATABASE_URL;
  if (isEmbedded && from && 'folder' in from) cpSync(from.folder, folder, { recursive: true });
  else if (isEmbedded && !existsSync(join(folder, 'db'))) await layDatabase(folder);
  const config = readConfig({
    REFRAIN_DATA: folder,
    REFRAIN_NOW: TEST_NOW,
    LOG_LEVEL: 'error',
    ...(own ? { DATABASE_URL: own.url } : {}),
    ...(own && kept ? { REFRAIN_SECRET: kept.secret } : {}),
    ...settings,
  });
  const refrain = await openRefrain(config, vendors);
  const { inTenant, demandLogged, unwatched } = watchChanges(refrain.database);
  refrain.database.inTenant = inTenant;
  return {
    ...refrain,
    config,
    folder,
    within: ((...given) => unwatched(() => refrain.within(...given))) as Within,
    /** Signs a user of the workspace in, as the one-time link does. */
    signIn: (slug: string, email: string) => signIn(refrain, { slug, email }),
    /** A folder of the settings stays. */
    close: async () => {
      await refrain.close();
      await own?.drop();
      if (!settings.REFRAIN_DATA) rmSync(folder, { recursive: true, force: true });
      demandLogged();
    },
  };
}

export type TestRefrain = Awaited<ReturnType<typeof openTestRefrain>>;

/** Signs the workspace's admin in. */
export async function signInAsAdmin(refrain: TestRefrain, slug: string): Promise<Caller> {
  const { rows } = await refrain.database.pool.query<{ email: string }>(
    `select email from users join tenants on tenants.id = tenant_id where slug = $1 and role = 'admin' limit 1`,
    [slug],
  );
  return refrain.signIn(slug, rows[0]!.email);
}

async function signIn(
  { app, localToken }: Refrain,
  { slug, email }: { slug: string; email: string },
): Promise<Caller> {
  const local = { authorization: `Bearer ${localToken}`, 'x-refrain-workspace': slug };
  const made = await app.inject({
    method: 'POST',
    url: '/api/v1/sign-in-links',
    headers: local,
    payload: { email },
  });
  const { url } = made.json<{ url: string }>();
  const opened = await app.inject({ method: 'GET', url: new URL(url).pathname });
  const cookie = String(opened.headers['set-cookie']).split(';')[0]!;
  return callerOf({ app }, { cookie, 'sec-fetch-site': 'same-origin' });
}

export function callerOf({ app }: Pick<Refrain, 'app'>, headers: Record<string, string>): Caller {
  const call = async <T>(method: 'GET' | 'POST', path: string, payload?: unknown): Promise<Answer<T>> => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: typeof payload === 'string' ? { ...headers, 'content-type': 'text/csv' } : headers,
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    return { status: answer.statusCode, body: answer.json<T>() };
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    async say(text, threadId) {
      const { status, body } = await call<AskAnswer>('POST', '/chat', {
        text,
        ...(threadId ? { threadId } : {}),
      });
      if (status !== 200) throw new Error(`"${text}" was answered ${status}: ${JSON.stringify(body)}`);
      return body;
    },
  };
}
