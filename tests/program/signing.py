"""A director's signature: signing.py PROGRAM ROOT. What is signed, what the glass says of it, what an edit makes of it, and
what the staff of a running screen are told."""
import datetime
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from watched_kiosk import WatchedKiosk

PROGRAM, ROOT = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
NO_DISPLAY = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
LANGUAGES = ["en", "fr", "es", "ar", "zh-Hans", "pa"]
UNREVIEWED = {"en": "Not yet reviewed by a clinician.", "fr": "Pas encore révisé par une personne soignante.",
              "es": "Aún no revisado por personal de salud.", "ar": "لم يراجع مختص صحي هذه المعلومات بعد.",
              "zh-Hans": "尚未经医护人员审阅。", "pa": "ਹਾਲੇ ਕਿਸੇ ਡਾਕਟਰ ਜਾਂ ਨਰਸ ਨੇ ਇਹ ਜਾਣਕਾਰੀ ਨਹੀਂ ਜਾਂਚੀ।"}


def days_from_now(days):
    return (datetime.date.today() + datetime.timedelta(days)).isoformat()


def anteroom(*words, **options):
    return subprocess.run([PROGRAM, *map(str, words)], cwd=ROOT, env=NO_DISPLAY, capture_output=True, text=True, **options)


class CopiedPack(unittest.TestCase):
    """A copy of the pack that ships."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.pack = self.folder / "pack"
        shutil.copytree(ROOT / "content/neuromodulators", self.pack)
        self.card = self.pack / "cards/paper.toml"
        self.file = self.pack / "signatures.toml"

    def sign(self, *words, **options):
        return anteroom("sign", *words, "--pack", self.pack, **options)

    def signed(self, *words):
        done = self.sign("--reviewer", "Dr. A. Roy", "--yes", *words)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def rows(self):
        """card -> languages -> what --list says of them."""
        rows = {}
        for line in self.sign("--list").stdout.splitlines()[1:]:
            card, languages, state = re.split(r" {2,}", line, maxsplit=2)
            rows.setdefault(card, {})[languages] = state
        return rows

    def why(self, card):
        return anteroom("why", card, "--content", self.pack).stdout

    def found(self, rule):
        every = json.loads(anteroom("check", "--content", self.pack, "--format", "json").stdout)
        return [each["message"] for each in every if each["rule"] == rule]

    def about(self, card="paper"):
        """What the glass says of a card's source and review, by language."""
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        done = anteroom("render", "--content", self.pack, "--card", card, "--size", "480x270", "--dump", "--out", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        texts = {}
        for language in LANGUAGES:
            scene = (out / f"{card}.{language}.about.scene.txt").read_text()
            texts[language] = "".join(re.findall(r'^  \S+ \S+ "(.*)"$', scene, re.M))
        # Lines end where they happen to, and each value is isolated.
        return {language: re.sub("[\u2066-\u2069 ]", "", text) for language, text in texts.items()}

    def unreviewed_on_the_glass(self):
        return [language for language, text in self.about().items() if UNREVIEWED[language].replace(" ", "") in text]

    def unreviewed(self, card="paper"):
        """The languages in which a card is not signed as it is, in any order of --list."""
        return sorted(language for languages, state in self.rows()[card].items() if not state.startswith("signed by")
                      for language in languages.split(", "))


class Sign(CopiedPack):
    """`anteroom sign`."""

    def test_what_ships_is_signed_by_nobody(self):
        self.assertFalse((ROOT / "content/neuromodulators/signatures.toml").exists())
        self.assertEqual(self.unreviewed_on_the_glass(), LANGUAGES)
        self.assertEqual({state for states in self.rows().values() for state in states.values()}, {"not signed"})

    def test_a_pack_may_hold_back_what_is_not_signed(self):
        head = self.pack / "pack.toml"
        head.write_text(head.read_text().replace("[review]\n", '[review]\nunsigned = "hold"\n', 1))
        (nobody,) = self.found("no-reviewer")
        self.assertIn("no clinician has signed these cards, so none of them is shown, says `unsigned`; ", nobody)
        self.assertIn("no clinician has signed it as it is, and `unsigned` holds it back until then", self.why("paper"))
        self.signed()
        self.assertRegex(self.why("paper"), r"^`paper` is shown on ")
        for card, right, wrong in (("paper", "Le pli du papier reste", "Le pli du papier restes"),
                                   ("urgent-signs", "Get medical help at once", "Get medical help now")):
            file = self.pack / f"cards/{card}.toml"
            file.write_text(file.read_text().replace(right, wrong))
        self.assertRegex(self.why("paper"), r"(?s)^`paper` is shown on .*\nIt is not signed as it is in these languages, so it "
                                            r"is skipped in them: French\.\n$")
        self.assertNotIn("not signed", self.why("urgent-signs"))  # beside cards that are shown it is never missing
        drafts = self.found("draft-card")
        self.assertTrue(any("it is held back until one has read it: run " in draft for draft in drafts), drafts)
        self.assertTrue(any("only since it is urgent it is still shown" in draft for draft in drafts), drafts)
        self.signed("--cards", "paper,urgent-signs")
        self.assertNotIn("not signed", self.why("paper"))

    def test_one_letter_in_one_language_is_a_draft_there_and_the_glass_says_so(self):
        today, until = days_from_now(0), self.signed().splitlines()[-1]
        self.assertRegex(until, r"signatures\.toml: 11 cards in all their languages: signed as Dr\. A\. Roy, until \d{4}-\d\d-\d\d$")
        about = self.about()
        year = today[:4]
        for language, text in about.items():
            self.assertNotIn(UNREVIEWED[language].replace(" ", ""), text)
            self.assertIn("Dr.A.Roy", text)
        self.assertIn(f"{year}byDr.A.Roy.", about["en"])
        self.assertIn(f"审阅日期：{year}年", about["zh-Hans"])
        text = self.card.read_text()
        self.card.write_text(text.replace("Le pli du papier reste", "Le pli du papier restes"))
        self.assertEqual(self.unreviewed_on_the_glass(), ["fr"])
        self.assertEqual(self.unreviewed("where"), [])
        (draft,) = self.found("draft-card")
        line = next(n for n, each in enumerate(self.card.read_text().splitlines(), 1) if "restes" in each)
        self.assertIn(f"Dr. A. Roy signed this card in `fr` on {today}, before a change of `title` (line {line}); ", draft)
        self.assertIn(f"run `{PROGRAM} sign --reviewer NAME --cards paper --languages fr --content {self.pack}`", draft)
        states = self.rows()["paper"]
        self.assertTrue(states["fr"].startswith(f"draft since a change of `title` (line {line}); signed by Dr. A. Roy on "))
        self.assertTrue(states["en, es, ar, zh-Hans, pa"].startswith(f"signed by Dr. A. Roy on {today}, until "))
        # The command that the message says, and all is well again; the other signatures are as they were.
        before = self.file.read_text()
        self.signed("--cards", "paper", "--languages", "fr")
        self.assertEqual(self.unreviewed(), [])
        changed = set(self.file.read_text().splitlines()) - set(before.splitlines())
        self.assertEqual(sorted(each.split()[0] for each in changed), ['["title",', "seal", "signed"])

    def test_another_picture_is_a_draft_in_every_language(self):
        self.signed()
        picture = self.pack / "pictures/paper.svg"
        picture.write_text(picture.read_text() + "<!-- -->\n")
        self.assertEqual(self.unreviewed(), sorted(LANGUAGES))
        self.assertEqual(len(self.rows()["paper"]), 1)
        self.assertTrue(next(iter(self.rows()["paper"].values())).startswith("draft since a change of the picture (line 2); "))

    def test_nothing_is_written_before_somebody_has_agreed(self):
        for words, refusal in ((["--reviewer", "Dr. Roy"], "without a terminal to ask at, add --yes"),
                               (["--reviewer", "Dr. Roy", "--yes", "--cards", "papre"],
                                "the pack has no card `papre`; did you mean `paper`?"),
                               (["--reviewer", "Dr. Roy", "--yes", "--languages", "de"], "the pack has no language `de`"),
                               (["--reviewer", "Dr. Roy", "--yes", "--speaker", "Léa"], "write it as fr=NAME"),
                               (["--reviewer", "Dr. Roy", "--yes", "--speaker", "de=Léa"], "the pack has no language `de`"),
                               (["--reviewer", "Dr. Roy", "--yes", "--by", days_from_now(0)], "which is not after today"),
                               (["--reviewer", "Dr. Roy", "--yes", "--by", days_from_now(400)], "12 months at most"),
                               (["--reviewer", "Dr. Roy", "--yes", "--by", "soon"], "`soon` is not a day"),
                               (["--reviewer", "x" * 81, "--yes"], "has 81 characters; at most 80 are shown"),
                               (["--reviewer", "\x1b[2JRoy", "--yes"], "has a character that cannot be seen")):
            done = self.sign(*words, stdin=subprocess.DEVNULL)
            self.assertNotEqual(done.returncode, 0, words)
            self.assertIn(f"anteroom: error: nothing is signed: ", done.stderr)
            self.assertIn(refusal, done.stderr)
        done = self.sign("--yes")
        self.assertEqual(done.returncode, 2)
        done = self.sign("--reviewer", "Dr. Roy", "--dry-run", "--cards", "paper,where")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("Would sign 2 cards in all their languages as Dr. Roy, until ", done.stdout)
        self.assertFalse(self.file.exists())

    def test_the_person_at_the_terminal_is_shown_the_list_and_asked(self):
        for answer, status in (("no\n", 1), ("yes\n", 0)):
            ours, theirs = pty.openpty()
            asking = subprocess.Popen([PROGRAM, "sign", "--reviewer", "Dr. Roy", "--cards", "paper", "--pack", self.pack],
                                      cwd=ROOT, env=NO_DISPLAY, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            os.close(theirs)
            os.write(ours, answer.encode())
            said = asking.communicate()[0].decode()
            os.close(ours)
            self.assertEqual(asking.returncode, status, said)
            self.assertRegex(said, r"paper +en, fr, es, ar, zh-Hans, pa +not signed\n(.*\n)*.*Type yes to sign: ")
            self.assertEqual(self.file.exists(), status == 0)

    def test_a_card_with_an_error_is_not_signed_and_the_reason_is_given(self):
        self.card.write_text(self.card.read_text().replace('"C5", "C6"', '"C5", "C66"'))
        done = self.sign("--reviewer", "Dr. Roy", "--yes")
        self.assertEqual(done.returncode, 1)
        self.assertIn("cards/paper.toml:1:18: error: claims.toml has no claim `C66`", done.stderr)
        self.assertIn("nothing is signed: correct the errors above first, or name the other cards in --cards", done.stderr)
        self.assertFalse(self.file.exists())
        self.signed("--cards", "where,frozen")
        self.assertEqual(list(self.rows()["where"].values())[0].split(" on ")[0], "signed by Dr. A. Roy")

    def test_a_speaker_is_named_and_a_line_changed_by_hand_no_longer_counts(self):
        self.signed("--cards", "paper", "--speaker", "fr=Mme Léa Roy", "--speaker", "zh-Hans=王女士")
        self.assertIn("signed by Dr. A. Roy, read by Mme Léa Roy, on ", self.rows()["paper"]["fr"])
        self.file.write_text(self.file.read_text().replace("Mme Léa Roy", "Mickey Mouse"))
        self.assertEqual(self.unreviewed(), ["fr"])
        self.assertEqual(len(self.found("broken-signature")), 1)
        self.assertTrue(self.found("no-speaker")[0].endswith(": en, fr, es, ar, pa"))

    def test_to_sign_one_card_again_keeps_the_speaker_of_what_has_not_changed(self):
        self.signed("--speaker", "pa=Gurpreet Kaur", "--speaker", "fr=Léa Roy", "--languages", "en,fr,pa")
        self.card.write_text(self.card.read_text().replace("Le pli du papier reste", "Le pli du papier restes"))
        said = self.signed("--cards", "paper", "--languages", "en,fr,pa")
        self.assertIn("Without a speaker's name in en, fr: ", said)
        rows = self.rows()["paper"]
        self.assertIn("read by Gurpreet Kaur, on ", rows["pa"])
        self.assertNotIn("read by", rows["en, fr"])
        self.assertIn("Read by Léa Roy in fr.\n", self.signed("--cards", "paper", "--speaker", "fr=Léa Roy"))

    def test_the_urgent_card_never_leaves_before_others_and_can_always_be_signed(self):
        # Alone, a card is signed for no longer than the urgent one stays.
        self.signed("--by", days_from_now(100))
        said = self.signed("--cards", "paper")
        self.assertIn(f"Until {days_from_now(100)}, the last day of the urgent card `urgent-signs`", said)
        self.assertIn(f"until {days_from_now(100)}\n", said)
        self.assertEqual(self.found("review-order"), [])
        refused = self.sign("--reviewer", "Dr. Roy", "--yes", "--cards", "paper", "--by", days_from_now(200))
        self.assertEqual(refused.returncode, 1)
        self.assertIn(f"the urgent card `urgent-signs` would leave the screen on {days_from_now(100)}, before `paper` on "
                      f"{days_from_now(200)}; sign both in one go (--cards urgent-signs,paper)", refused.stderr)
        self.signed("--cards", "urgent-signs,paper", "--by", days_from_now(200))
        # Whatever the file says already, it can be mended by signing.
        self.signed("--by", days_from_now(300))
        refused = self.sign("--reviewer", "Dr. Roy", "--yes", "--cards", "urgent-signs", "--by", days_from_now(30))
        self.assertIn("would leave the screen on", refused.stderr)
        card = self.pack / "cards/urgent-signs.toml"
        card.write_text(card.read_text().replace('layout  = "urgent"', 'layout  = "usual"'))
        self.signed("--cards", "urgent-signs", "--by", days_from_now(30))
        card.write_text(card.read_text().replace('layout  = "usual"', 'layout  = "urgent"'))
        self.assertEqual(len(self.found("review-order")), 1)
        self.signed("--cards", "urgent-signs")
        self.assertEqual(self.found("review-order"), [])

    def test_a_file_that_cannot_be_written_stays_as_it_was(self):
        self.signed("--cards", "paper")
        before = self.file.read_bytes()
        self.file.unlink()
        self.file.mkdir()
        done = self.sign("--reviewer", "Dr. Roy", "--yes")
        self.assertEqual(done.returncode, 1)
        self.assertIn("signatures.toml", done.stderr)
        self.file.rmdir()
        self.file.write_bytes(before)
        self.assertEqual(self.unreviewed(), [])

    def test_each_card_leaves_on_its_own_day_and_what_is_left_then_is_the_desk(self):
        self.signed("--by", days_from_now(40))
        self.signed("--cards", "where,frozen,urgent-signs", "--by", days_from_now(60))
        story = (f"tap \"Next\"\nexpect screen loop\nexpect card injectables\n"
                 f"now {days_from_now(40)}T23:58:00\nwait 30s\nexpect screen loop\n"
                 f"now {days_from_now(41)}T00:01:00\nwait 5m\nexpect no text \"Injectables\"\n"
                 f"now {days_from_now(60)}T12:00:00\nwait 5m\nexpect no text \"Please ask at the desk\"\n"
                 f"now {days_from_now(61)}T12:00:00\nwait 5m\nexpect screen fallback\n")
        (self.folder / "it.replay").write_text(story)
        done = anteroom("replay", self.folder / "it.replay", "--content", self.pack)
        self.assertEqual(done.returncode, 0, done.stderr)
        done = anteroom("why", "paper", "--content", self.pack, "--at", f"{days_from_now(41)} 12:00")
        self.assertIn(f"its review ended on {days_from_now(40)} ", done.stdout)
        self.assertIn("signatures.toml:", done.stdout)


class Proof(CopiedPack):
    """`anteroom proof`: what a director is given to sign."""

    def setUp(self):
        super().setUp()
        (self.folder / "kiosk.toml").write_text(f'content = "{self.pack}"\n')  # no settings of a wall beside it
        self.out = self.folder / "proof.pdf"

    def proof(self, *words):
        return anteroom("proof", "--config", self.folder / "kiosk.toml", "--out", self.out, *words)

    def text(self):
        """Of the PDF, without line breaks."""
        raw = subprocess.run(["pdftotext", "-layout", self.out, "-"], capture_output=True, text=True, check=True).stdout
        return re.sub(r"\s+", " ", raw)

    def test_it_holds_a_cards_words_facts_signature_and_screens_and_the_hash_on_each_page(self):
        done = self.proof("--cards", "paper", "--languages", "en")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r": 1 card in a language, \d+ screens\n")
        text = self.text()
        for part in ("A fold in paper stays (paper, en)", "not signed", "Claim", "C5", "Reviewed by", "touchscreen, front",
                     "sentences"):
            self.assertIn(part, text)
        pages = int(re.search(r"Page 1 of (\d+)", text)[1])
        self.assertEqual(len(re.findall(r"Cards [0-9a-f]{32} +Program [0-9a-f]{32}", text)), pages)

    def test_since_a_signature_it_holds_just_what_was_changed(self):
        self.signed()
        before = self.folder / "signed.toml"
        shutil.copy(self.file, before)
        done = self.proof("--since", before, "--languages", "fr")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Nothing has changed since it was signed.", self.text())
        card = self.card.read_text()
        changed = card.replace("Un pli évité", "Un pli évite", 1)
        self.assertNotEqual(changed, card)
        self.card.write_text(changed)
        done = self.proof("--since", before)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(": 1 card in a language, ", done.stdout)
        text = self.text()
        self.assertIn("(paper, fr)", text)
        self.assertIn("draft since a change", text)
        self.assertIn("Un pli évité évite", text)
        self.assertIn("Struck out: as Dr. A. Roy signed it on", text)
        self.assertNotIn("(paper, en)", text)
        self.assertNotIn("Screens of no card", text)

    def test_what_it_cannot_do_is_said(self):
        for words, status, message in ((("--cards", "papre"), 2, "did you mean `paper`"), (("--languages", "xx"), 2, "no language"),
                                       (("--since", self.folder / "none.toml"), 1, "none.toml")):
            done = self.proof(*words)
            self.assertEqual(done.returncode, status, (words, done.stderr))
            self.assertIn(message, done.stderr)
            self.assertFalse(self.out.exists())


class Staff(WatchedKiosk):
    """What those who look after a running screen are told."""
    program = PROGRAM

    def anteroom(self, *words):
        return subprocess.run([PROGRAM, *words, "--config", self.folder / "kiosk.toml"], env=self.env, check=False,
                              capture_output=True, text=True)

    def test_the_log_and_status_tell_of_reviews_that_end_and_of_drafts(self):
        done = self.anteroom("sign", "--reviewer", "Dr. Ames", "--yes", "--cards", "a", "--by", days_from_now(20))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.start()
        warning = (f"anteroom: warning: the review of `a` ends in 20 days, on {days_from_now(20)}; then it leaves the screen, "
                   "unless reviewed and signed again (`anteroom sign`)\n")
        self.wait_for(lambda: warning in self.said(), "the warning")
        self.wait_for(lambda: self.anteroom("status").returncode == 0, "the status")
        status = self.anteroom("status").stdout
        self.assertIn(warning, status)
        self.assertIn("1 of 2 cards is signed in all languages; the others:\n  b     en         not signed\n",
                      status.replace("cards are", "cards is"))
        self.write_card("a", "Wash your hand")
        self.wait_for(lambda: "draft since a change of `title` (line 6); signed by Dr. Ames on " in self.anteroom("status").stdout,
                      "the draft")
        self.assertEqual(self.said().count(warning), 1)


if __name__ == "__main__":
    unittest.main()
