import type { Words } from './words.ts';

export const de: Words = {
  language: 'de',
  hasSpaces: true,
  wordings: [
    [
      'auto_reply',
      2,
      '\\b(?:abwesenheit\\S*|automatische (?:antwort|nachricht)|nicht im (?:büro|haus)|außer haus|im urlaub|in elternzeit|derzeit abwesend|bin (?:\\S+ ){0,5}nicht erreichbar)\\b',
    ],
    [
      'wrong_person',
      2,
      '\\bnicht mehr (?:\\S+ ){0,5}(?:zuständig|verantwortlich|tätig|beschäftigt|arbeite)|\\barbeite\\s+(?:\\S+ ){0,3}nicht mehr\\b|\\bbin nicht (?:der|die) richtige\\b|\\bnicht (?:zuständig|mein bereich)|\\bfalsche\\S* (?:person|nummer|ansprechpartner\\S*|adresse|kontakt)|\\b(?:wenden sie sich|kontaktieren sie|schreiben sie|sprechen sie)\\b.{0,25}\\b(?:an|herrn?|frau|unsere\\w*|zentrale|einkauf|kolleg\\w*)\\b|\\b(?:ist|sind) (?:jetzt|nun|neu|ab sofort) (?:dafür )?zuständig\\b|\\bneue[rn]? (?:ansprechpartner\\w*|direktor\\w*|einkaufsleiter\\w*|leiter\\w*)\\b|\\b(?:unternehmen|hotel|firma) verlassen\\b',
    ],
    [
      'already_done',
      2,
      '\\b(?:schon|bereits|längst)\\b.{0,30}\\b(?:bezahlt|überwiesen|verlängert|unterschrieben|erledigt|beantwortet|unterzeichnet|kunde)\\b|\\b(?:letzte woche|gestern)\\b.{0,20}\\b(?:bezahlt|überwiesen|verlängert|unterschrieben)\\b|\\b(?:ist|wurde) (?:schon |bereits )?(?:bezahlt|verlängert|erledigt)\\b',
    ],
    [
      null,
      1,
      '\\b(?:nicht schlecht|kein problem|keine probleme|keine frage|nicht abmelden|keine beschwerden)\\b',
    ],
    [
      'partial',
      2,
      '\\b(?:nur|lediglich|bloß)\\s+(?:noch\\s+|für\\s+|die\\s+)*(?:\\d+|eine?|zwei|drei|vier|fünf|sechs)\\s*(?:zonen?|bereiche?|standorte?|räume?)?|\\bbehalten\\b.{0,15}\\bnur\\b|\\bnur\\b.{0,25}\\bbehalten\\b|\\b(?:alle[sn]?|alle zonen) (?:außer|bis auf)\\b|\\b(?:außer|ohne) (?:die |der |zone |dem )\\S+|\\bzone\\w*\\s+\\S+\\s+(?:bitte\\s+)?(?:kündigen|streichen|abmelden|rausnehmen)|\\b(?:reduzier\\w*|verkleiner\\w*)\\b',
    ],
    [
      'decline',
      2,
      '\\b(?:kein|keinerlei) (?:interesse|bedarf)\\b|\\bnicht interessiert\\b|\\b(?:werden|möchten|wollen|wird|will|können|kann|möchte)\\b.{0,40}\\bnicht\\b.{0,20}\\b(?:verlänger\\w*|weiter\\w*|fortsetz\\w*|fortführ\\w*|erneuer\\w*|annehmen)\\b|\\bverlängern\\b.{0,15}\\bnicht\\b|\\bkeine verlängerung\\b|\\b(?:kündig\\w*)\\b|\\b(?:anderen?|neuen) (?:anbieter|lieferanten)\\b|\\b(?:dagegen|gegen eine verlängerung) entschieden\\b|\\b(?:wechseln|gewechselt)\\b.{0,20}\\b(?:anbieter|zu)\\b|\\blehnen\\b.{0,25}\\bab\\b|\\bschließen (?:das|den|unser|die|ende|im)\\b|\\bverzichten\\b',
    ],
    ['decline', 1, '\\bnein(?:,? danke)?\\b|\\bbrauchen wir nicht\\b'],
    [
      'later',
      2,
      '\\b(?:melden|kontaktieren|schreiben|fragen|sprechen|erinnern)\\b.{0,40}\\b(?:im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|neuen jahr|frühjahr|herbst)|nächste\\w*|später|in \\S+ (?:wochen|monaten|tagen)|noch ?einmal|nach)\\b|\\b(?:noch nicht|derzeit nicht|momentan nicht|zurzeit nicht|später|vielleicht|eventuell|nächste\\w* (?:monat|woche|jahr|quartal)|überlegen|bedenkzeit|in ruhe prüfen)\\b|\\b(?:intern|mit (?:der|dem) (?:geschäftsführung|direktion|zentrale|chef\\w*))\\b.{0,30}\\b(?:klären|abstimmen|besprechen|prüfen)\\b|\\b(?:müssen|muss)\\b.{0,30}\\b(?:klären|abstimmen|besprechen|prüfen|freigeben|abwarten|warten)\\b|\\b(?:ich|wir) (?:kläre|klären|prüfe|prüfen|bespreche|besprechen|überlege|überlegen)\\b|\\bmelde(?:n)? mich\\b|\\bnicht (?:vor|am) \\w+',
    ],
    [
      'callback',
      2,
      '\\b(?:ruf\\w*|anruf\\w*|rückruf|telefonier\\w*)\\b|\\btermin\\b.{0,20}\\b(?:vereinbaren|machen|ausmachen)|\\bvorbeikommen\\b',
    ],
    [
      'complaint',
      2,
      '\\b(?:frechheit|unverschämt\\w*|inakzeptabel|katastroph\\w*|beschwer\\w*|enttäusch\\w*|verärgert|unzufrieden|schlecht\\w*|furchtbar|unmöglich|zumutung|mangelhaft|defekt|kaputt|ausgefallen|störung|anwalt|zum dritten mal|niemand (?:meldet|kommt|antwortet|hilft)|(?:meldet|kümmert|antwortet|kommt) (?:sich )?niemand|wütend|sauer)\\b|\\b(?:musik|ton|player|anlage|app|gerät|system|zone \\S+)\\b.{0,25}\\b(?:stoppt|läuft nicht|geht nicht|fällt aus|hängt|ausgefallen|setzt aus|ist aus|bricht ab|funktioniert nicht|aus)\\b|\\b(?:keine musik|kein ton|funktioniert\\w* nicht|geht nicht|läuft nicht|läuft keine)\\b|\\b(?:zu laut|zu leise)\\b',
    ],
    [
      'question',
      2,
      '\\b(?:was kostet|wie viel|wieviel|preis\\w*|kosten|kostet|rabatt\\w*|nachlass|teuer|günstiger|zu hoch|konditionen)\\b',
      'price',
    ],
    [
      'question',
      2,
      '\\b(?:angebot|rechnung|vertrag|unterlagen|dokumente?|infos|informationen|details)\\b.{0,30}\\b(?:schick\\w*|send\\w*|zusend\\w*|zukommen|geben|bekommen|haben|mail\\w*)\\b|\\b(?:schick\\w*|send\\w*|mail\\w*)\\b.{0,35}\\b(?:angebot|rechnung|vertrag|unterlagen|dokumente?|infos|informationen|details)\\b',
      'document',
    ],
    ['question', 2, '\\b(?:wer sind sie|wer ist das|wer ist da|woher haben sie)\\b', 'identity'],
    [
      'question',
      2,
      '^(?:hallo,? |guten tag,? |ja,? |und )*(?:was|wann|wo|welche\\w*|warum|wie|wer|können sie|könnten sie|kann (?:man|ich)|gibt es|ist (?:das|es|der|die)|haben sie|dürfen|sind)\\b',
    ],
    [
      'accept',
      2,
      '\\b(?:bitte|gerne|ja,?)\\s+(?:bitte\\s+)?(?:verlängern|weiter|weitermachen|fortsetzen)|\\b(?:wir|ich) (?:verlängern|stimmen? zu|nehmen? an|bestätige\\w*|machen weiter|bleiben(?: dabei)?|sind dabei)\\b|\\b(?:machen wir|einverstanden|bestätigt|genehmigt|auf jeden fall|gerne verlängern|verlängern wir|bleiben dabei|legen sie los)\\b|\\bverlängern\\b',
    ],
    ['question', 1, '\\?|\\bbitte (?:stoppen|ändern|leiser|lauter|prüfen|wechseln|ausschalten)\\b'],
    [
      'acknowledge',
      2,
      '\\b(?:zur kenntnis genommen|alles klar|verstanden|erhalten|für die info\\w*|frohe weihnachten|gutes neues|ebenso|gleichfalls|gefällt uns|toll|super|klasse|prima)\\b',
    ],
    [
      'accept',
      1,
      '\\b(?:ja|jawohl|gerne|gern|klar|natürlich|ok|okay|passt|in ordnung|perfekt|interessiert|interesse)\\b|👍|👌|✅',
    ],
    ['acknowledge', 1, '\\b(?:danke\\w*|vielen dank|merci)\\b|🙏|😊'],
  ],
  urgent: '\\b(?:dringend|sofort|umgehend|eilt|heute noch|schnellstmöglich|seit gestern|notfall)\\b|!!!',
  angry:
    '\\b(?:frechheit|unverschämt\\w*|katastroph\\w*|inakzeptabel|zumutung|anwalt|zum dritten mal|verärgert)\\b|!!!',
  glad: '\\b(?:froh\\w*|danke\\w*|super|toll|gerne|prima|perfekt|freue\\w*|zufrieden|gefällt|klasse)\\b|👍|😊',
  sad: '\\b(?:schlecht\\w*|frechheit|enttäusch\\w*|unzufrieden|teuer|kaputt|defekt|leider|ärger\\w*|katastroph\\w*)\\b',
  limits: '\\b(?:aber|nur|außer|jedoch|ohne)\\b',
};

export const fr: Words = {
  language: 'fr',
  hasSpaces: true,
  wordings: [
    [
      'auto_reply',
      2,
      "\\b(?:absente?s? (?:du bureau|jusqu'|du \\d|pour|en congé)|réponse automatique|message automatique|en congés?|en vacances jusqu|je suis (?:actuellement )?absente?)",
    ],
    [
      'wrong_person',
      2,
      "\\bne (?:travaille|fais|suis|m'occupe)\\s+(?:plus|pas)\\b.{0,30}|\\bplus (?:en charge|responsable|en poste)\\b|\\b(?:mauvais|erreur de) (?:numéro|contact|personne|destinataire)|\\b(?:contactez|adressez-vous|voyez avec|écrivez à|veuillez contacter)\\b.{0,15}\\b(?:m\\.|mme|madame|monsieur|mon collègue|ma collègue|notre (?:siège|service|directeur|directrice)|le siège|à)\\b|\\b(?:nouveau|nouvelle) (?:directeur|directrice|responsable|contact|interlocuteur)\\b|\\b(?:quitté|démissionné|pris ma retraite)\\b",
    ],
    [
      'already_done',
      2,
      '\\bdéjà\\b.{0,20}\\b(?:payée?s?|réglée?s?|renouvelée?s?|signée?s?|faite?s?|répondu|envoyée?s?|clients?)\\b|\\b(?:payé|réglé|renouvelé|signé)\\b.{0,20}\\b(?:la semaine dernière|hier|le mois dernier)\\b',
    ],
    [
      null,
      1,
      '\\b(?:pas mal|pas de (?:souci|problème)s?|ne me retirez pas|aucun problème|ne vous arrêtez pas)\\b',
    ],
    [
      'partial',
      2,
      '\\b(?:seulement|uniquement|juste|que)\\s+(?:pour\\s+|les\\s+)?(?:\\d+|une?|deux|trois|quatre|cinq)\\s*(?:zones?|sites?|espaces?)?|\\b(?:gard\\w+|conserv\\w+)\\b.{0,15}\\b(?:seulement|uniquement|que)\\b|\\b(?:tout|toutes?|tous)\\b.{0,15}\\b(?:sauf|excepté|hormis)\\b|\\bsauf (?:la |le |les )?(?:zone )?\\S+|\\bsans (?:la |les )?zones?\\b|\\b(?:supprimer|résilier|retirer|enlever|annuler)\\s+(?:la |les |une |deux )?zones?\\b|\\bréduire\\b',
    ],
    [
      'decline',
      2,
      "\\b(?:pas|plus) (?:intéressée?s?|d'intérêt)\\b|\\bne (?:\\S+ ){0,3}(?:pas|plus)\\s+(?:le |la )?(?:renouvel\\w*|continu\\w*|poursuiv\\w*|reconduire|prolong\\w*)|\\b(?:renouvel\\w*|continu\\w*|reconduis\\w*) pas\\b|\\bne (?:nous|m')\\s*intéress\\w* (?:pas|plus)\\b|\\b(?:arrêtons|on arrête|mettons fin|résilier)\\b|\\bautre (?:prestataire|fournisseur)\\b|\\bpas de renouvellement\\b|\\b(?:résili\\w+|changeons de|changer de (?:prestataire|fournisseur)|déclin\\w+|nous fermons|arrêter le contrat)\\b",
    ],
    ['decline', 1, '\\bnon(?:,? merci)?\\b|\\bpas besoin\\b'],
    [
      'later',
      2,
      "\\b(?:recontactez|rappelez|revenez|relancez|reparl\\w+|contactez)\\b.{0,30}\\b(?:mois|semaine|année|prochaine?|après|plus tard|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|rentrée)\\b|\\b(?:(?:dois|devons|vais|allons) (?:d'abord )?(?:voir|vérifier|consulter|demander|en parler|valider)|voir avec (?:ma|mon|notre|la)|revenez vers|plus tard|pas (?:maintenant|encore|pour l'instant|tout de suite)|peut-être|le mois prochain|l'année prochaine|la semaine prochaine|réfléchi\\w*|à l'étude|en attente|je reviens vers vous|vous tiens au courant|valider en interne)\\b",
    ],
    [
      'callback',
      2,
      "\\b(?:appel\\w*|rappel\\w*|téléphon\\w*)[ -](?:moi|nous)\\b|\\b(?:m'appeler|nous appeler|me rappeler|nous rappeler|prendre rendez-vous|fixer un rendez-vous)\\b|\\bpassez (?:nous voir|à l'hôtel|lundi|mardi)\\b",
    ],
    [
      'complaint',
      2,
      "\\b(?:inadmissible|inacceptable|scandaleu\\w+|honteux|déçue?s?|mécontente?s?|catastroph\\w*|nulle?|lamentable|insupportable|plainte|remboursement|avocat|panne|en panne|cassée?|défectueux|troisième fois|personne ne (?:répond|vient|rappelle)|aucune réponse|toujours (?:rien|pas de réponse)|furieu\\w+)\\b|\\b(?:plus|pas|aucun) (?:de |d')?(?:son|musique)\\b|\\bmusique\\b.{0,25}\\b(?:s'arrête|coupe|saute|s'est arrêtée|ne (?:marche|fonctionne))|\\bne (?:marche|fonctionne|fonctionnent|s'allume)\\w* (?:plus|pas)\\b|\\btrop fort\\b",
    ],
    [
      'question',
      2,
      '\\b(?:tarifs?|prix|combien|coûte|coût|cher|chère|remise|réduction|rabais|devis pour)\\b',
      'price',
    ],
    [
      'question',
      2,
      '\\b(?:envo\\w+|transmet\\w*|fai\\w+ parvenir|recevoir|avoir)\\b.{0,30}\\b(?:factures?|devis|contrats?|documents?|documentation|détails|informations|offre|proposition)\\b',
      'document',
    ],
    ['question', 2, "\\b(?:qui êtes[- ]vous|c'est qui|qui est-ce|d'où avez-vous)\\b", 'identity'],
    [
      'question',
      2,
      '^(?:bonjour,? |oui,? |et )*(?:quel\\w*|quand|où|pourquoi|comment|qui|que|pouvez-vous|pourriez-vous|est-ce|avez-vous|peut-on|y a-t-il)\\b',
    ],
    [
      'accept',
      2,
      "\\b(?:d'accord|c'est bon|ça marche|entendu|nous (?:acceptons|renouvelons|confirmons|continuons)|je (?:confirme|valide|renouvelle|suis d'accord)|on (?:continue|renouvelle|y va|valide)|allez-y|bon pour accord|validé|volontiers|avec plaisir)\\b|\\brenouvel\\w*",
    ],
    ['question', 1, '\\?|\\b(?:arrêtez|baissez|changez|coupez) la musique\\b|\\bpouvez\\b'],
    [
      'acknowledge',
      2,
      "\\b(?:bien (?:reçu|noté)|c'est noté|pour l'info\\w*|joyeux noël|bonne année|également|adore|super|génial|parfait|ravis?)\\b",
    ],
    ['accept', 1, '\\b(?:oui|ok|okay|bien sûr|absolument|intéressée?s?|ouais)\\b|👍|👌|✅'],
    ['acknowledge', 1, '\\b(?:merci\\w*|remerci\\w*)\\b|🙏|😊'],
  ],
  urgent:
    "\\b(?:urgente?|urgence|immédiatement|tout de suite|au plus vite|dès que possible|depuis hier|aujourd'hui)\\b|!!!",
  angry:
    '\\b(?:inadmissible|inacceptable|scandaleu\\w+|honteux|avocat|troisième fois|lamentable|insupportable|remboursement)\\b|!!!',
  glad: '\\b(?:joyeu\\w+|bonne année|bonnes fêtes|merci|super|parfait|génial|adore|ravis?|content\\w*|excellent\\w*|avec plaisir|bravo)\\b|👍|😊',
  sad: '\\b(?:déçu\\w*|mécontent\\w*|inadmissible|inacceptable|cher|panne|problème|nulle?|dommage|malheureusement|catastroph\\w*)\\b',
  limits: '\\b(?:mais|seulement|uniquement|sauf|sans)\\b',
};
