"""Files that change under a running kiosk: reload.py PROGRAM ROOT. The tests watch the screen of a virtual display."""
import pathlib
import signal
import subprocess
import sys
import time
import unittest

import picture_samples
from small_pack import CARD, PACK
from watched_kiosk import BLUE, GREEN, RED, SETTINGS, WatchedKiosk, bgr, picture

PROGRAM, ROOT = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))


class Reload(WatchedKiosk):
    program = PROGRAM

    def test_a_picture_that_was_half_copied_comes_back_when_it_is_whole(self):
        whole = picture(GREEN)
        (self.pack / "pictures" / "b.svg").write_text(whole[:60])
        program = self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.wait_for(lambda: "b.svg" in self.said(), "the fault of the second card's picture")
        (self.pack / "pictures" / "b.svg").write_text(whole)
        self.wait_for(self.sees(GREEN), "the second card")
        self.assertIsNone(program.poll())

    def test_faults_that_were_there_at_the_start_are_logged_once(self):
        settings = self.folder / "kiosk.toml"
        settings.write_text("colour = 1\n" + SETTINGS)
        card = self.pack / "cards" / "b.toml"
        card.write_text("clolur = 2\n" + card.read_text())
        self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.wait_for(lambda: any((self.folder / "state").rglob("receipt*")), "the second reading")
        self.write_card("a", "Dry them well")
        self.wait_for(lambda: "changed: cards/a.toml" in self.said(), "the third reading")
        for key in ("colour", "clolur"):
            self.assertEqual(self.said().count(f"unknown key `{key}`"), 1, self.said())
        settings.write_text("colour = 1\ncolor = 1\n" + SETTINGS)
        self.wait_for(lambda: "unknown key `color`" in self.said(), "the new fault")
        self.assertEqual(self.said().count("unknown key `colour`"), 1, self.said())

    def test_a_pack_whose_folder_was_missing_at_the_start_appears(self):
        self.pack.rename(self.folder / "away")
        program = self.start()
        self.wait_for(lambda: "pack" in self.said(), "the fault")
        (self.folder / "away").rename(self.pack)
        self.wait_for(self.sees(RED), "the first card")
        self.wait_for(self.sees(GREEN), "the second card")
        self.assertIsNone(program.poll())

    def test_a_pack_whose_folder_disappears_stays_on_the_screen(self):
        program = self.start()
        self.wait_for(self.sees(GREEN), "the second card")
        self.pack.rename(self.folder / "away")
        for colour in (RED, GREEN, RED, GREEN):
            self.wait_for(self.sees(colour), "a card of the pack that went away")
        self.assertIsNone(program.poll())

    def test_words_and_picture_of_a_card_change_together(self):
        self.start()
        self.wait_for(self.sees(RED), "the first card")
        before = {}
        end = time.monotonic() + 60
        while len(before) < 2:  # the two cards as they were, each at rest
            self.assertLess(time.monotonic(), end)
            pixels = self.display.pixels()
            colour = self.shown_colour(pixels)
            if colour and pixels == self.display.pixels():
                before[colour] = self.words(pixels)
            time.sleep(0.05)
        # First the pictures, as if somebody copied the files one after the other.
        self.write_picture("a", BLUE)
        self.write_picture("b", BLUE)
        time.sleep(0.3)
        self.write_card("a", "Dry them well")
        self.write_card("b", "Dry them well")
        old_words = set(before.values())
        end, new_seen = time.monotonic() + 60, 0
        while new_seen < 5:
            self.assertLess(time.monotonic(), end, f"the new cards did not come; it said:\n{self.said()}")
            pixels = self.display.pixels()
            if pixels != self.display.pixels():
                continue  # a fade
            if self.shown_colour(pixels) == BLUE:
                self.assertNotIn(self.words(pixels), old_words, "the new picture is shown with the old words")
                new_seen += 1
            time.sleep(0.02)

    def test_a_notice_goes_up_and_comes_down_while_the_kiosk_runs(self):
        program = self.start()
        self.wait_for(self.sees(RED), "the first card")
        paper = self.band()
        for level, colour in (("info", "#0b5d5e"), ("urgent", "#8c1d12")):
            done = self.notice("Leave by the side door", "--level", level)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.wait_for(lambda colour=colour: self.band() == bgr(colour), f"the {level} notice")
        self.assertEqual(self.notice("--clear").returncode, 0)
        self.wait_for(lambda: self.band() == paper, "the loop")
        # A file that somebody writes by hand, with a fault in it, is shown all the same.
        (self.folder / "notice.toml").write_text("level = urgent\ntitle = Leave the building now\n")
        self.wait_for(lambda: self.band() == bgr("#8c1d12"), "the faulty notice")
        self.assertIn("notice.toml", self.said())
        self.assertEqual(self.notice("--clear").returncode, 0)
        self.wait_for(lambda: self.band() == paper, "the loop")
        # So is one whose end cannot be read; it comes down when it is taken down.
        (self.folder / "notice.toml").write_text('level = "urgent\ntitle = "Leave the building now"\nuntil = "noon"\n')
        self.wait_for(lambda: self.band() == bgr("#8c1d12"), "the faulty notice")
        self.wait_for(lambda: "notice.toml:3:" in self.said(), "its fault")
        self.assertEqual(self.notice("--clear").returncode, 0)
        self.wait_for(lambda: self.band() == paper, "the loop")
        self.assertIsNone(program.poll())

    def test_a_notice_that_was_there_before_the_start_is_shown(self):
        self.notice("leave-the-building")
        self.start()
        self.wait_for(lambda: self.band() == bgr("#8c1d12"), "the notice")

    def test_settings_that_can_change_do_and_the_others_say_so(self):
        program = self.start()
        self.wait_for(self.sees(RED), "the first card")
        # Until then an edit counts as made before the start.
        self.wait_for(lambda: any((self.folder / "state").rglob("seen.txt")), "the first reading")
        (self.folder / "kiosk.toml").write_text(SETTINGS.replace('role = "kiosk"', 'role = "wall"') +
                                                '[clinic]\nname = "Lakeside"\n')
        self.wait_for(lambda: "a change of `role` has to wait for a restart" in self.said(), "what has to wait")
        self.wait_for(lambda: "the settings were read again" in self.said(), "the receipt")
        faulty = self.folder / "kiosk.toml"
        faulty.write_text("role = ???")
        self.wait_for(lambda: "kiosk.toml:1" in self.said(), "the fault")
        self.wait_for(self.sees(GREEN), "the loop that goes on")
        self.assertIsNone(program.poll())

    def test_settings_that_had_a_fault_at_the_start_can_be_changed_too(self):
        (self.folder / "kiosk.toml").write_text("unknown = 1\n" + SETTINGS)
        self.start()
        self.wait_for(self.sees(RED), "the first card")
        (self.folder / "kiosk.toml").write_text("unknown = 1\n" + SETTINGS + '[clinic]\nname = "Lakeside"\n')
        self.wait_for(lambda: "the settings were read again" in self.said(), "the receipt")

    def test_a_change_of_the_file_that_settings_include_is_noticed(self):
        (self.folder / "kiosk.toml").write_text('include = "shared/clinic.toml"\n' + SETTINGS)
        (self.folder / "shared").mkdir()
        clinic = self.folder / "shared" / "clinic.toml"
        clinic.write_text('[clinic]\nname = "Lakeside"\n')
        program = self.start()
        self.wait_for(self.sees(RED), "the first card")
        clinic.write_text('[clinic]\nname = "Lakeside"\nnmae = "Lake"\n')
        self.wait_for(lambda: "shared/clinic.toml:3:1: error: unknown key `nmae`" in self.said(), "the fault")
        self.assertNotIn("the settings were read again", self.said())
        # Dark from now on: hours take effect without a restart.
        clinic.write_text("[hours]\n" + "".join(f'{day} = "closed"\n' for day in
                          ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")))
        self.wait_for(lambda: self.pixel(self.display.pixels(), 600, 20) == bgr("#000000"), "the dark screen")
        self.assertIn("the settings were read again", self.said())
        self.assertIsNone(program.poll())

    def test_interface_words_in_the_pack_are_read_while_the_kiosk_runs(self):
        (self.pack / "interface").mkdir()
        words = self.pack / "interface/en.toml"
        words.write_text('language = "en"\n[words]\nbakc = "Return"\n')
        self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.assertIn("interface/en.toml:3:1: error: unknown key `bakc`", self.said())
        # Not more faults than before, for which the file would stay as it was.
        words.write_text('language = "en"\n[words]\n\nbcak = "Return"\n')
        self.wait_for(lambda: "interface/en.toml:4:1: error: unknown key `bcak`" in self.said(), "the new fault")

    def command(self, *words):
        done = subprocess.run([PROGRAM, *words, "--config", self.folder / "kiosk.toml"], env=self.env, check=False,
                              capture_output=True, text=True)
        return done.stdout + done.stderr

    def test_status_says_at_once_that_a_change_is_not_read_yet(self):
        self.start()
        self.wait_for(self.sees(GREEN), "the second card")
        self.wait_for(lambda: any((self.folder / "state").rglob("seen.txt")), "the first reading")
        self.assertNotIn("not read yet", self.command("status"))
        card = self.pack / "cards" / "b.toml"
        text = card.read_text()
        for _ in range(20):  # as long as somebody is saving, it is not read
            card.write_text(text + "# saved\n")
            said = self.command("status")
            if "not read yet" in said:
                break
        self.assertRegex(said, r"^reading the last save; not read yet: cards/b\.toml \(saved \d+ s ago\); the screen reads what is "
                               r"saved within seconds, in a network folder at the next change of card: ask again\n")
        self.assertIn("\na screen is running", said)
        # If it was saved more than once, the receipt may be of an earlier save.
        self.wait_for(lambda: "changed: cards/b.toml" in (said := self.command("status")) and "not read yet" not in said,
                      "the receipt of the last save")

    def test_status_and_why_tell_what_the_screen_shows_while_files_are_faulty(self):
        program = self.start()
        self.wait_for(self.sees(GREEN), "the second card")
        self.wait_for(lambda: any((self.folder / "state").rglob("newest")), "the copies")
        card = self.pack / "cards" / "b.toml"
        whole = card.read_text()
        card.write_text(whole.replace('lead = "Use soap."', 'lead = "Use soap.'))
        self.wait_for(lambda: "shown as before: cards/b.toml" in self.said(), "the refusal")
        self.assertRegex(self.command("why", "b"), r"^the screen uses `b` as it was before its fault of \d{4}-\d\d-\d\d \d\d:\d\d; "
                                                   r"mend \S*pack/cards/b.toml:7\n`b` is shown on ")
        card.write_text(whole)
        picture = self.pack / "pictures" / "b.svg"
        drawn = picture.read_text()
        picture.write_text(drawn[:60])
        self.wait_for(lambda: "shown as before: pictures/b.svg" in self.said(), "the refusal")
        why = self.command("why", "b")
        self.assertIn("But its picture", why)
        self.assertIn("The screen shows the one that was there before.", why)
        picture.write_text(drawn)
        card.unlink()
        self.wait_for(lambda: "shown as before: cards/b.toml" in self.command("status"), "the refusal")
        self.assertRegex(self.command("why", "b"), r"^the screen uses `b` as it was; \S*cards/b.toml is missing\n`b` is shown on ")
        self.assertIn("2 cards", self.command("schedule"))
        card.write_text(whole.replace('lead = "Use soap."', 'lead = "Use soap.'))
        self.wait_for(lambda: "shown as before: cards/b.toml" in self.command("status"), "the refusal")
        # The settings, too: none of their outcomes is true, since they are not used.
        (self.folder / "kiosk.toml").write_text(SETTINGS.replace('content = "pack"', 'content = "pakc"') + '[hours]\nmonday = "9-5\n')
        self.wait_for(lambda: "settings faulty: the screen keeps the settings it had" in self.said(), "the refusal")
        self.notice("Back at two")
        self.wait_for(lambda: self.command("status").startswith("settings faulty"), "the receipt")
        status = self.command("status")
        self.assertNotIn("so the screen", status + self.said())
        lines = status.splitlines()
        self.assertIn("kiosk.toml:", lines[1])
        self.assertRegex(status, r"\n[-\d]+ [:\d]+ 2 cards in the loop; .*faulty, so shown as before: cards/b.toml\n")
        self.assertIn("notice up until it is taken down", lines[-2])
        self.assertIn("Back at two", lines[-2])
        self.assertIn("a screen is running with", lines[-1])
        self.assertIn("the screen uses `b` as it was", self.command("why", "b"))
        program.kill()
        program.wait()
        self.assertIn("no screen is running with", self.command("status").splitlines()[-1])
        self.start()
        self.wait_for(lambda: "the settings are used as they were last" in self.said(), "the start")
        self.wait_for(self.sees(RED), "a card")
        self.assertIn("kiosk.toml:", self.said())
        self.assertNotIn("so the screen", self.said())

    def test_a_picture_that_is_too_large_does_not_take_its_card_off_and_why_says_so(self):
        self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.wait_for(lambda: list((self.folder / "state").rglob("newest")), "the copies")
        card = self.pack / "cards" / "b.toml"
        whole = card.read_text()
        # More bytes, and more pixels, than a picture may have.
        for name, data in (("large.png", bytes((16 << 20) + 1)), ("wide.png", picture_samples.png_of([bytes(3750)] * 30000, 30000, 30000, depth=1, colour=0))):
            (self.pack / "pictures" / name).write_bytes(data)
            card.write_text(whole.replace("b.svg", name))
            self.wait_for(lambda: f"pictures/{name}; faulty, so shown as before: cards/b.toml" in self.said(), "the refusal")
            # Its copy is among those that are kept.
            self.wait_for(lambda: name == "large.png" or any("wide.png" in newest.read_text() for newest in
                                                             (self.folder / "state").rglob("newest")), "the copy")
            why = self.command("why", "b")
            self.assertRegex(why, r"^the screen uses `b` as it was before its fault of \d{4}-\d\d-\d\d \d\d:\d\d; mend \S*pack/cards/b.toml:\d+\n"
                                  r"`b` is shown on ")
            self.assertNotIn("leaves the card out", why)

    def test_while_the_folder_of_the_pack_is_away_the_cards_stay_and_the_messages_say_so(self):
        self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.wait_for(lambda: list((self.folder / "state").rglob("newest")), "the copies")
        self.pack.rename(self.folder / "away")
        keeps = ("there is no folder `pack`, counted from the folder of this file; a screen that is running keeps its cards, and one "
                 "that starts shows those that it showed last, if it has kept them, or else only asks patients to come to the desk")
        check = self.command("check")
        self.assertIn(keeps, check)
        self.assertIn("A screen that is running goes on with each file that has an error as it was before", check)
        self.wait_for(self.sees(GREEN), "the second card")
        self.wait_for(self.sees(RED), "the first card again")

    def test_a_card_that_was_deleted_left_the_screen_after_half_a_minute(self):
        self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.wait_for(lambda: list((self.folder / "state").rglob("newest")), "the copies")
        (self.pack / "cards" / "b.toml").unlink()
        self.assertIn("A screen that is running shows a card whose file is gone as it was: put the file back, or take the card's name "
                      "out of `cards`.\n", self.command("check"))
        missing = "cards/b.toml is missing; the screen shows it as it was; put the file back, or take its name out of `cards`"
        self.wait_for(lambda: missing in self.command("status"), "the loss")
        self.assertIn(missing, self.said())
        self.assertRegex(self.command("why", "b"), r"^the screen uses `b` as it was; \S*cards/b.toml is missing\n`b` is shown on ")
        pack = self.pack / "pack.toml"
        pack.write_text(pack.read_text().replace(', "b"]', "]"))
        self.wait_for(lambda: "1 card in the loop; changed: pack.toml; removed: cards/b.toml\n" in self.command("status"), "the removal")

    def test_a_hangup_means_look_now_and_ends_nothing(self):
        program = self.start()
        self.wait_for(self.sees(RED), "the first card")
        for _ in range(3):
            program.send_signal(signal.SIGHUP)
        self.wait_for(self.sees(GREEN), "the next card")
        self.assertIsNone(program.poll())
        program.terminate()
        self.assertEqual(program.wait(10), 0)

    def test_a_card_in_one_language_takes_no_language_off_the_screen(self):
        card = CARD.format(picture="b.svg", title="Flu shots")
        french = CARD[CARD.index("[text.en]"):].replace(".en]", ".fr]").format(title="Lavez")
        (self.pack / "cards" / "a.toml").write_text(CARD.format(picture="a.svg", title="Wash your hands") + french)
        (self.pack / "cards" / "b.toml").write_text(card)
        (self.pack / "pack.toml").write_text(
            PACK.replace('["en"]', '["en", "fr"]').replace('[source]', 'fr = "R"\n[source]').replace(
                'en = "A test"', 'en = "A test"\nfr = "Un test"'))
        done = subprocess.run([PROGRAM, "check", "--config", self.folder / "kiosk.toml"], check=False,
                              capture_output=True, text=True)
        self.assertIn("the card has no text in `fr`, so it is skipped there", done.stderr)
        self.assertNotIn("gone from the screen", done.stdout + done.stderr)
        self.assertNotIn("not on the screen", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
