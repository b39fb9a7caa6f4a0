"""A voice for speech-dispatcher that writes what it is given to files instead of speaking: file_voice.py FOLDER MS

A module of the service, started by it: requests come in and answers go out, one per line ("SPEAK" … "." is answered by
"701 BEGIN", and by "702 END" or "703 STOP"). Takes MS ms per byte. FOLDER/spoken gets a line of JSON when a text begins
and one when it ends; FOLDER/sound grows while something is heard.

Not the service's own module for commands (sd_generic 0.11.4): stopped just when it begins, that one hangs for good, and
the service with it.
"""
import html
import json
import pathlib
import re
import sys
import threading

FOLDER = pathlib.Path(sys.argv[1])
BEAT_S = float(sys.argv[2]) / 1000
LANGUAGES = ("en", "fr", "es", "ar", "zh", "pa")

writing = threading.Lock()
stopped = threading.Event()
settings = {}


def answer(*lines):
    with writing:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()


def note(**what):
    with open(FOLDER / "spoken", "a") as file:
        file.write(json.dumps(what) + "\n")


def speak(text, language, volume):
    answer("701 BEGIN")
    note(language=language, volume=volume, text=text)
    with open(FOLDER / "sound", "a", buffering=1) as sound:
        for _ in text.encode():
            sound.write(".\n")
            if stopped.wait(BEAT_S):
                answer("703 STOP")
                return
    note(ended=True)
    answer("702 END")


def data():
    """The lines up to a single dot; the dot that escapes a line beginning with one is removed."""
    lines = []
    while (line := sys.stdin.readline()) not in (".\n", ""):
        lines.append(line.rstrip("\n").removeprefix("." if line.startswith("..") else ""))
    return lines


def meet(order, speaking):
    """Returns the thread that speaks."""
    if order in ("AUDIO", "LOGLEVEL", "SET"):
        answer("203 OK RECEIVING")
        settings.update(line.partition("=")[::2] for line in data())
        answer("203 OK RECEIVED")
    elif order == "INIT":
        answer("299-writes into files", "299 OK LOADED SUCCESSFULLY")
    elif order == "LIST VOICES":
        answer(*(f"200-{language}\t{language}\tnone" for language in LANGUAGES), "200 OK VOICE LIST SENT")
    elif order in ("SPEAK", "CHAR", "KEY"):
        answer("202 OK RECEIVING MESSAGE")
        text = html.unescape(re.sub(r"<[^>]*>", "", " ".join(data())))
        speaking.join()
        stopped.clear()
        answer("200 OK SPEAKING")
        speaking = threading.Thread(target=speak, args=(text, settings["language"], (int(settings["volume"]) + 100) // 2))
        speaking.start()
    elif order == "STOP":
        stopped.set()
    elif order == "QUIT":
        stopped.set()
        answer("210 OK QUIT")
    else:
        answer("300 ERR UNKNOWN COMMAND")
    return speaking


speaking = threading.Thread(target=lambda: None)
speaking.start()
for line in sys.stdin:
    speaking = meet(line.strip(), speaking)
stopped.set()  # the service has ended
