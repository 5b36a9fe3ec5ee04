"""Words of headers in many languages: who somebody is, how to reach them, what has a name of its own, what is counted.

A word is matched as a whole, with and without its accents; words of scripts without blanks are looked for inside the header.

Source: headers of order lists and reports of shops in these languages; words of everyday use, none of a file.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from opsbook.exports.platforms.normalize import clean

_INSIDE = re.compile(r"[\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts without blanks
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_FOLDED = 4  # a shorter word without its accents may be another: tên, ten
_NO_ACCENT = str.maketrans("đðøłı", "ddoli")  # letters that Unicode does not take apart


@dataclass(frozen=True, slots=True)
class Header:
    """A header taken apart.

    Args:
        text: in lower case, as it stands.
        spoken: its words with a blank around each, as they stand and without accents.
    """

    text: str
    spoken: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one meaning.

    Args:
        whole: words and phrases with a blank on either side.
        inside: words of scripts without blanks.
    """

    whole: tuple[str, ...]
    inside: tuple[str, ...]

    def said_in(self, header: Header) -> bool:
        """Whether a header holds one of them."""
        if any(word in header.text for word in self.inside):
            return True
        return any(word in spoken for spoken in header.spoken for word in self.whole)


@lru_cache(maxsize=4096)
def words_of(header: str) -> Header:
    """Take a header apart: `buyerName`, `buyer_name` and `Buyer Name 1` are two words.

    >>> words_of("buyerName_1").spoken[0], words_of("Teléfono").spoken[1]
    (' buyer name ', ' telefono ')
    """
    text = _plain(_HUMP.sub(" ", clean(header)))
    spoken = " ".join(_LETTERS.findall(text))
    return Header(text, (f" {spoken} ", f" {' '.join(_LETTERS.findall(without_accents(text)))} "))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def without_accents(text: str) -> str:
    """A text in lower case without accents.

    >>> without_accents("Điện thoại"), without_accents("Prénom")
    ('dien thoai', 'prenom')
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_NO_ACCENT)


def words(table: Mapping[str, str]) -> Words:
    """Words by language, parted by commas."""
    known = [word.strip() for line in table.values() for word in _plain(line).split(",")]
    spaced = [word for word in known if not _INSIDE.search(word)]
    folded = [bare for word in spaced if len(bare := without_accents(word)) >= _LEAST_FOLDED]
    whole = tuple(dict.fromkeys(f" {word} " for word in (*spaced, *folded)))
    return Words(whole, tuple(word for word in known if _INSIDE.search(word)))


# Who bought, who receives: people whatever stands beside it, but for a figure or a kind of people.
WHO = words(
    {
        "English": "buyer, buyers name, buyernick, customer, client, recipient, consignee, receiver, payer, purchaser, shopper, "
        "bill to, ship to, sold to, nickname, nick, username, user name, user id, userid, user, login, openid, unionid, contact, "
        "contact person, full name, first name, last name, given name, family name, surname, forename, firstname, lastname, fullname, birthday, birthdate, birth date, date of birth, dob",
        "Spanish": "nombre completo, comprador, compradora, cliente, destinatario, destinataria, apellido, apellidos, usuario, contacto, "
        "fecha de nacimiento",
        "Portuguese": "nome completo, cliente, destinatário, sobrenome, usuário, contato, data de nascimento, titular",
        "Italian": "cliente, acquirente, destinatario, cognome, utente, contatto, nominativo, data di nascita",
        "French": "client, cliente, acheteur, acheteuse, destinataire, prénom, utilisateur, pseudo, contact, date de naissance",
        "German": "Kunde, Kundin, Käufer, Käuferin, Empfänger, Besteller, Vorname, Nachname, Familienname, Kundenname, "
        "Käufername, Empfängername, Ansprechpartner, Benutzername, Nutzername, Kundennummer, Geburtsdatum, Kontakt",
        "Dutch": "klant, klantnaam, koper, ontvanger, voornaam, achternaam, gebruikersnaam, geboortedatum",
        "Swedish, Danish, Norwegian": "kund, kunde, köpare, køber, kjøper, mottagare, modtager, förnamn, fornavn, efternamn, "
        "etternavn, efternavn",
        "Polish": "klient, kupujący, nabywca, odbiorca, imię, nazwisko, imię i nazwisko",
        "Turkish": "müşteri, alıcı, soyad, soyadı, ad soyad, adı soyadı, kullanıcı, kullanıcı adı",
        "Russian": "покупатель, покупателя, клиент, клиента, получатель, получателя, фамилия, отчество, фио, ф и о, никнейм, "
        "логин, дата рождения, контакт",
        "Ukrainian": "покупець, клієнт, отримувач, одержувач, прізвище, піб",
        "Greek": "πελάτης, αγοραστής, παραλήπτης, επώνυμο, ονοματεπώνυμο",
        "Arabic": "العميل, عميل, المشتري, مشتري, الزبون, المستلم, اسم العائلة, اللقب",
        "Hebrew": "לקוח, קונה, נמען, שם משפחה",
        "Hindi": "ग्राहक, खरीदार, प्राप्तकर्ता",
        "Indonesian, Malay": "pembeli, pelanggan, penerima, pengguna, nama pembeli, nama penerima",
        "Vietnamese": "họ tên, họ và tên, người mua, khách hàng, người nhận, người đặt, tài khoản",
        "Thai": "ผู้ซื้อ, ลูกค้า, ผู้รับ, นามสกุล, ชื่อผู้ใช้",
        "Japanese": "氏名, 購入者, 注文者, お客様, 顧客名, 会員名, 届け先, 届先, 送付先, 受取人, 宛名, 苗字, フリガナ, ふりがな, "
        "ニックネーム, 生年月日, ユーザー名, ユーザーid",
        "Korean": "구매자, 주문자, 수취인, 수령인, 받는사람, 받는 사람, 받는분, 고객, 회원명, 성명, 성함, 아이디, 닉네임, 생년월일",
        "Chinese, old and new signs": "收貨人, 收件人, 買家, 客戶, 會員名, 暱稱, 聯絡人",
    }
)

# How to reach somebody, and numbers of people.
CONTACT = words(
    {
        "English": "phone, phones, telephone, tel, mobile number, mobile phone, mobile no, mobile nr, cellphone, fax, whatsapp, "
        "telegram, wechat id, email, e mail, mail, emails, address, addresses, street, zip, zipcode, zip code, postcode, post code, "
        "postal code, postalcode, ssn, social security, passport, national id, tax id, vat id, id card, id number, iban, bank account, "
        "card number, ip, ip address",
        "Spanish": "teléfono, telefono, celular, móvil, correo, correo electrónico, dirección, domicilio, calle, código postal, dni, "
        "cuit, cuil, nif, nie, rut, curp, rfc, cédula, pasaporte",
        "Portuguese": "telefone, celular, telemóvel, endereço, morada, rua, cep, cpf, cnpj, rg, nif, código postal, passaporte",
        "Italian": "telefono, cellulare, indirizzo, posta elettronica, codice fiscale, partita iva",
        "French": "téléphone, portable, courriel, adresse, rue, code postal, adresse e mail",
        "German": "Telefon, Telefonnummer, Handy, Handynummer, Mobilnummer, Mobiltelefon, Rufnummer, Anschrift, Adresse, "
        "Lieferadresse, Rechnungsadresse, Lieferanschrift, Rechnungsanschrift, E-Mail-Adresse, Mailadresse, Straße, Hausnummer, PLZ, "
        "Postleitzahl, Steuernummer",
        "Dutch": "telefoon, telefoonnummer, adres, straat, huisnummer, e-mailadres, mailadres",
        "Swedish, Danish, Norwegian": "mobilnummer, telefonnummer, adress, adresse, gata, postnummer, personnummer, e-post",
        "Polish": "telefonu, numer telefonu, adres, ulica, kod pocztowy, pesel, nip",
        "Turkish": "telefon numarası, cep telefonu, adres, adresi, e-posta, eposta, posta kodu, tc kimlik",
        "Russian": "телефон, телефона, тел, мобильный, адрес, адрес доставки, почта, улица, индекс, почтовый индекс, инн, паспорт",
        "Ukrainian": "адреса, пошта, вулиця",
        "Greek": "τηλέφωνο, κινητό, διεύθυνση, οδός",
        "Arabic": "هاتف, الهاتف, رقم الهاتف, جوال, الجوال, عنوان, العنوان, البريد, البريد الإلكتروني, الرقم القومي",
        "Hebrew": "טלפון, נייד, כתובת, אימייל, דואל",
        "Hindi": "फ़ोन, फोन, मोबाइल, पता, ईमेल",
        "Indonesian, Malay": "telepon, telp, no hp, nomor hp, hp, alamat, surel, kode pos, ktp, nik",
        "Vietnamese": "điện thoại, số điện thoại, sđt, sdt, địa chỉ, mã bưu điện, cccd, cmnd",
        "Thai": "โทรศัพท์, เบอร์โทร, เบอร์, มือถือ, ที่อยู่, อีเมล, รหัสไปรษณีย์, บัตรประชาชน",
        "Japanese": "電話, 住所, 携帯, メール, 郵便番号, 番地",
        "Korean": "전화, 연락처, 휴대폰, 핸드폰, 휴대전화, 주소, 이메일, 우편번호, 배송지, 주민등록번호, 주민번호",
        "Chinese, old and new signs": "電話, 手機號, 行動電話, 郵箱, 郵遞區號, 身分證, ip地址",
    }
)

# Somebody's name, unless it is said whose it is and that is no person.
NAME = words(
    {
        "English": "name, names",
        "Spanish": "nombre, nombres",
        "Portuguese, Italian": "nome",
        "French": "nom, noms",
        "German": "Name, Vollname",
        "Dutch": "naam",
        "Swedish, Danish, Norwegian": "namn, navn",
        "Polish": "nazwa",
        "Turkish": "adı, isim",
        "Russian": "имя, имена",
        "Ukrainian": "ім, імя",
        "Greek": "όνομα",
        "Arabic": "اسم, الاسم",
        "Hebrew": "שם",
        "Hindi": "नाम",
        "Indonesian, Malay": "nama",
        "Vietnamese": "tên, họ",
        "Thai": "ชื่อ",
        "Japanese": "名前",
        "Korean": "이름",
    }
)

# What is sold, promoted and sorted; beside a word of the above it is not about people: Email campaign, Phone case.
THING = words(
    {
        "English": "product, products, item, items, lineitem, goods, article, sku, spu, asin, variant, variation, option, model, style, colour, "
        "color, size, material, pattern, title, campaign, campaigns, ad, ads, adset, "
        "ad group, advert, creative, keyword, keywords, search term, query, term, placement, audience, plan, promotion, coupon, list, "
        "brand, category, collection, tag, channel, source, medium, traffic, page, "
        "landing, url, link, device, browser, app, platform, report, metric, event",
        "Spanish": "producto, productos, artículo, campaña, anuncio, palabra clave, marca, categoría, modelo, color, talla, canal, "
        "fuente, título",
        "Portuguese": "produto, produtos, campanha, anúncio, palavra chave, categoria, modelo, cor, tamanho, origem, título",
        "Italian": "prodotto, articolo, campagna, annuncio, parola chiave, marchio, categoria, modello, colore, taglia, canale, titolo",
        "French": "produit, produits, campagne, annonce, mot clé, marque, catégorie, modèle, couleur, taille, canal, titre",
        "German": "Produkt, Artikel, Ware, Kampagne, Anzeige, Anzeigengruppe, Suchbegriff, Marke, Kategorie, Modell, Farbe, Größe, "
        "Kanal, Quelle, Titel, Produktname, Artikelname, Kampagnenname",
        "Dutch": "artikel, campagne, advertentie, zoekwoord, merk, categorie, kleur, maat, kanaal, bron, titel",
        "Polish": "produkt, produktu, towar, towaru, kampania, kampanii, reklama, marka, kategoria, model",
        "Turkish": "ürün, ürünün, kampanya, reklam, marka, kategori, renk, beden, kanal, başlık",
        "Russian": "товар, товара, товары, артикул, кампания, кампании, объявление, объявления, ключевое слово, бренд, бренда, "
        "категория, категории, модель, цвет, размер, канал, источник, название",
        "Arabic": "المنتج, منتج, الصنف, الحملة, حملة, الإعلان, العلامة, الفئة, القناة",
        "Indonesian, Malay": "produk, barang, kampanye, iklan, kata kunci, merek, kategori, warna, ukuran, saluran",
        "Vietnamese": "sản phẩm, hàng hóa, chiến dịch, quảng cáo, từ khóa, thương hiệu, danh mục, màu, kênh",
        "Thai": "สินค้า, แคมเปญ, โฆษณา, คำค้น, แบรนด์, หมวดหมู่, ช่องทาง",
        "Japanese": "商品, 製品, 品名, キャンペーン, 広告, キーワード, ブランド, カテゴリ, 型番, カラー, サイズ, チャネル, 流入元",
        "Korean": "상품, 제품, 품목, 캠페인, 광고, 키워드, 브랜드, 카테고리, 모델, 색상, 사이즈, 채널, 유입",
        "Chinese": "商品, 宝贝, 寶貝, 产品, 產品, 货品, 品名, 标题, 標題, 款式, 型号, 规格, 颜色, 尺码, 计划, 計劃, 单元, 创意, 推广, "
        "关键词, 關鍵字, 搜索词, 品牌, 类目, 分类, 类型, 渠道, 来源, 场景, 活动, 页面, 链接, 终端, 设备, 仓库, 状态",
    }
)

# What is made for a phone or sent by mail: beside a word of CONTACT it is meant, not the number or address of somebody.
MADE_FOR = words(
    {
        "English": "case, cases, cover, covers, holder, stand, charger, strap, model, brand, campaign, campaigns, ad, ads, template, "
        "subject, newsletter, list, book, theme, channel, source, medium, traffic, marketing",
        "Spanish, Portuguese": "funda, campaña, campanha, plantilla, asunto, assunto",
        "French, Italian": "coque, campagne, campagna, modèle, modello, objet, oggetto",
        "German, Dutch": "Hülle, Kampagne, Vorlage, Betreff, Modell",
        "Russian": "чехол, чехлы, кампания, кампании, модель, рассылка",
        "Japanese, Korean": "ケース, キャンペーン, 広告, メルマガ, メールマガジン, 케이스, 캠페인, 광고",
    }
)

# What else has a name that is no person's.
PLACE = words(
    {
        "English": "shop, store, seller, vendor, supplier, merchant, company, brand, warehouse, city, town, state, province, country, "
        "region, area, market, marketplace, holiday, festival, day, month, week",
        "Spanish": "tienda, vendedor, proveedor, empresa, ciudad, provincia, país, región",
        "Portuguese": "loja, vendedor, fornecedor, empresa, cidade, estado, país",
        "Italian": "negozio, venditore, fornitore, azienda, città, paese",
        "French": "boutique, magasin, vendeur, fournisseur, entreprise, ville, pays, région",
        "German": "Shop, Laden, Geschäft, Verkäufer, Händler, Lieferant, Firma, Stadt, Ort, Land, Ladenname, Shopname",
        "Dutch": "winkel, verkoper, bedrijf, stad, land",
        "Polish": "sklep, sklepu, sprzedawca, firma, miasto",
        "Turkish": "mağaza, satıcı, firma, şehir",
        "Russian": "магазин, магазина, продавец, продавца, компания, город, страна, регион",
        "Arabic": "المتجر, متجر, البائع, المدينة",
        "Indonesian, Malay": "toko, penjual, perusahaan, kota",
        "Vietnamese": "cửa hàng, gian hàng, shop, người bán, thành phố",
        "Thai": "ร้าน, ผู้ขาย, จังหวัด",
        "Japanese": "店舗, ショップ, 会社, 都市",
        "Korean": "매장, 상점, 스토어, 쇼핑몰, 판매자, 회사, 도시",
        "Chinese": "店, 卖家, 掌柜, 商家, 公司, 城市, 省份, 地区",
    }
)

# Kinds of people are no people.
KIND = words(
    {
        "English": "type, kind, group, segment, level, tier, class, status, country, satisfaction, cohort, agent, service, new vs returning, "
        "search term, search terms",
        "Spanish, Portuguese, Italian": "tipo, grupo, gruppo, segmento, nivel, nível",
        "French": "type, groupe, segment, niveau, statut",
        "German": "Kundengruppe, Kundentyp, Kundenart, Gruppe, Typ",
        "Russian": "тип, группа, сегмент, статус",
        "Japanese, Korean": "区分, ランク, 等級, 등급, 유형",
    }
)

# A figure: what it counts is not named.
FIGURE = words(
    {
        "English": "count, counts, total, totals, sales, revenue, gmv, turnover, income, profit, margin, visits, visitors, views, "
        "pageviews, clicks, click, impressions, rate, ratio, percent, percentage, share, score, speed, size, amount, value, qty, "
        "quantity, volume, sum, avg, average, median, mean, orders, sessions, conversion, conversions, cost, costs, spend, spent, "
        "price, fee, fees, index, opens, open, opened, sent, delivered, bounces, bounced, bounce, unsubscribes, subscribers, growth, "
        "units, users, followers, reach, duration, seconds, minutes, days, frequency, ltv, roi, roas, ctr, cpc, cpm, aov, calls, "
        "inquiries, refunds, returns, stock",
        "Spanish": "ventas, ingresos, visitas, visitantes, clics, tasa, importe, monto, precio, pedidos, promedio, cantidad, total, "
        "porcentaje, coste, costo, unidades, valor, conversión, facturación",
        "Portuguese": "vendas, receita, visitas, cliques, taxa, quantidade, preço, pedidos, média, faturamento, custo, valor",
        "Italian": "vendite, ricavi, visite, clic, tasso, importo, prezzo, ordini, quantità, costo, valore, fatturato",
        "French": "ventes, chiffre, visites, visiteurs, clics, taux, montant, prix, commandes, quantité, coût, moyenne, clients, "
        "acheteurs, valeur",
        "German": "Umsatz, Anzahl, Rate, Quote, Besuche, Besucher, Klicks, Betrag, Menge, Preis, Bestellungen, Wert, Kosten, Summe, "
        "Durchschnitt, Gesamt, Stück, Anteil",
        "Dutch": "omzet, aantal, bezoeken, klikken, bedrag, prijs, bestellingen, kosten, totaal",
        "Polish": "sprzedaż, przychód, liczba, kwota, cena, zamówienia, koszt, suma",
        "Turkish": "satış, satışlar, sayısı, oranı, tutar, tutarı, fiyat, adet, toplam, ciro",
        "Russian": "количество, кол, сумма, выручка, продажи, продаж, конверсия, показы, клики, заказов, заказы, цена, среднее, "
        "средний, стоимость, расход, доля, процент, число, итого, посещения",
        "Arabic": "عدد, مبيعات, المبيعات, معدل, إجمالي, الإجمالي, مبلغ, المبلغ, سعر, نسبة, الإيرادات",
        "Indonesian, Malay": "jumlah, penjualan, pendapatan, tingkat, harga, kunjungan, klik, biaya, pesanan, rasio, omzet",
        "Vietnamese": "số lượng, doanh thu, tỷ lệ, lượt, lượt xem, tổng, giá, chi phí, đơn hàng",
        "Thai": "จำนวน, ยอด, อัตรา, ราคา, รายได้, ค่าใช้จ่าย",
        "Japanese": "金額, 売上, 単価, 件数, 回数, 人数, 割合, 平均, 合計, 数量, 客数, 訪問",
        "Korean": "매출, 금액, 건수, 수량, 비율, 단가, 평균, 합계, 전환, 방문, 클릭, 비용, 오픈율",
        "Chinese": "金额, 金額, 人数, 次数, 件数, 占比, 转化, 均价, 销量, 销售额, 成交额",
    }
)
# Behind a word they make a figure of it; inside one they may be anything.
_COUNTED = re.compile(r"(?:[数數率额額量价價费費比]|[수율액]|수량)\s*(?:[(（][^)）]*[)）])?$")

# A number of a thing: goods, orders, campaigns.
NUMBERED = words(
    {
        "English": "id, ids, no, nr, number, code, sku, skuid, spu, spuid, asin, ean, upc, isbn, barcode, gtin, reference, ref, order, transaction, "
        "tracking",
        "Spanish, Portuguese, Italian": "código, codigo, referencia, pedido, codice, ordine, número de pedido",
        "French": "référence, commande",
        "German": "Artikelnummer, Bestellnummer, Auftragsnummer, Artikelnr, Nummer",
        "Russian": "артикул, код, номер заказа, заказ",
        "Japanese, Korean": "番号, コード, 번호, 코드",
        "Vietnamese, Indonesian, Thai": "mã, kode, nomor pesanan, รหัส",
        "Chinese": "编号, 編號, 编码, 货号, 款号, 单号, 批号, 流水号, 條碼, 条码, 条形码, 店码",
    }
)


def is_counted(header: Header) -> bool:
    """Whether a header speaks of a figure."""
    return FIGURE.said_in(header) or _COUNTED.search(header.text) is not None
