// What else people speak of beside a wish to stop: what is stopped, whom it is about, when, how often it was said. By
// meaning and in all languages at once, as stop-signs.ts, so that "no more invoices to head office" and "no more of your
// mails" differ in every language by the same fact.
import { words } from './sign-words.ts';

export const SCENE_SIGNS: Readonly<Record<string, readonly string[]>> = {
  // No need for it any more.
  needless: [
    words(
      "no need|needn'?t|don'?t need|do not need|not necessary|unnecessary|superfluous|redundant|no reason|no point|no use|no longer (?:need|necessary|relevant)|pointless|not required",
      'nicht (?:mehr )?(?:nötig|notwendig|erforderlich)|unnötig|überflüssig|erübrig\\w*|brauch\\w*|kein\\w* grund|hinfällig|sinnlos|zwecklos',
      '(?:pas|plus) (?:besoin|la peine|utile|lieu|nécessaire|de raison)|inutile\\w*|superflu\\w*|sert à rien',
      'no hace falta|no es (?:ya )?necesari\\w*|sin necesidad|innecesari\\w*|no procede|no tiene sentido|no (?:me|nos) sirve|no hay por qué|no necesit\\w*|sobra\\w*',
      '(?:não|nao) precis\\w*|(?:não|nao) (?:é|há|e|ha) (?:mais )?(?:preciso|necessário|por ?qu[eê]|necessidade)|desnecessári\\w*|(?:não|nao) faz sentido|escus\\w*',
    ),
    'ไม่ต้อง|ไม่จำเป็น|ไม่มีความจำเป็น',
    '不要(?!意)|必要は?(?:ない|ありません|ございません)|には及び|結構です|なくて(?:も)?(?:いい|結構|大丈夫|よい|構い)|無用',
    '不必|不用|不需要|无需|無需|没必要|沒必要|用不着|用不著|毋须|毋須|免了',
  ],
  // Somebody who writes, sends or calls.
  reaches: [
    words(
      'contact\\w*|writ(?:e|ing)|e-?mailing|texting|messaging|sen[dt]\\w*|follow(?:ing)?[ -]up|reach(?:ing)? out|hear(?:ing)? from|chas(?:e|ing)|approach\\w*|(?:get|keep) in touch|call\\w*|ring',
      'kontakt\\w*|angeschrieben|(?:an)?schreib\\w*|(?:hin|zu|herum)?schick\\w*|(?:zu|ver)?send\\w*|zugesandt|nachfass\\w*|melden|anruf\\w*|zuschick\\w*',
      "contact\\w*|(?:m'|nous )?écri\\w*|ecri\\w*|(?:r?en|ren)vo[iy]\\w*|relanc\\w*|sollicit\\w*|adress(?:er|ez)|appel\\w*|démarch\\w*|joindre",
      'contact\\w*|escrib\\w*|env[ií]\\w*|mand\\w*|llam\\w*|lleg\\w*|comunic\\w*|insist\\w*',
      'contat\\w*|contact\\w*|escrev\\w*|envi\\w*|mand\\w*|cham(?:em|ar|e)|lig(?:uem|ar)|procur\\w*|cheg\\w*|incluir\\w*',
    ),
    'ติดต่อ|ส่ง|ทัก|โทร|เขียนมา',
    '連絡|送(?:ら|っ|り|る|信|付)|書か|電話|ご案内|かけ(?:ない|て)',
    '联系|聯繫|聯絡|联络|发(?!票)|發(?!票)|寄|打电话|打電話|跟进|跟進|推送?|通知|来信|來信|傳|传',
  ],
  // Somebody speaks of themselves.
  self: [
    words(
      "me|us|our|my|mine|i|we|i'm|we're|this (?:number|address|inbox|mailbox|phone|e-?mail)|here",
      'mich|uns|mir|ich|wir|meine?\\w*|unser\\w*|hier\\w*',
      "me|m'\\p{L}+|moi|nous|je|j'\\p{L}+|mon|ma|mes|notre|nos|ici",
      'me|nos|yo|mis?|nuestr\\w*|\\p{L}{3,}(?:me|nos)|aquí|acá',
      'me|mim|nos|nós|eu|a gente|meus?|minhas?|noss\\w*|aqui|cá',
    ),
    'เรา|ผม|ดิฉัน|ฉัน|หนู|ทางนี้|ที่นี่|โรงแรม',
    '私|弊社|当社|当館|うち|こちら|当店|僕',
    '我|本人|本店|这边|這邊|敝',
  ],
  // Things that are stopped, ended or sent and are no messages.
  things: [
    words(
      'music|songs?|carols?|tracks?|playlists?|zones?|rooms?|technicians?|engineers?|visits?|appointments?|bookings?|reservations?|meetings?|quotes?|quotations?|proposals?|contracts?|renewals?|auto-?renewal|players?|speakers?|devices?|orders?|deliver\\w*|parcels?|apps?|trials?|direct debit|payments?|guest ?lists?|memberships?|spa|gym|pool|lobby|licen[cs]es?|class(?:es)?|lessons?|sound|between the songs',
      'musik\\w*|lied\\w*|\\w+lieder\\w*|songs?|playlist\\w*|zonen?|zimmer\\w*|techniker\\w*|monteur\\w*|besuch\\w*|termin\\w*|buchung\\w*|reservierung\\w*|kostenvoranschl\\w*|(?:ein|das|neues) angebot|vertr[aä]g\\w*|\\w*verlängerung|player|lautsprecher|geräte?|bestellung\\w*|lieferung\\w*|pakete?|app|lastschrift|zahlung\\w*|mitgliedschaft|raum|räume|durchsagen?|kurse?',
      'musiques?|chansons?|titres|playlists?|zones?|chambres?|salles?|techniciens?|visites?|rendez-vous|rdv|réservations?|devis|contrats?|reconduction|renouvellement|lecteurs?|enceintes?|appareils?|commandes?|livraisons?|colis|appli\\w*|prélèvement\\w*|paiements?|piscine|spa|annonces|cours',
      'músicas?|musica|canci\\w*|villancicos?|playlists?|zonas?|habitaci\\w*|salas?|técnicos?|tecnicos?|visitas?|citas?|reservas?|presupuestos?|cotizaci\\w*|contratos?|renovaci\\w*|reproductor\\w*|altavo\\w*|pedidos?|entregas?|paquetes?|app|aplicaci\\w*|pagos?|piscina|spa|clases?',
      'músicas?|musicas?|canç\\w*|playlists?|zonas?|quartos?|salas?|técnicos?|tecnicos?|visitas?|reuni\\w*|reservas?|orçamentos?|contratos?|renovaç\\w*|caixas? de som|aparelhos?|pedidos?|entregas?|apps?|aplicativo\\w*|pagamentos?|piscina|spa|samba|aulas?',
    ),
    'เพลง|โซน|ห้อง|ช่าง|นัด|จอง|ใบเสนอราคา|สัญญา|เครื่อง|ลำโพง|สั่งซื้อ|แอป|ชำระ|สระว่าย|สปา|ประชุม|ระบบเสียง|คลาส',
    '音楽|曲|bgm|ゾーン|号室|部屋|技術者|業者|訪問|打ち合わせ|予約|見積|契約|機器|スピーカー|注文|アプリ|支払|プール|スパ|放送|店内|レッスン',
    '音乐|音樂|歌|曲|区域|區域|房|师傅|師傅|技术员|技師|检修|檢修|预约|預約|会议|開會|的会|的會|报价|報價|合同|合約|续约|續約|续费|設備|设备|音箱|播放器|订单|訂單|app|付款|泳池|水疗|水療|裝修|装修|广播|廣播|课',
  ],
  // What a customer wants to hear of even so.
  service: [
    words(
      'invoices?|bills?|billing|faults?|maintenance|outages?|service (?:messages|notices)|contract stuff|breakdowns?|broken|statements?|receipts?',
      'rechnung\\w*|störung\\w*|wartung\\w*|belege?|abrechnung\\w*',
      'factures?|pannes?|maintenance|facturation|relevés?',
      'facturas?|mantenimiento|incidencias?|averías?|recibos?',
      'boletos?|fatura\\w*|factura\\w*|manutenção|avarias?|recibos?',
    ),
    'ซ่อม|บำรุง|ใบแจ้งหนี้|บิล|ใบเสร็จ',
    '請求書|メンテ|点検|障害|領収',
    '发票|發票|账单|帳單|維護|维护|故障|停机|停機',
  ],
  // Nothing but.
  only: [
    words(
      'only|just|solely|nothing but|nothing else|except|apart from|the rest|otherwise|other than|nothing',
      'nur|ausschließlich|lediglich|sonst (?:nichts|bitte)|außer|ansonsten|alles andere|nichts',
      "seulement|uniquement|exclusivement|rien d'autre|sauf|hormis|(?:recevoir|voulons|veux|souhait\\w*) que|le reste|rien",
      'solo|sólo|únicamente|nada más|nada|salvo|excepto|solamente|lo demás',
      'só|somente|apenas|nada|exceto|salvo|o resto|fora',
    ),
    'แค่|เฉพาะ|เท่านั้น|นอกนั้น|ยกเว้น|อย่างเดียว',
    'だけ|のみ|以外|しか|何も',
    '只|仅|僅|除了|其他|其余|其餘|别的|別的',
  ],
  // What campaigns are made of.
  promos: [
    words(
      'surveys?|questionnaires?|greetings?|vouchers?|tips|invit\\w*|birthday|raffles?|prizes?|webinars?|promo\\w*|offers?|deals?|adverts?\\w*|ads|marketing|newsletters?|festive|seasonal',
      'umfragen?|\\w*grüße|\\w*gutschein\\w*|tipps|einladung\\w*|werb\\w*|aktionen|newsletter|angebote|rabatt\\w*|reklame',
      "sondages?|vœux|voeux|enquêtes?|bons|invitations?|réclame|pubs?|publicit\\w*|promo\\w*|offres|newsletters?|prospection|lettre d'information|commercial\\w*",
      'encuestas?|felicitaci\\w*|invitaci\\w*|propaganda|publicidad|promoci\\w*|ofertas|bolet\\w*|comercial\\w*',
      'pesquisas?|cart(?:ão|ões)|felicitaç\\w*|convites?|propaganda|publicidade|promoç\\w*|ofertas|boletins?|newsletters?|comerciais',
    ),
    'แบบสอบถาม|การ์ด|อวยพร|เชิญชวน|โปร(?!แกรม|เจค)|คูปอง|โฆษณา|ข่าวประชา|จดหมายข่าว',
    'アンケート|キャンペーン|クーポン|販促|宣伝|年賀|メルマガ|ニュースレター|営業|広告',
    '问卷|問卷|问候|問候|活动|活動|优惠|優惠|祝福|促销|促銷|广告|廣告|推广|推廣|电子报|電子報|营销',
  ],
  // No customer any more.
  parted: [
    words(
      '(?:another|other|new|different) (?:provider|supplier|company|vendor)|switched|changed (?:provider|supplier)|went with|closed|closing|shut (?:down|for good)|out of business|not? (?:longer )?(?:a )?customers?|sold the|ceased trading|elsewhere',
      'ander\\w* (?:anbieter|lieferant\\w*|firma)|gewechselt|mitbewerb\\w*|geschlossen|schließung|keine? kunden?|verkauft|insolven\\w*|aufgegeben',
      'chang\\w* de (?:prestataire|fournisseur)|autre (?:prestataire|fournisseur)|fermé\\w*|fermeture|cessation|plus clients?|vendu\\w*',
      'otr[oa] (?:proveedor|empresa)|cambi(?:amos|ado) de|cerr(?:ó|amos|ado|aron)|ya no somos|vendi(?:mos|do)',
      'mud(?:amos|ei) de|outr[oa] (?:fornecedor|empresa)|fech(?:ou|amos|ado)|encerr\\w*|(?:já )?não somos|vendemos',
    ),
    'เจ้าอื่น|ปิดกิจการ|ปิดร้าน|เปลี่ยนไปใช้|เลิกกิจการ|ไม่ได้เป็นลูกค้า',
    '他社|切り替え|閉店|廃業|閉館|乗り換え|取引(?:は|が)?(?:終|ない)',
    '换供应商|換供應商|别家|別家|其他供应商|关门|關門|停业|停業|倒闭|结业|結業|歇业|不是客户',
  ],
  // Said before, and still it goes on.
  repeated: [
    words(
      '(?:two|three|four|five|six|ten|\\d+|many|several|how many|a hundred) times|twice|third|fourth|how often|already (?:told|asked|said|unsub\\w*)|still|keeps?|yet again',
      'zum (?:zweiten|dritten|vierten|x-ten)|\\d+ ?x|\\w*mal|mehrfach|schon wieder|wie oft|immer noch|trotzdem|bereits',
      '(?:deux|trois|dix|cent|plusieurs|combien de|\\d+|ème) fois|encore|toujours|malgré',
      '(?:dos|tres|diez|cuántas|mil|\\d+) veces|otra vez|sigu?e[ns]?|siguen|todavía|a pesar',
      '(?:duas|três|dez|quantas|mil|\\d+) vezes|de novo|outra vez|continu\\w*|ainda|já (?:pedi|disse|falei)',
    ),
    'รอบ|กี่ครั้ง|หลายครั้ง|บอกไป|ยังจะ|ยังส่ง',
    '何(?:回|度)|\\d回|まだ|またか|言って(?:ます|る)よ',
    '[两兩三四几幾]遍|多少次|[几幾]次|还发|還發|又发|又來|又来|还在|還在|说了|說了',
  ],
  // They want it, or miss it.
  wants: [
    words(
      "put (?:me|us) back|haven'?t (?:had|received|got|seen)|not received|didn'?t (?:get|receive)|by (?:accident|mistake)|miss(?:ed|ing)?|keep (?:them|it|those) coming|look(?:ing)? forward|love|enjoy\\w*|reads them|resubscribe|chang\\w* my mind|please continue|keep (?:sending|me|us)|useful|helpful",
      'versehentlich|irrtümlich|aus versehen|bekomm\\w* (?:ich |wir )?(?:seit|nichts|keine|nicht)|wieder (?:auf|ein|rein)\\w*|gerne?|freu\\w*|weiterhin|hilfreich|lieb\\w*',
      'par erreur|reçois plus|reçu\\w* (?:rien|pas)|(?:ré|re)inscri\\w*|remett\\w*|continuez|attend\\w*|aim(?:e|ons)\\w*|adore\\w*|intéressent|utiles?',
      'por error|sin querer|no (?:me|nos) (?:ha )?lleg\\w*|vuelvan a pon\\w*|encanta\\w*|gusta\\w*|sigan|echamos de menos|útil\\w*',
      'sem querer|por engano|não receb\\w*|continuem|ador\\w*|gost\\w*|faz falta|úte?i?s?l?',
    ),
    'ไม่ได้รับ|ชอบ|อยาก(?:ได้|อ่าน|รับ)|โดน|เผลอ|รออ่าน|อย่าเพิ่ง',
    '届かない|届きません|届いて(?:い)?ない|楽しみ|再(?:登録|開)|間違えて|誤って|されてしまい|続けて',
    '没收到|沒收到|没有收到|收不到|不小心|误|誤|喜欢|喜歡|期待|恢复|恢復|重新|每期都|别停|別停',
  ],
  // They speak of how one stops.
  mentions: [
    words(
      'if (?:i|we) (?:reply|answer|type|send|text|write)|reply (?:stop|with)|buttons?|links?|says|means?|single|does (?:it|that)',
      'wenn (?:ich|wir)|antworte|buttons?|knopf|\\w*link\\w*|steht|heißt|einzelne\\w*',
      'si (?:je|nous|on)|réponds|boutons?|liens?|veut dire|une seule',
      'si (?:respond\\w*|contest\\w*|escrib\\w*|pong\\w*)|bot[oó]n|enlaces?|significa|una sola',
      'se (?:eu|nós|a gente)|respond\\w*|bot(?:ão|ões)|links?|significa|só uma',
    ),
    'ถ้าตอบ|ถ้าพิมพ์|ปุ่ม|ลิงก์|ลิงค์|หมายความ|ที่ส่งมาว่า|โซนเดียว',
    'と返信|ボタン|リンク|という意味|と書いて|一つの',
    '如果回|回复|回t|按钮|按鈕|链接|連結|写的|寫的|意思|还是|還是|单个|一个区',
  ],
  // Whom it is about who is neither we nor they.
  others: [
    words(
      'guests?|members?|customers?|visitors?|clients|users?|shoppers?|students?|tenants?|staff|colleagues?|boss|owners?|head office|manager|chef|kids|mothers|parents',
      'gäste\\w*|mitglieder\\w*|kunden|kundinnen|besucher\\w*|nutzer\\w*|koll?eg\\w*|chefin?|zentrale|mieter\\w*|personal',
      'clients?|clientèle|membres|adhérents|hôtes|visiteurs|collègues?|patron\\w*|siège|équipe|locataires',
      'huéspedes|socios|clientes|visitantes|colegas?|jef[ae]|central|inquilinos|equipo',
      'hóspedes|sócios|clientes|alunos|colegas?|chefe|matriz|sede|equipe|inquilinos',
    ),
    'ลูกค้า|แขก|สมาชิก|เพื่อนร่วมงาน|เจ้านาย|สำนักงานใหญ่|ทีมงาน',
    'お客様|会員|ゲスト|利用者|本社|上司|同僚|スタッフ',
    '客人|会员|會員|顾客|顧客|总部|總部|同事|老板|老闆|客户|员工',
  ],
  // A day, a month, a year: until then, or then.
  dated: [
    words(
      'tomorrow|next (?:week|month|year)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|budget|this year|evening|night|noon|hour|min|minutes?',
      'morgen|nächste\\w* (?:woche|monat|jahr)|(?:mon|diens|donners|frei|sams|sonn)tag\\w*|mittwoch|januar|februar|märz|april|juni|juli|august|oktober|november|dezember|budget|dieses jahr|abends?|minuten|stunden?|advent',
      'demain|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|budget|cette année|soir|minutes|heures?|noël',
      'mañana|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|presupuesto|este año|noche|minutos|horas?|navidad',
      'amanhã|segunda|terça|quarta|quinta|sexta|sábado|domingo|janeiro|fevereiro|março|abril|junho|julho|agosto|setembro|outubro|novembro|dezembro|verba|este ano|deste ano|noite|minutos|horas?|natal',
    ),
    'พรุ่งนี้|วัน(?:จันทร์|อังคาร|พุธ|ศุกร์|เสาร์|อาทิตย์)|ปีหน้า|ปีใหม่|สัปดาห์|เดือนหน้า|ช่วงนี้|ปีนี้|ชั่วโมง',
    '明日|[月火水木金土日]曜|来[月年期週]|年明け|今期|年内|[0-9]時|分ごと|夜',
    '明天|[周週星期]+[一二三四五六日末]|下周|下週|明年|[一二三四五六七八九十]月|季度|预算|預算|今年|分钟|晚上|每天',
  ],
  // They ask to be taken in, or back.
  joins: [
    words(
      '(?:add|include|put|sign|get) (?:me|us)(?: back| up| on| in| to| too)+|me too|re-?add|back on|count me in',
      '(?:tragt?|nehmt?|nehmen sie|setzt?) (?:mich|uns) (?:\\S+ )?(?:ein|auf|wieder)|wieder auf\\w*|auch haben',
      '(?:ré)?inscri(?:re|vez)|ajoutez-\\w+|remett\\w+|moi aussi|recevoir aussi',
      'apúnt\\w*|apunt(?:an|en|ame)|inclúy\\w*|incluy\\w*|vuélvanme|añád\\w*|a mí también',
      'me (?:inclu|cadastr|adicion|coloqu|inscrev)\\w*|de volta|quero receber|também quero',
    ),
    'ขอสมัคร|เพิ่มชื่อ|เอากลับ|ส่งให้.{0,6}ด้วย',
    'もう一度|再登録|登録を?お願い|登録でき|送ってもらえ|にも送',
    '加(?:到|进|進|入|回|我)|重新|也(?:发|發|给|給|要|通知)|发我一份|恢复|恢復',
  ],
  // What it costs.
  priced: [
    words(
      'pric\\w*|costs?|rates?|increase|discount|per (?:month|year)|invoices?|bill(?:s|ed)?|paid|vat|quotes?',
      'preis\\w*|kosten|erhöhung|teurer|rabatt|rechnung\\w*|bezahlt|mwst',
      'prix|tarifs?|coût\\w*|hausse|augmentation|remise|factures?|payé\\w*|tva',
      'precios?|tarifas?|cuesta|subida|aumento|rebaja|facturas?|pagad\\w*|iva',
      'preços?|valor|custa|aumento|reajuste|faturas?|boletos?|pag[oa]s?|nota fiscal|nif|iva',
    ),
    '\\d ?%|％',
    'ราคา|ขึ้นราคา|กี่บาท|ใบแจ้งหนี้|จ่าย|โอน',
    '料金|値上げ|価格|いくら|請求|支払',
    '涨价|漲價|涨|价格|價格|多少钱|多少錢|费用|費用|账单|發票|发票|付款|锁价',
  ],
};
