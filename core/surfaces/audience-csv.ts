import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart } from '../parts.ts';
import { demand } from '../tenants/roles.ts';

const COLUMNS = [
  'name',
  'brand',
  'city',
  'country',
  'contractEnd',
  'units',
  'recipients',
  'because',
] as const;

/** A whole audience as a file on another platform. Needs `export`, and is logged: it leaves, all at once. */
export async function takeOutAudience(ctx: Ctx, audience: AudiencePart): Promise<string> {
  demand(ctx.actor, 'export');
  const { campaignId, customers } = audience;
  await recordAudit(ctx, {
    action: 'audience.exported',
    ...(campaignId ? { subject: campaignId } : {}),
    data: { customers: customers.length },
  });
  return audienceCsv(audience);
}

/** For a spreadsheet: what would be taken for a formula there is text. */
function audienceCsv({ customers, excluded }: AudiencePart): string {
  const head = [...COLUMNS, 'left out because'];
  const rows = customers.map((one) => [...COLUMNS.map((column) => one[column]), one.unreachable]);
  const out = excluded.map(({ name, reason }) => [name, ...COLUMNS.slice(1).map(() => null), reason]);
  return [head, ...rows, ...out].map((row) => row.map(cell).join(',')).join('\r\n');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
