// What is known against the packages that run in production: npm run audit. A registry that answers no audit is said, and
// is no failure.
import { spawnSync } from 'node:child_process';

type Audit = { vulnerabilities?: Record<string, { name: string; severity: string; range: string }> };

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const { vulnerabilities }: Audit = JSON.parse(stdout || '{}');
if (!vulnerabilities) {
  process.stdout.write('The registry answers no audit: the packages were NOT checked.\n');
  process.exit(0);
}
const known = Object.values(vulnerabilities);
const grave = known.filter(({ severity }) => severity === 'high' || severity === 'critical');
for (const { name, severity, range } of known) process.stdout.write(`${severity}: ${name} ${range}\n`);
process.stdout.write(
  `${known.length} packages with something known against them, ${grave.length} of it grave.\n`,
);
process.exit(grave.length === 0 ? 0 : 1);
