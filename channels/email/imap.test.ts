// Against a real IMAP server, Dovecot, started on loopback; skipped, visibly, where the machine has none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasDovecot, startImap } from '../../test/imap-server.ts';
import type { InboundMail } from '../mailbox-contract.ts';
import { openImap } from './imap.ts';

describe.skipIf(!hasDovecot)('a mailbox on Dovecot (skipped without Dovecot and root)', () => {
  let server: Awaited<ReturnType<typeof startImap>>;
  beforeAll(async () => {
    server = await startImap();
  });
  afterAll(() => server.stop());

  const inbox = (pass = 'secret') => openImap({ ...server.settings, pass });
  const deliver = (text: string) => server.deliver({ From: 'g@example.com' }, text);
  const collect = async (from: string | null) => {
    const [mails, cursors] = [[] as (InboundMail | null)[], [] as string[]];
    await inbox().collect(from, async (mail, cursor) => {
      mails.push(mail);
      cursors.push(cursor);
    });
    return { texts: mails.flatMap((mail) => mail?.text ?? []), cursor: cursors.at(-1) ?? from };
  };

  it('tells what comes from now on, each once and in order, and goes on after a crash where it was', async () => {
    deliver('old');
    const start = await collect(null);
    expect(start.texts).toEqual([]);
    deliver('one');
    deliver('two');
    const first = await collect(start.cursor);
    expect(first.texts).toEqual(['one', 'two']);
    expect((await collect(first.cursor)).texts).toEqual([]);
    // What was not kept is told again.
    expect((await collect(start.cursor)).texts).toEqual(['one', 'two']);
    deliver('three');
    expect((await collect(first.cursor)).texts).toEqual(['three']);
  });

  it('begins anew where the box was made anew, and fails plainly with a wrong password', async () => {
    expect((await collect('1:999')).texts).toEqual([]);
    await expect(inbox('wrong').collect(null, async () => undefined)).rejects.toThrow();
  });
});
