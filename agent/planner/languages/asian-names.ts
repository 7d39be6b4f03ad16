// Cities and brands as they are written in Thai, Japanese and Chinese: English | th | ja | zh, several with commas.
const TABLE = `
Abu Dhabi|อาบูดาบี|アブダビ|阿布扎比
Algarve|อัลการ์ฟ|アルガルヴェ|阿尔加维
Amsterdam|อัมสเตอร์ดัม|アムステルダム|阿姆斯特丹
Antwerp|แอนต์เวิร์ป|アントワープ|安特卫普
Athens|เอเธนส์|アテネ|雅典
Bali|บาหลี|バリ島,バリ|巴厘岛,峇里島,巴厘
Bangkok|กรุงเทพ|バンコク|曼谷
Barcelona|บาร์เซโลนา|バルセロナ|巴塞罗那,巴塞隆納
Beijing|ปักกิ่ง|北京|北京
Bengaluru|บังกาลอร์,เบงกาลูรู|ベンガルール,バンガロール|班加罗尔
Berlin|เบอร์ลิน|ベルリン|柏林
Boracay|โบราไกย์|ボラカイ|长滩岛
Bordeaux|บอร์โดซ์|ボルドー|波尔多
Brussels|บรัสเซลส์|ブリュッセル|布鲁塞尔
Can Tho|เกิ่นเทอ|カントー|芹苴
Cannes|คานส์|カンヌ|戛纳
Cebu|เซบู|セブ島,セブ|宿务,宿雾
Cha-Am|ชะอำ|チャアム|七岩
Chennai|เจนไน|チェンナイ|金奈
Chiang Mai|เชียงใหม่|チェンマイ|清迈,清邁
Chiang Rai|เชียงราย|チェンライ|清莱,清萊
Cologne|โคโลญ|ケルン|科隆
Colombo|โคลัมโบ|コロンボ|科伦坡
Crete|ครีต|クレタ島,クレタ|克里特岛,克里特
Da Lat|ดาลัด|ダラット|大叻
Da Nang|ดานัง|ダナン|岘港,峴港
Doha|โดฮา|ドーハ|多哈
Dubai|ดูไบ|ドバイ|迪拜,杜拜
Düsseldorf|ดุสเซลดอร์ฟ|デュッセルドルフ|杜塞尔多夫
Edinburgh|เอดินบะระ|エディンバラ|爱丁堡
Florence|ฟลอเรนซ์|フィレンツェ|佛罗伦萨
Frankfurt|แฟรงก์เฟิร์ต|フランクフルト|法兰克福
Fukuoka|ฟุกุโอกะ|福岡|福冈,福岡
Glasgow|กลาสโกว์|グラスゴー|格拉斯哥
Goa|กัว|ゴア|果阿
Guangzhou|กว่างโจว|広州|广州,廣州
Ha Long|ฮาลอง|ハロン湾,ハロン|下龙湾,下龙
Hamburg|ฮัมบูร์ก|ハンブルク|汉堡
Hangzhou|หางโจว|杭州|杭州
Hanoi|ฮานอย|ハノイ|河内,河內
Ho Chi Minh City|โฮจิมินห์ซิตี้,โฮจิมินห์,ไซ่ง่อน|ホーチミン市,ホーチミン,サイゴン|胡志明市,胡志明,西贡
Hoi An|ฮอยอัน|ホイアン|会安,會安
Hong Kong|ฮ่องกง|香港|香港
Hua Hin|หัวหิน|ホアヒン|华欣,華欣
Hue|เว้|フエ|顺化
Ibiza|อิบิซา|イビサ|伊维萨,伊比萨
Iloilo|อิโลอิโล|イロイロ|怡朗
Jakarta|จาการ์ตา|ジャカルタ|雅加达,雅加達
Johor Bahru|ยะโฮร์บาห์รู|ジョホールバル|新山
Khao Lak|เขาหลัก|カオラック|考拉
Khao Yai|เขาใหญ่|カオヤイ|考艾
Koh Chang|เกาะช้าง|チャーン島|象岛
Koh Samui|เกาะสมุย,สมุย|サムイ島,サムイ|苏梅岛,蘇梅島,苏梅
Kota Kinabalu|โคตาคินาบาลู|コタキナバル|亚庇,哥打京那巴鲁
Krabi|กระบี่|クラビ|甲米
Kuala Lumpur|กัวลาลัมเปอร์|クアラルンプール|吉隆坡
Kyoto|เกียวโต|京都|京都
Langkawi|ลังกาวี|ランカウイ|兰卡威,浮罗交怡
Lisbon|ลิสบอน|リスボン|里斯本
Liverpool|ลิเวอร์พูล|リバプール|利物浦
Lombok|ลอมบอก|ロンボク|龙目岛
London|ลอนดอน|ロンドン|伦敦,倫敦
Lyon|ลียง|リヨン|里昂
Macau|มาเก๊า|マカオ|澳门,澳門
Madrid|มาดริด|マドリード|马德里,馬德里
Makati|มากาตี|マカティ|马卡蒂
Malacca|มะละกา|マラッカ|马六甲,馬六甲
Mallorca|มายอร์กา|マヨルカ|马略卡
Manchester|แมนเชสเตอร์|マンチェスター|曼彻斯特
Manila|มะนิลา|マニラ|马尼拉,馬尼拉
Marseille|มาร์แซย์|マルセイユ|马赛
Milan|มิลาน|ミラノ|米兰,米蘭
Mumbai|มุมไบ|ムンバイ|孟买
Munich|มิวนิก|ミュンヘン|慕尼黑
Muscat|มัสกัต|マスカット|马斯喀特
Nha Trang|ญาจาง|ニャチャン|芽庄
Okinawa|โอกินาว่า,โอกินาวะ|沖縄|冲绳,沖繩
Osaka|โอซาก้า,โอซากะ|大阪|大阪
Paris|ปารีส|パリ|巴黎
Pattaya|พัทยา|パタヤ|芭提雅,芭堤雅
Penang|ปีนัง|ペナン島,ペナン|槟城,檳城
Phu Quoc|ฟู้โกว๊ก|フーコック島,フーコック|富国岛
Phuket|ภูเก็ต|プーケット|普吉岛,普吉,普吉島
Quy Nhon|กวีเญิน|クイニョン|归仁
Rome|โรม|ローマ|罗马,羅馬
Rotterdam|รอตเทอร์ดาม|ロッテルダム|鹿特丹
Sanya|ซานย่า|三亜|三亚,三亞
Sapporo|ซัปโปโร|札幌|札幌
Shanghai|เซี่ยงไฮ้|上海|上海
Shenzhen|เซินเจิ้น|深セン,深圳|深圳
Singapore|สิงคโปร์|シンガポール|新加坡
Strasbourg|สตราสบูร์ก|ストラスブール|斯特拉斯堡
Surabaya|สุราบายา|スラバヤ|泗水
Tenerife|เตเนริเฟ|テネリフェ|特内里费
Tokyo|โตเกียว|東京|东京,東京
Vienna|เวียนนา|ウィーン|维也纳,維也納
Vung Tau|หวุงเต่า|ブンタウ|头顿
Yogyakarta|ยอกยาการ์ตา|ジョグジャカルタ|日惹
Zürich|ซูริก|チューリッヒ|苏黎世,蘇黎世
Hilton|ฮิลตัน|ヒルトン|希尔顿,希爾頓
Marriott|แมริออท|マリオット|万豪,萬豪
Novotel|โนโวเทล|ノボテル|诺富特,諾富特
Hyatt|ไฮแอท|ハイアット|凯悦,凱悅
Centara|เซ็นทารา|センタラ|盛泰乐,圣塔拉,盛泰樂
Accor|แอคคอร์|アコー|雅高
Ibis|ไอบิส|イビス|宜必思
Sofitel|โซฟิเทล|ソフィテル|索菲特
Mercure|เมอร์เคียว|メルキュール|美居
Anantara|อนันตรา|アナンタラ|安纳塔拉,安納塔拉
Avani|อวานี|アヴァニ|安凡尼
Pullman|พูลแมน|プルマン|铂尔曼,鉑爾曼
Sheraton|เชอราตัน|シェラトン|喜来登,喜來登
InterContinental|อินเตอร์คอนติเนนตัล|インターコンチネンタル|洲际酒店,洲际
IHG|ไอเอชจี|IHGグループ|洲际集团,洲际酒店集团
Holiday Inn|ฮอลิเดย์อินน์,ฮอลิเดย์ อินน์|ホリデイイン,ホリデイ・イン|假日酒店,假日
Conrad|คอนราด|コンラッド|康莱德
Dusit|ดุสิต|デュシット|都喜
Dusit Thani|ดุสิตธานี|デュシタニ,デュシタニー|都喜天阙,都喜天丽
Grand Hyatt|แกรนด์ไฮแอท|グランドハイアット|君悦
DoubleTree|ดับเบิ้ลทรี|ダブルツリー|希尔顿逸林,逸林
JW Marriott|เจดับบลิว แมริออท|JWマリオット|JW万豪
Courtyard by Marriott|คอร์ทยาร์ด|コートヤード|万怡
Four Points by Sheraton|โฟร์พอยท์ส|フォーポイント|福朋喜来登,福朋
Westin|เวสทิน|ウェスティン|威斯汀
Meliá|มีเลีย|メリア|美利亚
Citadines|ซิทาดินส์|シタディーン|馨乐庭
Somerset|ซัมเมอร์เซ็ท|サマセット|盛捷
Ascott|แอสคอทท์|アスコット|雅诗阁
Moxy|ม็อกซี่|モクシー|
Jetts|เจ็ทส์|ジェッツ|
Uniqlo|ยูนิโคล่|ユニクロ|优衣库
Starbucks|สตาร์บัคส์|スターバックス,スタバ|星巴克
Tim Hortons|ทิม ฮอร์ตันส์|ティムホートンズ|提姆霍顿
Wine Connection|ไวน์คอนเนคชั่น|ワインコネクション|
Virgin Active|เวอร์จิ้นแอ็คทีฟ|ヴァージンアクティブ|维珍健身
The North Face|เดอะนอร์ทเฟซ|ノースフェイス,ザ・ノース・フェイス|北面
Soundtrack|ซาวด์แทร็ก|サウンドトラック|
Beat Breeze|บีทบรีซ|ビートブリーズ|
`;

const COLUMNS: Readonly<Record<string, number>> = { th: 1, ja: 2, zh: 3 };

/** The names of one language by the English ones, as its phrases are. */
export function asianNames(code: string): Record<string, string> {
  const column = COLUMNS[code];
  if (column === undefined) return {};
  const rows = TABLE.trim()
    .split('\n')
    .map((row) => row.split('|'));
  return Object.fromEntries(
    rows.flatMap((row) => (row[column] ? [[row[0]!, row[column].replaceAll(',', '|')]] : [])),
  );
}
