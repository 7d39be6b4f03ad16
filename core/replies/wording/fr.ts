import { list, masks } from './patterns.ts';
import type { OptOutWording } from './wording.ts';

const FR_NOUN =
  '(?:e-?mails?|mails?|messages?|courriels?|courriers?|newsletters?|publicit\\S*|pubs?|promos?|promotions?|spams?|sms|sollicitations?|offres|communications?|infolettres?)';
const FR_BILL = '(?:factures?|contrats?|devis|techniciens?|courrier postal)';

export const fr: OptOutWording = {
  words: [
    'stop',
    'arret',
    'arrêt',
    'arrete',
    'arrête',
    'arretez',
    'arrêtez',
    'arrêtez tout',
    'arretez tout',
    'arrête tout',
    'arrete tout',
    'tout arrêter',
    'stop tout',
    'arrett',
    'désinscription',
    'desinscription',
    'désabonnement',
    'desabonnement',
    'désabonner',
    'se désinscrire',
    'désinscrire',
    'fin',
  ],
  sentences: ['désinscription', 'désabonnement', 'désabonnez-moi', 'stop'],
  asks: list([
    "\\b(?:ne|de ne)\\s+(?:plus|jamais)\\s+(?:m'|me\\s+|nous\\s+)?(?:écrire|ecrire|contacter|envoyer|déranger|deranger|solliciter|recevoir)",
    `\\bne\\s+(?:souhait|veu|désir|desir|voul)\\S*\\s+(?:plus|pas|plus jamais)\\s+(?:recevoir|être|etre|que vous)`,
    `\\bne\\s+(?:me|m'|nous)\\s*(?:contact|écriv|ecriv|envoy|dérang|derang|sollicit|envoie)\\w*\\s+(?:plus|jamais|pas de|pas vos|pas d')`,
    `\\b(?:arr[eê]te[zr]?|cesse[zr]?|stoppe[zr]?)\\s+(?:s'il vous pla[iî]t\\s+|svp\\s+)?(?:tout de suite\\s+)?(?:de|d')\\s*(?:m'|me\\s+|nous\\s+)?(?:envo|écri|ecri|contact|harcel|harc|sollicit|dérang|derang|spam)`,
    `\\b(?:arr[eê]te[zr]?|cesse[zr]?|stoppe[zr]?|stop\\s+[aà]?)\\s*(?:avec\\s+)?(?:les|vos|ces|aux|à vos)\\s+(?:\\S+\\s+)?${FR_NOUN}`,
    '\\bd[ée]s(?:abonn|inscri)\\w*',
    '\\b(?:retir|supprim|enl[eè]v|effac|ray)\\w*(?:[\\s-]+(?:moi|nous|mon|notre|mes|nos|cette|mon adresse))\\b.{0,30}\\b(?:listes?|fichiers?|bases?|adresse|e-?mail|mail|num[ée]ro|coordonn[ée]es|donn[ée]es)\\b',
    "\\b(?:me|nous|m')\\s*(?:retirer|supprimer|enlever|effacer|rayer|désinscrire)\\b.{0,25}\\b(?:listes?|fichiers?|bases?)\\b",
    `\\bplus\\s+(?:de|d'|aucun\\w*)\\s*(?:\\S+\\s+)?${FR_NOUN}`,
    '\\b(?:cesse[zr]?|arr[eê]te[zr]?)\\s+(?:tout|toute)\\s+(?:contact|envoi|communication|sollicitation)',
    "\\bne\\s+(?:m'|nous\\s+|me\\s+)\\s*envoyez\\s+(?:plus\\s+)?rien\\b",
    "\\b(?:je\\s+)?(?:m'oppose|vous bloque|vous ai bloqué)\\b",
    `\\bstop\\s+(?:à la\\s+|aux?\\s+|la\\s+|les\\s+|vos\\s+|de\\s+)?${FR_NOUN}`,
    `\\b(?:assez|marre)\\s+(?:de\\s+|des\\s+)(?:vos\\s+|ces\\s+|tous ces\\s+)?${FR_NOUN}`,
    '\\b(?:fich|fout)(?:ez?|re)[- ](?:moi|nous) la paix\\b',
    '\\b(?:sort|enl[eè]v|retir)\\w*[\\s-](?:moi|nous)\\s+de\\s+(?:votre|vos|ce|cette)\\s+(?:mailing|liste|fichier|base)\\w*',
    '\\blaisse[zr]?[- ](?:moi|nous) tranquilles?\\b',
    '\\bretir\\w*\\s+(?:mon|notre)\\s+consentement\\b',
    `\\b(?:(?:m'|nous\\s+)épargn\\w*|épargn\\w*[- ](?:moi|nous))\\b.{0,25}\\b${FR_NOUN}`,
    '\\b(?:soit|sera)\\s+(?:le|la|votre)\\s+(?:tout )?derni(?:er|ère)\\s+(?:mail|e-?mail|message|courriel)\\b',
    '\\boublie[zr]?\\s+(?:mon|notre|cette)\\s+(?:adresse|num[ée]ro|mail|e-?mail)\\b',
    `\\bje\\s+(?:peux me|me)\\s+pass\\w*\\b.{0,15}\\b(?:relances|${FR_NOUN})`,
  ]),
  notAsks: masks([
    "\\bqui\\s+(?:nous|m')\\s*(?:a|ont)\\s+d[ée]s(?:abonn|inscri)\\w*",
    '\\bd[ée]s(?:abonn|inscri)\\S*\\s*,?\\s*(?:mais\\s+)?pas\\s+(?:de\\s+|chez\\s+|à\\s+)?vous\\b',
    '\\b(?:mail|e-?mail|message|courriel|sms)\\s+(?:dit|disait|indique|porte)\\b[^«"]{0,10}[«"][^»"]{3,80}[»"]',
    '\\b(?:arr[eê]t|cess)\\w*\\s+de\\s+vous\\s+(?:écrire|ecrire|contacter|envoyer|appeler|déranger)',
    // Somebody else, who is named.
    "\\bne plus\\s+(?:écrire|envoyer|contacter)\\s+(?:\\S+\\s+){0,3}?[àa]\\s+(?:m\\.|mr\\b|mme\\b|monsieur\\b|madame\\b|l'ancien|notre ancien|mon ancien)",
    "\\bne\\s+(?:me|nous|m')\\s*(?:retir|supprim|enlev|désinscri|désabonn|desabonn|effac)\\w*\\s+pas\\b.{0,25}",
    '\\bne\\s+(?:veu|souhait)\\S*\\s+pas\\s+(?:me |nous )?(?:désabonn|désinscri)\\w*',
    '\\bpour\\s+(?:vous|se)\\s+(?:désabonner|désinscrire)\\b.{0,60}',
    `\\b(?:recevoir|envoy\\w*)\\s+(?:plus\\s+|pas\\s+)?(?:la|le|les|l'|de|votre|vos)?\\s*${FR_BILL}`,
    "\\bne\\s+(?:me|m'|nous)\\s*(?:contact|écriv|ecriv)\\w*\\s+pas\\s+(?:avant|le|pendant|cette)\\b.{0,20}",
    '\\brenouvel\\w*',
    '\\b(?:clients|invités|hôtes|voyageurs|visiteurs)\\b.{0,30}\\bd[ée]s(?:abonn|inscri)\\w*',
    '\\b(?:je|nous)\\s+ne\\s+(?:reçois|recevons)\\s+plus\\b.{0,30}',
    '\\bpourquoi\\s+ne\\s+(?:m.|me\\s+|nous\\s+)?(?:envo|écri|recev)\\S*\\s+plus\\b.{0,30}',
    '\\bd[ée]s(?:abonn|inscri)\\S*\\s+(?:\\S+\\s+)?par\\s+(?:erreur|mégarde|accident)',
    "\\bn'(?:écri|ecri|envo)\\w*\\s+plus\\s+(?:rien\\s+)?à\\s+(?:l'ancien|mon ancien|notre ancien)\\w*.{0,20}",
    "\\bplus\\s+de\\s+messages?\\s+d'erreur",
    '\\bplus\\s+de\\s+publicit\\S*\\s+(?:entre|pendant|dans)\\s+(?:les?|la)\\s+(?:chansons?|morceaux|titres|musique)',
  ]),
  marketing:
    /\b(?:publicit\S*|pubs?|newsletters?|infolettres?|promos?|promotions?|promotionnel\S*|offres|marketing|commercia\S*)\b/u,
  everything:
    /\b(?:tout|tous (?:vos|les) (?:messages|mails|e-?mails)|aucun\w* (?:message|mail|e-?mail|courriel))\b/u,
  goesOn:
    /(?:\b(?:mais\s+)?continuez\b(?!\s+(?:à|a)\s+(?:me|m'|nous))|[- ]moi seulement|\bà moi\b|\benvoyez-l[ea]s?-moi|\bnous voulons (?:la|votre|vos|les)\b|m'intéressent? toujours|\bon comptait dessus)/u,
  starts: ['reprendre', 'réabonnement', 'réabonnez-moi', 'réinscription'],
  courtesies:
    /^(?:(?:bonjour|donc|alors|eh bien|merci de|veuillez|svp|s'il vous plaît|s'il vous plait)[\s,.!]*)+|(?:[\s,.!]*(?:svp|s'il vous plaît|s'il vous plait|s'il te plaît|merci|immédiatement))+$/gu,
};
