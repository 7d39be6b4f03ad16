// The familiar form of address (du, tu, tú, 你, คุณ) of the built-in letters, from their polite one. The letters are fixed, so
// each phrase that addresses somebody is listed as it stands in them; a test finds what was forgotten.

import type { Finding } from './verify/finding.ts';

/** `polite` is how the letters are written. */
export type AddressForm = 'polite' | 'familiar';

type Pairs = readonly (readonly [RegExp, string])[];

/** "a > b | c > d": longer phrases stand before what they hold. */
const pairs = (text: string): Pairs =>
  text
    .trim()
    .split(/\s*[|\n]\s*/)
    .map((line) => {
      const [from = '', to = ''] = line.split(' > ');
      return [new RegExp(from.replace(/[.*+?^${}()[\]\\]/g, '\\$&'), 'gu'), to] as const;
    });

const GERMAN = pairs(`
  Teilen Sie Ihre > Teilst du deine | sagen Sie uns, wenn Sie das nicht möchten > sag uns, wenn du das nicht möchtest
  Antworten Sie > Antworte | antworten Sie > antworte | schreiben Sie uns > schreib uns | geben Sie uns > gib uns
  bestätigen Sie > bestätige | teilen Sie uns > teil uns | nennen Sie uns > nenn uns
  Wenn Sie darüber sprechen möchten > Wenn du darüber sprechen möchtest
  enn Sie mehr erfahren möchten > enn du mehr erfahren möchtest
  wenn Sie es ausprobieren möchten > wenn du es ausprobieren möchtest
  Sie wieder zu begrüßen > dich wieder zu begrüßen | eine Frage an Sie > eine Frage an dich
  dass Sie unseren > dass du unseren | weiterempfehlen > weiterempfiehlst | wenn Sie mögen > wenn du magst
  dass Sie sich für > dass du dich für | entschieden haben > entschieden hast | für Sie > für dich
  möchten Sie frühzeitig > möchten dich frühzeitig | laden Sie und > laden dich und | Sind Sie dabei > Bist du dabei
  Kennen Sie > Kennst du | kennen Sie > kennst du | Worauf Sie > Worauf du | gewartet haben > gewartet hast
  dass Sie das weiterhin wünschen > dass du das weiterhin wünschst | Wenn Sie vorher etwas brauchen > Wenn du vorher etwas brauchst
  Brauchen Sie > Brauchst du | dass Sie weiterhin zuständig sind > dass du weiterhin zuständig bist
  Sind Sie noch > Bist du noch | Sie erhalten > Du erhältst | Ihnen > dir
`);

const FRENCH = pairs(`
  que vous accordez > que tu accordes | avec vous > avec toi | l vous suffit > l te suffit | dites-nous > dis-nous
  Répondez > Réponds | répondez > réponds | Souhaitez-vous > Souhaites-tu | i vous souhaitez > i tu souhaites
  si vous le souhaitez > si tu le souhaites | que vous le souhaitez > que tu le souhaites
  nous vous préparerons > nous te préparerons | de vous retrouver > de te retrouver | vos dates et vos > tes dates et tes
  à vous annoncer > à t’annoncer | pour vous > pour toi | vous poser > te poser | que vous recommandiez > que tu recommandes
  vous convient > te convient | vous arrange > t’arrange | à vous informer > à t’informer | vous enverrons > t’enverrons
  vous expliquerons > t’expliquerons | vous intéresse > t’intéresse | vous tente > te tente | vous être utile > t’être utile
  de vous inviter, vous et vos collègues > de t’inviter, toi et tes collègues
  sur votre présence > sur ta présence | , et à combien vous viendrez > , et combien de personnes viendront
  Vous venez > Tu viens | Pour vous remercier > Pour te remercier | votre fidélité > ta fidélité | vous adressons > t’adressons
  connaissez-vous > connais-tu | Vous pensez > Tu penses | votre commande > ta commande | vous aiderons > t’aiderons
  vous a retenu > t’a retenu | vous réserver > te réserver | nous vous en remercions > nous t’en remercions | et vous prions de ne > et te prions de ne
  partageriez-vous votre > partagerais-tu ton | vous préférez vous abstenir > tu préfères t’abstenir | vous écri > t’écri
  de votre part > de ta part | i vous avez besoin > i tu as besoin | que vous êtes > que tu es | Êtes-vous > Es-tu
  vous remercions > te remercions | de votre collaboration > de ta collaboration | Bien à vous > Bien à toi
  Vous recevez > Tu reçois | Votre > Ton | votre > ton
`);

const SPANISH = pairs(`
  de su contrato > de tu contrato | Su contrato > Tu contrato | nos lo indique > nos lo indiques
  Le rogamos que confirme > Te rogamos que confirmes | que nos indique qué > que nos indiques qué
  que nos confirme que sigue siendo > que nos confirmes que sigues siendo
  que nos diga quién > que nos digas quién
  contar con ustedes > contar contigo | trabajar con ustedes > trabajar contigo | Contamos con ustedes > Contamos contigo
  desea que le preparemos > quieres que te preparemos | Si desea > Si quieres | si lo desea > si quieres
  esponda > esponde | con sus fechas > con tus fechas | Quiere saber > Quieres saber | con usted > contigo
  darle las gracias a usted > darte las gracias a ti | hacerle > hacerte | que recomiende > que recomiendes
  con su puntuación > con tu puntuación | que haya elegido > que hayas elegido | a su equipo > a tu equipo
  informarle > informarte | serle útil > serte útil | invitarle, junto con sus > invitarte, junto con tus
  por su fidelidad > por tu fidelidad | Reciba > Recibe | conoce a alguien > conoces a alguien | Quizá conozca > Quizá conozcas
  Piensa en > Piensas en | su pedido > tu pedido | lo necesita > lo necesitas | reservarle > reservarte
  que no tenga en > que no tengas en | compartiría su > compartirías tu | Su experiencia > Tu experiencia
  díganos si prefiere > dinos si prefieres | escribiéndole > escribiéndote | todavía lo desea > todavía lo deseas
  noticias suyas > noticias tuyas | Si necesita > Si necesitas | Necesita algo > Necesitas algo | ¿Sigue siendo > ¿Sigues siendo
  Su código > Tu código | Recibe este > Recibes este
`);

const TABLES: Readonly<Record<string, Pairs>> = {
  de: [
    ...GERMAN,
    [/(^|%\}\s?|[.!?]\s)Ihr(e[mnrs]?)?(?!\p{L})/gmu, '$1Dein$2'],
    [/(?<!\p{L})Ihr(e[mnrs]?)?(?!\p{L})/gu, 'dein$1'],
  ],
  fr: FRENCH,
  es: [...SPANISH, [/(?<!\p{L})Le(?!\p{L})/gu, 'Te'], [/(?<!\p{L})le(?! sería)(?!\p{L})/gu, 'te']],
  zh: [
    [/贵方/gu, '你们'],
    [/您/gu, '你'],
  ],
  th: [
    [/กี่ท่าน/gu, 'กี่คน'],
    [/ท่าน/gu, 'คุณ'],
  ],
};

/** The languages in which the letters have a familiar form. */
export const hasFamiliar = (language: string): boolean => language in TABLES;

/** The fixed words of a letter in the familiar form; as they are where the language has one form only. */
export const inFamiliar = (source: string, language: string): string =>
  (TABLES[language] ?? []).reduce((text, [polite, familiar]) => text.replace(polite, familiar), source);

/** A greeting that addresses its reader; names in it stay as they are. */
export const familiarGreeting = (
  greeting: string,
  { language, address }: { language: string; address?: AddressForm },
): string => (language === 'zh' && address === 'familiar' ? greeting.replace(/^您/u, '你') : greeting);

type Said = {
  wanted: AddressForm | undefined;
  used: AddressForm;
  language: string;
  isTeam: boolean;
  isOwn: boolean;
};

/** Why a letter keeps the form that it has though the familiar one was wanted. */
export function warnAddress({ wanted, used, language, isTeam, isOwn }: Said): Finding[] {
  if (wanted !== 'familiar' || language === 'en') return [];
  const why = isOwn
    ? 'The wording is a person’s own: its form of address is as they wrote it.'
    : used === 'familiar'
      ? null
      : isTeam && hasFamiliar(language)
        ? 'It greets a whole team, which is addressed in the polite form.'
        : `In the language ${language} the letters have one form of address.`;
  if (why === null) return [];
  return [{ severity: 'warning', place: 'body', message: why, repair: 'Give a wording of your own for it.' }];
}
