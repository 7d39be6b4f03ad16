// Headings as tables have them in German, French, Spanish, Portuguese, Thai, Japanese and Chinese, by what the column is
// (column-word.ts). English ones stand with their fields.
export const FOREIGN_HEADINGS: Readonly<Record<string, string>> = {
  name: 'kunde, kundenname, firma, firmenname, betrieb, standort, haus, client, nom du client, société, établissement, cliente, nombre del cliente, empresa, establecimiento, nome do cliente, estabelecimento, ชื่อลูกค้า, ลูกค้า, บริษัท, ชื่อร้าน, 顧客名, 顧客, 会社名, 施設名, 店舗名, 客户, 客户名称, 公司, 公司名称, 客戶, 客戶名稱',
  brand: 'marke, kette, marque, enseigne, marca, cadena, แบรนด์, ブランド, 品牌',
  type: 'art, betriebsart, branche, catégorie, type d’établissement, tipo, tipo de negocio, ประเภท, ประเภทธุรกิจ, 業種, 種別, 类型, 類型, 行业',
  city: 'ort, stadt, ville, ciudad, cidade, localidad, เมือง, จังหวัด, 都市, 市, 城市',
  country: 'land, pays, país, ประเทศ, 国, 国名, 国家, 國家',
  time_zone: 'zeitzone, fuseau horaire, zona horaria, fuso horário, เขตเวลา, タイムゾーン, 时区, 時區',
  locale: 'sprache, langue, idioma, ภาษา, 言語, 语言, 語言',
  owner:
    'kundenbetreuer, betreuer, responsable de compte, responsable, gestor, gestor de cuenta, ผู้ดูแล, 担当者, 客户经理',
  tag: 'schlagworte, étiquettes, mots clés, etiquetas, แท็ก, タグ, 标签, 標籤',
  contract_start:
    'vertragsbeginn, vertragsstart, beginn, début du contrat, date de début, inicio, inicio del contrato, fecha de inicio, início, início do contrato, data de início, วันเริ่มสัญญา, เริ่มสัญญา, 契約開始日, 契約開始, 合同开始, 合同开始日期, 開始日',
  contract_end:
    'vertragsende, vertrag bis, gültig bis, läuft bis, ende, laufzeit bis, fin du contrat, date de fin, échéance, fin del contrato, fecha de fin, vencimiento, fim, fim do contrato, data de término, vencimento, วันสิ้นสุดสัญญา, สิ้นสุดสัญญา, หมดสัญญา, 契約終了日, 契約終了, 満了日, 合同结束, 到期日, 合同到期日',
  unit_price:
    'preis, preis pro zone, prix, prix par zone, precio, precio por zona, preço, preço por zona, ราคา, 単価, 价格, 單價',
  unit_count:
    'zonen, anzahl zonen, zones, nombre de zones, zonas, número de zonas, จำนวนโซน, ゾーン数, 区域数',
  'file.currency': 'währung, devise, moneda, moeda, สกุลเงิน, 通貨, 货币, 貨幣',
  'file.id':
    'kundennummer, kunden nr, numéro client, número de cliente, รหัสลูกค้า, 顧客番号, 顧客id, 客户编号, 客戶編號',
  'file.notes':
    'notizen, bemerkung, bemerkungen, anmerkungen, remarques, notas, observaciones, observações, หมายเหตุ, 備考, 备注, 備註',
  'contact.name':
    'ansprechpartner, ansprechperson, kontakt, nom du contact, interlocuteur, contacto, persona de contacto, contato, ผู้ติดต่อ, 担当者名, 氏名, 联系人, 聯絡人',
  'contact.title': 'funktion, stelle, fonction, poste, cargo, puesto, função, ตำแหน่ง, 役職, 职位, 職位',
  'contact.email':
    'e mail adresse, mailadresse, courriel, adresse e mail, correo, correo electrónico, อีเมล, メール, メールアドレス, 邮箱, 电子邮件, 電郵, 電子郵件',
  'contact.phone':
    'telefon, telefonnummer, handy, mobil, téléphone, portable, teléfono, móvil, telefone, celular, telemóvel, โทรศัพท์, เบอร์โทร, 電話, 電話番号, 携帯電話, 电话, 手机, 手機',
};
