// Listens. Everything it needs is made in wire.ts.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from './lib/config.ts';
import { endInTime } from './lib/end-in-time.ts';
import { isAppError } from './lib/errors.ts';
import { buildPageWhenStale } from './scripts/build-page.ts';
import { openRefrain } from './wire.ts';

const TO_TRY = [
  'Send renewal reminders to all Hiltons expiring in October',
  'How many hotels in Thailand have a contract that ends within 90 days?',
  'Draft a casual Christmas greeting for the beach clubs in Asia, by WhatsApp',
];

async function main(): Promise<void> {
  const config = readSettings();
  await buildPageWhenStale();
  const refrain = await openRefrain(config);
  const workspace = config.REFRAIN_DEMONSTRATION ? await refrain.seed() : await refrain.prepare();
  await refrain.app.listen({ port: config.PORT, host: config.HOST });
  const metrics = await refrain.openMetrics();
  await refrain.warmUp();
  const address = refrain.app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;

  // How the command line of this machine finds and may use this server.
  const running = join(config.REFRAIN_DATA, 'server.json');
  writeFileSync(running, JSON.stringify({ pid: process.pid, port, token: refrain.localToken }), {
    mode: 0o600,
  });

  const base = config.REFRAIN_URL ?? `http://localhost:${port}`;
  const link = await refrain.signInLink(workspace, base);
  process.stdout.write(
    [
      '',
      `Refrain is ready at ${base}`,
      `Sign in (once, within 15 minutes): ${link}`,
      '',
      ...(config.REFRAIN_DEMONSTRATION
        ? ['Three sentences to try:', ...TO_TRY.map((sentence) => `  ${sentence}`), '']
        : []),
    ].join('\n'),
  );

  const end = async () => {
    rmSync(running, { force: true });
    await refrain.close();
    await metrics.close();
  };
  const stop = () => void endInTime({ end, seconds: config.DRAIN_SECONDS, log: refrain.log });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

function explain(error: unknown): string {
  if (isAppError(error)) return [error.message, error.nextStep].filter(Boolean).join(' ');
  const { code, port, stack } = error as NodeJS.ErrnoException & { port?: number };
  return code === 'EADDRINUSE'
    ? `The port ${port} is in use. Stop what listens there, or set PORT to another one.`
    : String(stack);
}
