// Verbs of what happens with us, as those of `FINITE` in English: a sentence that has one in front of a request to tell somebody is
// what they are told.

const WORDS = [
  'steig(?:t|en)|sink(?:t|en)|schließ(?:t|en)|schliess(?:t|en)|öffne[nt]|änder[nt]|zieh(?:t|en)|ist|sind|wird|werden|gibt|beginn(?:t|en)|ende[nt]|starte[nt]|fällt|kommt|erhöhen|eröffnen|verlegen',
  'fermons|ferme(?:nt|ra|rons)?|augmente(?:nt|ra|ront|rons)?|augmentons|baisse(?:nt|ra|ront)?|change(?:nt|ra|ront)?|changeons|ouvre|ouvrons|ouvrira|est|sont|sera|seront|déménage(?:ons|ra)?|commence|lance|lançons|arrive',
  'sub(?:en|e|imos|irán|irá|iremos)|baj(?:an|a|amos)|cierra(?:n)?|cerr(?:amos|aremos|ará)|abr(?:e|imos|iremos|irá)|cambia(?:n|mos|rán|rá)?|está(?:n|rá|remos)?|será(?:n)?|es|son|hay|habrá|llega|empieza|termina|lanzamos|mudamos',
  'sob(?:em|e|rem)|aumenta(?:m|mos|rão|rá|remos)?|fecha(?:mos|remos|rá|m)?|abr(?:imos|iremos|irá|em)|muda(?:m|mos|rá|rão|remos)?|estará|estaremos|é|são|há|haverá|chega|começa|termina|lançamos',
].join('|');
const SPACELESS =
  'ます|です|でした|涨价|漲價|上涨|上調|上调|关闭|關閉|搬迁|搬到|变更|開業|开业|上线|暂停|维护|ราคาจะ|ขึ้นราคา|จะปิด|จะเปิด|จะย้าย|จะเปลี่ยน|ปิดทำการ|ปิดปรับปรุง';

export const HAPPENING = new RegExp(String.raw`(?<=\p{L}\s)(?:${WORDS})(?!\p{L})|(?:${SPACELESS})`, 'iu');
