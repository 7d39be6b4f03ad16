import type { Command } from '../command.ts';
import { approval } from './approval.ts';
import { ask } from './ask.ts';
import { audit } from './audit.ts';
import { backup, move, restore } from './backup.ts';
import { chat } from './chat.ts';
import { evaluate } from './eval.ts';
import { exportCustomers } from './export.ts';
import { importFiles } from './import.ts';
import { migrate } from './migrate.ts';
import { privacy } from './privacy.ts';
import { rotateKeys } from './rotate-keys.ts';
import { seed } from './seed.ts';
import { signIn } from './sign-in.ts';
import { suppressions } from './suppressions.ts';
import { trainTriage } from './train-triage.ts';
import { triage } from './triage.ts';
import { verify } from './verify.ts';
import { verifyAuditLog } from './verify-audit.ts';
import { worker } from './worker.ts';
import { workspace } from './workspace.ts';

export const COMMANDS: readonly Command[] = [
  chat,
  ask,
  importFiles,
  exportCustomers,
  triage,
  approval,
  verify,
  audit,
  suppressions,
  privacy,
  verifyAuditLog,
  evaluate,
  trainTriage,
  signIn,
  worker,
  migrate,
  backup,
  move,
  restore,
  rotateKeys,
  workspace,
  seed,
];
