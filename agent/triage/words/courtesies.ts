import { words } from './sign-words.ts';

/** Words that are about nothing: politeness, and what holds a sentence together. Not one of them denies or limits. */
export const COURTESIES: readonly string[] = [
  words(
    "please|pls|plz|kindly|thanks?|thank you|thx|you|your|yours|u|ur|to|from|the|a|an|of|these|this|those|that|any|all|more|and|so|just|now|want|wish|would|like|could|can|will|be|being|been|is|are|am|it|them|hi|hello|hey|dear|team|sir|madam|at once|immediately|asap|i'd|i'm|regards|best|in|on|by|via|for|with|get|getting|receiv\\w*|tak(?:e|en|ing)|put|have|has|do|sorry|ok(?:ay)?",
    'bitte|danke|vielen|besten|dank|sie|ihr|ihre[nrms]?|euch|eure[nrms]?|den|dem|der|die|das|des|und|von|vom|aus|auf|an|zu|zum|nehm\\w*|nehmt|setz\\w*|möcht\\w*|will|wollen|woll\\w*|wünsch\\w*|bekomm\\w*|erhalt\\w*|krieg\\w*|hallo|guten tag|sehr geehrte|damen|herren|team|grüße?|gruß|mit|freundlichen|mfg|jetzt|sofort|endlich|einfach|diese[nrms]?|so|ab|es|ist|haben|hab|habe|e-?mail-?',
    "s'il vous pla[iî]t|s'il te pla[iî]t|svp|stp|merci|de|d'|du|des|la|le|les|l'|vos|votre|vous|tes|ta|ton|tu|et|à|a|au|aux|bien|vouloir|veuillez|souhait\\w*|veux|voulons|voudrais|recevoir|être|bonjour|madame|monsieur|cordialement|tout|toute|tous|toutes|ces|cette|ce|cet|maintenant|immédiatement|que|qu'|on|si|cher|chère",
    'por favor|porfa|gracias|muchas|de|del|la|el|los|las|lo|sus?|ustedes|usted|vuestr\\w*|tus?|y|a|al|que|en|quier\\w*|quer\\w*|dese\\w*|recib\\w*|ser|hola|buen[oa]s|días|tardes|estimad\\w*|un|una|saludos?|cordial\\w*|todo|todos|todas|est[eao]s?|es[eao]s?|ahora|inmediatamente|con|para|favor',
    'por favor|pf|obrigad[oa]|muito|de|d[oa]s?|n[oa]s?|a|o|as|os|ao|à|e|seus?|suas?|voss\\w*|vocês?|vcs?|que|em|quer\\w*|gostari\\w*|desej\\w*|receb\\w*|ser|olá|oi|bom dia|boa tarde|prezad\\w*|um|uma|todo|todos|todas|est[eas]s?|ess[eas]s?|dess[eas]s?|dest[eas]s?|isso|isto|agora|imediatamente|com|para|pra|favor|cumprimentos|atenciosamente|já',
  ),
  'ต้อง|แล้ว|อีก|กรุณา|โปรด|ช่วย|รบกวน|ขอ|ด้วย|หน่อย|นะ|จ้า|จ้ะ|ครับ|คับ|ค่ะ|คะ|ค่า|ขอบคุณ|เลย|มา|ให้|ของ|จาก|ที่|นี้|ๆ|ได้|สวัสดี|รับ|หา|ทาง|กับ|คุณ|ท่าน|ใดๆ|ใด|อื่น|การ|จะ|ต้องการ|อยาก|ประสงค์|และ|พวก|ทั้งหมด|ทุก|แบบ|ตอนนี้|ทันที',
  'すみません|すいません|恐れ入りますが|お手数ですが|お願い(?:いた|致)?します|おねがいします|お願い|ください|下さい|です|ます|ました|ません|まして|宜しく|よろしく|ありがとうございます|いただけ(?:ます|ません)か|いただ[きけく]|ほしい|欲しい|思います|ので|から|こちら|そちら|御社|貴社|の|を|は|が|に|へ|で|と|も|ご|お|し|て|た|か|よ|ね|さい|という|この|こういう|全て|すべて|ここ|なくて(?:いい|大丈夫|結構)|方向|もの|様',
  '请|請|麻烦|麻煩|谢谢|謝謝|多谢|您好|你好|您|你们|你們|你|们|們|的|了|吧|啦|哦|呀|啊|吗|嗎|把|将|將|从|從|给|給|向|到|这个|這個|这|這|此|以|在|里|裡|中|和|与|想|要|希望|收到|接收|收|所有|全部|一切|立即|马上|馬上|现在|好|一下|去掉|拿掉|去|掉|个|個|类|類|种|種|些',
];
