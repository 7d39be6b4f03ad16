import { describe, expect, it } from 'vitest';
import { adding, FACTS, found, GOOD } from '../../../test/judge-text.ts';
import { channelForm } from '../channel-form.ts';

describe('what a template left over', () => {
  it.each([
    'Dear {{ contact.name }}',
    'It ends {% if x %}',
    'Dear [Name],',
    'Hello <first_name>',
    'It costs null a year.',
    'It costs undefined.',
    'It costs NaN.',
    'Price: —',
    'Price: -',
    'Zones ()',
    'TODO: price',
    'Ends on \uE000.',
  ])('is found: %s', (words) => {
    expect(adding(words).filter((line) => line.startsWith('error body: '))).not.toEqual([]);
  });

  it('is not seen in a name that has it', () => {
    const facts = { ...FACTS, name: 'Null Island [Hotel]', units: ['Bar (null)'] };
    expect(
      found('Please reply for Bar (null) at Null Island [Hotel].', { facts, subject: 'Renewal' }),
    ).toEqual([]);
  });

  it('is not seen in a dash between words', () => {
    expect(adding('We renew — as always — with care. The 3-zone agreement ends.')).toEqual([]);
  });
});

describe('a link', () => {
  it.each([
    'See https://evil.example/renew.',
    'See www.evil.example.',
    'See pay-here.com/renew.',
    'See https://help.example.com.evil.example/x',
    'See https://refrain.example@evil.example/',
    'Write to other@example.com.',
    'javascript:alert(1)',
  ])('that is not the workspace’s own is found: %s', (words) => {
    expect(adding(words).join('\n')).toMatch(/not one of the workspace's own addresses/);
  });
});

describe('a subject', () => {
  it.each([
    ['', 'has no subject'],
    ['Re: your renewal', 'pretends to answer'],
    ['RE : your renewal', 'pretends to answer'],
    ['FWD: your renewal', 'pretends to answer'],
    ['AW: your renewal', 'pretends to answer'],
    ['RENEW YOUR AGREEMENT NOW', 'all in capitals'],
    ['Renew now!!!', 'repeated exclamation'],
  ])('that misleads or shouts is found: "%s"', (subject, message) => {
    expect(found(GOOD, { subject }).join('\n')).toContain(message);
  });

  it('may hold a name that is in capitals', () => {
    const facts = { ...FACTS, name: 'AVANI+ SAMUI RESORT' };
    expect(found(GOOD, { facts, subject: 'AVANI+ SAMUI RESORT: your renewal' })).toEqual([]);
    expect(found(GOOD, { facts, subject: 'AVANI+ SAMUI RESORT: RENEW NOW' }).join()).toContain(
      'all in capitals',
    );
  });
});

describe('a text that is too long', () => {
  it('is found, with both numbers', () => {
    expect(found(GOOD, { form: { ...channelForm('email'), maxLength: 100 } })).toEqual([
      expect.stringMatching(/has \d+ characters; email takes 100/),
    ]);
  });
});
