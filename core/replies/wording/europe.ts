import type { OptOutWording } from './wording.ts';

const list = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'u'));
const masks = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'gu'));

const DE_NOUN =
  '(?:e-?mails?|mails?|nachrichten?|newsletter|werbung|werbe-?\\w*|angebote|zuschriften|sms|whatsapp\\w*|infos|informationen|kontakt\\w*|anrufe?|post)';

export const de: OptOutWording = {
  words: [
    'stopp',
    'stop',
    'abmelden',
    'abbestellen',
    'austragen',
    'abmeldung',
    'ende',
    'keine werbung',
    'löschen',
    'stop alles',
    'stopp alles',
    'stoppt alles',
    'alles stoppen',
  ],
  sentences: ['stopp', 'abmelden', 'abbestellen', 'austragen', 'keine werbung'],
  asks: list([
    '\\b(?:abmelden|abbestellen|austragen|abmeldung|abbestellung|austragung)\\b',
    '\\b(?:meld\\w*|bestell\\w*|trag\\w*)\\s+(?:sie\\s+|bitte\\s+)*(?:mich|uns|den newsletter|ihn|das)\\s+(?:bitte\\s+|aus\\s+\\S+\\s+\\S+\\s+|vom\\s+\\S+\\s+){0,2}(?:ab|aus)\\b',
    `\\b(?:bitte|möchten?|will|wollen|wünschen?|brauchen?|senden|schicken)\\b.{0,40}\\bkeine\\w*\\b.{0,30}\\b${DE_NOUN}\\b`,
    `\\bkeine\\w*\\s+(?:\\S+\\s+){0,2}?${DE_NOUN}\\s+(?:\\S+\\s+){0,2}?mehr\\b`,
    `\\bkeine\\w*\\s+(?:weiteren?|mehr|weitere)\\s+(?:\\S+\\s+)?${DE_NOUN}\\b`,
    '\\b(?:schreib\\w*|kontaktier\\w*|anschreib\\w*|belästig\\w*|mail\\w*)\\b.{0,25}\\b(?:nicht|nichts|nie)\\b.{0,12}\\b(?:mehr|wieder|weiter)\\b',
    '\\b(?:schick\\w*|send\\w*)\\b.{0,20}\\b(?:nichts|nie|so ?was nicht|das nicht)\\b.{0,12}\\b(?:mehr|wieder|weiter)\\b',
    '\\bnicht\\s+(?:mehr|weiter|länger)\\s+(?:\\S+\\s+){0,3}(?:kontaktier\\w*|angeschrieben|anschreiben|anzuschreiben|schreiben|belästig\\w*)\\b',
    '\\b(?:aus|von)\\s+(?:\\S+\\s+){0,3}?(?:verteiler|liste|datenbank|mailingliste|adressliste|kartei|verteilerliste)\\w*\\b',
    '\\b(?:lösch\\w*|entfern\\w*|streich\\w*)\\b.{0,20}\\b(?:meine?|unsere?|diese)\\s+(?:\\S+\\s+)?(?:adresse|e-?mail\\S*|nummer|handynummer|daten|kontaktdaten)\\b',
    '\\blass\\w*\\s+(?:sie\\s+)?(?:mich|uns)\\s+(?:bitte\\s+|endlich\\s+)*in ruhe\\b',
    '\\bhör\\w*\\b.{0,20}\\bauf\\b.{0,30}\\b(?:schreib|mail|send|schick|kontaktier)\\w*',
    '\\b(?:das|es|so ?was|die|diese|so etwas)\\s+(?:\\S+\\s+)?nicht\\s+(?:mehr|länger|weiter)\\s+(?:bekommen|erhalten|lesen|zugeschickt)\\b',
    '\\bnehm\\w*\\s+(?:sie\\s+)?(?:mich|uns)\\s+(?:bitte\\s+)?(?:he)?raus\\b',
    '\\b(?:schluss|aufhören|hört auf|genug)\\s+(?:jetzt\\s+)?mit\\b.{0,20}\\b(?:mails?|e-?mails?|nachrichten|werbung|spam)\\b',
    `\\bstopp\\w*\\s+(?:sie\\s+)?(?:bitte\\s+)?(?:die|ihre|eure|diese|alle|mit)\\s+(?:\\S+\\s+)?${DE_NOUN}\\b`,
    '\\b(?:unterlassen|unterlasst)\\b.{0,40}\\b(?:mails?|e-?mails?|nachrichten|werbung|kontakt\\w*|zusendung\\w*|anrufe)\\b',
    '\\b(?:werbung|mails?|e-?mails?|nachrichten|kontakt\\w*)\\b.{0,20}\\b(?:unerwünscht|nicht (?:mehr )?(?:erwünscht|gewünscht))\\b',
    '\\b(?:habe|werde|hab)\\b.{0,15}\\b(?:sie|diese nummer)\\b.{0,12}\\b(?:blockiert|blockieren|gesperrt)\\b',
    '\\bwiderruf\\w*\\b.{0,30}\\b(?:einwilligung|zustimmung)\\b',
  ]),
  notAsks: masks([
    '\\bnicht\\s+(?:mehr\\s+)?(?:abmelden|abbestellen|austragen|aus\\s+(?:\\S+\\s+){0,3}(?:verteiler|liste)\\w*)',
    '\\b(?:zum|um sich)\\s+(?:abmelden|abbestellen|newsletter abzubestellen)\\b.{0,60}',
    '\\bzonen?\\b.{0,20}\\b(?:abmelden|abbestellen|austragen)\\b',
    '\\b(?:termin|techniker|besuch|wartung|zone|vertrag)\\w*\\s+(?:\\S+\\s+)?(?:abmelden|abbestellen|absagen)\\b',
    '\\bkeine\\w*\\s+\\S+\\s+von\\s+(?:ander|fremd|dritt)\\w*',
    '\\bkeinen?\\s+kontakt\\s+(?:zu|zum|zur|mit)\\b',
    '\\bhaben?\\b.{0,25}\\bkeine\\b.{0,30}\\b(?:erhalten|bekommen|gesehen)\\b',
    '\\bnicht\\s+(?:vor|am|bis|im|während|diese)\\b.{0,25}',
    '\\bschreib\\w*\\s+(?:sie\\s+)?(?:\\S+\\s+){0,2}nicht\\s+(?:vor|am|bis)\\b.{0,30}',
  ]),
  marketing: /\b(?:werbung|werbe\S*|newsletter|angebote|marketing\S*|aktionen|promo\S*)\b/u,
  everything: /\b(?:alles|gar nichts|überhaupt|jegliche\w*|sämtliche\w*|alle (?:e-?mails|nachrichten))\b/u,
  starts: ['anmelden', 'wieder anmelden', 'start'],
  courtesies:
    /^(?:(?:bitte|hallo|guten tag|danke)\b[\s,.!]*)+|(?:[\s,.!]*\b(?:bitte|danke|mfg|vielen dank|sofort))+$/gu,
};

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
    '\\bfichez?[- ](?:moi|nous) la paix\\b',
    '\\blaisse[zr]?[- ](?:moi|nous) tranquilles?\\b',
    '\\bretir\\w*\\s+(?:mon|notre)\\s+consentement\\b',
  ]),
  notAsks: masks([
    "\\bne\\s+(?:me|nous|m')\\s*(?:retir|supprim|enlev|désinscri|désabonn|desabonn|effac)\\w*\\s+pas\\b.{0,25}",
    '\\bne\\s+(?:veu|souhait)\\S*\\s+pas\\s+(?:me |nous )?(?:désabonn|désinscri)\\w*',
    '\\bpour\\s+(?:vous|se)\\s+(?:désabonner|désinscrire)\\b.{0,60}',
    `\\b(?:recevoir|envoy\\w*)\\s+(?:plus\\s+|pas\\s+)?(?:la|le|les|l'|de|votre|vos)?\\s*${FR_BILL}`,
    "\\bne\\s+(?:me|m'|nous)\\s*(?:contact|écriv|ecriv)\\w*\\s+pas\\s+(?:avant|le|pendant|cette)\\b.{0,20}",
    '\\brenouvel\\w*',
    "\\bplus\\s+de\\s+messages?\\s+d'erreur",
    '\\bplus\\s+de\\s+publicit\\S*\\s+(?:entre|pendant|dans)\\s+(?:les?|la)\\s+(?:chansons?|morceaux|titres|musique)',
  ]),
  marketing:
    /\b(?:publicit\S*|pubs?|newsletters?|infolettres?|promos?|promotions?|promotionnel\S*|offres|marketing|commercia\S*)\b/u,
  everything:
    /\b(?:tout|tous (?:vos|les) (?:messages|mails|e-?mails)|aucun\w* (?:message|mail|e-?mail|courriel))\b/u,
  starts: ['reprendre', 'réabonnement', 'réabonnez-moi', 'réinscription'],
  courtesies:
    /^(?:(?:bonjour|merci de|veuillez|svp|s'il vous plaît|s'il vous plait)[\s,.!]*)+|(?:[\s,.!]*(?:svp|s'il vous plaît|s'il vous plait|s'il te plaît|merci|immédiatement))+$/gu,
};

const ES_NOUN =
  '(?:correos?|e-?mails?|mails?|mensajes?|publicidad|promociones?|ofertas|newsletters?|bolet[ií]n\\w*|spam|sms|comunicaciones|notificaciones|whatsapps?)';

export const es: OptOutWording = {
  words: [
    'baja',
    'stop',
    'alto',
    'paren todo',
    'parar todo',
    'detengan todo',
    'parar',
    'basta',
    'cancelar',
    'dar de baja',
    'darme de baja',
    'darse de baja',
    'desuscribir',
    'desuscribirme',
    'cancelar suscripción',
    'no más mensajes',
    'no mas mensajes',
    'dame de baja',
    'deme de baja',
  ],
  sentences: ['baja', 'dar de baja', 'darme de baja', 'deme de baja', 'basta ya'],
  asks: list([
    '\\b(?:no|nunca)\\s+(?:me\\s+|nos\\s+)?vuelvan?\\s+a\\s+(?:contact|escrib|llam|mand|env)\\S*(?!.*\\b(?:antes|hasta)\\b)',
    '\\b(?:dar(?:me|nos)?|d[eé]n?(?:me|nos)|d[aá]me|solicit\\S*|quier\\S*|quer\\S*|pido)\\b.{0,16}\\b(?:de |la )?baja\\b',
    `\\bno\\s+(?:me|nos)\\s+(?:vuelva\\w*\\s+a\\s+)?(?:escrib|contact|molest|mand\\w*\\s+m[aá]s|env[ií]\\w*\\s+m[aá]s|env[ií]\\w*\\s+(?:\\S+\\s+)?${ES_NOUN}|mand\\w*\\s+(?:\\S+\\s+)?${ES_NOUN}|llam\\w*\\s+m[aá]s)`,
    `\\bno\\s+(?:me\\s+|nos\\s+)?(?:env[ií]\\w*|mand\\w*)\\s+m[aá]s\\b`,
    '\\b(?:dejen?|dej[ae]d?|paren?|cesen|basta)\\s+de\\s+(?:enviar|mandar|escribir|molestar|contactar|llamar|spamear)\\w*',
    `\\bno\\s+(?:quiero|queremos|deseo|deseamos|quisiera|quisi[eé]ramos)\\s+(?:seguir\\s+)?(?:recib\\w+|que\\s+(?:me|nos)\\s+(?:escrib|contact|env)|m[aá]s\\s+${ES_NOUN}|sus?\\s+${ES_NOUN})`,
    `\\bno\\s+m[aá]s\\s+${ES_NOUN}`,
    '\\b(?:elim[ií]n\\w*|b[oó]rr\\w*|qu[ií]t\\w*|s[aá]qu\\w*|sac\\w*|retir\\w*)(?:me|nos|nme|nnos)\\b.{0,25}\\b(?:listas?|base|registros?)\\b',
    '\\b(?:elimin\\w*|borr\\w*|quit\\w*)\\s+(?:mis?|nuestr[oa]s?|este)\\s+(?:n[uú]mero|correo|datos|direcci[oó]n|contacto|e-?mail)',
    `\\b(?:paren|basta|acaben|dejen|terminen)\\s+(?:ya\\s+)?(?:con|de)\\s+(?:\\S+\\s+)?${ES_NOUN}`,
    '\\bno\\s+(?:autorizo|autoric[eé]|doy permiso|di mi consentimiento)',
    '\\b(?:los|le|te|este n[uú]mero)\\s+(?:voy a bloquear|he bloqueado|bloque[eé]|bloqueo)',
    '\\bd[eé]jen?(?:me|nos) en paz\\b',
    '\\bdesuscri\\w*',
    '\\bcancel\\w*\\s+(?:la\\s+|mi\\s+)?suscripci[oó]n\\b.{0,20}\\b(?:correo|bolet|newsletter|mensajes)\\w*',
  ]),
  notAsks: masks([
    '\\bbaja\\s+(?:a\\s+)?(?:solo\\s+)?(?:la|el|las|los|una|dos)?\\s*(?:zonas?|locales?|local|contrato|servicio)\\b',
    '\\bno\\s+(?:me|nos)\\s+(?:elimin|borr|quit|saqu|d[eé]n? de baja)\\w*.{0,20}',
    '\\bno\\s+(?:dej\\w+|par\\w+)\\s+de\\s+\\w+.{0,20}',
    '\\bpara\\s+(?:darse|cancelar)\\s+.{0,60}',
    '\\bno\\s+(?:me|nos)\\s+(?:escrib|contact|molest)\\w*\\s+(?:antes|hasta|el|esta|por tel[eé]fono)\\b.{0,20}',
    '\\bno\\s+(?:me|nos)?\\s*(?:env[ií]\\w*|mand\\w*)\\s+(?:m[aá]s\\s+)?(?:la|el|las|los)?\\s*(?:facturas?|contratos?|t[eé]cnicos?)',
    '\\bquiero\\s+recibir\\s+la\\s+factura',
  ]),
  marketing:
    /\b(?:publicidad|promoci\S*|ofertas|bolet[ií]n\S*|newsletters?|marketing|comerciales|publicitari\S*)\b/u,
  everything: /\b(?:todo|nada|ning[uú]n|todos los (?:mensajes|correos))\b/u,
  starts: ['alta', 'suscribir', 'reanudar', 'darme de alta'],
  courtesies:
    /^(?:(?:por favor|hola|buenos días|solicito|quiero|gracias)[\s,.!]*)+|(?:[\s,.!]*(?:por favor|gracias|ya|inmediatamente))+$/gu,
};

const PT_NOUN =
  '(?:mensage\\w*|e-?mails?|mails?|publicidade|propagandas?|promo[cç][oõ]es|ofertas|newsletters?|boletins?|spam|sms|comunica[cç][oõ]es|notifica[cç][oõ]es|whatsapps?)';

export const pt: OptOutWording = {
  words: [
    'parar',
    'parar tudo',
    'pare',
    'pare tudo',
    'parem tudo',
    'sair',
    'stop',
    'cancelar',
    'cancelar inscrição',
    'cancelar inscricao',
    'descadastrar',
    'remover',
    'descadastre-me',
    'chega',
    'não quero mais',
    'nao quero mais',
    'cancelar subscrição',
  ],
  sentences: ['descadastrar', 'cancelar inscrição', 'cancelar inscricao', 'sair da lista'],
  asks: list([
    '\\b(?:parem?|deixem?|chega)\\s+de\\s+(?:me\\s+|nos\\s+)?(?:enviar|mandar|escrever|contact\\w*|incomodar|ligar|chatear)',
    `\\b(?:n[aã]o)\\s+(?:quero|queremos|desejo|desejamos|gostaria(?:mos)?(?: de)?)\\s+(?:mais\\s+)?(?:receber|ser contact\\w*|que me|${PT_NOUN})`,
    '\\b(?:n[aã]o)\\s+(?:quero|queremos|desejo)\\s+mais\\s+(?:receber|\\S+\\s+)?',
    `\\b(?:n[aã]o)\\s+(?:me\\s+|nos\\s+)?(?:env\\w*|mand\\w*|escrev\\w*|contact\\w*|incomod\\w*)\\s*(?:-me\\s*)?(?:mais|nunca mais|${PT_NOUN})`,
    '\\b(?:remov\\w*|retir\\w*|tir\\w*|exclu\\w*|apag\\w*|elimin\\w*)(?:-me|-nos)?\\b.{0,30}\\b(?:listas?|base|cadastro|registos?)\\b',
    '\\b(?:apag\\w*|elimin\\w*|exclu\\w*|remov\\w*)\\s+(?:o\\s+|os\\s+)?(?:meus?|nossos?|este)\\s+(?:n[uú]mero|e-?mail|dados|contacto|contato|endere[cç]o)',
    '\\bdescadastr\\w*|\\bdesinscrev\\w*',
    '\\bcancel\\w*\\s+(?:a\\s+|minha\\s+|a minha\\s+)?(?:inscri[cç][aã]o|subscri[cç][aã]o)\\b',
    `\\b(?:sem|chega de|nada de)\\s+(?:mais\\s+)?${PT_NOUN}`,
    `\\b(?:parem?|chega|bastam?|deixem?|acabem)\\s+(?:j[aá]\\s+)?(?:com|de)\\s+(?:\\S+\\s+)?${PT_NOUN}`,
    '\\bn[aã]o\\s+(?:autorizo|autorizei|dei permiss[aã]o|dei consentimento)',
    '\\b(?:me\\s+(?:remov|tir|exclu|descadastr)\\w*|(?:remov|exclu|descadastr)\\w*-me)\\s*(?=$|[.,!]|por favor|da|do|de|dessa|desta|já)',
    '\\bcancel\\w*\\s+(?:o\\s+)?(?:meu|nosso)\\s+cadastro',
    '\\b(?:quero|gostaria de|desejo)\\s+sair\\b.{0,12}\\b(?:lista|cadastro|grupo)',
    '\\bdeix\\w*-?\\s?(?:me|nos) em paz\\b',
  ]),
  notAsks: masks([
    '\\bn[aã]o\\s+(?:me|nos)\\s+(?:remov|retir|tir|exclu|descadastr)\\w*.{0,20}',
    '\\bn[aã]o\\s+(?:par|deix)\\w+\\s+de\\s+\\w+.{0,20}',
    '\\bpara\\s+(?:cancelar|sair|descadastrar)\\b.{0,60}\\b(?:clique|responda|link|aqui)\\b',
    '\\bn[aã]o\\s+(?:quero|queremos)\\s+mais\\s+(?:zonas?|[oa]s?\\s+(?:m[uú]sicas?|servi[cç]o|contrato)|renovar|continuar)',
    '\\bn[aã]o\\s+(?:me|nos)?\\s*(?:env|mand|contact)\\w*\\s+(?:antes|at[eé]|na|no)\\b.{0,20}',
    '\\b(?:remov|retir|tir)\\w*\\s+(?:a|as)\\s+zonas?.{0,20}',
  ]),
  marketing:
    /\b(?:publicidade|propagandas?|promo[cç]\S*|ofertas|boletins?|newsletters?|marketing|comerciais)/u,
  everything: /\b(?:tudo|nada|nenhum\w*|todas as mensagens)\b/u,
  starts: ['voltar', 'reativar', 'subscrever', 'inscrever'],
  courtesies:
    /^(?:(?:por favor|olá|favor|quero|obrigad[oa])[\s,.!]*)+|(?:[\s,.!]*(?:por favor|obrigad[oa]|já|imediatamente))+$/gu,
};
