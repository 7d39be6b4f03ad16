// Writes docs/configuration.md and .env.example from lib/config.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsExample, settingsPage } from '../lib/describe-settings.ts';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs/configuration.md'), settingsPage());
writeFileSync(join(root, '.env.example'), settingsExample());
