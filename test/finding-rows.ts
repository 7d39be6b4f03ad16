// Everything that is found in messages: a draft that provokes it, and what its repair makes of that.
import { UNKNOWN_MARK } from '../core/content/liquid.ts';
import {
  BODY,
  coded,
  marketing,
  model,
  own,
  PLAIN,
  type Row,
  saying,
  titled,
  voice,
} from './finding-drafts.ts';
import { WARNED } from './finding-rows-warned.ts';

/** The facts in every language's formats: what a model says of them wrongly. */
const CLAIMS: [reads: string, date: string, amount: string][] = [
  ['en', 'It ends on 30 November 2028.', 'You pay THB 11,000.'],
  ['th', 'สัญญาสิ้นสุดวันที่ 30 พฤศจิกายน 2571', 'ค่าบริการ 11,000 บาท'],
  ['ja', '契約は2028年11月30日に終了します。', '料金は11,000バーツです。'],
  ['zh', '合同将于2028年11月30日到期。', '费用为11,000泰铢。'],
  ['de', 'Ihr Vertrag endet am 30. November 2028.', 'Sie zahlen 11.000 THB.'],
  ['fr', 'Votre contrat prend fin le 30 novembre 2028.', 'Vous payez 11 000 THB.'],
  ['es', 'Su contrato termina el 30 de noviembre de 2028.', 'Usted paga 11.000 THB.'],
  ['pt', 'Seu contrato termina em 30 de novembro de 2028.', 'Você paga 11.000 THB.'],
];

export const ROWS: readonly Row[] = [
  // What is said against what is known.
  ...CLAIMS.flatMap(([reads, date, amount]): Row[] => [
    { found: /^The date ".+" is not among/, given: model(date, { reads }), mended: { reads } },
    { found: /^The amount ".+" is not among/, given: model(amount, { reads }), mended: { reads } },
  ]),
  { found: /^The number "99 .+" is not among/, given: model('You have 99 zones.'), mended: PLAIN },
  { found: /^The promise ".+" is not among/, given: model('It is free of charge.'), mended: PLAIN },
  { found: /^The name "Marriott" is not/, given: model('We serve the Marriott too.'), mended: PLAIN },
  { found: /^The name "Sunset Deck" is not/, given: model('Enjoy Sunset Deck.'), mended: PLAIN },
  { found: /^The place ".+" is not/, given: model('It suits your sky bar.'), mended: PLAIN },
  {
    found: /^A part of the text is in German; the letter is in English\.$/,
    given: model('Wir freuen uns, dass Sie unser Kunde sind und mit uns arbeiten.'),
    mended: PLAIN,
  },
  // What is left over, and names that are none.
  {
    found: /^There is a template tag in the text: "\{\{"/,
    given: saying("{{ '{{' }} is left."),
    mended: saying('It is yours.'),
  },
  { found: /^There is a placeholder in brackets/, given: saying('Ask [NAME], please.') },
  { found: /^There is a placeholder in the text/, given: saying('Ask %NAME_HERE%, please.') },
  { found: /^There is a value that is not there/, given: saying('That is undefined so far.') },
  { found: /^There is a note for later/, given: saying('TODO say more.') },
  { found: /^There is an empty hole/, given: saying('We serve it ( ) for you.') },
  { found: /^There is a dash in place of a value/, given: saying('Ends on: —') },
  {
    found: /^The wording prints customer\.city, which is not known here/,
    given: saying('In {{ customer.city }}.', { customer: { city: null } }),
    mended: saying('{% if customer.city %}In {{ customer.city }}.{% endif %}', { customer: { city: null } }),
  },
  { found: /^The customer has no name\.$/, given: { customer: { name: '—' } }, mended: PLAIN },
  {
    found: /^The customer is called “<script>.+”, which is code and no name\.$/,
    given: { customer: { name: '<script>alert(1)</script>' } },
    mended: PLAIN,
  },
  {
    found: /^The name of the contact, “A+…”, has 300 characters\.$/,
    given: { names: ['A'.repeat(300)] },
    mended: PLAIN,
  },
  { found: /^The text prints something/, given: model(UNKNOWN_MARK), mended: PLAIN },
  // What every message needs.
  { found: /^The text does not name the zones ".+"/, given: own('{{ greeting }}\n\nPlease reply.') },
  { found: /^The text does not name the code/, given: own('{{ greeting }}\n\nPlease reply.', coded) },
  { found: /^The text does not say what the reader should do/, given: own('{{ greeting }} {{ unit_list }}') },
  {
    found: /^The sender’s postal address, .+ is not set\.$/,
    given: { ...marketing, settings: { sender: { company: 'Andaman Sound' } } },
    mended: marketing,
  },
  {
    found: /^The text does not say how to opt out\.$/,
    given: { ...marketing, channel: 'whatsapp', model: { isBare: true } },
    mended: { ...marketing, channel: 'whatsapp' },
  },
  {
    found: /^A tap on it opens nothing of yours\.$/,
    given: { channel: 'push' },
    mended: {
      ...{ channel: 'push', draft: { link: 'https://www.example.com' } },
      settings: { links: { allowed: ['https://www.example.com'] } },
    },
  },
  {
    found: /^Everybody reads this post/,
    given: { channel: 'x' },
    mended: own('We have news. Write to us.', { channel: 'x' }),
  },
  {
    found: /^The text has 1,\d{3} characters; whatsapp takes 1,024\.$/,
    given: own(`${'Thank you for your trust in us. '.repeat(40)}\n\n${BODY}`, { channel: 'whatsapp' }),
    mended: own(BODY, { channel: 'whatsapp' }),
  },
  {
    found: /^The text holds "https:\/\/evil\.example\/x"/,
    given: saying('See https://evil.example/x here.'),
  },
  // An honest subject, and how the whole sounds.
  { found: /^The e-mail has no subject\.$/, given: titled('{{ "" }}'), mended: PLAIN },
  {
    found: /^The message has no title\.$/,
    given: titled('{{ "" }}', { channel: 'in_app' }),
    mended: { channel: 'in_app' },
  },
  { found: /^The subject pretends to answer/, given: titled('Re: your offer'), mended: titled('Your offer') },
  {
    found: /^The subject is all in capitals\.$/,
    given: titled('YOUR NEW OFFER'),
    mended: titled('Your new offer'),
  },
  {
    found: /^The subject has repeated exclamation/,
    given: titled('Your offer!!'),
    mended: titled('Your offer'),
  },
  {
    found: /^The subject has more than one line/,
    given: { model: { subject: 'One\ntwo' } },
    mended: PLAIN,
  },
  {
    found: /^The subject is longer than 200/,
    given: titled('{{ greeting }} and you '.repeat(8)),
    mended: titled('You'),
  },
  {
    found: /^The title is cut where there is no more room\.$/,
    given: { channel: 'push', customer: { name: 'Grand '.repeat(20).trim() } },
    mended: titled('Your renewal', { channel: 'push', customer: { name: 'Grand '.repeat(20).trim() } }),
  },
  { found: /^The subject presses with “Last chance”/, given: titled('Last chance: your offer', marketing) },
  { found: /^The text presses with “Act now”/, given: saying('Act now, and it is yours.') },
  { found: /^The subject speaks of something earlier/, given: titled('As you asked: your offer') },
  { found: /^The subject claims “world-class”/, given: titled('World-class music for you') },
  { found: /^The text claims “we guarantee”/, given: saying('We guarantee success.') },
  { found: /^The subject asks for “.+”, which nobody/, given: titled('Send us your password') },
  { found: /^The text asks for “.+”, which nobody/, given: saying('Send us your password.') },
  {
    found: /^The text asks for “.+”, which nobody/,
    given: { draft: { wording: { email: { ask: 'Send us your password.' } } } },
  },
  {
    found: /^The text says “cheapest”, which is not said/,
    given: saying('We are the cheapest.', voice({ prohibited: ['cheapest'] })),
  },
  {
    found: /^The text says “cheap”, which the style guide/,
    given: saying('It is cheap.', voice({ avoid: [{ word: 'cheap', say: 'affordable' }] })),
  },
  {
    found: /^The text says “deal”, which the style guide/,
    given: saying('It is a deal.', voice({ avoid: [{ word: 'deal' }] })),
    mended: saying('It is an offer.', voice({ avoid: [{ word: 'deal' }] })),
  },
  { found: /^The text has an emoji/, given: saying('All is well 🌴.', voice({ emoji: false })) },
  {
    found: /^Mail filters would count 8 points against it, and 5 are spam/,
    given: saying('Free money for you! ! That is F R E E.'),
    mended: saying('It is for you.'),
  },
  ...WARNED,
];
