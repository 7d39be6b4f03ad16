import { describe, expect, it } from 'vitest';
import { type Triage, triageSchema } from '../core/ports.ts';
import { reading } from '../core/replies/reading.ts';
import { heldCases, nearMissCases, replyCases, type TriageCase, triageCases } from '../evals/cases/triage.ts';
import { intentModel, keepModel } from './triage/learned/models.ts';
import { createTriager } from './triager.ts';

const triager = createTriager(reading);
const embedded = (text: string) => triager.isLikelyStop?.(text, text);
const read = ({ say, given }: TriageCase) => triager.triage({ text: say, channel: 'whatsapp', ...given });
const readAll = async (cases: readonly TriageCase[]) =>
  Promise.all(cases.map(async (one) => ({ one, found: await read(one) })));
type Read = { one: TriageCase; found: Triage };
const isRight = ({ one, found }: Read) => one.expect.intent.includes(found.intent);
const share = (all: readonly Read[], right: (read: Read) => boolean) => all.filter(right).length / all.length;
const missed = (all: readonly Read[]) =>
  all.filter((read) => !isRight(read)).map(({ one, found }) => `${one.id} ${one.say} → ${found.intent}`);

// What was reached, less a little.
const GATE = { known: 0.98, held: 0.88, sure: 0.97, silent: 0.03 };

describe('the embedded triager, measured by the written cases', () => {
  it('answers in the closed form, whatever it is given', async () => {
    for (const { found } of await readAll(triageCases)) expect(() => triageSchema.parse(found)).not.toThrow();
  });

  it('holds what code hears in free wording and the weights gainsay, and acts on a word of the lists whatever they say', async () => {
    expect([embedded('Please stop writing to me'), embedded('Thanks, see you at ten')]).toEqual([
      true,
      false,
    ]);
    const deaf = createTriager({
      ...reading,
      findOptOut: () => ({
        kind: 'opt_out',
        scope: 'all',
        isBare: false,
        because: 'x',
        said: 'see you at ten',
      }),
    });
    const input = { text: 'Thanks, see you at ten', channel: 'whatsapp' };
    expect(await deaf.triage(input)).toMatchObject({ mayBeStop: true, needsHuman: true });
    expect((await deaf.triage(input)).intent).not.toBe('opt_out');
    const listed = createTriager({
      ...reading,
      findOptOut: () => ({ kind: 'opt_out', scope: 'all', isBare: true, because: 'x' }),
    });
    expect(await listed.triage(input)).toMatchObject({ intent: 'opt_out', mayBeStop: false });
  });

  it.each([
    'Bitte nehmen Sie mich aus dem Verteiler',
    'please remove us from your mailing list, thanks',
    'ne m’écrivez plus svp',
    'Por favor, sáquennos de su lista de envíos.',
    'não me mandem mais mensagens por favor',
    'ไม่ต้องส่งมาแล้วครับ',
    'メールの配信を停止してください',
    '请不要再给我发短信',
  ])('acts on a plain stop whatever the weights say: %s', async (text) => {
    const learnt = intentModel();
    const nothing = {
      ...learnt,
      bias: learnt.bias.map(() => 0),
      weights: new Int8Array(learnt.weights.length),
    };
    keepModel('intents', nothing);
    try {
      expect(embedded(text)).toBe(true);
      expect(await triager.triage({ text, channel: 'whatsapp' })).toMatchObject({ intent: 'opt_out' });
      // Beside anything else it is for the weights to say.
      expect(embedded('Zimmer 12 bitte aus dem Verteiler nehmen')).toBe(false);
    } finally {
      keepModel('intents', learnt);
    }
  });

  it.each([
    'Please add this address to your newsletter, you have my consent',
    'Melden Sie mich bitte wieder an, die Abmeldung war ein Versehen',
    'Vous pouvez reprendre les envois, je me réinscris volontiers',
    'Apúntenme a mí también al boletín, autorizo los envíos',
    'Autorizo o envio das novidades para este número',
    'แอดไลน์แล้วค่ะ ส่งโปรมาได้เลย ยินดีรับข่าวสาร',
    'うっかり配信停止を押しました。元に戻してください',
    '不小心点了退订，请恢复',
  ])('never stops who asks to be written to: %s', async (text) => {
    expect(await triager.triage({ text, channel: 'whatsapp' })).not.toMatchObject({ intent: 'opt_out' });
  });

  it('says of what it holds whether a stop is likelier than anything else, and of nothing else', async () => {
    for (const { say } of triageCases) {
      const { intent, mayBeStop, probablyStop } = await triager.triage({ text: say, channel: 'whatsapp' });
      if (probablyStop) expect([intent === 'opt_out', mayBeStop]).toEqual([false, true]);
    }
  });

  it('asks a person about what the exceptions hide and about a last line under a long letter', async () => {
    const long = 'The engineer came on Tuesday, and the sound in the lobby is lovely again. '.repeat(8);
    for (const text of [
      'Caso continuem a enviar publicidade, apresentaremos queixa à CNPD.',
      `${long}Also, this was the last promo I want to receive.`,
    ]) {
      const { intent, mayBeStop } = await triager.triage({ text, channel: 'whatsapp' });
      expect(intent === 'opt_out' || mayBeStop).toBe(true);
    }
    expect((await triager.triage({ text: long, channel: 'whatsapp' })).mayBeStop).toBe(false);
  });

  it('never misses a wish to stop, holds hardly any for a person, and never sees one where there is none', async () => {
    const all = await readAll(triageCases);
    const of = (wanted: boolean) => all.filter(({ one }) => Boolean(one.expect.optOut) === wanted);
    const said = (some: typeof all) => some.map(({ one }) => `${one.id} ${one.say}`);
    expect(said(of(false).filter(({ found }) => found.intent === 'opt_out'))).toEqual([]);
    const unacted = of(true).filter(({ found }) => found.intent !== 'opt_out');
    expect(said(unacted.filter(({ found }) => !found.mayBeStop))).toEqual([]);
    expect(unacted.length / of(true).length).toBeLessThan(0.01);
  });

  it('reads the intent of what it knows', async () => {
    const judged = [...replyCases, ...nearMissCases].filter((one) => one.expect.intent.length > 0);
    const all = await readAll(judged);
    console.info('triage, known replies:', all.length, 'right', share(all, isRight), missed(all));
    expect(share(all, isRight)).toBeGreaterThanOrEqual(GATE.known);
  });

  it('knows what it does not know: what it misreads goes to a person', async () => {
    const held = await readAll(heldCases);
    const sure = held.filter(({ found }) => found.confidence >= 0.85);
    const silent = share(held, (read) => !isRight(read) && !read.found.needsHuman);
    const unread = share(held, ({ found }) => found.intent === 'other');
    const numbers = { right: share(held, isRight), unread, rightWhereSure: share(sure, isRight), silent };
    console.info('triage, held replies:', held.length, numbers);
    expect(numbers.right).toBeGreaterThanOrEqual(GATE.held);
    expect(numbers.rightWhereSure).toBeGreaterThanOrEqual(GATE.sure);
    expect(silent).toBeLessThanOrEqual(GATE.silent);
  });

  it.each(triageCases.filter((one) => one.expect.action ?? one.expect.urgency ?? one.expect.topic))(
    'says what to do about $id $say',
    async (one) => {
      const { action, urgency, entities } = await read(one);
      const { expect: wanted } = one;
      expect({
        action: wanted.action && action,
        urgency: wanted.urgency && urgency,
        topic: wanted.topic && entities.topic,
      }).toEqual({ action: wanted.action, urgency: wanted.urgency, topic: wanted.topic });
    },
  );

  it.each(triageCases.filter((one) => one.expect.needsHuman))(
    'asks for a person at $id $say',
    async (one) => {
      expect((await read(one)).needsHuman).toBe(true);
    },
  );
});
