"""A small pack, and settings that change its cards quickly, so that a test sees many of them."""
import pathlib

PACK = """
format = 1
id = "small"
languages = ["en"]
cards = ["a", "b"]
[title]
en = "A small pack"
[source]
en = "A test"
[review]
on = 2026-11-01
by = 2099-10-31
reviewer = "Dr. Ames"
"""

CARD = """
picture = "{picture}"
show = ["kiosk", "wall"]
[text.en]
topic = "Hands"
title = "{title}"
lead = "Use soap."
picture_alt = "A plain field."
ask = "When?"
"""

SETTINGS = """
role = "kiosk"
content = "pack"
[screen]
width_mm = 476
height_mm = 268
width_px = {width}
height_px = {height}
[loop]
min_dwell_s = {dwell_s}
words_per_minute = 600
per_character_ms = 0
settle_s = 0
per_picture_s = 0
transition_ms = 600
[pictures]
time_limit_s = {time_limit_s}
"""


def pack_of(cards):
    """pack.toml with these cards."""
    return PACK.replace('["a", "b"]', "[" + ", ".join(f'"{card}"' for card in cards) + "]")


def settings(width=640, height=360, dwell_s=1, time_limit_s=10):
    return SETTINGS.format(width=width, height=height, dwell_s=dwell_s, time_limit_s=time_limit_s)


def write(folder, pictures, **options):
    """Writes folder/pack, a card for each of `pictures` (file name: bytes, in this order), and folder/settings.toml
    (options: those of settings()). Returns the settings' path. Each card is named after its picture's file, without
    the extension."""
    folder = pathlib.Path(folder)
    (folder / "pack/cards").mkdir(parents=True)
    (folder / "pack/pictures").mkdir()
    ids = []
    for name, data in pictures.items():
        (folder / "pack/pictures" / name).write_bytes(data)
        ids.append(name.split(".")[0])
        (folder / "pack/cards" / f"{ids[-1]}.toml").write_text(CARD.format(picture=name, title="Wash your hands"))
    (folder / "pack/pack.toml").write_text(pack_of(ids))
    path = folder / "settings.toml"
    path.write_text(settings(**options))
    return path
