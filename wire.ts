// The composition root: every dependency is made here, once, and handed over by argument.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Checkpoints } from './agent/checkpoints.ts';
import { modelSettings } from './agent/model-settings.ts';
import { openPlain } from './channels/email/send-plain.ts';
import { wholeMail } from './channels/email/whole-mail.ts';
import { createChannels, type VendorApis } from './channels/index.ts';
import { createSurfaces } from './channels/surfaces.ts';
import { openSharedLimits } from './core/access/take-of-limit.ts';
import { createStandinStore } from './core/accounts/standin-store.ts';
import { createLinkWatcher } from './core/content/links/link-watcher.ts';
import { createMailScores } from './core/content/spam/mail-scores.ts';
import { createWritingRunner } from './core/content/writing/writing-runner.ts';
import { createImportRunner } from './core/customers/import/import-runner.ts';
import { countSent } from './core/delivery/count-sent.ts';
import { openSenders } from './core/delivery/open-senders.ts';
import { collectMail } from './core/inbound/collect-mail.ts';
import { createInboundRunner } from './core/inbound/inbound-runner.ts';
import { createShelfStore } from './core/shelf/shelf-store.ts';
import { readWaiting } from './core/statistics/read-waiting.ts';
import { createSurfaceRunner } from './core/surfaces/surface-runner.ts';
import { listPublicKeys } from './core/tenants/list-public-keys.ts';
import { sealWhenDue } from './core/tenants/seal-stored.ts';
import { openContexts } from './core/tenants/workspace.ts';
import { listTalking } from './core/threads/list-talking.ts';
import { type Database, openDatabase } from './db/client.ts';
import { migrateDatabase } from './db/migrate.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { createTicks } from './jobs/ticks.ts';
import { timeTicks } from './jobs/time-ticks.ts';
import { createClock } from './lib/clock.ts';
import type { Config } from './lib/config.ts';
import { createKeyring, randomToken } from './lib/crypto.ts';
import { todayIn } from './lib/dates.ts';
import { AppError } from './lib/errors.ts';
import { newId } from './lib/ids.ts';
import { createLog } from './lib/log.ts';
import { createLinkLook } from './lib/look-at-link.ts';
import { createMetrics } from './lib/metrics.ts';
import { createWebhookPost } from './lib/post-webhook.ts';
import { pinKeys, readSecret } from './lib/secret.ts';
import { openSpamd, spamdAt } from './lib/spamd.ts';
import { startTracing } from './lib/tracing.ts';
import { openMetricsServer } from './routes/metrics-server.ts';
import { normaliserOf } from './routes/normaliser.ts';
import { openSso } from './routes/open-sso.ts';
import { buildServer } from './routes/server.ts';
import { openTurns } from './routes/take-turns.ts';
import { TOOLS } from './tools/index.ts';
import { chooseTriager, chooseWriter } from './wire/choose-minds.ts';
import { openFollower } from './wire/follow-words.ts';
import { openAgent } from './wire/open-agent.ts';
import { openWorkspaces } from './wire/open-workspaces.ts';
import { warmUp } from './wire/warm-up.ts';

export type Refrain = Awaited<ReturnType<typeof openRefrain>>;

/** Where the platforms are: their own addresses, unless a test stands in for them. */
export type Vendors = VendorApis;

// Whose first sentence after a start may come any moment, and how many of them at most.
const TALKED_WITHIN_MS = 7 * 86_400_000;
const MOST_READ_AHEAD = 5;

/** Opens everything but the port: the server listens on `app`, the command line and tests call it in process. */
export async function openRefrain(config: Config, vendors: Vendors = {}) {
  const log = createLog(config.LOG_LEVEL);
  const tracing = await startTracing(config.OTEL_EXPORTER_OTLP_ENDPOINT);
  const metrics = createMetrics();
  const clock = createClock(config.REFRAIN_NOW);
  const keys = createKeyring(readSecret(config), config.REFRAIN_SEAL_SECRETS);
  const baseUrl = config.REFRAIN_URL ?? `http://localhost:${config.PORT}`;

  const database = await openDatabase({ url: config.DATABASE_URL, dataFolder: config.REFRAIN_DATA });
  const checkpointer = new Checkpoints(database.pool);
  await migrateDatabase(database, { afterwards: () => checkpointer.setup() });
  metrics.watch(() => readWaiting(database));
  const mailScores = config.SPAMD_URL
    ? createMailScores({ ask: openSpamd(spamdAt(config.SPAMD_URL)), wholeMail })
    : undefined;
  const within = openContexts({ database, clock, keys, baseUrl, mailScores });

  const channels = createChannels({
    store: createStandinStore(within),
    shelf: createShelfStore(within),
    ...vendors,
  });
  const surfaces = createSurfaces(vendors);
  const normalise = normaliserOf(channels);
  const senders = countSent(openSenders({ channels, keys, baseUrl }), metrics.sent);
  const model = modelSettings(config);
  const triager = await chooseTriager(model);
  const linkLook = createLinkLook();
  const links = createLinkWatcher({ within, links: linkLook, log });
  const writings = createWritingRunner({ within, writer: await chooseWriter(model), log });

  const words = openFollower({ within, log });
  const agent = await openAgent({
    ...{ within, channels, checkpointer, model, triager, log },
    onDecided: (tenantId) => jobs.wake(tenantId),
    onRead: words.look,
  });

  const surfaceRunner = createSurfaceRunner({
    within,
    surfaces,
    channels,
    ask: agent.ask,
    onDecided: (tenantId, approvalId) => {
      jobs.wake(tenantId);
      agent
        .report(tenantId, approvalId)
        .catch((err: unknown) =>
          log.error({ err, approvalId }, 'a decision could not be told to its thread'),
        );
    },
    wake: (tenantId) => jobs.wake(tenantId),
    owner: `${process.pid}-${newId()}`,
    log,
  });
  const inbound = createInboundRunner({
    ...{ within, channels, surfaces, normalise, triager, log },
    hand: surfaceRunner.receiveDiverted,
    wake: (tenantId) => jobs.wake(tenantId),
  });
  const imports = createImportRunner({
    within,
    normalise,
    owner: `${process.pid}-${newId()}`,
    log,
    onWritten: words.soon,
    onDone: () => database.refreshStatistics(),
  });
  const collect = (tenantId: string) =>
    collectMail({
      ...{ within, tenantId, channels, keys, triager },
      agent: { surfaces, receive: surfaceRunner.receiveDiverted },
    });
  const ticks = createTicks({
    database,
    within,
    channels,
    senders,
    inbound,
    report: agent.report,
    imports,
    writings,
    links,
    surfaceRunner,
    collect,
    sealDue: (tenantId) => sealWhenDue(database, { tenantId, keys }),
    post: createWebhookPost(),
    owner: `${process.pid}-${newId()}`,
    log,
  });
  const timed = timeTicks(ticks, metrics.looked);
  const jobs = await startJobs({ database, redisUrl: config.REDIS_URL, ticks: timed, log });

  let isEnding = false;
  const localToken = randomToken();
  const smtp = smtpOf(config);
  const page = join(import.meta.dirname, 'web/dist');
  const app = buildServer({
    database,
    within,
    keys,
    clock,
    log,
    metrics,
    channels,
    surfaces,
    surfaceRunner,
    triager,
    inbound,
    agent,
    imports,
    wake: (tenantId) => jobs.wake(tenantId),
    stand: () => ({ isEnding, isQueueThere: jobs.isQueueThere() }),
    ...(database.kind === 'postgres' ? ofSeveral(database) : {}),
    baseUrl,
    toolNames: [...TOOLS.keys()],
    hasWriter: model !== null,
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
    requestTimeoutMs: config.REQUEST_SECONDS * 1000,
    sso: openSso(config, baseUrl),
    invitations: smtp && { domains: config.INVITE_DOMAINS, send: openPlain(smtp) },
    trustedProxies: config.TRUSTED_PROXIES,
    localToken,
    publicFolder: existsSync(page) ? page : undefined,
  });

  const workspaces = openWorkspaces({
    ...{ database, within, keys, clock, channels, normalise, smtp, baseUrl },
    pin: async () => pinKeys(config, await listPublicKeys(database)),
  });
  return {
    app,
    log,
    agent,
    surfaceRunner,
    inbound,
    /** Looks into a workspace's mailboxes now, not with the next minute. */
    collect,
    database,
    within,
    warmUp: async (): Promise<void> => {
      await warmUp(todayIn(clock(), 'UTC'));
      const since = new Date(clock().getTime() - TALKED_WITHIN_MS);
      // Beside whoever asks for something: it may take seconds, in small steps.
      void words.ahead(await listTalking(database, { since, limit: MOST_READ_AHEAD }));
    },
    /** Does now what the queue would do soon, for a process that is about to end. */
    settle: async (): Promise<void> => {
      for (const tenantId of await ticks.listTenants()) await ticks.tenant(tenantId);
    },
    localToken,
    /** Where METRICS_PORT is set. */
    openMetrics: () => openMetricsServer(metrics, { port: config.METRICS_PORT, host: config.METRICS_HOST }),
    ...workspaces,
    close: async () => {
      isEnding = true;
      await inbound.close();
      await surfaceRunner.close();
      await imports.close();
      await writings.close();
      await links.close();
      await linkLook.close();
      await jobs.close();
      await app.close();
      await words.close();
      await senders.close();
      await database.close();
      await tracing.close();
    },
  };
}

/** What a process does that others may stand beside. */
function ofSeveral(database: Database) {
  const turns = openTurns();
  return {
    // A connection serves a request in a few milliseconds: so many in line are a second's wait.
    load: { waiting: () => database.pool.waitingCount + turns.waiting(), maxWaiting: 300 },
    turns,
    takeOfLimit: openSharedLimits(database),
  };
}

function smtpOf({ SMTP_URL, SMTP_FROM }: Config): { url: string; from: string } | undefined {
  if (!SMTP_URL) return undefined;
  if (SMTP_FROM) return { url: SMTP_URL, from: SMTP_FROM };
  throw new AppError(
    'config:invalid',
    'The setting SMTP_FROM is missing: SMTP_URL needs an address to send from.',
  );
}
