"""A kiosk that is killed at random moments while its content changes: kills.py PROGRAM ROOT. The content's folder is gone
when it starts again, as after a power cut that took the file server along: what was kept must be the old card or the new
one, words and picture together. ANTEROOM_KILLS sets how often (default 8), ANTEROOM_SEED the moments."""
import os
import random
import sys
import time
import unittest

import small_pack
from watched_kiosk import COLOURS, WatchedKiosk

PROGRAM = sys.argv.pop(1)
sys.argv.pop(1)
KILLS, SEED = int(os.environ.get("ANTEROOM_KILLS", 8)), int(os.environ.get("ANTEROOM_SEED", 1))
TITLES = dict(zip(COLOURS[:4], ("Wash your hands", "Dry them well", "Use the gel", "Cough in a sleeve")))


class Kills(WatchedKiosk):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        (self.pack / "pack.toml").write_text(small_pack.PACK.replace('["a", "b"]', '["a"]'))

    def save(self, colour, pause_s=0.0):
        self.write_picture("a", colour)
        time.sleep(pause_s)
        self.write_card("a", TITLES[colour])

    def frame(self):
        """A frame at rest that shows a card, as colour and words; nothing while there is none."""
        pixels = self.display.pixels()
        colour = self.shown_colour(pixels)
        time.sleep(0.1)  # longer than two steps of a fade are alike
        return (colour, self.words(pixels)) if colour and pixels == self.display.pixels() else None

    def wait_for_frame(self, colour=None):
        seen = []
        self.wait_for(lambda: (seen.append(self.frame()) or seen[-1]) and colour in (None, seen[-1][0]), f"a card ({colour})")
        return seen[-1]

    def test_after_a_kill_at_any_moment_the_old_or_the_new_card_is_shown_whole(self):
        moments = random.Random(SEED)
        self.save(COLOURS[0])
        program = self.start()
        words = {colour: self.learn(colour) for colour in TITLES}
        self.assertEqual(len(set(words.values())), len(TITLES))
        old, away, news = list(TITLES)[-1], self.folder / "away", 0
        for kill in range(KILLS):
            new = moments.choice([colour for colour in TITLES if colour != old])
            self.save(new, moments.choice([0, 0, 0.02, 0.2]))
            time.sleep(moments.uniform(0, 2))
            program.kill()
            program.wait()
            self.pack.rename(away)
            program = self.start()
            shown, seen = self.wait_for_frame()
            self.assertIn(shown, (old, new), f"kill {kill} of seed {SEED}")
            self.assertTrue(seen == words[shown], f"kill {kill} of seed {SEED}: words of another version")
            news += shown == new
            away.rename(self.pack)
            self.wait_for_frame(new)  # what was saved before the kill is taken after all
            old = new
        print(f"{KILLS} kills: {news} times the new card, {KILLS - news} times the old one", file=sys.stderr)

    def learn(self, colour):
        self.save(colour)
        self.wait_for_frame(colour)
        return self.wait_for_frame(colour)[1]


if __name__ == "__main__":
    unittest.main()
