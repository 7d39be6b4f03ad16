// What kinds of campaigns are called in other languages, by one of their English names.

type Names = Readonly<Record<string, string>>;

const NAMES: Readonly<Record<string, Names>> = {
  de: {
    'renewal reminders':
      'vertragserinnerung*|erinnerung an den vertragsablauf|erinnerung an das vertragsende|ablauferinnerung*',
    'early renewal': 'vorzeitige verlangerung|vorzeitige vertragsverlangerung|fruhverlangerung*',
    'price change notice':
      'preisanderung*|preiserhohung*|preisanpassung*|information zur preisanderung|info zur preiserhohung',
    'payment reminder':
      'zahlungserinnerung*|mahnung*|rechnungserinnerung*|erinnerung an die rechnung|erinnerung an offene rechnungen',
    'welcome message':
      'willkommensnachricht*|willkommensmail*|begrussungsmail*|begrussungsschreiben|willkommensbrief*|begrussung',
    'onboarding message': 'onboarding|einstiegshilfe|anleitung zum start',
    'holiday opening hours':
      'feiertagsoffnungszeiten|offnungszeiten uber die feiertage|offnungszeiten an den feiertagen|offnungszeiten',
    'contact update':
      'kontaktdatenabfrage|kontaktaktualisierung*|aktualisierung der kontaktdaten|bitte um aktuelle kontaktdaten|abfrage der kontaktdaten|kontaktdaten zu prufen|kontaktdaten prufen|kontaktabgleich',
    'win back': 'ruckgewinnung*|ruckgewinnungskampagne*|ruckholaktion*|reaktivierung*',
    'feature announcement': 'funktionsankundigung*|ankundigung der neuen funktion',
    upsell: 'upselling|erweiterungsangebot*|upgrade angebot*|zusatzangebot*',
    'cross sell': 'cross selling|erganzungsangebot*',
    'event invitation': 'einladung*|veranstaltungseinladung*|einladungsschreiben',
    'loyalty message': 'treuenachricht*|treueaktion*|treuemail*|bonusaktion*|treueprogramm',
    'birthday greeting':
      'geburtstagsgruss*|geburtstagsgrusse|geburtstagsgluckwunsche|geburtstagsmail*|gluckwunsche zum geburtstag',
    'anniversary greeting': 'jubilaumsgruss*|gluckwunsche zum jubilaum',
    'referral request': 'empfehlungsaktion*|weiterempfehlung*|bitte um empfehlung|freunde werben',
    'abandoned order':
      'abgebrochene bestellung*|warenkorberinnerung*|warenkorbabbruch*|abgebrochener warenkorb',
    'back in stock': 'wieder lieferbar|wieder verfugbar|wieder auf lager',
    'review request': 'bewertungsanfrage*|bitte um bewertung|bitte um eine bewertung|bewertungsbitte',
    're-consent request':
      'einwilligungserneuerung|neue einwilligung|bitte um einwilligung|bitte um erneute einwilligung',
    'thank you message': 'dankesnachricht*|danksagung*|dankesschreiben|dankesbrief*|dankesmail*',
  },
  fr: {
    'renewal reminders': 'rappel* de contrat|rappel* d echeance|rappel* de fin de contrat',
    'early renewal': 'renouvellement anticipe',
    'price change notice':
      'changement de prix|changement de tarif|changement de tarifs|hausse de prix|hausse des prix|hausse de tarif|hausse des tarifs|augmentation de prix|augmentation des prix|augmentation des tarifs|avis de changement de prix|lettre de changement de prix',
    'payment reminder':
      'rappel* de paiement|rappel* de facture|relance* de paiement|relance* de facture|relance* facture|relance* impaye*|rappel* pour la facture',
    'welcome message':
      'message* de bienvenue|mail* de bienvenue|email* de bienvenue|lettre* de bienvenue|mot de bienvenue',
    'onboarding message': 'message* de prise en main|guide de prise en main|prise en main',
    'holiday opening hours':
      'horaires de fetes|horaires des fetes|horaires de fin d annee|horaires d ouverture|horaires pendant les fetes',
    'contact update':
      'mise a jour des coordonnees|mise a jour des contacts|demande de mise a jour des coordonnees|verification des coordonnees|verifier leurs coordonnees|actualisation des coordonnees',
    'win back': 'reconquete|campagne de reconquete|reactivation|relance des anciens clients',
    'feature announcement': 'annonce de nouvelle fonctionnalite|annonce de la nouvelle fonctionnalite',
    upsell: 'montee en gamme|vente additionnelle|offre d extension',
    'cross sell': 'vente croisee|offre complementaire',
    'event invitation': 'invitation*|carton* d invitation|lettre* d invitation',
    'loyalty message':
      'message* de fidelite|mail* de fidelite|campagne de fidelite|offre de fidelite|message* fidelite',
    'birthday greeting':
      'voeux d anniversaire|message* d anniversaire|mail* d anniversaire|souhaits d anniversaire',
    'referral request': 'parrainage|campagne de parrainage|demande de recommandation',
    'abandoned order': 'panier abandonne|paniers abandonnes|commande abandonnee|relance* de panier',
    'back in stock':
      'de retour en stock|retour en stock|a nouveau en stock|de nouveau en stock|de nouveau disponible*|a nouveau disponible*',
    'review request': 'demande* d avis|demande* de temoignage|demande* d evaluation',
    're-consent request': 'demande* de consentement|renouvellement du consentement',
    'thank you message':
      'remerciement*|message* de remerciement*|mot de remerciement*|lettre* de remerciement*|mail* de remerciement*|carte* de remerciement*',
  },
  es: {
    'renewal reminders': 'recordatorio* de contrato|recordatorio* de vencimiento|aviso* de vencimiento',
    'early renewal': 'renovacion anticipada',
    'price change notice':
      'cambio* de precio*|cambio* de tarifa*|subida* de precio*|subida* de tarifa*|aumento* de precio*|aviso* de cambio de precio*|carta de cambio de precio*',
    'payment reminder':
      'recordatorio* de pago|recordatorio* de pagos|recordatorio* de factura*|aviso* de pago|aviso* de impago|reclamacion de pago',
    'welcome message': 'mensaje* de bienvenida|correo* de bienvenida|carta* de bienvenida',
    'onboarding message': 'mensaje* de puesta en marcha|puesta en marcha|guia de inicio',
    'holiday opening hours':
      'horario* de fiestas|horario* festivo*|horario* de navidad|horario* de apertura|horarios en fiestas',
    'contact update':
      'actualizacion de contacto*|actualizacion de datos de contacto|actualizacion de datos|actualizacion de los datos de contacto|solicitud de actualizacion de datos|confirmacion de contactos|verificar sus datos de contacto|comprobar sus datos de contacto',
    'win back': 'recuperacion de clientes|campana de recuperacion|reactivacion|reconquista',
    'feature announcement': 'anuncio de nueva funcion|anuncio de la nueva funcion|novedad de producto',
    upsell: 'venta adicional|oferta de ampliacion|ampliacion de servicio',
    'cross sell': 'venta cruzada|oferta complementaria',
    'event invitation': 'invitacion*|carta de invitacion',
    'loyalty message':
      'mensaje* de fidelidad|mensaje* de fidelizacion|correo* de fidelidad|campana de fidelidad|campana de fidelizacion',
    'birthday greeting': 'felicitacion* de cumpleanos|mensaje* de cumpleanos|saludo* de cumpleanos',
    'referral request': 'campana de referidos|programa de referidos|referidos|peticion de recomendacion',
    'abandoned order': 'carrito abandonado|carritos abandonados|pedido abandonado|compra abandonada',
    'back in stock':
      'de nuevo en stock|otra vez en stock|de nuevo disponible*|otra vez disponible*|vuelve a estar disponible',
    'review request':
      'solicitud de resena*|peticion de resena*|pedir una resena|solicitud de opinion*|peticion de opinion*',
    're-consent request':
      'solicitud de consentimiento|renovacion del consentimiento|peticion de consentimiento',
    'thank you message':
      'agradecimiento*|mensaje* de agradecimiento*|carta* de agradecimiento*|correo* de agradecimiento*|nota* de agradecimiento*|mensaje de gracias',
  },
  pt: {
    'renewal reminders': 'lembrete* de contrato|aviso* de vencimento|lembrete* de vencimento',
    'early renewal': 'renovacao antecipada',
    'price change notice':
      'mudanca* de preco*|alteracao de preco*|alteracao de tarifas|aumento* de preco*|reajuste* de preco*|aviso* de reajuste|carta de aumento de preco*',
    'payment reminder':
      'lembrete* de pagamento|lembrete* de fatura*|aviso* de pagamento|aviso* de cobranca|cobranca|lembrete* de cobranca',
    'welcome message':
      'mensagem de boas vindas|mensagens de boas vindas|email de boas vindas|carta de boas vindas|boas vindas',
    'onboarding message': 'mensagem de integracao|guia de primeiros passos|primeiros passos',
    'holiday opening hours':
      'horario* de feriado*|horario* de funcionamento|horario* das festas|horario* de natal|horario* de abertura',
    'contact update':
      'atualizacao de contato*|atualizacao de contacto*|atualizacao de dados|atualizacao cadastral|pedido de atualizacao de dados|confirmacao de contatos|confirmacao de contactos|verificar os dados de contato',
    'win back': 'reconquista|campanha de reconquista|recuperacao de clientes|reativacao',
    'feature announcement': 'anuncio de nova funcao|anuncio da nova funcao|anuncio de nova funcionalidade',
    upsell: 'venda adicional|oferta de expansao|oferta de upgrade',
    'cross sell': 'venda cruzada|oferta complementar',
    'event invitation': 'convite*|carta convite',
    'loyalty message':
      'mensagem de fidelidade|mensagens de fidelidade|email de fidelidade|campanha de fidelidade|acao de fidelidade',
    'birthday greeting':
      'parabens de aniversario|mensagem de aniversario|felicitacao de aniversario|votos de aniversario',
    'referral request': 'indicacao de amigos|campanha de indicacao|programa de indicacao|pedido de indicacao',
    'abandoned order': 'carrinho abandonado|carrinhos abandonados|pedido abandonado',
    'back in stock':
      'de volta ao estoque|de volta ao stock|de novo em stock|novamente em estoque|novamente disponive*|de novo disponive*',
    'review request': 'pedido de avaliacao|solicitacao de avaliacao|pedido de opiniao|pedido de depoimento',
    're-consent request': 'pedido de consentimento|renovacao do consentimento',
    'thank you message':
      'agradecimento*|mensagem de agradecimento*|mensagens de agradecimento*|carta de agradecimento*|email de agradecimento*|nota de agradecimento*',
  },
  th: {
    'early renewal': 'ต่อสัญญาล่วงหน้า|ต่ออายุล่วงหน้า',
    'price change notice':
      'แจ้งปรับราคา|แจ้งเปลี่ยนราคา|แจ้งขึ้นราคา|ปรับราคา|การปรับราคา|ประกาศปรับราคา|จดหมายปรับราคา|ขึ้นราคา|แจ้งราคาใหม่|เปลี่ยนแปลงราคา|ข้อความแจ้งปรับราคา',
    'payment reminder':
      'แจ้งเตือนชำระเงิน|แจ้งเตือนการชำระเงิน|เตือนชำระเงิน|เตือนการชำระเงิน|แจ้งเตือนค้างชำระ|ทวงหนี้|เตือนค่าใช้จ่าย|ข้อความเตือนชำระเงิน|ข้อความแจ้งเตือนการชำระเงิน|แจ้งหนี้|เตือนจ่ายเงิน|เตือนบิล',
    'welcome message': 'ข้อความต้อนรับ|อีเมลต้อนรับ|จดหมายต้อนรับ|ต้อนรับลูกค้าใหม่|ต้อนรับ',
    'onboarding message': 'แนะนำการใช้งาน|เริ่มต้นใช้งาน|แนะนำการเริ่มต้นใช้งาน',
    'holiday opening hours': 'เวลาทำการวันหยุด|เวลาเปิดปิดวันหยุด|เวลาเปิดทำการช่วงวันหยุด|แจ้งวันหยุด|วันหยุดทำการ',
    'contact update':
      'อัปเดตข้อมูลติดต่อ|อัพเดตข้อมูลติดต่อ|อัปเดตข้อมูลการติดต่อ|ขออัปเดตข้อมูลติดต่อ|ตรวจสอบข้อมูลติดต่อ|ยืนยันข้อมูลติดต่อ|ปรับปรุงข้อมูลติดต่อ',
    'win back': 'ดึงลูกค้ากลับ|ชวนลูกค้ากลับมา|ชวนกลับมา|ดึงลูกค้าเก่ากลับมา',
    'feature announcement': 'ประกาศฟีเจอร์ใหม่|แจ้งฟีเจอร์ใหม่',
    upsell: 'เสนออัปเกรด|เสนอขายเพิ่ม|ข้อเสนออัปเกรด',
    'cross sell': 'เสนอสินค้าเพิ่มเติม|เสนอขายสินค้าอื่น',
    'event invitation': 'คำเชิญ|บัตรเชิญ|จดหมายเชิญ|เชิญร่วมงาน|ข้อความเชิญ|การ์ดเชิญ|เชิญเข้าร่วมงาน',
    'loyalty message': 'ข้อความสะสมแต้ม|โปรแกรมสะสมแต้ม|แคมเปญสะสมแต้ม|ข้อความสมาชิก',
    'birthday greeting': 'อวยพรวันเกิด|คำอวยพรวันเกิด|ข้อความวันเกิด|ข้อความอวยพรวันเกิด|สุขสันต์วันเกิด',
    'referral request': 'แนะนำเพื่อน|ชวนเพื่อน|ขอให้แนะนำต่อ',
    'abandoned order': 'ตะกร้าค้าง|คำสั่งซื้อค้าง|สินค้าค้างในตะกร้า',
    'back in stock': 'สินค้ากลับมาแล้ว|กลับมามีสินค้า|มีสินค้าอีกครั้ง|สินค้าเข้าแล้ว|ของเข้าแล้ว',
    'review request': 'ขอรีวิว|ขอให้รีวิว|ขอคำรีวิว',
    're-consent request': 'ขอความยินยอม|ขอความยินยอมใหม่|ขอคำยินยอม',
    'thank you message': 'ข้อความขอบคุณ|ขอบคุณลูกค้า|จดหมายขอบคุณ|อีเมลขอบคุณ|คำขอบคุณ|แคมเปญขอบคุณ|การ์ดขอบคุณ',
  },
  ja: {
    'early renewal': '早期更新|早期更新のご案内',
    'price change notice':
      '価格改定のお知らせ|価格改定のご案内|値上げのお知らせ|価格改定|料金改定|値上げ|価格変更のお知らせ|料金改定のお知らせ|価格変更',
    'payment reminder':
      '支払いのリマインダー|お支払いのリマインダー|支払いリマインダー|お支払いのお願い|お支払いのご案内|お支払いのお知らせ|支払いのお知らせ|支払い催促|督促|請求のリマインド|未払いのお知らせ|支払い案内|お支払い案内',
    'welcome message':
      'ウェルカムメッセージ|ウェルカムメール|歓迎メッセージ|歓迎のメッセージ|歓迎メール|ようこそメール',
    'onboarding message': '導入ガイド|オンボーディング|ご利用開始のご案内|利用開始の案内',
    'holiday opening hours':
      '休業のお知らせ|年末年始の営業時間|休日の営業時間|営業時間のお知らせ|休業案内|祝日の営業時間',
    'contact update':
      '連絡先の確認|連絡先確認|連絡先の更新|連絡先更新|連絡先更新のお願い|連絡先の更新依頼|連絡先確認のお願い|連絡先の確認依頼|ご連絡先の確認',
    'win back': '休眠顧客の掘り起こし|掘り起こし|復帰のご案内|カムバック|ウィンバック',
    'feature announcement': '新機能のお知らせ|新機能のご案内|新機能の案内',
    upsell: 'アップセル|アップグレードのご提案|アップグレードの提案|アップグレード提案',
    'cross sell': 'クロスセル|関連商品のご案内',
    'event invitation':
      'イベントの招待状|イベントの招待|イベント招待|招待状|招待メール|ご招待|イベントの案内|イベントのご案内|招待|案内状',
    'loyalty message':
      '会員向けメッセージ|ポイントのご案内|ポイントの案内|ロイヤルティメッセージ|会員特典のご案内',
    'birthday greeting':
      '誕生日のお祝い|誕生日メッセージ|お誕生日メッセージ|バースデーメッセージ|誕生日のメッセージ',
    'referral request': '紹介のお願い|お友達紹介|ご紹介のお願い|紹介キャンペーン',
    'abandoned order': 'カゴ落ち|カート放棄|買い忘れ|ご注文途中',
    'back in stock': '再入荷のお知らせ|再入荷のご案内|再入荷',
    'review request': 'レビューのお願い|レビュー依頼|口コミのお願い|クチコミのお願い|口コミ依頼',
    're-consent request': '同意の再取得|同意の再確認|配信同意のお願い|再同意のお願い',
    'thank you message':
      'お礼のメッセージ|お礼のメール|お礼メール|お礼状|感謝のメッセージ|感謝のメール|サンキューメール|お礼の手紙|お礼の連絡|御礼|お礼',
  },
  zh: {
    'early renewal': '提前续约|提前续费|提前续约优惠',
    'price change notice':
      '调价通知|价格调整通知|涨价通知|价格变动通知|价格调整|调价|涨价|調價通知|漲價通知|价格变更通知|调价函',
    'payment reminder':
      '付款提醒|缴费提醒|催款|催款通知|催款函|账单提醒|付款通知|发票提醒|逾期提醒|繳費提醒|催款信|欠款提醒',
    'welcome message': '欢迎信|欢迎邮件|欢迎消息|欢迎信息|歡迎信|欢迎词',
    'onboarding message': '入门指南|使用入门|新手引导|上手指南',
    'holiday opening hours': '假期营业时间|节假日营业时间|节日营业时间|放假通知|假期安排|休假通知',
    'contact update':
      '联系方式更新|更新联系方式|联系人更新|更新联系信息|核对联系方式|确认联系方式|联系信息更新|联系资料更新',
    'win back': '挽回客户|客户挽回|挽回|召回老客户|客户召回|流失客户挽回',
    'feature announcement': '新功能公告|新功能通知|新功能介绍|新功能上线通知',
    upsell: '升级推荐|升级方案|升级优惠|追加销售|向上销售',
    'cross sell': '交叉销售|关联推荐',
    'event invitation': '活动邀请函|活动邀请|邀请函|邀请信|邀請函|请柬|请帖',
    'loyalty message': '会员活动|会员消息|积分活动|会员关怀|忠诚度活动|会员信息',
    'birthday greeting': '生日祝福|生日贺卡|生日问候|生日祝賀',
    'referral request': '推荐好友|好友推荐|转介绍|老带新',
    'abandoned order': '购物车提醒|未完成订单|弃单提醒|未付款订单提醒',
    'back in stock': '到货通知|补货通知|重新到货|再次到货|恢复供应',
    'review request': '评价邀请|邀请评价|求好评|请求评价|评论邀请',
    're-consent request': '重新授权|重新征求同意|同意更新|再次同意',
    'thank you message': '感谢信|感谢函|感谢邮件|感谢消息|感谢信息|致谢信|答谢信|感謝信|感谢卡|答谢函',
  },
};

export const typePhrases = (code: string): Names => NAMES[code] ?? {};
