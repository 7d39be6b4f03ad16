// What restricts an audience by something that no field holds is asked about, wherever it stands in the sentence: the
// wider audience is never acted on in silence.
import { describe, expect, it } from 'vitest';
import { plan } from '../agent/planner/plan.ts';
import { EMPTY_THREAD, situation } from './fixture.ts';
import { playPlans } from './play-plans.ts';

const said = (words: string): readonly string[] => words.split('|').map((one) => one.trim());

const LANGUAGES: readonly {
  language: string;
  requests: readonly string[];
  who: RegExp;
  restrictions: readonly string[];
}[] = [
  {
    language: 'English',
    requests: said(
      `list hotels in Phuket | how many hotels do we have in Phuket? | which hotels in Phuket expire in October? |
       send renewal reminders to all Hiltons expiring in October | draft a survey for hotels in Phuket |
       send a survey to all gyms in Krabi by email | voucher campaign 10% off breakfast for hotels in Phuket |
       event invitation to our rooftop party, all gyms in Krabi |
       draft an announcement about our new app, all gyms in Krabi | cross-sell of bike lights to the Hyatts | draft a survey for everybody | remind all Hyatts expiring this quarter`,
    ),
    who: /Phuket|hotels|Hiltons|gyms|Hyatts|everybody/,
    restrictions: said(
      `with a rooftop bar | that have a rooftop bar | without a gym inside | which are family owned | who quarrelled with us |
       that my brother manages | with happy managers | near the airport | on the beachfront | by the sea | under renovation |
       that opened last month | open on Sundays | whose manager is Anna | we visited together | that Anna visited | that we like |
       that allow dogs | closed for winter | in the old town | that still owe us money | with four stars | that are profitable |
       except the loud ones | but not the ones under construction | unless they complained | only where the manager agreed |
       just the friendly ones | excluding partners | excluding resellers | , partners only | (resellers only) | , skip the loud ones |
       , no resellers please | who were unhappy | that Keller signed | with a contact named Keller | taken over from Muzak`,
    ),
  },
  {
    language: 'German',
    requests: said('zeig mir alle Hotels in Phuket | Umfrage an alle Hotels in Phuket'),
    who: /Phuket|Hotels/,
    restrictions: said(
      `mit Pool | die Anna besucht hat | die wir mögen | die sich beschwert haben | am Strand | außer die lauten | nur die veganen |
       , nur Partner | sofern sie einen Pool haben | deren Manager Anna heißt`,
    ),
  },
  {
    language: 'French',
    requests: said('montre-moi tous les hôtels à Phuket | enquête à tous les hôtels à Phuket'),
    who: /Phuket/,
    restrictions: said(
      `avec piscine | que nous aimons | qui se sont plaints | dans la vieille ville | sauf les bruyants | seulement les végans |
       , partenaires seulement | dont le directeur est nouveau | qui acceptent les chiens`,
    ),
  },
  {
    language: 'Portuguese',
    requests: said('mostre todos os hotéis em Phuket | pesquisa para todos os hotéis em Phuket'),
    who: /Phuket|hotéis/,
    restrictions: said(
      'com piscina | que a Anna visitou | na praia | exceto os barulhentos | só os veganos | que aceitam cães',
    ),
  },
  {
    language: 'Thai',
    requests: said('แสดงโรงแรมทั้งหมดในภูเก็ต | ส่งแบบสอบถามถึงโรงแรมทั้งหมดในภูเก็ต'),
    who: /ภูเก็ต/,
    restrictions: said('ที่มีสระว่ายน้ำ | ที่เราชอบ | ริมหาด | ยกเว้นตัวแทน | เฉพาะมังสวิรัติ | ที่ยังค้างชำระ'),
  },
  {
    language: 'Spanish',
    requests: said('muestra todos los hoteles en Phuket | encuesta a todos los hoteles en Phuket'),
    who: /Phuket|hoteles/,
    restrictions: said(
      `con piscina | que visitó Anna | que nos gustan | que se quejaron | en la playa | excepto los ruidosos | solo los veganos |
       , solo socios | cuyo director es nuevo | que aceptan perros | salvo si tienen piscina`,
    ),
  },
  {
    language: 'Japanese',
    requests: said('プーケットのホテルを見せて | プーケットのホテルにアンケートを送って'),
    who: /^/,
    restrictions: said(
      'プールのある | 私たちが好きな | 苦情のあった | 海沿いの | 代理店以外の | 新しくできた | 犬を連れて行ける',
    ),
  },
  {
    language: 'Chinese',
    requests: said('列出普吉的酒店 | 给普吉的酒店发问卷'),
    who: /普吉的/,
    restrictions: said(
      '有泳池的 | 我们喜欢的 | 投诉过的 | 海边的 | 新开的 | 允许带狗的 | 安娜去过的 | 四星级的',
    ),
  },
];

const isSpaceless = (text: string): boolean =>
  /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}]/u.test(text);

/** The restriction behind each of the words that say who, and at the end. */
function placed(request: string, who: RegExp, restriction: string): string[] {
  const end = request.replace(/[?.!]+$/u, '');
  const joined = /^,/.test(restriction) || isSpaceless(restriction) ? restriction : ` ${restriction}`;
  const places = [...end.matchAll(new RegExp(who, 'g'))].map(({ index, 0: word }) => index + word.length);
  return [...new Set([...places, end.length])].map(
    (at) => end.slice(0, at) + joined + end.slice(at) + request.slice(end.length),
  );
}

describe.each(LANGUAGES)('in $language', ({ requests, who, restrictions }) => {
  it.each(requests)('“%s” is acted on as it stands, and asked about with any restriction', (request) => {
    expect(plan(request, situation(EMPTY_THREAD)).question).toBeUndefined();
    const silent = restrictions
      .flatMap((restriction) => placed(request, who, restriction))
      .filter((sentence) => {
        const { calls, question } = plan(sentence, situation(EMPTY_THREAD));
        return calls.length > 0 && !question;
      });
    expect(silent).toEqual([]);
  });
});

const FOLLOW_UPS = said(
  `only those with a pool | just the ones with a pool | without the loud ones | drop the ones Anna visited |
   remove the ones that moved | take out everyone with unpaid bills | exclude resellers | only the partners |
   keep only the ones near the airport | make it the ones in the old town | add the ones near the airport |
   also the Hiltons with a pool | but only if they have a pool | unless they complained | except the ones Anna visited |
   only the friendly ones | those who like us | only if the manager agreed | only the ones whose manager is Anna |
   by the sea | in Phuket but not the loud ones | send it only to those with a pool | send it to everyone who agreed |
   send it but not to the loud ones | send it, except to resellers | ask for approval, without the resellers |
   schedule it for Monday, only partners | no, the loud ones | which of them have a pool? | how many without resellers? |
   wer von ihnen hat einen Pool? | envoie-le, sauf aux revendeurs | cuáles tienen piscina? | ส่งเลย ยกเว้นตัวแทน | プールがあるものだけ | 哪些有泳池？`,
);

it.each([
  'draft a survey for hotels in Phuket',
  'list hotels in Phuket',
  'send renewal reminders to all Hiltons',
])('behind “%s” nothing that restricts it is passed over', (opening) => {
  const silent = FOLLOW_UPS.filter((followUp) => {
    const { calls, question } = playPlans([opening, followUp]).at(-1)!.plan;
    return calls.length > 0 && !question;
  });
  expect(silent).toEqual([]);
});
