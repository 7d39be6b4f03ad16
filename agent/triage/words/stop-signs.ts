// What people speak of who want no more messages, by meaning and in all languages at once: what is learnt of one language
// then says something about the others. None of them is a wish by itself; what they weigh together is learnt.
import { words } from './sign-words.ts';

export const STOP_SIGNS: Readonly<Record<string, readonly string[]>> = {
  // Ending, refusing, taking away.
  ends: [
    words(
      "stop\\w*|quit|desist|cease|end(?:s|ed|ing)?|don'?t|do not|never|not|no|nor|unsub\\w*|opt(?:ing)?[ -]?out|remov\\w*|delet\\w*|eras\\w*|purg\\w*|drop|lose|forget|forgotten|off|out|block\\w*|silenc\\w*|spare\\w*|enough|without|revok\\w*|withdraw\\w*|refus\\w*|object\\w*|nothing|only|less|fewer|rid|mute\\w*|strike|scrub\\w*|wip(?:e|ing)|discontinu\\w*|cancel\\w*|terminat\\w*|halt|skip|rather not|cut|scratch|leave (?:me|us)|unwanted|unsolicited",
      'nicht|kein\\w*|nie|nimmer|niemals|aufhör\\w*|hör\\w*|schluss|genug|stopp\\w*|lösch\\w*|streich\\w*|entfern\\w*|raus\\w*|heraus\\w*|abmeld\\w*|abgemeldet|abbestell\\w*|austrag\\w*|widerspr\\w*|wiederspr\\w*|widerruf\\w*|untersag\\w*|verbiet\\w*|verzicht\\w*|verschon\\w*|ohne|nö|nein|unterlass\\w*|einstell\\w*|beend\\w*|blockier\\w*|absehen|sparen|lasst|lassen sie|ruhe',
      "ne|n'\\p{L}+|pas|plus|jamais|arr[eê]t\\w*|stop\\w*|cess\\w*|assez|supprim\\w*|retir\\w*|enlev\\w*|effac\\w*|radi(?:er|ez)|désabonn\\w*|desabonn\\w*|désinscri\\w*|desinscri\\w*|résili\\w*|oppos\\w*|refus\\w*|bloqu\\w*|oubli\\w*|sans|ni|inutile|non|rien|très peu|passer(?:ai|ais)?|marre|fich\\w*|laissez|dispens\\w*|épargn\\w*|renonc\\w*|sort(?:ir|ez)|exclu\\w*",
      'no|ni|nunca|jamás|dej(?:a|e|en|ad|ar|ás|éis)\\w*|basta\\w*|par(?:a|e|en|ad|ar)|elimin\\w*|borr\\w*|quit\\w*|sac(?:a|ar|ad|ue|uen)\\w*|baja|cancel\\w*|anul\\w*|suprim\\w*|retir\\w*|revoc\\w*|opon\\w*|rechaz\\w*|bloque\\w*|olvid\\w*|sin|prescind\\w*|guárd\\w*|guard\\w*|ahórr\\w*|desuscri\\w*|dar(?:me|nos) de baja|harto|hartos|renuncio|cese\\w*|absteng\\w*',
      'não|nao|nem|nunca|jamais|par(?:e|em|a|ar)|chega|remov\\w*|tir\\w*|exclu\\w*|apag\\w*|cancel\\w*|descadastr\\w*|desinscr\\w*|elimin\\w*|retir\\w*|suspend\\w*|revog\\w*|opon\\w*|recus\\w*|bloque\\w*|esque[cç]\\w*|sem|basta|dispens\\w*|deix(?:a|e|em|ar|aríamos)\\w*|sai(?:r|am)|abdic\\w*|prescind\\w*|poup\\w*',
    ),
    'ไม่|ม่าย|หยุด|เลิก|อย่า|ยกเลิก|ลบ|งด|พอ(?:แล้ว|เถอะ|ที|ค่ะ|ครับ|!)|ถอน|ปิด|เอาออก|ออกจาก|บล็อ[กค]|ปฏิเสธ|คัดค้าน|เพิกถอน|เลิกส่ง|ปล่อย',
    'ない|停止|てい(?:し|い)|不要|無用|結構|やめ|止め|止ま|解除|かいじょ|削除|消し|消去|拒否|拒絶|遠慮|控え|外し|除外|退会|解約|撤回|終え|終わり|オフ|切っ|うんざり|いりません|要りません|要らん|いらん|要らな|いらな|ブロック|抹消|十分|もういい|お断り|断り|辞退|ご放念|最後に',
    '不|别|別|停|取消|删|刪|勿|免了|拒|退订|退訂|屏蔽|拉黑|封锁|關|关(?:了|掉|闭)|收手|放过|放過|移除|除名|够了|夠了|撤回|忘|算了|唔|冇|咪|走开|滚|滾|撤销|终止|終止|拒收|谢绝|謝絕',
  ],
  // What is written, and by what.
  messages: [
    words(
      'e-?mails?|mails?|mailing\\w*|messag\\w*|text(?:s|ing|ed)?|sms|whats ?app|msgs?|newsletters?|letters?|circulars?|bulletins?|promos?|promotion\\w*|offers?|vouchers?|coupons?|discounts?|deals?|advert\\w*|ads?|marketing|spam\\w*|surveys?|invit\\w*|notifications?|updates?|blasts?|broadcasts?|campaigns?|inbox|mailbox|correspondence|communications?|subscri\\w*|electrons|junk|flyers?|brochures?|pings?|dms?|contact\\w*',
      'nachricht\\w*|werb\\w*|reklame|rundschreiben|rundbrief\\w*|verteiler|liste|angebot\\w*|gutschein\\w*|rabatt\\w*|post|briefe?|postfach|zusendung\\w*|zuschrift\\w*|infos?|infomail\\w*|prospekt\\w*|einladung\\w*|anruf\\w*|schreiben|kontakt\\w*',
      'courriels?|pubs?|publicit\\w*|lettres?|offres?|prospection|démarch\\w*|démarchage|promotions?|bons|réductions?|listes?|envois?|messagerie|boîte|gazette|infolettres?|sollicit\\w*|relanc\\w*|invitations?',
      'correos?|mensaj\\w*|publicidad|promoci\\w*|ofertas?|cup[oó]n\\w*|descuentos?|bolet[ií]n\\w*|envíos?|envios?|lista|propaganda|buz[oó]n|bandeja|invitaci\\w*|encuestas?|cartas?|avisos?|comunicaci\\w*',
      'mensage\\w*|publicidade|propaganda|promoç\\w*|promos?|ofertas?|cup[oõ]\\w*|descontos?|lista|newsletters?|boletim|boletins|correio|novidades|destinatários|convites?|cadastro|comunica\\w*|caixa de entrada|panfletos?|zap\\w*',
    ),
    'ข้อความ|อีเมล|เมล|โฆษณา|โปร(?:โมชั่น|โมชัน|ทาง|ใด|ไหน|\\s)?|ข่าวสาร|จดหมาย|ส่งมา|ส่งอะไร|ติดต่อมา|รายชื่อ|สแปม|คูปอง|ส่วนลด|ไลน์|แจ้งเตือน|ประชาสัมพันธ์|แคมเปญ|ทักมา|แชท|inbox|รับข่าว|ส่ง(?:!|แล้ว|อีก)',
    'メール|めーる|連絡|メッセージ|配信|広告|宣伝|リスト|ニュースレター|メルマガ|クーポン|キャンペーン|お知らせ|案内|通知|購読|勧誘|営業|送信|お送り|送って|セールス|ダイレクト|dm|sms|ライン|line|チラシ',
    '邮件|郵件|短信|簡訊|信息|訊息|消息|广告|廣告|骚扰|騷擾|名单|名單|订阅|訂閱|推送|推广|推廣|推销|推銷|促销|促銷|优惠|優惠|营销|營銷|群发|群發|来信|來信|宣傳|宣传|微信|send|通知|邮箱|郵箱|信箱|电邮|電郵|资讯|資訊|再来|再發|再发|打扰|打擾',
  ],
  // Where somebody stands with us: lists, numbers, data.
  records: [
    words(
      'lists?|records?|systems?|database|files?|details|data|number|num|mobile|address|name|gmail|account|books|rolodex|register|registry|crm|consent|permission|privacy',
      'adresse|adressen|daten|datensatz|datensätze|kartei|nummer|verteiler|privatadresse|einwilligung|datenschutz|bestand|system|datei',
      'données|fichiers?|numéro|adresse|coordonnées|base|consentement|registres?|répertoire|carnet|destinataires|lecteurs|abonnés',
      'datos|fichero\\w*|número|numero|dirección|direccion|base|registros?|consentimiento|destinatarios|contactos|agenda|suscriptor\\w*|teléfono|telefono',
      'dados|cadastro|número|numero|endereço|base|registros?|registo|consentimento|destinatários|contatos|contactos|agenda|assinantes|telefone',
    ),
    'ข้อมูลส่วน|ข้อมูล(?:ของ|ผม|ดิฉัน|หนู)|เบอร์|รายชื่อ|ระบบ|ฐานข้อมูล|ความยินยอม|ที่อยู่อีเมล',
    '個人情報|登録|リスト|名簿|アドレス|番号|宛先|同意|データ',
    '个人信息|個人資料|个人资料|联系方式|聯絡方式|号码|號碼|电话|電話|名单|名單|资料|資料|数据|隐私|隱私|同意|通讯录|信箱|邮箱',
  ],
  // For good.
  forever: [
    words(
      'any ?more|again|ever|evermore|in (?:the )?future|from now on|from here on|from today|henceforth|hereafter|for good|once and for all|no longer|going forward|last|final|never|no further|no more|further',
      'mehr|künftig|zukünftig|in zukunft|ab sofort|ab jetzt|nie wieder|wieder|endgültig|ein für alle ?mal|letzte\\w*|nächste\\w*|nächstens|weitere\\w*|fortan|gänzlich',
      "plus|jamais|désormais|à l'avenir|dorénavant|une bonne fois|définitivement|encore|prochain\\w*|dernier\\w*|dernière\\w*|nouveau",
      'más|mas|nunca|jamás|en adelante|a partir de|de una vez|definitivamente|siguiente|próxim\\w*|último|última|otra vez|ni un',
      'mais|nunca|jamais|de vez|em diante|a partir de|futuro|definitivamente|próxim\\w*|último|última|de novo|outra vez',
    ),
    'อีก|แล้ว(?:ค่ะ|ครับ|นะ|ละ|$)|ต่อไป|ตั้งแต่|ถาวร|สุดท้าย|ครั้งเดียว|ฉบับเดียว|เลิก',
    '今後|もう|二度と|以後|以降|これ以上|金輪際|最後|一切|まだ|再び|何度も',
    '再|以后|以後|今后|今後|永远|永遠|从此|從此|最后|最後|一律|一概|任何|先至|继续|繼續',
  ],
  // Law, offices, lists of those who are not to be called.
  threat: [
    words(
      'lawyers?|attorney|solicitors?|court|legal\\w*|sue|sued|report(?:ed|ing)?|ico|gdpr|dpa|ccpa|tcpa|ftc|pecr|can-?spam|regulators?|data protection|authorit\\w+|police|do[- ]not[- ]call|harass\\w*|stalk\\w*|right to be forgotten|article \\d+|ombudsman|fine|per text|invoice you',
      'anwalt|anwält\\w*|rechtsanw\\w*|dsgvo|uwg|datenschutz\\w*|aufsichtsbehörde|bundesnetzagentur|abmahn\\w*|anzeige|klage|verbraucherschutz|verbraucherzentrale|gericht|belästig\\w*',
      'cnil|rgpd|avocat\\w*|plainte|tribunal|bloctel|signal(?:er|ement|é)\\w*|dgccrf|harcèl\\w*|harcel\\w*|juridique|saisi[rst]\\w*|mise en demeure',
      'aepd|rgpd|lopd\\w*|abogad\\w*|denunci\\w*|robinson|demanda\\w*|profeco|sernac|juzgado|acoso|acosa\\w*|reclamaci\\w*|protección de datos',
      'procon|lgpd|anpd|cnpd|advogad\\w*|process\\w*|denunci\\w*|reclame ?aqui|não me perturbe|nao me perturbe|anatel|justiça|tribunal|reclama\\w*|assédio',
    ),
    'pdpa|สคส|พ\\.?ร\\.?บ|ร้องเรียน|ฟ้อง|แจ้งความ|ทนาย|คุ้มครองข้อมูล|กสทช|ตำรวจ|สคบ|รบกวนสิทธิ',
    '消費生活センター|消費者|弁護士|通報|特定電子メール法|個人情報保護|総務省|警察|訴え|法的|迷惑|苦情|相談しますよ',
    '投诉|投訴|举报|舉報|12321|12315|工信部|律师|律師|起诉|起訴|个人信息保护法|私隱|報警|报警|法律|专员|專員|骚扰|騷擾|法院',
  ],
  // It reaches the wrong one: gone, somebody else, private.
  gone: [
    words(
      'left|no longer work\\w*|retired|passed away|died|deceased|late (?:husband|wife|father|mother)|private|personal|wrong (?:number|person|address)|new phone|who dis|not me|previous owner|had this|signed up|never signed|never asked|strangers?|who (?:are|is) (?:you|this)|how did you get|where did you get',
      'nicht mehr (?:im|bei|in|für)|ausgeschieden|ruhestand|rente|verstorben|gestorben|privat\\w*|falsche\\w*|nie bestellt|woher haben|wer sind sie',
      "quitté|parti[es]?|retrait\\w*|décéd\\w*|personnelle?|privée?|mauvais numéro|jamais (?:demandé|donné|inscrit\\w*)|qui êtes|d'où tenez",
      'ya no trabajo|dejé|jubil\\w*|fallec\\w*|murió|personal|privad\\w*|equivocad\\w*|nunca (?:pedí|di|me apunté)|quién eres|quiénes sois|de dónde',
      'já não trabalho|não trabalho mais|saí d\\w+|aposent\\w*|faleceu|morreu|pessoal|particular|engano|errad\\w*|nunca (?:pedi|dei|me inscrevi)|quem (?:é|são)|onde (?:arranj|consegu|peg)\\w*',
    ),
    'ลาออก|เสียชีวิต|ส่วนตัว|ผิดคน|ผิดเบอร์|คุณคือใคร|ใครคะ|ได้เบอร์|ไม่เคยสมัคร|เกษียณ',
    '退職|亡くな|他界|死去|私用|個人の(?:メール|アドレス)|間違|どこで(?:番号|アドレス|知)|誰です|登録した覚え|申し込んだ覚え',
    '离职|離職|去世|过世|過世|私人|打错|打錯|你谁|你誰|哪来的|哪來的|哪里弄|从没|從沒|没订|沒訂|退休',
  ],
  // They have had enough of it.
  weary: [
    words(
      'annoy\\w*|sick of|tired of|fed up|pest\\w*|bother\\w*|relentless|bombard\\w*|flood\\w*|clog\\w*|drown\\w*|too many|too much|peace|shut up|go away|get lost|alone|ffs|block list|piss\\w*|daily|every day|a week|nobody reads|no one reads|burden|intrus\\w*|cured|congratulations|quiet|silence',
      'nerv\\w*|lästig|genervt|überflut\\w*|überschwemm\\w*|ständig|dauernd|ruhe|frieden|müll|zuspam\\w*|vollspam\\w*|zugemüllt|keine lust|reicht|verschont',
      'marre|ras[- ]le[- ]bol|agac\\w*|agaç\\w*|envahi\\w*|inond\\w*|satur\\w*|lourd\\w*|tranquille|paix|félicitations|insupportable|trop|fatigu\\w*',
      'pesad\\w*|hart[oa]s?|cansad\\w*|molest\\w*|satur\\w*|agobi\\w*|en paz|tranquil\\w*|paciencia|por dios|desborda\\w*|coñazo|hasta (?:el|los|las)|vete|déjame',
      'chato|chatos|cansad\\w*|fart[oa]s?|saco cheio|enche\\w*|lotad\\w*|incomod\\w*|perturb\\w*|em paz|sossego|aff|piores|importun\\w*|aborrec\\w*|troço|treco',
    ),
    'รำคาญ|เบื่อ|น่ารำคาญ|เยอะ(?:มาก|เกิน|ไป)|จะแตก|เต็ม|รบกวน(?:มาก|เกิน)|วุ่นวาย|ขอร้อง|หงุดหงิด',
    '迷惑|うんざり|しつこい|うるさい|邪魔|困って|鬱陶|うっとうし|勘弁|止まる|何度(?:も|押)|毎日|多すぎ',
    '烦|煩|骚扰|騷擾|受够|受夠|吵死|没完|沒完|一天\\S{0,3}条|求|轰炸|轟炸|刷屏|吃不消|真的|讨厌|討厭|够|夠',
  ],
};
