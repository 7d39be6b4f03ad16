import { describe, expect, it } from 'vitest';
import { scoreOf } from './read-score.ts';

const read = (text: string) => scoreOf(text, { campaignType: 'survey' });

describe('an answer to a survey', () => {
  it.each([
    ['9', 9],
    ['0', 0],
    ['9️⃣', 9],
    ['９点です', 9],
    ['๙', 9],
    ['Ten out of ten, great service', 10],
    ['I would say 7', 7],
    ['eight', 8],
    ['Nine, as always.', 9],
    ['eight from me', 8],
    ['2/10, music stops every day', 2],
    ['neun von zehn', 9],
    ['Wir geben eine Acht', 8],
    ['Sieben!', 7],
    ['une note de 6', 6],
    ['huit sur dix', 8],
    ['je mets un neuf', 9],
    ['nueve', 9],
    ['Le pongo un ocho', 8],
    ['dez', 10],
    ['Dou nota sete', 7],
    ['คะแนน 3 ครับ', 3],
    ['เก้า', 9],
    ['ให้เก้าครับ', 9],
    ['8 เต็มสิบ', 8],
    ['10点です', 10],
    ['九分', 9],
    ['十', 10],
    ['满分！', 10],
    ['One.', 1],
    ['uno', 1],
    ['1 out of 10', 1],
  ])('is read: %s', (text, score) => expect(read(text)).toBe(score));

  it.each([
    'One of our speakers is broken',
    'Two of the rooms have no sound',
    '3 speakers are silent',
    'Un problème avec le son',
    'Um momento, por favor',
    'Una pregunta',
    'ห้ามส่งอีก',
    '十分感谢你们',
    '一直很好',
    '11',
    '4.5',
    '100%',
    'between us: fine',
  ])('is none: %s', (text) => expect(read(text)).toBeNull());

  it('is none where none is asked for', () => expect(scoreOf('9', { campaignType: 'renewal' })).toBeNull());
});
