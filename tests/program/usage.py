"""`anteroom report`, of the counts of a screen that has run: usage.py PROGRAM ROOT."""
import datetime
import os
import pathlib
import sqlite3
import subprocess
import sys
import unittest

from watched_kiosk import RED, WatchedKiosk

PROGRAM = os.path.abspath(sys.argv.pop(1))
sys.argv.pop(1)
TABLE = ("CREATE TABLE IF NOT EXISTS counts (hour INTEGER NOT NULL, counted TEXT NOT NULL, card TEXT NOT NULL, "
         "language TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (hour, counted, card, language)) WITHOUT ROWID, STRICT")


def hour_of(day, hour):
    return (datetime.datetime.fromisoformat(day) - datetime.datetime(1970, 1, 1)).days * 24 + hour


class Report(WatchedKiosk):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        kiosk = self.start()
        self.wait_for(self.sees(RED), "the first card")
        kiosk.terminate()
        self.assertEqual(kiosk.wait(60), 0)
        self.file = next((self.folder / "state/anteroom").iterdir()) / "usage.db"

    def report(self, *words):
        return subprocess.run([PROGRAM, "report", "--config", self.folder / "kiosk.toml", *words], env=self.env,
                              capture_output=True, text=True)

    def count(self, *rows):
        database = sqlite3.connect(self.file)
        with database:
            database.execute(TABLE)
            database.execute("DELETE FROM counts")
            database.executemany("INSERT INTO counts VALUES (?, ?, ?, ?, ?)", rows)
        return database

    def test_the_day_that_is_asked_for_is_told_with_the_cards_titles_and_small_sums_are_not(self):
        self.count((hour_of("2026-11-23", 9), "opened", "a", "en", 40), (hour_of("2026-11-23", 9), "shown", "a", "en", 400),
                   (hour_of("2026-11-24", 9), "opened", "a", "en", 7)).close()
        told = self.report("--from", "2026-11-23", "--to", "2026-11-23")
        self.assertEqual((told.returncode, told.stderr), (0, ""))
        self.assertIn("2026-11-23 to 2026-11-23", told.stdout)
        self.assertRegex(told.stdout, r"Wash your hands +400 +40 +10 %")
        small = self.report("--from", "2026-11-24")
        self.assertRegex(small.stdout, r"Wash your hands +0 +<10 +- ")
        self.assertNotIn("7", small.stdout.split("\n\n", 1)[1].rsplit("\n\n", 1)[0])

    def test_a_page_and_a_table_for_a_spreadsheet_are_written_to_files(self):
        self.count((hour_of("2026-11-23", 9), "opened", "a", "en", 40)).close()
        for form, expected in (("html", "<td>40</td>"), ("csv", "2026-11,a,en,opened,40\r\n")):
            out = self.folder / f"out.{form}"
            done = self.report("--format", form, "--out", out)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
            self.assertIn(expected.encode(), out.read_bytes())

    def test_it_is_read_while_the_screen_writes_it(self):
        database = self.count((hour_of("2026-11-23", 9), "opened", "a", "en", 40))
        self.addCleanup(database.close)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE counts SET n = 50")
        self.assertRegex(self.report().stdout, r"Wash your hands +0 +40 ")

    def test_a_file_that_is_no_database_and_days_that_are_none_are_said(self):
        self.file.write_text("counts, " * 100)
        told = self.report()
        self.assertEqual((told.returncode, told.stdout), (1, ""))
        self.assertIn("usage.db: the counts cannot be read: ", told.stderr)
        for words, message in ((("--from", "soon"), "`soon` is no day"),
                               (("--from", "2026-11-24", "--to", "2026-11-23"), "--from is after --to"),
                               (("--format", "pdf"), "--format")):
            told = self.report(*words)
            self.assertEqual(told.returncode, 2, words)
            self.assertIn(message, told.stderr)

    def test_a_screen_that_does_not_count_keeps_no_file_and_says_so(self):
        settings = self.folder / "kiosk.toml"
        settings.write_text(settings.read_text() + "\n[usage]\ncount = false\n")
        pathlib.Path(self.file).unlink(missing_ok=True)
        kiosk = self.start()
        self.wait_for(self.sees(RED), "the first card")
        kiosk.terminate()
        self.assertEqual(kiosk.wait(60), 0)
        self.assertFalse(self.file.exists())
        told = self.report()
        self.assertEqual(told.stdout, "nothing was counted in this time\n")
        self.assertIn("nothing is counted on this screen now", told.stderr)


if __name__ == "__main__":
    unittest.main()
