// SpamAssassin's daemon, asked what it makes of a mail. Its protocol is one request and one answer for each connection; the
// clients on npm are a decade old.
import { connect } from 'node:net';

export type SpamRule = { name: string; points: number; says: string };
export type SpamScore = {
  points: number;
  /** How many points are spam there. */
  threshold: number;
  /** That counted, the heaviest first. */
  rules: SpamRule[];
};
export type AskSpamd = (mail: Buffer) => Promise<SpamScore>;

type Place = { host: string; port: number; timeoutMs?: number };

const TIMEOUT_MS = 10_000;
const MOST_ANSWER = 1_000_000;

/** spamd://host:783, whose port may be left out. */
export function spamdAt(address: string): Place {
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 783) };
}

/** Asks that daemon; throws where nothing answers in time, or what answers is none. */
export const openSpamd =
  ({ host, port, timeoutMs = TIMEOUT_MS }: Place): AskSpamd =>
  async (mail) => {
    const asked = `REPORT SPAMC/1.5\r\nContent-length: ${mail.length}\r\n\r\n`;
    return readAnswer(await exchange({ host, port, timeoutMs }, Buffer.concat([Buffer.from(asked), mail])));
  };

function exchange({ host, port, timeoutMs }: Required<Place>, asked: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const socket = connect({ host, port });
    const fail = (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      socket.destroy();
      // Of a name with several addresses the error has a code and no words.
      reject(error.message ? error : new Error(error.code, { cause: error }));
    };
    const timer = setTimeout(() => fail(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    socket.on('connect', () => socket.end(asked));
    socket.on('error', fail);
    socket.on('data', (piece) => {
      pieces.push(piece);
      length += piece.length;
      if (length > MOST_ANSWER) fail(new Error('its answer has no end'));
    });
    socket.on('end', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(pieces).toString('utf8'));
    });
  });
}

const STATUS = /^SPAMD\/[\d.]+ (\d+) (\S+)/;
const SCORE = /^Spam: \S+ ; (-?\d+(?:\.\d+)?) \/ (-?\d+(?:\.\d+)?)/m;
/** " 1.2 RULE_NAME  What it means", which goes on in indented lines. */
const ROW = /^ ?(-?\d+\.\d+) ([A-Z][A-Z0-9_]+)\s+(\S.*)$/;
const MORE = /^ {10,}(\S.*)$/;

function readAnswer(answer: string): SpamScore {
  const [, code, word] = STATUS.exec(answer) ?? [];
  const score = SCORE.exec(answer);
  if (code !== '0' || !score)
    throw new Error(code === undefined ? 'what answers is no spamd' : `it answers ${code} ${word}`);
  const rules: SpamRule[] = [];
  for (const line of answer.split(/\r?\n/)) {
    const row = ROW.exec(line);
    const more = MORE.exec(line)?.[1];
    if (row) rules.push({ name: row[2]!, points: Number(row[1]), says: row[3]! });
    else if (more && rules.length > 0) rules.at(-1)!.says += ` ${more}`;
  }
  return {
    points: Number(score[1]),
    threshold: Number(score[2]),
    rules: rules.filter(({ points }) => points !== 0).sort((a, b) => b.points - a.points),
  };
}
