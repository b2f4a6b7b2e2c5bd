"""Every language that an editor can add: what Django knows, and more that communities speak."""

from django.conf.locale import LANG_INFO

# tag: (English name, native name, written from right to left). The names are Unicode CLDR's;
# the native spelling is the one that speakers use for their own language.
MORE_LANGUAGES = {
    "ak": ("Akan", "Akan", False),
    "am": ("Amharic", "አማርኛ", False),
    "ceb": ("Cebuano", "Cebuano", False),
    "din": ("Dinka", "Thuɔŋjäŋ", False),
    "ee": ("Ewe", "Eʋegbe", False),
    "ff": ("Fula", "Pulaar", False),
    "fil": ("Filipino", "Filipino", False),
    "gu": ("Gujarati", "ગુજરાતી", False),
    "ha": ("Hausa", "Hausa", False),
    "ht": ("Haitian Creole", "Kreyòl ayisyen", False),
    "kmr": ("Kurmanji Kurdish", "Kurmancî", False),
    "lg": ("Luganda", "Luganda", False),
    "ln": ("Lingala", "Lingála", False),
    "mg": ("Malagasy", "Malagasy", False),
    "mi": ("Māori", "Māori", False),
    "ny": ("Chichewa", "Chichewa", False),
    "om": ("Oromo", "Afaan Oromoo", False),
    "prs": ("Dari", "دری", True),
    # Django has its English name only.
    "pa": ("Punjabi", "ਪੰਜਾਬੀ", False),
    "ps": ("Pashto", "پښتو", True),
    "rom": ("Romani", "Romani", False),
    "rn": ("Rundi", "Ikirundi", False),
    "rw": ("Kinyarwanda", "Ikinyarwanda", False),
    "sd": ("Sindhi", "سنڌي", True),
    "si": ("Sinhala", "සිංහල", False),
    "sn": ("Shona", "chiShona", False),
    "so": ("Somali", "Soomaali", False),
    "st": ("Southern Sotho", "Sesotho", False),
    "syl": ("Sylheti", "ছিলটি", False),
    "ti": ("Tigrinya", "ትግርኛ", False),
    "tn": ("Tswana", "Setswana", False),
    "ts": ("Tsonga", "Xitsonga", False),
    "wo": ("Wolof", "Wolof", False),
    "xh": ("Xhosa", "isiXhosa", False),
    "yi": ("Yiddish", "ייִדיש", True),
    "yo": ("Yoruba", "Yorùbá", False),
    "zu": ("Zulu", "isiZulu", False),
}

LANG_INFO.update(
    {
        tag: {"code": tag, "name": name, "name_local": native, "bidi": bidi}
        for tag, (name, native, bidi) in MORE_LANGUAGES.items()
    }
)

# The languages that the interface is complete in; .ci/messages.py holds the catalogues to it.
INTERFACE_LANGUAGES = ["en", "ar", "bn", "es", "fr", "pl", "so", "ur", "zh-hans"]

# Django's aliases (zh-cn for zh-hans …) are no languages of their own.
LANGUAGES = sorted(
    ((tag, info["name"]) for tag, info in LANG_INFO.items() if "name" in info),
    key=lambda language: language[1],
)
