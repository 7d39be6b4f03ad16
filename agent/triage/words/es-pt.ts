import type { Words } from './words.ts';

export const es: Words = {
  language: 'es',
  hasSpaces: true,
  wordings: [
    [
      'auto_reply',
      2,
      '\\b(?:fuera de la oficina|respuesta automática|mensaje automático|de vacaciones hasta|estoy de (?:vacaciones|baja médica)|estaré ausente|me encuentro ausente)\\b',
    ],
    [
      'wrong_person',
      2,
      '\\b(?:ya )?no (?:trabajo|trabaja|soy (?:el|la|quien)|estoy a cargo|me encargo|pertenezco)\\b|\\b(?:número|persona|contacto|correo) (?:equivocad[oa]|incorrect[oa])|\\bequivocad[oa]\\b|\\b(?:contacte|contacten|hable|hablen|escriba|diríjase|comuníquese|consulte)\\b.{0,20}\\b(?:con|a|sr\\.?|sra\\.?|mi colega|nuestr[oa]|oficina central|compras)\\b|\\bnuev[oa] (?:director|directora|gerente|responsable|encargad[oa]|contacto)\\b|\\b(?:dejé la empresa|me jubilé|renuncié)\\b',
    ],
    [
      'already_done',
      2,
      '\\bya\\b.{0,20}\\b(?:pagamos|pagado|pagué|renovamos|renovado|renové|firmamos|firmado|hecho|enviamos|enviado|respond\\w+|somos clientes|está (?:pagad|renovad|firmad)\\w+)\\b|\\b(?:pagamos|renovamos|firmamos|pagué)\\b.{0,20}\\b(?:la semana pasada|ayer|el mes pasado)\\b',
    ],
    [null, 1, '\\b(?:no paren|no hay problema|sin problemas?|nada mal|no está mal|no se preocupe)\\b'],
    [
      'partial',
      2,
      '\\b(?:solo|sólo|solamente|únicamente)\\s+(?:para\\s+|las\\s+|los\\s+)?(?:\\d+|una?|dos|tres|cuatro|cinco)\\s*(?:zonas?|locales?|áreas?)?|\\b(?:solo|sólo|solamente)\\s+(?:queremos|necesitamos|mantener|renovamos)\\b|\\b(?:todo|todas?|todos)\\b.{0,15}\\b(?:menos|excepto|salvo)\\b|\\b(?:excepto|salvo|menos) (?:la |el |las )?(?:zona )?\\S+|\\bsin (?:la |las )?zonas?\\b|\\b(?:quitar|cancelar|eliminar|dar de baja|retirar)\\s+(?:la |las |una |dos )?zonas?\\b|\\breducir\\b',
    ],
    [
      'decline',
      2,
      '\\bno\\s+(?:nos|me|estamos|estoy)?\\s*(?:interesa\\w*|interesad\\w+)|\\bno\\s+(?:vamos|voy|queremos|quiero|deseamos|podemos|pensamos)\\s+(?:a\\s+)?(?:renov\\w+|continu\\w+|seguir)|\\b(?:decidido|decidimos) no\\b|\\botro proveedor\\b|\\bno\\s+(?:renov\\w+|continuar\\w+|seguiremos)|\\b(?:cambiamos|cambiar|cambiado) de (?:proveedor|empresa)|\\b(?:cancelar|rescindir|terminar) (?:el |nuestro |todo )?(?:contrato|servicio|todo)|\\b(?:cerramos|rechazamos|declinamos|vamos a cerrar)\\b',
    ],
    ['decline', 1, '^no(?:,? gracias)?\\s*(?:$|[,.!;])|\\bno,? gracias\\b|\\bno (?:lo )?necesitamos\\b'],
    [
      'later',
      2,
      '\\b(?:escrib\\w*|cont[aá]ct\\w*|ll[aá]m\\w*|habl\\w*|avís\\w*|consult\\w*)\\b.{0,25}\\b(?:el mes que viene|mes próximo|próxim[oa]|más adelante|después|luego|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))\\b|\\b(?:(?:mes|año|semana) que viene|más (?:adelante|tarde)|ahora no|todavía no|aún no|por ahora no|quizás?|tal vez|el (?:próximo|otro) (?:mes|año)|la próxima semana|pensar(?:lo)?|consultar(?:lo)?|preguntar(?:lo)?|le aviso|les aviso|esperando|en espera|presupuesto pendiente)\\b',
    ],
    [
      'callback',
      2,
      '\\b(?:ll[aá]m[ea]\\w*|telefone\\w*)\\b|\\b(?:una llamada|agendar|reunirnos|una reunión|pase por|pasen por)\\b',
    ],
    [
      'complaint',
      2,
      '\\b(?:inaceptable|pésim[oa]|terrible|horrible|queja|reclamo|reclamación|reembolso|decepcionad\\w+|molest[oa]s?|indignad\\w+|vergüenza|averiad[oa]|rot[oa]|abogado|tercera vez|sin (?:música|sonido)|nadie (?:responde|contesta|viene)|no (?:suena|funciona|funcionan|anda|hay (?:música|sonido)|se escucha))\\b|\\bmúsica\\b.{0,25}\\b(?:se (?:para|corta|detiene|cae|traba)|falla|no )|\\b(?:sin (?:música|sonido))\\b|\\bdemasiado alt[oa]\\b',
    ],
    [
      'question',
      2,
      '\\b(?:cuánto|cuanto|precios?|cuesta|costo|coste|tarifas?|descuentos?|car[oa]|barat[oa]|cotización de)\\b',
      'price',
    ],
    [
      'question',
      2,
      '\\b(?:env[ií]\\w*|mand\\w*|pas[ae]\\w*|facilit\\w*)\\b.{0,30}\\b(?:facturas?|cotización|presupuesto|contratos?|documentos?|propuesta|información|detalles)\\b',
      'document',
    ],
    ['question', 2, '\\b(?:quién|quien) (?:eres|es|son)\\b|\\bde dónde sacaron\\b', 'identity'],
    [
      'question',
      2,
      '^(?:hola,? |buenos días,? |sí,? |y |¿ ?)*(?:qué|cuándo|dónde|cuál\\w*|por qué|cómo|quién|pueden?|podrían?|es posible|tienen|hay)\\b',
    ],
    [
      'accept',
      2,
      '\\b(?:de acuerdo|adelante|renovamos|aceptamos|acepto|confirmamos|confirmo|confirmado|seguimos|continuamos|trato hecho|nos parece bien|queremos renovar|vamos a renovar|procedan?|aprobado|renueven|por supuesto)\\b|\\brenov\\w+',
    ],
    ['question', 1, '\\?|\\b(?:paren|bajen|cambien|quiten) la música\\b'],
    [
      'acknowledge',
      2,
      '\\b(?:recibido|entendido|enterad\\w+|por (?:avisar|la información|informar)|feliz (?:navidad|año)|igualmente|nos encanta|me encanta|excelente|genial|buenísim\\w+)\\b',
    ],
    [
      'accept',
      1,
      '(?:^|[^\\p{L}])sí(?![\\p{L}])|^si\\b|\\b(?:ok|okay|vale|claro|perfecto|bueno|interesad[oa]s?|nos interesa|dale)\\b|👍|👌|✅',
    ],
    ['acknowledge', 1, '\\b(?:gracias)\\b|🙏|😊'],
  ],
  urgent:
    '\\b(?:urgente|urgencia|inmediatamente|ya mismo|cuanto antes|desde ayer|hoy mismo|lo antes posible)\\b|!!!',
  angry: '\\b(?:inaceptable|pésim[oa]|vergüenza|abogado|tercera vez|indignad\\w+|reembolso|horrible)\\b|!!!',
  glad: '\\b(?:felices|gracias|excelente|genial|encanta|perfecto|content\\w+|feliz|buenísim\\w+)\\b|👍|😊',
  sad: '\\b(?:pésim[oa]|mal[oa]?|terrible|horrible|queja|car[oa]|problema|inaceptable|decepcion\\w+|lamentablemente|molest[oa])\\b',
  limits: '\\b(?:pero|solo|sólo|solamente|excepto|salvo|menos)\\b',
};

export const pt: Words = {
  language: 'pt',
  hasSpaces: true,
  wordings: [
    [
      'auto_reply',
      2,
      '\\b(?:fora do escritório|resposta automática|mensagem automática|de férias|estarei ausente|estou ausente|ausente do escritório)\\b',
    ],
    [
      'wrong_person',
      2,
      '\\b(?:já )?não (?:trabalho|trabalha|sou (?:o|a|mais)|estou mais|faço parte)\\b|\\b(?:número|pessoa|contato|contacto) (?:errad[oa]|incorret[oa])|\\bengano\\b|\\b(?:contate|contacte|fale|falem|procure|escreva)\\b.{0,20}\\b(?:com (?:o|a|meu|minha|nosso|nossa)|sr\\.?|sra\\.?|para o|ao|à|matriz|compras)\\b|\\bnov[oa] (?:diretor|diretora|gerente|responsável|contato|contacto)\\b|\\b(?:saí da empresa|me aposentei|pedi demissão)\\b',
    ],
    [
      'already_done',
      2,
      '\\bjá\\b.{0,20}\\b(?:pagamos|pago|paga|paguei|renovamos|renovado|assinamos|assinado|feito|enviamos|respond\\w+|somos clientes|está (?:pag|renovad|assinad)\\w+)\\b|\\b(?:pagamos|renovamos|assinamos|paguei)\\b.{0,20}\\b(?:semana passada|ontem|mês passado)\\b',
    ],
    [null, 1, '\\b(?:não parem|sem problemas?|nada mal|não se preocupe|não há problema)\\b'],
    [
      'partial',
      2,
      '\\b(?:só|somente|apenas|unicamente)\\s+(?:para\\s+|as\\s+|os\\s+)?(?:\\d+|uma?|duas|dois|três|quatro|cinco)\\s*(?:zonas?|áreas?|locais)?|\\b(?:manter|manteremos|ficar com)\\s+(?:só|somente|apenas)\\b|\\b(?:só|apenas|somente) (?:queremos|precisamos|vamos manter)\\b|\\b(?:tudo|todas?|todos)\\b.{0,15}\\b(?:menos|exceto|salvo)\\b|\\b(?:exceto|salvo|menos|sem) (?:a |o |as )?(?:zona )\\S+|\\b(?:tirar|cancelar|remover|retirar)\\s+(?:a |as |uma |duas )?zonas?\\b|\\breduzir\\b',
    ],
    [
      'decline',
      2,
      '\\b(?:não|sem)\\s+(?:temos|tenho|há)?\\s*interesse\\b|\\bnão\\s+(?:estamos|estou)\\s+interessad\\w+|\\bnão\\s+(?:vamos|vou|queremos|quero|desejamos|podemos|pretendemos)\\s+(?:mais\\s+)?(?:renov\\w+|continu\\w+|seguir|prosseguir)|\\b(?:decidimos|decidido|resolvemos) não\\b|\\boutro fornecedor\\b|\\bnão\\s+(?:renov\\w+|continuar\\w+)|\\b(?:mudamos|mudar|trocamos|trocar) (?:de|para outr)\\w*|\\b(?:cancelar|rescindir|encerrar) (?:o |nosso |tudo )?(?:contrato|serviço|tudo)|\\b(?:recusamos|vamos fechar|fechamos o)\\b',
    ],
    [
      'decline',
      1,
      '^não(?:,? obrigad[oa])?(?:[.,! ]|$)|\\bnão,? obrigad[oa]\\b|\\bnão (?:precisamos|preciso)\\b',
    ],
    [
      'later',
      2,
      '\\b(?:fal\\w*|escrev\\w*|contat\\w*|contact\\w*|lig\\w*|volt\\w*|avis\\w*)\\b.{0,25}\\b(?:próxim[oa]|mês que vem|mais tarde|depois|em (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro))\\b|\\b(?:mais tarde|agora não|ainda não|por enquanto não|talvez|no próximo (?:mês|ano)|mês que vem|semana que vem|próxima semana|(?:preciso|precisamos|tenho que|vou) (?:falar|consultar|verificar|ver|perguntar)|me procure\\w* em|vamos pensar|pensar (?:no assunto|melhor|nisso)|avisamos|aviso depois|aguardando|em espera|aprovação do orçamento)\\b',
    ],
    [
      'callback',
      2,
      '\\b(?:me lig\\w*|lig(?:ue|uem|a|ar)(?:-me| para mim| para nós| pra)?|telefon\\w*)\\b|\\b(?:uma ligação|agendar|marcar uma|uma reunião|passe (?:aqui|no|na))\\b',
    ],
    [
      'complaint',
      2,
      '\\b(?:inaceitável|péssim[oa]|terrível|horrível|reclamação|reclamar|reembolso|decepcionad\\w+|insatisfeit\\w+|vergonha|avariad[oa]|quebrad[oa]|advogado|terceira vez|ninguém (?:responde|atende|vem)|não (?:funciona|funcionam|toca|tem (?:som|música)|há som))\\b|\\bmúsica\\b.{0,25}\\b(?:para|corta|cai|trava|falha|não )|\\b(?:som|música|aparelho|sistema)\\b.{0,15}\\b(?:falha\\w*|falhando|cortando|caindo)\\b|\\bsem (?:música|som)\\b|\\bmuito alt[oa]\\b',
    ],
    [
      'question',
      2,
      '\\b(?:quanto|preços?|custa|custo|valor|valores|tarifas?|descontos?|car[oa]|barat[oa])\\b',
      'price',
    ],
    [
      'question',
      2,
      '\\b(?:envi\\w*|mand\\w*|pass[ae]\\w*|encaminh\\w*)\\b.{0,30}\\b(?:faturas?|fatura|cotação|orçamento|contratos?|documentos?|proposta|informações|detalhes|boleto|nota fiscal)\\b',
      'document',
    ],
    ['question', 2, '\\bquem (?:é|são|fala)\\b|\\bonde conseguiram\\b', 'identity'],
    [
      'question',
      2,
      '^(?:olá,? |oi,? |bom dia,? |sim,? |e )*(?:o que|que|quando|onde|qual|quais|por que|como|quem|podem?|poderiam?|é possível|vocês têm|tem|há)\\b(?! (?:renov|avan|confirm|prosseg|seguir))',
    ],
    [
      'accept',
      2,
      '\\b(?:de acordo|pode(?:m)? (?:renovar|avançar|seguir|prosseguir|confirmar|fazer)|renovamos|aceitamos|aceito|confirmamos|confirmo|confirmado|continuamos|combinado|fechado|queremos renovar|vamos renovar|aprovado|renovem|com certeza|tudo certo)\\b|\\brenov\\w+',
    ],
    ['question', 1, '\\?|\\b(?:pare|parem|baixem|troquem) a música\\b'],
    [
      'acknowledge',
      2,
      '\\b(?:recebido|entendido|ciente|pela informação|pelo aviso|por avisar|feliz (?:natal|ano)|igualmente|adoramos|adorei|excelente|ótim[oa]|maravilh\\w+)\\b',
    ],
    [
      'accept',
      1,
      '\\b(?:sim|ok|okay|claro|perfeito|interessad[oa]s?|temos interesse|beleza|tá bom|está bem)\\b|👍|👌|✅',
    ],
    ['acknowledge', 1, '\\b(?:obrigad[oa]|valeu|grat[oa])\\b|🙏|😊'],
  ],
  urgent: '\\b(?:urgente|urgência|imediatamente|o quanto antes|desde ontem|hoje mesmo|agora mesmo)\\b|!!!',
  angry: '\\b(?:inaceitável|péssim[oa]|vergonha|advogado|terceira vez|reembolso|horrível|absurdo)\\b|!!!',
  glad: '\\b(?:boas festas|obrigad[oa]|excelente|ótim[oa]|ador\\w+|perfeito|feliz|maravilh\\w+)\\b|👍|😊',
  sad: '\\b(?:péssim[oa]|ruim|terrível|horrível|reclam\\w+|car[oa]|problema|inaceitável|decepcion\\w+|infelizmente)\\b',
  limits: '\\b(?:mas|só|somente|apenas|exceto|menos)\\b',
};
