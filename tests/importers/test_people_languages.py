"""People in columns of any language: by the header, by what stands below it, and what is no person however it looks."""

import pytest

from opsbook.exports.mapping.profile import profile
from opsbook.exports.privacy.examples import example
from opsbook.exports.privacy.scrub import HIDDEN, is_about_people, is_personal, quote_cell
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from support.house import decided, propose
from support.house import read_sheet as parse

# Made up headers as shops write them, by language.
HEADERS = {
    "English": "Name; Full Name; Customer; customer_name; Buyer; buyerNick; Ship to name; Recipient Name; Phone; Phone number; "
    "Telephone; Mobile number; mobile_phone; E-mail; Email Address; Billing Address1; Street; ZIP code; Postcode; Username; User ID; "
    "DOB; IP address; Passport No; Surname; First name",
    "Spanish": "nombre; Nombre del comprador; Apellidos; Teléfono; telefono; Correo electrónico; Dirección; Cliente; DNI / CUIT; "
    "Código postal; Número de teléfono",
    "Portuguese": "nome; Nome do cliente; Comprador; Sobrenome; Telefone; Endereço; CPF; CEP; Destinatário",
    "Italian": "Cognome; Indirizzo; Codice fiscale; Nome e cognome",
    "French": "nom; Prénom; Téléphone; Adresse; Nom du client; Acheteur; Code postal; Courriel",
    "German": "Vorname; Nachname; Telefonnummer; Anschrift; Kunde; Kundenname; Käufer; PLZ; Straße; E-Mail; Lieferadresse",
    "Dutch": "Naam; Klant; Adres; Telefoon",
    "Polish": "Imię; Nazwisko; Klient; Kod pocztowy",
    "Turkish": "Ad Soyad; Müşteri; Alıcı",
    "Russian": "Имя; Имя клиента; Фамилия; Телефон; Адрес; ФИО; Покупатель; Почтовый индекс",
    "Arabic": "الاسم; اسم العميل; رقم الهاتف; العنوان; المشتري",
    "Hindi": "नाम; फ़ोन; पता",
    "Indonesian": "Nama; Nama Pembeli; No HP; Alamat; Penerima",
    "Vietnamese": "Tên; Tên khách hàng; Ten khach hang; Số điện thoại; Địa chỉ; Người nhận; SĐT",
    "Thai": "ชื่อ; ชื่อผู้ซื้อ; เบอร์โทร; ที่อยู่",
    "Japanese": "氏名; 電話番号; お届け先住所; 購入者名; お客様名; 名前; 郵便番号; メールアドレス",
    "Korean": "이름; 전화번호; 주소; 구매자명; 수취인; 연락처; 고객명",
    "Chinese": "姓名; 会员名; 手机; 手机号码; 联系电话; 付款人; 用户名; 邮编; 户名; 收貨人; 電話; 聯絡人",
}
ORDINARY = {
    "English": "Mobile speed score; Product name; Campaign name; Shop name; Item name; Ad group name; Mobile visits; Phone case sales; "
    "Phone case; Email open rate; Email campaign; Address book size; Seller name; Page name; New customers; Customers; Customer count; "
    "Customer group; Customer lifetime value; Contact rate; User visits; Users; Mobile; Desktop; City; Title; Order ID; Sale Date; Total",
    "Spanish": "Nombre del producto; Nombre de la campaña; Nombre de la tienda; Número de clientes; Ventas; Clientes; Fecha",
    "Portuguese": "Nome do produto; Nome da campanha; Receita",
    "Italian": "Nome prodotto; Ricavi",
    "French": "Nom du produit; Nom de la campagne; Nombre de clients; Nombre de visites",
    "German": "Produktname; Kampagnenname; Umsatz; Anzahl Kunden; Kunden",
    "Russian": "Имя товара; Имя кампании; Количество клиентов; Выручка",
    "Arabic": "اسم المنتج; عدد العملاء; المبيعات",
    "Indonesian": "Nama produk; Nama toko; Jumlah pembeli",
    "Vietnamese": "Tên sản phẩm; Tên chiến dịch; Số lượng khách hàng; Doanh thu",
    "Thai": "ชื่อสินค้า; ชื่อแคมเปญ; จำนวนลูกค้า; ยอดขาย",
    "Japanese": "商品名; キャンペーン名; 購入者数; 売上金額; お客様数; 店舗名; メール開封率",
    "Korean": "상품명; 상품 이름; 캠페인 이름; 구매자수; 이메일 오픈율; 휴대폰 케이스 매출",
    "Chinese": "客户数; 会员支付金额; 商品名称; 计划名称; 店铺名称; 支付买家数; 手机支付金额; 手机壳销量; 电话咨询数; 收货人数; 买家评价; "
    "图片地址; 账户名; 微信访客数",
}
# What stands below a header that says nothing. Nobody of these lives.
PEOPLE = {
    "names": ["Quentin Testperson", "Wanda Testperson"],
    "surname first": ["TESTPERSON, Wanda", "SAMPLE, Harold"],
    "names of no list": ["Zork Testperson", "Blip Sampleton", "Frodo Exampleson"],
    "given names": ["Wanda", "Olivia", "Quentin"],
    "Chinese": ["王某某", "欧阳示例"],
    "Chinese with a title": ["赵先生", "钱女士"],
    "Spanish": ["José Ejemplo", "María del Carmen Prueba"],
    "Portuguese": ["João da Silva Exemplo", "Letícia Amostra"],
    "German": ["Jürgen Muster", "Frau Beispiel"],
    "French": ["Jean-Pierre Exemple", "Mme Modèle"],
    "Russian": ["Иван Примеров", "Ольга Образцова"],
    "Japanese": ["山田 太郎", "佐藤花子"],
    "Korean": ["김민수", "이서연 님"],
    "Thai": ["นายสมชาย ตัวอย่าง", "คุณมาลี"],
    "Vietnamese": ["Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"],
    "Indonesian": ["Budi Contoh", "Siti Teladan"],
    "Arabic": ["محمد مثال", "فاطمة نموذج"],
    "Hindi": ["राहुल उदाहरण", "पूजा नमूना"],
    "phones with a plus": ["+5411999888", "+44 20 7946 0000"],
    "phones in brackets": ["(555) 010-1234", "(555) 010-1235"],
    "phones with dots": ["555.010.1234", "555.010.1235"],
    "phones in pairs": ["01 23 45 67 89", "06 12 34 56 78"],
    "phones with dashes": ["090-0000-0001", "090-0000-0002"],
    "bare phones": ["5411999888", "5411999777"],
    "mail": ["a@example.com", "b@example.org"],
    "CPF": ["123.456.789-09", "987.654.321-00"],
    "CUIT": ["20-12345678-9", "27-12345678-3"],
    "SSN": ["000-12-3456", "000-12-3457"],
    "identity cards": ["11010519491231002X"],
    "internet addresses": ["192.0.2.1", "2001:db8:0:0:0:0:0:1"],
    "accounts": ["@nobody", "@some_body"],
    "English streets": ["12 Example Street", "7B Sample Rd"],
    "Spanish streets": ["Calle Falsa 123", "Av. Ejemplo 45"],
    "German streets": ["Musterstraße 12", "Beispielweg 3"],
    "French streets": ["12 rue de l'Exemple", "3 avenue du Test"],
    "Russian streets": ["ул. Примерная, д. 1"],
    "Japanese addresses": ["東京都千代田区見本町1-2-3"],
    "Korean addresses": ["예시시 견본구 시험로 12"],
    "Vietnamese addresses": ["12 đường Mẫu, quận 1"],
    "Indonesian addresses": ["Jl. Contoh No. 1"],
    "Chinese addresses": ["浙江省杭州市西湖区子虚路99号"],
}
GOODS = [
    pytest.param("Colour", ["Rose Gold", "Navy Blue", "Sky Blue"], id="colours"),
    pytest.param("商品ID", ["601234567890", "601234567891"], id="item ids"),
    pytest.param("SKU", ["13800001234", "13900001234"], id="old ids like mobiles"),
    pytest.param("关键词", ["毛衣", "高跟鞋", "马丁靴"], id="keywords like names"),
    pytest.param("Product", ["Silk Pillow", "Grace Lamp", "Oscar Chair"], id="goods"),
    pytest.param("Campaign", ["Summer Sale", "Black Friday", "Brand Search"], id="campaigns"),
    pytest.param("Col B", ["1,234", "56", "7.5"], id="figures"),
    pytest.param("Col B", ["150000000", "160000000"], id="large round amounts"),
    pytest.param("Revenue", ["150123456", "160123457"], id="large amounts"),
    pytest.param("Col B", ["1.234.567", "2.345.678"], id="amounts with dots"),
    pytest.param("Col B", ["2026-11-09", "10.11.2026"], id="days"),
    pytest.param("Col B", ["paid", "open"], id="states"),
    pytest.param("备注", ["正常", "缺货"], id="notes"),
]


def _each(table):
    return [
        pytest.param(one.strip(), id=f"{lang}: {one.strip()}")
        for lang, said in table.items()
        for one in said.split(";")
    ]


@pytest.mark.parametrize("header", _each(HEADERS))
def test_a_header_about_people_is_known_in_any_language(header):
    """Names, contacts, addresses and numbers of people stay outside whatever the language of the header."""
    assert is_personal(header)


@pytest.mark.parametrize("header", _each(ORDINARY))
def test_a_header_of_goods_or_figures_is_none_of_people(header):
    """A word of a figure, a product, a campaign or a shop beside Name, Mobile, Phone or Email makes an ordinary column."""
    assert not is_personal(header)


@pytest.mark.parametrize("cells", PEOPLE.values(), ids=PEOPLE)
def test_people_are_known_by_what_stands_below_any_header(cells):
    """Below a header that says nothing a column of people is one; of it nothing but the name is told."""
    assert is_about_people([("x", cell) for cell in cells], 1, "Col B")
    rows = [(f"2026-11-{day:02}", cell, "10.5") for day, cell in enumerate(cells, 9)]
    proposal = propose(RawTable("x.csv", "", (("Date", "Col B", "Revenue"), *rows)))
    assert (proposal.sheet.headers, proposal.sheet.personal) == (("Date", "Revenue"), ("Col B",))
    assert not any(cell in repr(proposal.guesses) for cell in cells)


@pytest.mark.parametrize(("header", "cells"), GOODS)
def test_goods_ids_and_figures_are_not_taken_for_people(header, cells):
    """A header that names goods explains their names and numbers; amounts, days and states are nobody."""
    assert not is_about_people([("x", cell) for cell in cells], 1, header)


@pytest.mark.parametrize(
    ("header", "cells", "shown"),
    [
        pytest.param("Campaign", ["Summer Sale", "Winter Sale"], "Summer Sale", id="a known field"),
        pytest.param("Category", ["Lamps", "Chairs"], "Lamps", id="a header of goods"),
        pytest.param("Campaign", ["Quentin Testperson", "Summer Sale"], "", id="a name below a known field"),
        pytest.param("Col B", ["Testperson", "Sampleton"], "", id="words that may be names"),
        pytest.param("Col B", ["testperson", "sampleton"], "", id="words in lower case"),
        pytest.param("Col B", ["paid"] * 9 + ["open"], "paid", id="ten cells of two words"),
        pytest.param("Col B", ["paid"] * 8 + ["open"], "", id="nine cells of two words"),
        pytest.param("Col B", ["Testperson"] * 10, "", id="a name that comes again"),
        pytest.param("Col B", ["30111222", "30111333"], "", id="numbers of somebody"),
        pytest.param("Col B", ["5411999888"], "", id="a single phone"),
        pytest.param("Col B", ["28013"], "", id="a postcode"),
        pytest.param("Col B", ["02801"], "", id="a postcode with a nought"),
        pytest.param("Col B", ["2801"], "2801", id="a small figure"),
        pytest.param("Col B", ["28013.5"], "28013.5", id="a figure with decimals"),
        pytest.param("Visitors of Col B", ["28013"], "28013", id="a figure by its header"),
        pytest.param("Col B", ["Quentin", "1", "2", "3", "4"], "1", id="a name among figures"),
        pytest.param("Col B", ["Quentin", *["2026-11-09"] * 4], "2026-11-09", id="a name among days"),
    ],
)
def test_an_example_is_shown_where_it_surely_is_nobody(header, cells, shown):
    """Figures, days, categories and fields are shown by a cell that is one; of what may be people no cell is."""
    rows = [("2026-11-09", cell, "10.5") for cell in cells]
    table = "PlanDay" if header == "Campaign" else "ShopDay"
    proposal = propose(RawTable("x.csv", "", (("Date", header, "Revenue"), *rows)), table=table)
    assert [guess.example for guess in proposal.guesses if guess.header == header] == [shown]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zork Testperson", HIDDEN),
        ("Testperson", HIDDEN),
        ("Иванов", HIDDEN),
        ("5411999888", HIDDEN),
        ("+54 11 9998-8888", HIDDEN),
        ("12,34.5", "12,34.5"),
        ("-5", "-5"),
        ("20260618103000", "20260618103000"),
        ("待更新", "待更新"),
        ("n/a?", "n/a?"),
    ],
)
def test_a_cell_in_the_wrong_place_is_quoted_without_people(text, said):
    """Where a figure or a day is expected long numbers and capitalised words may be somebody: they are not quoted."""
    assert quote_cell(text) == said


def test_columns_of_people_that_were_given_a_meaning_are_not_read():
    """A name given as an item's title is left out and told, though the operator said so; the rest is read."""
    head = ("Date", "Full Name", "Code", "Sales")
    fields = {"date": "date", "fullname": "title", "code": "item_id", "sales": "gmv"}
    known = {signature(head): decided("x", "ItemDay", fields)}
    parsed = parse(RawTable("x.csv", "", (head, ("2026-11-09", "Zork Testperson", "A1", "5"))), known)
    (row,) = parsed.facts[0].rows
    assert (row.values["item_id"], row.values["gmv"], row.values.get("title")) == ("A1", 5, None)
    assert [one.seen["columns"] for one in parsed.issues if one.code == "personal-columns"] == [("Full Name",)]


@pytest.mark.parametrize("header", ["Column1", "Column 2", "Field3", "F3", "列1", "Unnamed: 2", "Sheet1"])
def test_a_header_that_says_nothing_shows_no_name(header):
    """Excel's own names for columns promise no goods below them."""
    assert example(header, profile(["Hortensia Plimsoll", "Kilgore Trout"]), known=False) == ""
