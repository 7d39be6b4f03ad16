import { describe, expect, it } from 'vitest';
import { readEndings } from './read-endings.ts';
import { readEntities } from './read-entities.ts';

const UNITS = ['Edge', 'Horizon', 'Spa'];

describe('the parts that a reply wants to end', () => {
  it.each([
    ['Yes please renew, but drop Spa', ['Spa']],
    ['Yes for Edge and Horizon, no for Spa', ['Spa']],
    ['Cancel the spa and renew Edge', ['Spa']],
    ['Keep Edge; Horizon and Spa can go', ['Horizon', 'Spa']],
    ['Renew everything except Horizon', ['Horizon']],
    ['Bitte Spa streichen und Edge verlängern', ['Spa']],
    ['Supprimez Spa et renouvelez Edge', ['Spa']],
    ['Solo Edge, Spa no', ['Spa']],
    ['Cancelem Spa e renovem Edge', ['Spa']],
    ['ต่อ Edge แต่ไม่เอา Spa', ['Spa']],
    ['Spaだけ解約して、Edgeは継続', ['Spa']],
    ['取消Spa，Edge照旧', ['Spa']],
    ['Please renew Edge and Spa', []],
    ["Don't cancel Spa, we renew", []],
  ])('%s', (text, ended) => {
    expect(readEndings(text, UNITS)).toEqual(ended);
  });
});

describe('when somebody wants to be called', () => {
  const at = (text: string) =>
    readEntities(text, { text, channel: 'whatsapp' }, { topic: null, intent: 'callback' }).callAt;
  it.each([
    ['Please give me a call tomorrow after 2pm', 'tomorrow, after 2pm'],
    ['Bitte rufen Sie um 15 Uhr an', 'um 15 Uhr'],
    ['Can we talk on Monday at 10:30 am?', 'Monday, at 10:30 am'],
    ['请明天下午3点给我打电话', '明天, 下午3点'],
    ['Call me please', null],
  ])('%s', (text, said) => {
    expect(at(text)).toBe(said);
  });
});
