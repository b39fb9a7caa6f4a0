"""Tests with the built program that a clinic can add a language by files alone: languages.py PROGRAM ROOT"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, ROOT = os.path.abspath(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1)).resolve()
NO_DISPLAY = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
CARDS = 11


def change(file, pattern, replacement, count=1):
    """Replaces what the pattern finds in the file; it must be there."""
    text, found = re.subn(pattern, lambda _: replacement, file.read_text(), count=count, flags=re.M)
    assert found, f"{file} has no {pattern}"
    file.write_text(text)


def block(text, language):
    """A card's words in a language: from [text.es] to the next language."""
    return re.search(rf"^\[text\.{language}\]\n.*?(?=^\[text\.(?!{language}\b)|\Z)", text, re.M | re.S).group()


class House(unittest.TestCase):
    """The program installed in its own folder with its files, and Portuguese added to the six languages."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.house = pathlib.Path(folder.name).resolve()
        for name in ("assets", "config", "content"):
            shutil.copytree(ROOT / name, self.house / name)
        for name in ("anteroom", "anteroom-decode"):
            shutil.copy2(pathlib.Path(PROGRAM).with_name(name), self.house / name)
        self.pack = self.house / "content/neuromodulators"
        self.interface = self.house / "assets/interface"
        self.speak("pt", "Português")

    def speak(self, language, name):
        """Adds a language with the Spanish words and its own titles."""
        for card in sorted((self.pack / "cards").iterdir()):
            words = block(card.read_text(), "es").replace("text.es", f"text.{language}")
            words = re.sub(r'(?m)^title( *)= ".*"$', f'title = "{name} {card.stem}"', words, count=1)
            card.write_text(f"{card.read_text()}\n{words}")
        head = self.pack / "pack.toml"
        change(head, r'(?<=")\]$', f', "{language}"]')
        change(head, r'^pa = "ਨਿ.*$', f'pa = "ਨਿਊਰੋ"\n{language} = "{name}"')
        change(head, r'^pa = "ਡਾ.*$', f'pa = "ਡਾ"\n{language} = "{name}"')
        change(head, r"^\[vars\.es\]$", f'[vars.{language}]\nproducts = "x"\nprescribers = "x"\nregulator = "x"\n'
                                        'emergency = "911"\n\n[vars.es]')
        text = (self.interface / "es.toml").read_text().replace('language = "es"', f'language = "{language}"')
        text = text.replace('"Español" ', f'"{name}" ')
        (self.interface / f"{language}.toml").write_text(text)
        change(self.house / "config/kiosk.toml", r'(?<=")\]$', f', "{language}"]')

    def anteroom(self, *words):
        return subprocess.run([self.house / "anteroom", *map(str, words)], cwd=self.house, env=NO_DISPLAY,
                              capture_output=True, text=True)

    def faults(self, *rules):
        """What `check` reports under these rules."""
        done = self.anteroom("check", "--format", "json")
        return [each for each in json.loads(done.stdout) if each["rule"] in rules]

    def assert_replay(self, *lines):
        file = self.house / "it.replay"
        file.write_text("\n".join(lines) + "\n")
        done = self.anteroom("replay", file)
        self.assertEqual(done.returncode, 0, done.stderr)

    def assert_not_offered(self, name):
        """It is not in the picker, the other six are, and all cards are in the loop."""
        self.assert_replay('tap "Language"', f'expect no text "{name}"', 'expect text "Français"', 'expect text "ਪੰਜਾਬੀ"',
                           'tap "Français"', "expect language fr", 'tap "Langue"', 'tap "English"',
                           f'expect text "1 of {CARDS}"')
        self.assertIn(f"{CARDS} valid cards", self.anteroom("check").stdout)

    def letter_that_no_font_has(self):
        """The first letter of a script for which this machine has no font."""
        # Khitan, Cypro-Minoan, Old Uyghur, Kawi, Anatolian hieroglyphs: some machine may have a font for one of them.
        for first in (0x18B00, 0x12F90, 0x10F70, 0x11F04, 0x14400):
            found = subprocess.run(["fc-list", f":charset={first:x}"], capture_output=True, text=True, check=True)
            if not found.stdout.strip():
                return first
        self.skipTest("this machine has fonts for every script tried")

    def test_a_seventh_language_needs_no_new_program(self):
        self.assertEqual(self.faults("unfinished-language", "missing-font"), [])
        done = self.anteroom("check")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"{CARDS} valid cards, 0 errors", done.stdout)
        out = self.house / "out"
        done = self.anteroom("render", "--lang", "pt", "--size", "480x270", "--dump", "--out", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        names = {each.name for each in out.iterdir()}
        self.assertEqual({name.split(".")[1] for name in names}, {"pt"})
        for card in (self.pack / "cards").iterdir():
            self.assertIn(f"{card.stem}.pt.front.png", names)
            scene = (out / f"{card.stem}.pt.front.scene.txt").read_text()
            self.assertIn(f"Português {card.stem}", " ".join(re.findall(r'"(.*)"', scene)))

    def test_a_pack_brings_the_interface_words_of_its_own_language(self):
        (self.pack / "interface").mkdir()
        (self.interface / "pt.toml").rename(self.pack / "interface/pt.toml")
        (self.pack / "interface/en.toml").write_text('language = "en"\n[words]\nlanguage = "Tongue"\n')
        self.assertEqual(self.faults("unfinished-language", "missing-key"), [])
        self.assert_replay('tap "Next"', 'expect text "Touch to read more"', 'tap "Tongue"', 'tap "Português"', "expect language pt",
                           "tap 120,110", 'expect text "Página 1 de 3"')
        change(self.pack / "interface/pt.toml", r"^page .*$", "")
        (fault,) = self.faults("missing-key")
        self.assertEqual(fault["path"], str(self.pack / "interface/pt.toml"))
        (fault,) = self.faults("unfinished-language")
        self.assertEqual(fault["path"], str(self.pack / "interface/pt.toml"))
        self.assertIn("the language `pt` is not offered", fault["message"])

    def test_a_patient_chooses_it_and_the_next_one_finds_the_first_again(self):
        self.assert_replay('tap "Language"', 'expect text "Português"', 'tap "Português"', "expect language pt", "wait 1s",
                           'expect text "Português injectables"', "tap 120,110", "expect screen detail",
                           'expect text "Página 1 de 3"', "wait 300s", "expect language en")

    def without_portuguese(self, *names):
        for name in names:
            card = self.pack / "cards" / f"{name}.toml"
            card.write_text(card.read_text().replace(block(card.read_text(), "pt"), ""))

    def test_an_untranslated_card_is_skipped_in_its_language_and_reported(self):
        self.without_portuguese("paper", "results")
        self.assertEqual(self.faults("unfinished-language"), [])
        faults = self.faults("untranslated-card")
        self.assertEqual({pathlib.Path(each["path"]).stem for each in faults}, {"paper", "results"})
        for fault in faults:
            self.assertEqual((fault["severity"], "in `pt`, so it is skipped" in fault["message"]), ("warning", True))
        self.assertIn(f"{CARDS} valid cards, 0 errors", self.anteroom("check").stdout)
        self.assert_replay('tap "Next"', f'expect text "1 of {CARDS}"', 'tap "Language"', 'tap "Português"', "expect language pt",
                           f'expect text "1 de {CARDS - 2}"')

    def test_an_untranslated_card_is_shown_in_the_first_language_if_the_settings_say_so(self):
        self.without_portuguese("neuromodulators")
        change(self.house / "config/kiosk.toml", '^missing_text = "skip"$', 'missing_text = "first"')
        self.assertEqual([each for each in self.faults("legibility") if each["severity"] == "error"], [])
        self.assert_replay('tap "Language"', 'tap "Português"', f'expect text "1 de {CARDS}"', 'tap "Siguiente"',
                           'expect card neuromodulators', "expect language pt",
                           'expect text "Esta ficha está en inglês"', 'expect text "Muscles rest, lines relax"',
                           "tap 120,110", "expect screen detail", 'expect text "Página 1 de 5"')

    def test_a_language_without_a_core_card_leaves_the_screen_and_the_last_line_says_so(self):
        self.without_portuguese("where")
        (fault,) = self.faults("unfinished-language")
        self.assertEqual((fault["path"], fault["severity"]), (str(self.pack / "pack.toml"), "error"))
        line = (self.pack / "pack.toml").read_text().splitlines()[fault["line"] - 1]
        self.assertTrue(line.startswith("languages"), line)
        self.assertIn("`pt` is gone from the screen: it has no words in where; write them", fault["message"])
        done = self.anteroom("check")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.splitlines()[-1], "1 of 7 languages is not on the screen: `pt`")
        self.assert_not_offered("Português")

    def test_a_half_written_language_removes_no_card(self):
        """[text.pt] is in every card, but [vars.pt] is still to be written, and one key is misspelt."""
        change(self.pack / "pack.toml", r"^\[vars\.pt\]\n(?:\w.*\n)*", "")
        change(self.pack / "cards/paper.toml", r"(?s)\[text\.pt\].*?^lead ", "[text.pt]\nleed ")
        (fault,) = self.faults("unfinished-language")
        self.assertIn("`pt` is gone from the screen: it has no words in red-flags, urgent-signs", fault["message"])
        self.assertIn("no variable `emergency` in this language", self.anteroom("check").stderr)
        self.assert_not_offered("Português")

    def test_a_language_without_interface_words_is_not_offered_and_reported(self):
        file = self.interface / "pt.toml"
        file.unlink()
        (fault,) = self.faults("unfinished-language")
        own = self.pack / "interface/pt.toml"
        self.assertEqual((fault["path"], fault["severity"]), (str(own), "error"))
        self.assertIn("`pt` is not offered", fault["message"])
        self.assert_not_offered("Português")
        # What it says to do helps.
        command = re.search("anteroom (new language .*)`", fault["message"]).group(1)
        done = self.anteroom(*command.split())
        self.assertEqual((done.returncode, done.stderr, own.exists()), (0, "", True))
        # A patient would find it as "Hello / English".
        (fault,) = self.faults("unfinished-language")
        self.assertEqual((fault["path"], fault["severity"], own.read_text().split("\n")[fault["line"] - 1][:13]),
                         (str(own), "error", "language_name"))
        self.assertIn("`language_name` (\"English\") and `greeting` (\"Hello\") are still English, so the language `pt` is "
                      "not offered", fault["message"])
        self.assertEqual(self.anteroom("check").stdout.splitlines()[-1],
                         "1 of 7 languages is not on the screen: `pt`")
        change(own, r"^language_name .*$", "language_name = \"Português\"")
        (fault,) = self.faults("unfinished-language")
        self.assertIn("`greeting` (\"Hello\") is still English", fault["message"])
        change(own, r"^greeting .*$", "greeting = \"Olá\"")
        self.assertEqual(self.faults("unfinished-language"), [])

    def test_a_language_with_one_missing_interface_word_is_not_offered(self):
        change(self.interface / "pt.toml", r"^stay .*$", "")
        faults = self.faults("unfinished-language")
        self.assertEqual([each["path"] for each in faults], [str(self.interface / "pt.toml")])
        self.assertIn("`pt` is not offered", faults[0]["message"])
        self.assert_not_offered("Português")

    def test_a_language_whose_letters_no_font_has_is_not_offered_and_reported(self):
        first = self.letter_that_no_font_has()
        name = "".join(chr(first + i) for i in range(6))
        self.speak("und", name)
        (fault,) = self.faults("missing-font")
        self.assertEqual((fault["path"], fault["severity"]), (str(self.house / "assets/fonts.toml"), "warning"))
        self.assertIn("6 letters of the language `und`", fault["message"])
        self.assertIn(name[0], fault["message"])
        self.assert_not_offered(name)
        self.assert_replay('tap "Language"', 'expect text "Português"')  # the valid one beside it stays

    def test_a_card_is_skipped_in_the_language_in_which_it_has_a_stray_character(self):
        letter = chr(self.letter_that_no_font_has())
        card = self.pack / "cards/paper.toml"
        whole = card.read_text()
        for language in ("en", "pt"):
            own = block(whole, language)
            card.write_text(whole.replace(own, re.sub(r'(?m)^title( *)= "', f'title = "{letter} ', own, count=1)))
            (fault, *others) = self.faults("missing-character")
            self.assertEqual(others, [])
            self.assertEqual(self.faults("missing-font"), [])
            self.assertEqual((fault["path"], fault["severity"]), (str(card), "error"))
            self.assertEqual(fault["message"], f"no installed font has the character U+{ord(letter):04X} {letter}, "
                                               f"so the card `paper` is skipped in `{language}`")
            line = card.read_text().splitlines()[fault["line"] - 1]
            self.assertEqual(line[fault["column"] - 1], letter)
            done = self.anteroom("check")
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"{CARDS} valid cards, 1 error,", done.stdout)
            counts = {"en": CARDS, "pt": CARDS, language: CARDS - 1}
            self.assert_replay('tap "Next"', f'expect text "1 of {counts["en"]}"', 'tap "Language"', 'expect text "Français"',
                               'tap "Português"', f'expect text "1 de {counts["pt"]}"')

    def test_a_language_of_the_settings_that_the_pack_lacks_is_reported_by_every_command(self):
        config = self.house / "config/kiosk.toml"
        change(config, r'"fr", ', '"fe", ')
        (fault,) = self.faults("unknown-language")
        self.assertEqual((fault["path"], fault["severity"], fault["line"]), ("config/kiosk.toml", "warning", 12))
        self.assertEqual(fault["message"], "the pack has no language `fe`, so it is not offered; did you mean `fr`?")
        done = self.anteroom("render", "--lang", "en", "--card", "paper", "--size", "480x270", "--out", self.house / "out")
        self.assertEqual(done.returncode, 0)
        self.assertIn("kiosk.toml:12:20: warning: the pack has no language `fe`", done.stderr)
        self.assert_replay('tap "Language"', 'expect no text "Français"', 'expect text "ਪੰਜਾਬੀ"')

    def test_a_font_family_that_is_not_installed_is_reported_and_the_next_one_is_used(self):
        change(self.house / "assets/fonts.toml", r"^\[families\]$", '[families]\npt = ["Nobody Sans", "Noto Sans"]')
        (fault,) = self.faults("missing-font")
        self.assertEqual((fault["path"], fault["severity"]), (str(self.house / "assets/fonts.toml"), "warning"))
        self.assertIn('"Nobody Sans" is not installed', fault["message"])
        self.assert_replay('tap "Language"', 'tap "Português"', "expect language pt")


if __name__ == "__main__":
    unittest.main()
