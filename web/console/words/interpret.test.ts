import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { interpret, thOfPhrases, thOfRefusals, thOfServer } from './data/thai.ts';

const ROOT = join(import.meta.dirname, '../../..');
const say = interpret('th');

type Node = { type: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === 'string' ? node.name : '');

function walk(node: Node, enter: (node: Node) => void): void {
  enter(node);
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) walk(one, enter);
}

/** The sentences of an expression, what is filled in as `{}`. */
function sentencesOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateLiteral')
    return [(node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('{}')];
  return [node.consequent, node.alternate, node.left, node.right].flatMap(sentencesOf);
}

const programOf = (file: string): Node => {
  const { program } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'), { lang: 'ts' });
  return program as unknown as Node;
};

/** What the refusals of a file say, and what to do then. */
function refusalsIn(program: Node): string[] {
  const said: string[] = [];
  walk(program, (node) => {
    if (node.type !== 'NewExpression' || nameOf(node.callee) !== 'AppError') return;
    const [, message, details] = node.arguments as unknown[];
    said.push(...sentencesOf(message));
    const properties = isNode(details) && Array.isArray(details.properties) ? details.properties : [];
    for (const { key, value } of properties as { key: unknown; value: unknown }[])
      if (nameOf(key) === 'nextStep') said.push(...sentencesOf(value));
  });
  return said;
}

const textsIn = (program: Node): string[] => {
  const said: string[] = [];
  walk(program, (node) => said.push(...(node.type.endsWith('Literal') ? sentencesOf(node) : [])));
  return said;
};

const filesOf = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'));

const FOLDERS = ['agent', 'channels', 'core', 'routes', 'tools'];
const programs = filesOf(...FOLDERS.map((folder) => `${folder}/**/*.ts`)).map(programOf);

/** Read at a terminal or in a log only, by whoever runs the installation; and forms made of nothing but what is filled in. */
const OF_OPERATORS =
  /OIDC_|--workspace|--confirm|tier \{\}|has no admin|role admin|There are: \{\}|^(?:Everything of|The roles are|The setting|There are several workspaces)/;
/** What a mended letter says to its reader, in the letter's language. */
const OF_LETTERS = /^(?:Please reply to this message|Reply STOP to opt out)\.$/;
const isSaid = (sentence: string): boolean => !OF_OPERATORS.test(sentence) && /\p{L}{2}/u.test(sentence);

const open = (sentence: string): string => sentence.replace(/\{(?:\d|[nfvd])\}/g, '{}');
const known = new Set([thOfPhrases, thOfRefusals, thOfServer].flatMap((all) => Object.keys(all).map(open)));

/** Files whose sentences people read, besides the refusals. */
const TELLING = filesOf(
  'core/audience/{name,lapsed,emptiness,event}-notes.ts',
  'core/audience/{resolve-audience,select-recipients}.ts',
  'core/approval/{canary,capacity,compose-fallbacks,cost,plan-campaign,plan-times,schedule-words}.ts',
  'core/campaigns/offer-words.ts',
  'core/content/{compliance-notes,renewal-offer,voice,warn-image,warn-language,warn-unknown}.ts',
  'core/content/spam/spam-words.ts',
  'core/content/verify/{check-form,check-given,check-links,check-subject,spam-signs,verify-message}.ts',
  'core/delivery/{judge-budgets,judge-canaries,progress-part,status}.ts',
  'agent/planner/doubt/*.ts',
  'agent/planner/say/{conclude,say-approval,say-change,say-draft,say-found,say-kept}.ts',
);
/** A sentence, or the piece of one that follows. */
const isSentence = (text: string): boolean =>
  !OF_LETTERS.test(text) && /^[ “"]*(?:\p{Lu}|\{\}).*\p{L}.* .*[.?:]$/su.test(text);

describe('what the server says', () => {
  it('has Thai for every refusal that people can meet', () => {
    const said = new Set(programs.flatMap(refusalsIn).filter(isSaid));
    expect(said.size).toBeGreaterThan(300);
    expect([...said].filter((sentence) => !known.has(sentence))).toEqual([]);
  });

  it('has Thai for what it tells of audiences, approvals, messages and sends, and for the agent’s own words', () => {
    expect(TELLING.length).toBeGreaterThan(30);
    const said = new Set(TELLING.flatMap((file) => textsIn(programOf(file))).filter(isSentence));
    expect(said.size).toBeGreaterThan(150);
    expect([...said].filter((sentence) => !known.has(sentence))).toEqual([]);
  });

  it('has no Thai for what nobody says any more', () => {
    const said = new Set(programs.flatMap(textsIn));
    const kept = [thOfRefusals, thOfServer].flatMap((all) => Object.keys(all));
    expect(kept.filter((sentence) => !said.has(open(sentence)))).toEqual([]);
  });

  it('fills in nothing that was not there, and is Thai', () => {
    for (const [sentence, thai] of Object.entries({ ...thOfPhrases, ...thOfRefusals, ...thOfServer })) {
      const slots = thai.match(/\{(?:\d|[nfvd])\}/g) ?? [];
      expect([sentence, slots.filter((slot) => !sentence.includes(slot))]).toEqual([sentence, []]);
      const isName = /^(?:LINE|SMS|WhatsApp)$/.test(thai) || !/\p{L}/u.test(open(thai));
      expect([sentence, isName || /[\u0E00-\u0E7F]/.test(thai)]).toEqual([sentence, true]);
    }
  });
});

describe('a sentence of the server in Thai', () => {
  it('is put in the order of Thai, with its counts', () => {
    expect(say('Instead of “city is Bankok”, “city is Bangkok” would give 3 customers.')).toBe(
      'ถ้าใช้ “เมือง คือ Bangkok” แทน “เมือง คือ Bankok” จะได้ลูกค้า 3 ราย',
    );
  });

  it('is said of every field that is not known', () => {
    expect(
      say(
        'Contract end is not known for 1 customer; city is not known for 1,200 customers, so they are left out.',
      ),
    ).toBe('ไม่ทราบวันสิ้นสุดสัญญาของลูกค้า 1 ราย; ไม่ทราบเมืองของลูกค้า 1,200 ราย จึงไม่รวม');
    expect(say('Business type is not known for 22 customers, so they are left out.')).toBe(
      'ไม่ทราบประเภทธุรกิจของลูกค้า 22 ราย จึงไม่รวม',
    );
  });

  it('is found among others, and paragraphs stay', () => {
    expect(
      say('Prepared for 6 customers. The weather is fine.\n\nThe messages have 1 warning to look at.'),
    ).toBe('เตรียมไว้สำหรับลูกค้า 6 ราย The weather is fine.\n\nข้อความมีคำเตือน 1 ข้อให้ดู');
  });

  it('says why nobody is answered where they wrote, and asks how else', () => {
    expect(
      [
        'They answered on the page of a survey, which takes no words of ours. How shall they be told?',
        'They last wrote too long ago for their channel to take words of ours. Nothing else reaches them here: wait until they write again, or call them.',
      ].map(say),
    ).toEqual([
      'ลูกค้าตอบบนหน้าแบบสำรวจ ซึ่งรับข้อความของเราไม่ได้ จะแจ้งลูกค้าอย่างไร',
      'ลูกค้าเขียนมาล่าสุดนานเกินไป ช่องทางนี้จึงไม่รับข้อความของเรา ไม่มีช่องทางอื่นถึงลูกค้าที่นี่ รอให้ลูกค้าเขียนมาอีกครั้ง หรือโทรหาลูกค้า',
    ]);
  });

  it('says the conditions of a filter, groups and days included', () => {
    expect(
      say(
        '(brand is Hilton (with Canopy and Curio), or city is not known), and contract ends 1–31 October 2027',
      ),
    ).toBe('(แบรนด์ คือ Hilton (รวม Canopy และ Curio) หรือ ไม่ทราบเมือง) และ สัญญาสิ้นสุด 1–31 ตุลาคม 2570');
    expect(say('ordered at least 3 times in the last 30 days')).toBe('สั่งซื้อ อย่างน้อย 3 ครั้ง ใน 30 วันที่ผ่านมา');
  });

  it('leaves names and texts of people as they are', () => {
    expect(say('“Rock and Roll, or Jazz” has that name already.')).toBe(
      '“Rock and Roll, or Jazz” ใช้ชื่อนั้นอยู่แล้ว',
    );
    for (const text of ['Rock and Roll Cafe', 'The network is down.', 'ไม่ต้องแปล', ''])
      expect(say(text)).toBe(text);
  });

  it('is never one sentence where there are two', () => {
    expect(say('I took “October” as 1 October 2027 to 31 October 2027. Nothing is left to say.')).toBe(
      'ฉันถือว่า “ตุลาคม” คือ 1 ตุลาคม 2570 ถึง 31 ตุลาคม 2570 Nothing is left to say.',
    );
    expect(say('Ann left early. 2 more contacts have opted out.')).toBe(
      'Ann left early. ผู้ติดต่ออีก 2 คนเลิกรับแล้ว',
    );
  });
});
