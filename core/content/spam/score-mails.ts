// One mail of each kind that a campaign has (variant, language, readers, own text), as it would really be sent, is scored.
import type { Outgoing, Rendered } from '../../../channels/contract.ts';
import type { Ctx } from '../../context.ts';
import { languageName } from '../../places/languages.ts';
import type { Composed } from '../compose-one.ts';
import { type EmailShell, emailShell } from '../email-shell.ts';
import { frameLetter } from '../frame.ts';
import type { Finding } from '../verify/finding.ts';
import { OWN_SIGNS_ONLY, type ToldScore, tellScore } from './spam-words.ts';

type Mail = Partial<Pick<Composed, 'made' | 'variant' | 'letter'>> & Pick<Composed, 'recipient' | 'rendered'>;

/** More than a campaign has that people wrote: five variants in eight languages are told apart. */
const MOST = 40;

/** What stands beside the messages, and what is found in which of them. */
export type Scores<Message> = { notes: string[]; found: Map<Message, Finding[]> };

/** The first mail of each kind; null for any other. */
function openKinds() {
  const seen = new Set<string>();
  return ({ made, variant = '', recipient }: Mail): string | null => {
    if (made?.frame.form.family !== 'email' || recipient.channel !== 'email') return null;
    const { frame, readers, check } = made;
    const kind = JSON.stringify([variant, frame.language, readers, check.author]);
    if (seen.has(kind) || seen.size >= MOST) return null;
    seen.add(kind);
    const details = [
      variant && `variant ${variant}`,
      readers,
      check.author === 'writer' && 'written by the model',
    ].filter(Boolean);
    return `the e-mail in ${languageName(frame.language)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
  };
}

/** As it is sent: to this reader, from the workspace's sender, with its HTML. */
function outgoing({ tenant }: Ctx, { recipient, ...mail }: Mail, shell: EmailShell): Outgoing {
  const { company, email } = tenant.settings.sender;
  return {
    ...{ messageId: tenant.id, idempotencyKey: tenant.id, tenantId: tenant.id },
    to: recipient.address,
    content: withHtml(mail, shell),
    sender: { name: company, email },
  };
}

/** A preview lays out only what it shows. */
const withHtml = ({ rendered, made, letter }: Omit<Mail, 'recipient'>, shell: EmailShell): Rendered =>
  rendered.html === undefined && made && letter ? frameLetter(letter, made.frame, shell) : rendered;

/** What is known of the scores now; the rest is asked for, and nobody waits for it. */
export async function scoresKnown(ctx: Ctx, messages: readonly Composed[]): Promise<Scores<Composed>> {
  const nameOf = openKinds();
  const mails = messages.flatMap((message) => {
    const name = nameOf(message);
    return name === null ? [] : [{ message, name }];
  });
  const { mailScores } = ctx;
  if (mails.length === 0) return { notes: [], found: new Map() };
  if (!mailScores) return { notes: [OWN_SIGNS_ONLY], found: new Map() };
  const shell = await emailShell();
  return gather(
    mails.map(({ message, name }) => ({
      message,
      told: tellScore(mailScores.known(outgoing(ctx, message, shell)), name),
    })),
  );
}

/** Takes the messages of a campaign as they are written, and says at the end, after the transaction, what was found. */
export async function scoreLater<Message extends Mail>(ctx: Ctx) {
  const nameOf = openKinds();
  const shell = await emailShell();
  const { mailScores } = ctx;
  const asked: Promise<{ message: Message; told: ToldScore }>[] = [];
  let hasMail = false;
  return {
    add(message: Message): void {
      const name = nameOf(message);
      if (name === null) return;
      hasMail = true;
      const scored = mailScores?.of(outgoing(ctx, message, shell));
      if (scored) asked.push(scored.then((one) => ({ message, told: tellScore(one, name) })));
    },
    async done(): Promise<Scores<Message>> {
      if (hasMail && !mailScores) return { notes: [OWN_SIGNS_ONLY], found: new Map() };
      return gather(await Promise.all(asked));
    },
  };
}

function gather<Message>(all: readonly { message: Message; told: ToldScore }[]): Scores<Message> {
  const found = new Map<Message, Finding[]>();
  const notes: string[] = [];
  for (const { message, told } of all)
    if ('note' in told) notes.push(told.note);
    else found.set(message, [told.finding]);
  return { notes, found };
}
