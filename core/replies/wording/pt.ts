import { list, masks } from './patterns.ts';
import type { OptOutWording } from './wording.ts';

const PT_BILL = '(?:faturas?|facturas?|boletos?|contratos?|or[cç]amentos?|recibos?|t[eé]cnicos?)';
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
  sentences: ['sair', 'descadastrar', 'cancelar inscrição', 'cancelar inscricao', 'sair da lista'],
  asks: list([
    '\\b(?:parem?|deixem?|chega)\\s+de\\s+(?:me\\s+|nos\\s+)?(?:enviar|mandar|escrever|contact\\w*|incomodar|ligar|chatear)',
    `\\b(?:n[aã]o)\\s+(?:quero|queremos|desejo|desejamos|gostaria(?:mos)?(?: de)?)\\s+(?:mais\\s+)?(?:receber|ser contact\\w*|que me|${PT_NOUN})`,
    '\\bn[aã]o\\s+(?:quero|queremos|desejo)\\s+mais\\b(?!\\s+(?:atrasos?|zonas?|altera\\S*|mudan\\S*|problema\\w*|cortes?|d[uú]vidas?|m[uú]sicas?|pagar|pagamentos?|desculpas?))\\s*(?:receber|\\S+\\s+)?',
    `\\b(?:n[aã]o)\\s+(?:me\\s+|nos\\s+)?(?:env\\w*|mand\\w*|escrev\\w*|contact\\w*|contat\\w*|incomod\\w*)\\s*(?:-me\\s*)?(?:mais|nunca mais|de novo|outra vez|novamente|${PT_NOUN})`,
    '\\b(?:remov\\w*|retir\\w*|tir\\w*|exclu\\w*|apag\\w*|elimin\\w*)(?:-me|-nos)?\\b(?!\\s+(?:a|o|as|os)\\s+(?!e-?mail|n[uú]mero|hotel|empresa|nome|contat|contact|endere|meu|minha|nosso|noss))[^,;]{0,30}\\b(?:listas?|base|cadastro|registos?)\\b',
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
    '\\bque\\s+(?:este|esta)\\s+seja\\s+[oa]\\s+[uú]ltim[oa]\\s+(?:mensagem|e-?mail)\\b',
    '\\b(?:esque[cç]am?|esquece)\\s+(?:o|do)\\s+(?:meu|nosso)\\s+(?:n[uú]mero|e-?mail|contato|contacto|endere[cç]o)\\b',
    `\\b(?:dispenso|dispensamos|poupem?-?(?:me|nos))\\b.{0,25}\\b${PT_NOUN}`,
    `\\bn[aã]o\\s+insist\\w*\\b.{0,10}\\b(?:com\\s+)?(?:mais\\s+)?${PT_NOUN}`,
  ]),
  notAsks: masks([
    '\\bquem\\s+(?:me|nos)\\s+(?:descadastr|desinscrev|remov|tir)\\w*',
    '\\bcancel\\w*[^,;]{2,25},\\s*(?:mas\\s+)?n[aã]o\\s+(?:voc[eê]s?|a? ?vossa)\\b',
    '\\b(?:e-?mail|mensagem)\\b.{0,12}\\b(?:diz|dizia|fala)\\b[^«"]{0,10}[«"][^»"]{3,80}[»"]',
    '\\b(?:par|deix)\\w*\\s+de\\s+(?:escrever|mandar|enviar|ligar)\\b.{0,15}\\b(?:a|para|pra)\\s+voc[eê]s?\\b',
    `\\bn[aã]o\\s+(?:quero|queremos|desejo)\\s+mais\\s+receber\\s+(?:a|o|as|os|uma?)?\\s*${PT_BILL}\\b`,
    `\\b(?:receb|env|mand)\\w*\\s+(?:mais\\s+)?(?:a|o|as|os|uma?)?\\s*${PT_BILL}\\b`,
    '\\bn[aã]o\\s+(?:me|nos)\\s+(?:remov|retir|tir|exclu|descadastr)\\w*.{0,20}',
    '\\bn[aã]o\\s+(?:par|deix)\\w+\\s+de\\s+\\w+.{0,20}',
    '\\bpara\\s+(?:cancelar|sair|descadastrar)\\b.{0,60}\\b(?:clique|responda|link|aqui)\\b',
    '\\bn[aã]o\\s+(?:quero|queremos)\\s+mais\\s+(?:zonas?|[oa]s?\\s+(?:m[uú]sicas?|servi[cç]o|contrato)|renovar|continuar)',
    '\\bn[aã]o\\s+(?:me|nos)?\\s*(?:env|mand|contact)\\w*\\s+(?:antes|at[eé]|na|no)\\b.{0,20}',
    '\\b(?:remov|retir|tir)\\w*\\s+(?:a|as)\\s+zonas?.{0,20}',
    '\\b(?:estava|caiu|parar|ficou|est[aá]|entrou|chegou|parou|foi)\\s+no\\s+spam\\b',
    '\\bn[aã]o\\s+(?:me\\s+|nos\\s+)?(?:escrev|env|mand)\\w*\\s+mais\\s+(?:\\S+\\s+)?para\\s+o\\s+(?:endere[cç]o|e-?mail|n[uú]mero)\\s+(?:antigo|anterior|velho)',
    '\\bpor ?qu[eê]\\s+(?:j[aá]\\s+)?n[aã]o\\s+(?:me|nos)\\s+(?:env|mand|escrev)\\w*.{0,30}',
    '\\b(?:h[oó]spedes|clientes|visitantes)\\b.{0,20}\\b(?:cancel|descadastr|desinscrev)\\w*.{0,30}',
    '\\b(?:cancel|descadastr|desinscrev)\\w*.{0,25}\\bpor\\s+(?:engano|erro)\\b',
    '\\blista\\s+de\\s+(?:zonas|m[uú]sicas|locais|pre[cç]os|espera)',
  ]),
  marketing:
    /\b(?:publicidade|propagandas?|promo[cç]\S*|ofertas|boletins?|newsletters?|marketing|comerciais)/u,
  everything: /\b(?:tudo|nada|nenhum\w*|todas as mensagens)\b/u,
  goesOn:
    /(?:\b(?:mas\s+)?continuem?\b(?!\s+\w+ndo)|(?<!n[aã]o )\bs[oó] (?:a|para|pra) mim\b|\bmand\w* (?:para|pra) mim\b|(?<!n[aã]o )\bqueremos (?:a|o|os|as) (?:news|bolet|novid|mensag)|continuo gostando|\bcont[aá]vamos com)/u,
  starts: ['voltar', 'reativar', 'subscrever', 'inscrever'],
  courtesies:
    /^(?:(?:por favor|então|pois|olá|favor|quero|obrigad[oa])[\s,.!]*)+|(?:[\s,.!]*(?:por favor|obrigad[oa]|já|imediatamente))+$/gu,
};
