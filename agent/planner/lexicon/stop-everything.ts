// "Stop everything", a whole sentence, in the languages other than English: what must be understood at once.
const NOW = String.raw`(?:[\s,]+(?:sofort|jetzt|bitte|an|now|tout\s+de\s+suite|maintenant|immédiatement|s['’]il\s+(?:te|vous)\s+plaît|ya|ahora(?:\s+mismo)?|de\s+inmediato|por\s+favor|agora|já|imediatamente))*[\s!.]*`;
const whole = (source: string): RegExp => new RegExp(`^(?:${source})${NOW}$`, 'iu');

export const STOP_EVERYTHING: readonly RegExp[] = [
  whole(
    String.raw`(?:bitte\s+)?(?:stopp?e?n?|halte?n?|pausiere?n?)(?:\s+sie)?\s+(?:bitte\s+)?(?:sofort\s+)?(?:alles|alle\s+(?:kampagnen|nachrichten|sendungen|mails?))|(?:bitte\s+)?alles\s+(?:sofort\s+)?(?:stoppen|anhalten|stopp)`,
  ),
  whole(
    String.raw`(?:arr[êe]te[sz]?|arr[êe]ter|stoppe[sz]?|suspend(?:s|ez|re)?)\s+(?:tout|toutes\s+les\s+campagnes|tous\s+les\s+(?:envois|messages))`,
  ),
  whole(
    String.raw`(?:para|pare|parar|det[ée]n|detener|detenga|pausa|pausar|suspende)\s+(?:todo|tudo|todas\s+(?:las\s+campañas|as\s+campanhas)|todos\s+(?:los\s+(?:envíos|mensajes)|os\s+(?:envios|mensagens)))|interrompa\s+tudo`,
  ),
  /^(?:ช่วย|กรุณา)?หยุด(?:การ)?(?:ส่ง)?(?:ทุกอย่าง|ทั้งหมด|ทุกแคมเปญ|ข้อความทั้งหมด|แคมเปญทั้งหมด)(?:เดี๋ยวนี้|ทันที|ก่อน|เลย|ที|ครับ|ค่ะ|คะ|นะ)*$/u,
  /^(?:今すぐ|すぐに)?(?:すべて|全て|全部)(?:の(?:送信|配信|キャンペーン|メッセージ))?を?(?:今すぐ)?(?:停止|中止|ストップ|一時停止|止め)(?:して|しろ|て|する)?(?:ください|下さい)?[。！!]*$/u,
  /^(?:请|馬上|马上|立即|立刻)*(?:停止|暂停|暫停|停掉|中止)(?:发送|發送)?(?:所有|全部|一切)(?:的)?(?:发送|發送|活动|活動|消息|信息|邮件)?[。！!]*$/u,
];
