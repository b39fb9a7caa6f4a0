"""A kiosk that a service manager restarts after each crash does not crash for ever: crashes.py PROGRAM ROOT."""
import os
import sys
import unittest

import small_pack
from watched_kiosk import BLUE, GREEN, RED, WatchedKiosk

PROGRAM = os.path.abspath(sys.argv.pop(1))
sys.argv.pop(1)


class Crashes(WatchedKiosk):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        (self.pack / "pack.toml").write_text(small_pack.PACK.replace('["a", "b"]', '["a"]'))
        self.env["STATE_DIRECTORY"] = str(self.folder / "state")

    def count(self):
        counts = list((self.folder / "state").rglob("failed-starts"))
        return int(counts[0].read_text()) if counts else None

    def wait_for_receipt(self, crashes):
        """Until then a change of a file counts as made before the start."""
        self.wait_for(lambda: any(f"the last {crashes} starts failed" in receipt.read_text() for receipt in
                                  (self.folder / "state").rglob("receipt*")), "the receipt")

    def crash(self, colour):
        program = self.start()
        self.wait_for(self.sees(colour), colour)
        program.kill()
        program.wait()

    def test_after_three_crashes_the_cards_are_as_kept_and_a_change_is_taken(self):
        program = self.start()
        self.wait_for(self.sees(RED), RED)
        self.wait_for(lambda: list((self.folder / "state").rglob("newest")), "the copies")
        program.terminate()
        self.assertEqual(program.wait(), 0)
        self.assertEqual(self.count(), 0)
        for crashes in range(1, 4):
            self.crash(RED)
            self.assertEqual(self.count(), crashes)
        # What is saved between the crashes and the start is what may have made it crash.
        self.write_picture("a", GREEN)
        program = self.start()
        self.wait_for(self.sees(RED), RED)
        self.assertIn("the last 3 starts failed within a minute", self.said())
        self.wait_for_receipt(3)
        self.write_picture("a", BLUE)
        self.wait_for(self.sees(BLUE), BLUE)
        program.terminate()
        self.assertEqual(program.wait(), 0)
        self.assertEqual(self.count(), 3)

    def test_after_six_crashes_the_fallback_card_is_shown(self):
        for crash in range(6):
            program = self.start()
            self.wait_for(lambda: self.count() == crash + 1, "the count")
            program.kill()
            program.wait()
        self.assertEqual(self.count(), 6)
        self.start()
        self.wait_for(lambda: "the last 6 starts failed" in self.said(), "the message")
        self.wait_for(lambda: len(set(self.display.pixels()[2000:60000])) > 3, "the fallback card")
        self.assertFalse(self.sees(RED)())
        self.wait_for_receipt(6)
        self.write_picture("a", GREEN)
        self.wait_for(self.sees(GREEN), GREEN)

    def test_a_restart_goes_on_with_the_card_that_was_on_the_screen(self):
        (self.pack / "pack.toml").write_text(small_pack.PACK)
        (self.folder / "kiosk.toml").write_text(small_pack.settings(640, 360, dwell_s=4))
        (self.folder / "run").mkdir()
        self.env["RUNTIME_DIRECTORY"] = str(self.folder / "run")
        program = self.start()
        self.wait_for(self.sees(GREEN), "the second card")
        program.terminate()
        program.wait()
        self.assertEqual("b\n", (self.folder / "run/card").read_text())
        (self.folder / "kiosk.toml").write_text(small_pack.settings(640, 360, dwell_s=60))
        self.start()
        self.wait_for(lambda: self.shown_colour(self.display.pixels()) in (RED, GREEN), "a card")
        self.assertEqual(GREEN, self.shown_colour(self.display.pixels()))

    def test_without_a_service_manager_nothing_is_counted(self):
        del self.env["STATE_DIRECTORY"]
        self.crash(RED)
        self.assertIsNone(self.count())


if __name__ == "__main__":
    unittest.main()
