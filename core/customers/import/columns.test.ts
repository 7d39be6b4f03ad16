import { describe, expect, it } from 'vitest';
import { BUILT_IN_FIELDS } from '../../fields/built-in.ts';
import { columnOfWord, wordOf } from './column-word.ts';
import { columnReader } from './columns.ts';
import { FOREIGN_HEADINGS } from './foreign-headings.ts';

const read = columnReader(BUILT_IN_FIELDS);
const words = (headings: string) => headings.split(';').map((heading) => wordOf(read(heading.trim())));

describe('the heading of a column', () => {
  it('is read in the languages that customers’ lists come in', () => {
    expect(
      words('Kunde; Ort; Land; Vertragsende; Ansprechpartner; Funktion; E-Mail-Adresse; Währung'),
    ).toEqual([
      ...['name', 'city', 'country', 'contract_end', 'contact.name', 'contact.title', 'contact.email'],
      'file.currency',
    ]);
    expect(words('Établissement; Ville; Pays; Échéance; Téléphone')).toEqual(
      words('Estabelecimento; Cidade; País; Vencimento; Celular'),
    );
    expect(words('ชื่อลูกค้า; เมือง; ประเทศ; อีเมล')).toEqual(words('顧客名; 都市; 国; メールアドレス'));
    expect(words('客户名称; 城市; 国家; 邮箱')).toEqual(['name', 'city', 'country', 'contact.email']);
  });

  it('is another word’s part in English, and means the English first', () => {
    expect(words('Client code; Landlord; Portable units; Type; Contact; Notes')).toEqual([
      ...['unknown', 'unknown', 'unknown', 'type', 'contact.name', 'file.notes'],
    ]);
  });

  it('stands for what a column can be, and for one thing only', () => {
    const listed = Object.entries(FOREIGN_HEADINGS).flatMap(([word, headings]) =>
      headings.split(', ').map((heading) => [heading, word] as const),
    );
    for (const [heading, word] of listed)
      expect([heading, wordOf(read(heading))]).toEqual([
        heading,
        wordOf(columnOfWord(word, BUILT_IN_FIELDS)),
      ]);
    expect(new Set(listed.map(([heading]) => heading)).size).toBe(listed.length);
  });

  it('means nothing for a trade that lacks the field', () => {
    const fields = BUILT_IN_FIELDS.filter(({ key }) => key !== 'contract_end');
    expect(columnReader(fields)('Vertragsende')).toBeNull();
  });
});
