"""A receptionist's hour at a running kiosk, a minute or two long: receptionist.py PROGRAM ROOT. Everything that she does to
its files is done while every frame that the screen shows is looked at: none is black, none goes back to the card before,
and no card's new words ever stand beside its old picture, or the other way round."""
import collections
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import time
import unittest

import picture_samples
from small_pack import CARD, pack_of
from watched_kiosk import COLOURS, GREEN, HEIGHT, RED, SETTINGS, WIDTH, WatchedKiosk, bgr, picture

PROGRAM, ROOT = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
HANGING_SHARE = pathlib.Path(PROGRAM).parent / "tests" / "libhanging_share.so"
FRENCH = CARD[CARD.index("[text.en]"):].replace("[text.en]", "[text.fr]")


def is_alike(one, other):
    """Whether two parts of the screen are the same; near its end a fade that stands still for a moment is almost there."""
    return one == other or sum(abs(a - b) > 16 for a, b in zip(one, other)) < len(one) / 1000


class Watcher:
    """Looks at every frame in a thread of its own, from its creation to stop()."""

    def __init__(self, kiosk):
        self.kiosk, self.faults, self.stopped = kiosk, [], False
        self.words_of = collections.defaultdict(list)  # colour of the picture -> titles seen beside it
        self.loops = [[]]  # colours, in the order in which the cards came; each loop that a patient began starts a list
        self.thread = threading.Thread(target=self._watch)
        self.thread.start()

    @property
    def shown(self):
        return sum(self.loops, [])

    def stop(self):
        self.stopped = True
        self.thread.join()

    def _watch(self):
        before = None
        while not self.stopped:
            pixels = self.kiosk.display.pixels()
            if pixels != before:
                before = pixels
            elif len(pixels) == 4 * WIDTH * HEIGHT:
                self._look(pixels)
            time.sleep(0.02)

    def _look(self, pixels):
        """Looks at a frame that stands still."""
        kiosk = self.kiosk
        if not any(pixels[i] for i in range(0, len(pixels), 997) if i % 4 != 3):
            self.faults.append("a black frame")
        is_loop = kiosk.pixel(pixels, 320, 3) == kiosk.paper
        colour = kiosk.shown_colour(pixels)
        if kiosk.is_in_detail and self.loops[-1]:
            self.loops.append([])
        if not is_loop or colour is None or kiosk.is_in_detail:
            return
        words = kiosk.words(pixels)
        if not any(is_alike(words, seen) for seen in self.words_of[colour]):
            self.words_of[colour].append(words)
        if self.loops[-1][-1:] != [colour]:
            self.loops[-1].append(colour)


class Hour(WatchedKiosk):
    program = PROGRAM
    is_in_detail = False

    def setUp(self):
        super().setUp()
        self.colours = iter(COLOURS)
        self.titles = {}  # colour -> title: each version of a card has a colour and a title of its own
        self.listed = []
        for card in ("a", "b", "c"):
            self.save(card)
        self.list_cards("a", "b", "c")

    def list_cards(self, *cards):
        text = pack_of(cards).replace('["en"]', '["en", "fr"]')
        for english, french in (("A small pack", "Un petit lot"), ("A test", "Un test")):
            text = text.replace(f'en = "{english}"', f'en = "{english}"\nfr = "{french}"')
        (self.pack / "pack.toml").write_text(text)

    def save(self, card, french=True, folder=None):
        """A new version of a card, with a colour and a title of its own: its picture first, as a copying program might."""
        colour = next(self.colours)
        title = "Wash your hands " + "again " * len(self.titles)
        self.titles[colour] = title
        folder = folder or self.pack
        (folder / "pictures" / f"{card}.svg").write_text(picture(colour))
        text = CARD.format(picture=f"{card}.svg", title=title.strip())
        if french:
            text += FRENCH.format(title=title.strip())
        (folder / "cards" / f"{card}.toml").write_text(text)
        return colour

    def start_watched(self, **more):
        self.env.update(more)
        program = self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.paper = self.pixel(self.display.pixels(), 320, 3)
        self.watcher = Watcher(self)
        self.addCleanup(self.watcher.stop)
        return program

    def turns_of_the_loop(self, count=2):
        """Waits until `count` times each of the cards has come that were there when this was called."""
        since = len(self.watcher.shown)
        self.wait_for(lambda: len(self.watcher.shown) >= since + 4 * count, "the loop", 90)
        return self.watcher.shown[since + 2:]

    def end_well(self, program):
        self.assertIsNone(program.poll(), self.said())
        self.watcher.stop()
        self.assertEqual(self.watcher.faults, [])
        for colour, words in self.watcher.words_of.items():
            self.assertEqual(len(words), 1, f"{colour} was seen with the words of another version")
        for shown in self.watcher.loops:
            for before, card, after in zip(shown, shown[1:], shown[2:]):
                self.assertNotEqual(before, after, f"{before} came back after {card}: {shown}")

    def test_edits_faults_and_their_mending(self):
        program = self.start_watched()
        new = self.save("a")
        self.wait_for(self.sees(new), "the edited card")
        # A fault in the words: the card stays as it was, and the log says where.
        card = self.pack / "cards" / "a.toml"
        whole = card.read_text()
        card.write_text(whole.replace('lead = "Use soap."', 'lead = "Use soap.', 1))
        self.wait_for(lambda: "faulty, so shown as before: cards/a.toml" in self.said(), "the receipt")
        self.assertIn("cards/a.toml:7:", self.said())
        self.assertIn(new, self.turns_of_the_loop())
        # Half a picture with new words: both stay as they were.
        card.write_text(whole)
        old, (next_colour, *_) = GREEN, COLOURS[len(self.titles):]
        self.save("b")
        broken = self.pack / "pictures" / "b.svg"
        broken.write_text(broken.read_text()[:70])
        self.wait_for(lambda: "shown as before: cards/b.toml" in self.said(), "the refusal of the picture")
        seen = self.turns_of_the_loop()
        self.assertIn(old, seen)
        self.assertNotIn(next_colour, seen)
        broken.write_text(picture(next_colour))
        self.wait_for(self.sees(next_colour), "the mended card")
        # A photo as a phone names it.
        (self.pack / "pictures" / "IMG_2041.JPG").write_bytes(picture_samples.SAMPLES["jpg"][0])
        self.save("c")
        photo = self.pack / "cards" / "c.toml"
        photo.write_text(photo.read_text().replace("c.svg", "IMG_2041.JPG"))
        self.wait_for(lambda: "pictures/IMG_2041.JPG" in self.said(), "the photo")
        self.end_well(program)

    def test_cards_that_come_and_go_and_a_pack_replaced_whole(self):
        program = self.start_watched()
        # English only, in a hurry: French stays on offer.
        self.list_cards("a", "b", "c", "d")
        new = self.save("d", french=False)
        self.wait_for(self.sees(new), "the new card")
        self.assertNotIn("gone from the screen", self.said())
        self.assertNotIn("not on the screen", self.said())
        # Deleted by accident in the file manager: it stays until its name is taken out of the list.
        (self.pack / "cards" / "d.toml").unlink()
        self.wait_for(lambda: "cards/d.toml is missing; the screen shows it as it was" in self.said(), "the deletion")
        self.assertIn(new, self.turns_of_the_loop())
        self.list_cards("a", "b", "c")
        self.wait_for(lambda: "removed: cards/d.toml" in self.said(), "the removal", 120)
        self.assertNotIn(new, self.turns_of_the_loop())
        # The whole pack made elsewhere and put in its place.
        other = self.folder / "made-elsewhere"
        shutil.copytree(self.pack, other)
        colours = [self.save(card, folder=other) for card in ("a", "b", "c")]
        self.pack.rename(self.folder / "old")
        time.sleep(0.05)
        other.rename(self.pack)
        self.wait_for(self.sees(colours[0]), "the replaced pack")
        seen = self.turns_of_the_loop()
        self.assertLessEqual(set(seen), set(colours))
        self.end_well(program)

    def test_a_notice_and_settings_while_a_patient_reads(self):
        program = self.start_watched()
        # Before them a picture is drawn from the file that is being edited.
        self.wait_for(lambda: any((self.folder / "state").rglob("newest")), "the copies")
        self.is_in_detail = True
        subprocess.run(["xdotool", "mousemove", "100", "80", "click", "1"], env=self.display.env, check=True)
        home = self.display.pixels()
        # There the picture is smaller. It may come after the words, and the mouse pointer on it hides after a while.
        self.wait_for(lambda: self.pixel(self.display.pixels(), 300, 150) != self.pixel(home, 300, 150) and
                      self.pixel(self.display.pixels(), 100, 80) in map(bgr, COLOURS) and self.stands_still(), "the page")
        page = self.display.pixels()
        self.assertNotEqual(page, home)
        new = self.save("a")
        (self.folder / "kiosk.toml").write_text(SETTINGS + '[clinic]\nname = "Lakeside"\n')
        self.wait_for(lambda: "the cards were read again" in self.said(), "the receipt")
        time.sleep(0.5)
        self.assertEqual(page, self.display.pixels(), "the page changed under the patient's hand")
        self.assertEqual(self.notice("Leave by the side door", "--level", "urgent").returncode, 0)
        self.wait_for(lambda: self.pixel(self.display.pixels(), 320, 3) == bgr("#8c1d12"), "the notice")
        self.assertEqual(self.notice("--clear").returncode, 0)
        self.wait_for(lambda: self.display.pixels() == page, "the page that the patient was on")
        subprocess.run(["xdotool", "key", "BackSpace"], env=self.display.env, check=True)
        self.wait_for(self.sees(new), "the edited card, once the patient has gone", 150)
        self.is_in_detail = False
        self.turns_of_the_loop(1)
        self.end_well(program)

    def stands_still(self):
        pixels = self.display.pixels()
        time.sleep(0.3)
        return pixels == self.display.pixels()

    def hang(self):
        (self.folder / "hang").write_text("")

    def hanging(self):
        return {"LD_PRELOAD": str(HANGING_SHARE), "HANGING_BELOW": str(self.pack), "HANGING_WHILE": str(self.folder / "hang")}

    def cue(self, pixels):
        """The pixels of "Touch to read more"."""
        return b"".join(pixels[4 * (y * WIDTH + 360):4 * (y * WIDTH + 620)] for y in range(250, 310))

    def cue_beside(self, colour):
        """That of the card with this picture, at rest."""
        found = []

        def is_there():
            pixels = self.display.pixels()
            if self.shown_colour(pixels) == colour and pixels == self.display.pixels():
                found.append(self.cue(pixels))
            return found
        self.wait_for(is_there, "the card at rest")
        return found[0]

    def test_the_packs_own_words_of_the_buttons_stay_while_its_share_hangs(self):
        own = self.pack / "interface" / "en.toml"
        own.parent.mkdir()
        own.write_text('language = "en"\n[words]\ntouch = "Press here"\n')
        program = self.start_watched(**self.hanging())
        self.wait_for(lambda: (self.folder / "state").exists() and any((self.folder / "state").rglob("newest")), "the copies")
        own_words = self.cue_beside(RED)
        self.hang()
        self.turns_of_the_loop()
        self.assertTrue(is_alike(self.cue_beside(RED), own_words), "while the share hangs")
        self.end_well(program)
        program.terminate()
        self.assertEqual(program.wait(20), 0)
        program = self.start()
        self.assertTrue(is_alike(self.cue_beside(RED), own_words), "after a restart while the share hangs")
        self.assertIn("does not answer", self.said())
        # The program's own words look different.
        own.unlink()
        (self.folder / "hang").unlink()
        self.wait_for(lambda: not is_alike(self.cue_beside(RED), own_words), "the words of the program")

    def test_a_share_that_hangs_and_answers_again(self):
        program = self.start_watched(**self.hanging())
        self.wait_for(lambda: (self.folder / "state").exists() and any((self.folder / "state").rglob("newest")), "the copies")
        self.hang()
        new = self.save("a")
        seen = self.turns_of_the_loop(3)
        self.assertNotIn(new, seen)
        (self.folder / "hang").unlink()
        self.wait_for(self.sees(new), "the edit, once the share answers")
        self.end_well(program)
        # It ends when it is told to, though the share hangs.
        self.hang()
        program.send_signal(signal.SIGHUP)
        program.terminate()
        self.assertEqual(program.wait(20), 0)
        # And starts: with the cards as they were last.
        program = self.start()
        self.wait_for(self.sees(new), "a card from the copies")
        self.assertIn("does not answer", self.said())
        (self.folder / "hang").unlink()
        self.assertIsNone(program.poll())

    def test_after_a_restart_what_was_shown_last_is_there(self):
        program = self.start_watched()
        new = self.save("a")
        self.wait_for(self.sees(new), "the edited card")
        self.wait_for(lambda: self.is_kept(new), "the copy")
        (self.pack / "cards" / "a.toml").write_text("title = ")
        self.wait_for(lambda: "shown as before: cards/a.toml" in self.said(), "the refusal")
        self.end_well(program)
        program.kill()
        program.wait()
        (self.folder / "kiosk.toml").write_text("role = ???")
        program = self.start()
        self.wait_for(self.sees(new), "the last good version of the broken card")
        self.assertIn("the settings are used as they were last", self.said())
        program.kill()
        program.wait()
        self.pack.rename(self.folder / "gone")
        program = self.start()
        self.wait_for(self.sees(new), "the pack that is gone")
        self.wait_for(self.sees(GREEN), "its second card")
        self.assertIsNone(program.poll())
        status = subprocess.run([PROGRAM, "status", "--config", self.folder / "kiosk.toml"], env=self.env, check=False,
                                capture_output=True, text=True)
        self.assertRegex(status.stdout, r"\d cards in the loop")

    def is_kept(self, colour):
        newest = list((self.folder / "state").rglob("newest"))
        listed = newest[0].read_text() if newest else ""
        return any(f"{file.parent.name}/{file.name}" in listed
                   for file in (self.folder / "state").rglob("a.svg") if colour in file.read_text())


if __name__ == "__main__":
    unittest.main()
