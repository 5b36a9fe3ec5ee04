"""Names of people in the languages buyers write them in; what is none of the usual names is left to the header.

Source: given names and surnames in everyday use, written down for this list. Names that are words of trade too (May, Rose, Mark,
Will) are left out: they would make people of goods and months.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from opsbook.exports.privacy.header_words import FIGURE, THING, without_accents, words_of

_GIVEN: Mapping[str, str] = {
    "English": "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald steven "
    "paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen "
    "larry justin scott brandon benjamin samuel gregory alexander patrick jack dennis jerry tyler aaron henry peter adam nathan zachary "
    "walter kyle harold carl jeremy keith roger gerald ethan arthur terry sean austin noah liam oliver harry oscar quentin wanda mary "
    "patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna "
    "michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma "
    "nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane julie joyce victoria kelly "
    "christina joan evelyn lauren judith olivia megan cheryl andrea hannah jacqueline martha gloria teresa sara janice julia sophia "
    "charlotte alice jane",
    "Spanish": "jose juan antonio manuel francisco luis carlos javier miguel jesus rafael pedro angel alejandro fernando jorge alberto "
    "diego sergio pablo roberto ricardo eduardo raul enrique ramon andres ignacio gonzalo mariano martin santiago mateo lucia carmen "
    "ana isabel dolores pilar josefa rosa cristina antonia marta francisca elena mercedes raquel beatriz rocio silvia patricia sofia "
    "valentina camila gabriela daniela mariana guadalupe juana veronica adriana alejandra",
    "Portuguese": "joao antonio paulo pedro lucas marcos gabriel rafael mateus thiago tiago bruno felipe rodrigo gustavo leonardo "
    "caio vinicius francisca adriana juliana marcia fernanda patricia aline camila bruna leticia larissa beatriz ines catarina",
    "Italian": "giuseppe giovanni mario luigi salvatore vincenzo matteo lorenzo alessandro andrea francesca giulia chiara federica "
    "giorgia paola roberta simona elisa alessia",
    "French": "jean pierre michel philippe alain nicolas christophe laurent frederic julien sebastien guillaume antoine mathieu thierry "
    "olivier francois jacques marie nathalie isabelle sylvie francoise valerie sandrine celine aurelie camille manon lea chloe "
    "juliette margaux elodie",
    "German": "peter michael thomas andreas wolfgang klaus juergen jurgen guenter gunter stefan bernd uwe ralf frank dieter hans heinz "
    "karl werner helmut jan lukas felix jonas sabine susanne petra monika ursula gabriele birgit andrea heike claudia stefanie ingrid "
    "renate erika helga annika lena leonie katharina greta",
    "Dutch, Nordic": "johannes willem pieter hendrik jeroen sander bram daan anders lars erik nils olav bjorn sven soren mette ingrid "
    "astrid freja sigrid marit anneke femke sanne",
    "Polish, Czech, Hungarian": "piotr krzysztof andrzej tomasz pawel jakub marcin michal wojciech agnieszka katarzyna malgorzata "
    "magdalena zofia jiri tomas petra laszlo istvan zsofia",
    "Turkish": "mehmet mustafa ahmet huseyin hasan ibrahim ismail osman yusuf murat omer emre fatma ayse emine hatice zeynep elif meryem "
    "serife",
    "Russian": "александр сергей дмитрий андрей алексей максим евгений михаил николай владимир иван игорь олег павел роман юрий виктор "
    "анна мария елена ольга наталья екатерина татьяна ирина светлана анастасия юлия дарья ксения полина людмила aleksandr sergey "
    "dmitry alexey ivan igor oleg vladimir mikhail nikolay olga natalia ekaterina tatiana irina svetlana anastasia yulia",
    "Greek": "γιωργος δημητρης κωστας νικος γιαννης μαρια ελενη κατερινα",
    "Arabic": "محمد أحمد احمد محمود علي حسن حسين عبد عبدالله عبدالرحمن عمر خالد إبراهيم يوسف مصطفى فاطمة عائشة مريم زينب سارة نور هدى "
    "mohammed mohamed muhammad ahmed mahmoud hassan hussein abdullah omar khaled youssef fatima aisha maryam zainab",
    "Hebrew": "דוד משה יוסף אברהם יעקב שרה רחל מרים",
    "Hindi and neighbours": "राहुल अमित सुनील अनिल विजय संजय राजेश प्रिया पूजा नेहा सुनीता rahul amit sunil anil vijay sanjay rajesh suresh "
    "ramesh priya pooja neha sunita anjali deepak ravi",
    "Indonesian, Malay": "budi agus slamet bambang joko eko andi rudi hendra dedi wahyu rizky siti sri dewi putri wati ayu rina yuni "
    "nur fitri lestari",
    "Vietnamese surnames": "nguyen tran pham huynh hoang phan truong bui dang ngo duong",
    "Philippine, Thai in Latin": "somchai somsak malee siriporn maricel jomar",
    "Chinese, Japanese, Korean in Latin": "xiaoming zhang wang liu chen yang huang zhao zhou taro hanako hiroshi takashi yuki kenji "
    "sakura tanaka suzuki sato yamada watanabe minsu minjun jihoon seoyeon jiwoo",
}
_FIRST = frozenset(without_accents(name) for line in _GIVEN.values() for name in line.split())
_BETWEEN = "de da do dos das del della di du la le van von der den ten ter zu bin ibn al el y e i st"
_BEFORE = (
    "mr mrs ms miss dr prof sir madam sr sra srta don dona senor senora herr frau mme mlle monsieur madame signor signora dhr mevr "
    "pan pani bay bayan г господин госпожа bapak ibu anh chi"
)
_PARTICLES, _TITLES = frozenset(_BETWEEN.split()), frozenset(_BEFORE.split())
_LETTER = r"(?:[^\W\d_]|[\u0900-\u097f])"  # vowel signs of Hindi are no letters to `re`
_WORD = re.compile(rf"{_LETTER}+(?:['’-]{_LETTER}+)*\.?")
_MOST_WORDS, _LONGEST = 5, 60

_JAPANESE = (
    "佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|清水|山崎|池田|橋本|阿部|石川|前田|"
    "藤田|小川|岡田|後藤|長谷川|村上|近藤|石井|坂本|遠藤|青木|藤井|西村|福田|太田|三浦|藤原|岡本|松田|中川|中野|原田|小野|田村|竹内|金子|和田|"
    "中山|石田|上田|森田"
)
_SYLLABLES = r"[\uac00-\ud7af]"
_EASTERN = re.compile(
    rf"(?:{_JAPANESE})[ 　]?[\u3040-\u30ff\u4e00-\u9fff]{{1,3}}(?:様|さん|殿)?"
    rf"|[\u4e00-\u9fff]{{2,4}} ?(?:先生|女士|小姐|様|殿|氏)"
    rf"|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민]{_SYLLABLES}{{2}}(?: ?(?:님|씨))?"
    rf"|(?:นาย|นางสาว|นาง|คุณ)\s?[\u0e00-\u0e7f]+(?:\s[\u0e00-\u0e7f]+)?"
    r"|[ァ-ヴー]{2,6}[ 　][ァ-ヴー]{2,6}"
)
_OTHER_SCRIPTS = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af\s.'’-]{2,40}"
)


@lru_cache(maxsize=16384)
def is_name(text: str) -> bool:
    """Whether a cell is nothing but somebody's name: a usual given name or a title among a few capitalised words.

    Args:
        text: a cell.

    >>> is_name("Quentin Testperson"), is_name("TESTPERSON, Wanda"), is_name("Silk Pillow"), is_name("김민수")
    (True, True, False, True)
    """
    bare = text.strip()
    if len(bare) > _LONGEST or any(sign.isdigit() for sign in bare):
        return False
    if _EASTERN.fullmatch(bare):
        return True
    words = _capitalised(bare)
    if len(words) < 2 or _speaks_of_trade(bare):
        return False
    plain = [without_accents(word).rstrip(".") for word in words]
    return plain[0] in _TITLES or not _FIRST.isdisjoint(plain) or not _FIRST.isdisjoint(plain[0].split("-"))


@lru_cache(maxsize=16384)
def is_given_name(text: str) -> bool:
    """Whether a cell is one usual given name."""
    return without_accents(text.strip()) in _FIRST


def has_shape_of_name(text: str) -> bool:
    """Whether a cell may be a name by its shape: a few capitalised words, or letters of a script we know few names of.

    Args:
        text: a cell.
    """
    bare = text.strip()
    return bool(_capitalised(bare)) or is_given_name(bare) or _OTHER_SCRIPTS.fullmatch(bare) is not None


def most_are_names(cells: Sequence[str]) -> bool:
    """Whether a column holds two or three capitalised words in most of its cells, hardly any of them twice.

    Args:
        cells: filled cells.
    """
    if len(cells) < 3:
        return False
    shaped = sum(len(_capitalised(text)) in {2, 3} and not _speaks_of_trade(text) for text in cells)
    given = sum(map(is_given_name, cells))
    several = len(set(cells)) * 2 > len(cells)
    return several and (shaped * 5 >= len(cells) * 4 or given * 2 >= len(cells))


def _capitalised(text: str) -> list[str]:
    """The words of a text of which each begins with a capital or is a particle of names; none where one is otherwise."""
    parts = [part for part in re.split(r"[\s,]+", text) if part]
    if not 1 <= len(parts) <= _MOST_WORDS or not all(_WORD.fullmatch(part) for part in parts):
        return []
    if not all(_opens(part) or part.lower() in _PARTICLES for part in parts):
        return []
    return parts if any(_opens(part) for part in parts) else []


def _opens(part: str) -> bool:
    """Whether a word begins as names do; scripts without capitals begin with any letter of theirs."""
    return part[0].isupper() or (part[0] == part[0].upper() and "\u0590" <= part[0] <= "\u097f")


def _speaks_of_trade(text: str) -> bool:
    said = words_of(text)
    return FIGURE.said_in(said) or THING.said_in(said)
