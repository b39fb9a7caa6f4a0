"""A small pack with pictures given by a test, and settings that change its cards quickly."""
import pathlib

CARD = """claims = ["C1"]
picture = "{picture}"
show = ["kiosk", "wall"]

[text.en]
topic = "Paper"
title = "A fold stays"
lead = "Fold a sheet."
picture_alt = "A sheet of paper with a line across it."
ask = "What should I do first?"
[[text.en.pages]]
title = "Why"
text = "The fibres are bent."
"""

PACK = """format = 1
id = "small"
languages = ["en"]
cards = [{cards}]
[title]
en = "A small pack"
[source]
en = "Ourselves"
[review]
on = 2026-01-01
by = 2099-12-31
reviewer = "Dr. A. Person"
[review.speakers]
en = "A. Reader"
"""

CLAIMS = """[sources]
house = "Our own rule"

[[claim]]
id = "C1"
fact = "Paper keeps its fold."
source = "house"
"""

SETTINGS = """role = "kiosk"
content = "pack"
languages = ["en"]
[screen]
width_mm = 476
height_mm = 268
width_px = {width}
height_px = {height}
[loop]
min_dwell_s = {dwell_s}
settle_s = 0
per_picture_s = 0
words_per_minute = 600
per_character_ms = 0
transition_ms = 600
[pictures]
time_limit_s = {time_limit_s}
"""


def write(folder, pictures, width=640, height=360, dwell_s=1, time_limit_s=10):
    """Writes folder/pack, a card for each of `pictures` (file name: bytes, in this order), and folder/settings.toml.
    Returns the settings' path. Each card is named after its picture's file, without the extension."""
    folder = pathlib.Path(folder)
    (folder / "pack/cards").mkdir(parents=True)
    (folder / "pack/pictures").mkdir()
    ids = []
    for name, data in pictures.items():
        (folder / "pack/pictures" / name).write_bytes(data)
        ids.append(name.split(".")[0])
        (folder / "pack/cards" / f"{ids[-1]}.toml").write_text(CARD.format(picture=name))
    (folder / "pack/claims.toml").write_text(CLAIMS)
    (folder / "pack/pack.toml").write_text(PACK.format(cards=", ".join(f'"{each}"' for each in ids)))
    settings = folder / "settings.toml"
    settings.write_text(SETTINGS.format(width=width, height=height, dwell_s=dwell_s, time_limit_s=time_limit_s))
    return settings
