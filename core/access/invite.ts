import { eq, sql } from 'drizzle-orm';
import { signInLinks, users } from '../../db/schema/index.ts';
import { randomToken, sha256 } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { createUser, type NewUser } from '../tenants/create-user.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';

const INVITED_DAYS = 3;

/** A link for a mailbox, never for whoever asked for it: they could become the second pair of eyes themself. */
export type Invitation = { email: string; name: string; path: string };

type Invite = NewUser & {
  /** Where mailboxes belong to the company, which whoever runs the installation says. */
  domains: readonly string[];
};

/**
 * Adds a person, or takes one who is there, and makes the link that is sent to their address. Needs `administer`,
 * signed in. Throws `input:invalid` for an address elsewhere.
 */
export async function invite(ctx: Ctx, { domains, ...input }: Invite): Promise<Invitation> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  const domain = input.email.split('@').at(-1)!.toLowerCase();
  if (!domains.includes(domain)) {
    throw new AppError('input:invalid', `Nobody is invited at ${domain} from here.`, {
      nextStep:
        'Whoever runs this installation names the domains (INVITE_DOMAINS), or makes a link on the machine.',
      where: { field: 'email' },
    });
  }
  const [there] = await ctx.tx
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, input.email.toLowerCase()));
  const { id: userId, email, name } = there ?? (await createUser(ctx, input));
  const token = randomToken(32);
  await ctx.tx.insert(signInLinks).values({
    tenantId: ctx.tenant.id,
    userId,
    tokenHash: sha256(token),
    expiresAt: sql`now() + make_interval(days => ${INVITED_DAYS})`,
  });
  await recordAudit(ctx, { action: 'user.invited', subject: userId, data: { email } });
  return { email, name, path: `/sign-in/${token}` };
}
