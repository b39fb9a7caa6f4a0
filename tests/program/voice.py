"""Tests the kiosk's voice against the real speech service: voice.py PROBE"""
import os
import queue
import socket
import subprocess
import sys
import threading
import time
import unittest

from fake_speech_service import FakeSpeechService
from speech_service import Spoken, SpeechService, until

PROBE = sys.argv.pop(1)
LONG = "This sentence goes on and on, so that there is time to stop it before it comes to its end. " * 5  # 9 s
WORDS = {
    "en": "Please sit down, we will call you.",
    "fr": "Asseyez-vous, nous vous appellerons.",
    "es": "Siéntese, por favor, le llamaremos.",
    "ar": "تفضل بالجلوس وسنناديك.",
    "zh-Hans": "请坐,我们会叫您。",
    "pa": "ਕਿਰਪਾ ਕਰਕੇ ਬੈਠੋ।",
}


class Voice:
    """The probe: a program with the kiosk's voice and nothing else."""

    def __init__(self, service, soon_ms=200, ends_ms=60_000, answer_ms=4000, start_ms=25_000):
        self.process = subprocess.Popen([PROBE, *map(str, (soon_ms, ends_ms, answer_ms, start_ms))],
                                        env=os.environ | service.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, bufsize=1)
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            at, _, what = line.rstrip().partition(" ")
            self.lines.put((int(at), what))
        self.lines.put((0, "end of the probe"))

    def tell(self, line):
        """Returns the events that came before the line was carried out, and how long that took the caller."""
        self.process.stdin.write(line + "\n")
        before = []
        while (said := self.next()) != "told":
            before.append(said)
        return before

    def say(self, number, text, language="en", volume=100):
        return self.tell(f"say {number} {language} {volume} {text}")

    def say_once_back(self):
        """Says something each time the service comes back, until it is spoken."""
        number, seen = 100, ""
        while seen != f"ended {number}":  # a slow machine's service may be late, and lost again
            seen = self.next(60)
            if seen == "back 0":
                number += 1
                self.say(number, "New.")

    def next(self, seconds=30):
        self.at, what = self.lines.get(timeout=seconds)
        return what

    def quiet(self):
        """True if there are no unread events."""
        return self.lines.empty()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """The program ends cleanly and soon, whatever has happened to the service."""
        if self.process.poll() is None:
            self.process.stdin.write("quit\n")
        self.process.wait(timeout=20)
        self.process.stdin.close()
        rest = []
        while (what := self.next()) != "end of the probe":
            rest.append(what)
        self.process.stdout.close()
        assert self.process.returncode == 0, f"the probe ended with {self.process.returncode}"
        assert rest[-1].startswith("gone "), rest
        assert int(rest[-1].split()[1]) < 1500, f"took {rest[-1].split()[1]} ms to end"


class Speaking(unittest.TestCase):
    def test_a_sentence_begins_and_ends_and_reaches_the_service_as_it_is(self):
        text = """It's "quoted" & costs $HOME `pwd` 5 %; then: a second sentence. And a third?"""
        with SpeechService() as service, Voice(service) as voice:
            voice.say(7, text, "fr-CA", 40)
            self.assertEqual(voice.next(), "began 7")
            self.assertEqual(voice.next(), "ended 7")
            self.assertEqual(service.spoken(), [Spoken("fr-ca", 40, text, True)])
            voice.say(8, ".", "en", 0)
            self.assertEqual([voice.next(), voice.next()], ["began 8", "ended 8"])

    def test_each_language_is_named_to_the_service(self):
        with SpeechService() as service, Voice(service) as voice:
            for number, (language, text) in enumerate(WORDS.items(), 1):
                voice.say(number, text, language)
                self.assertEqual([voice.next(), voice.next()], [f"began {number}", f"ended {number}"])
            self.assertEqual([(s.language, s.text) for s in service.spoken()],
                             [(l.removesuffix("-Hans"), t) for l, t in WORDS.items()])

    def test_a_second_sentence_replaces_the_first(self):
        with SpeechService() as service, Voice(service) as voice:
            voice.say(1, LONG)
            self.assertEqual(voice.next(), "began 1")
            until(lambda: service.spoken(), "the first is heard")
            self.assertEqual(voice.say(2, "The second."), [])
            self.assertEqual([voice.next(), voice.next()], ["began 2", "ended 2"])
            self.assertEqual([s.whole for s in service.spoken()], [False, True])

    def test_of_many_sentences_at_once_only_the_last_is_spoken_to_its_end(self):
        with SpeechService() as service, Voice(service) as voice:
            for number in range(1, 31):
                events = voice.say(number, f"Number {number}. {LONG if number < 30 else 'The last.'}")
                self.assertFalse([e for e in events if not e.startswith("began")], events)
            while (event := voice.next()) != "ended 30":
                self.assertIn(event, [f"began {number}" for number in range(1, 31)])
            self.assertEqual([s.text for s in service.spoken() if s.whole], ["Number 30. The last."])

    def test_stop_silences_at_once(self):
        taken = []
        with SpeechService() as service, Voice(service) as voice:
            for number in range(1, 6):
                voice.say(number, LONG)
                self.assertEqual(voice.next(), f"began {number}")
                heard = service.sounded_ns()
                until(lambda: service.sounded_ns() > heard, "it is heard")
                stopped = time.time_ns()
                self.assertEqual(voice.tell("stop"), [])
                until(lambda: time.time_ns() - service.sounded_ns() > 500e6, "silence")  # a beat is 20 ms
                taken.append(max(0, (service.sounded_ns() - stopped) / 1e6))
            self.assertTrue(voice.quiet())  # no more events of what was stopped
            voice.say(9, "Still there.")
            self.assertEqual([voice.next(), voice.next()], ["began 9", "ended 9"])
        print(f"heard after stop: {', '.join(f'{t:.0f}' for t in taken)} ms (promised: 200)")
        self.assertLess(max(taken), 2000)

    def test_the_voice_is_silent_after_the_program_has_ended(self):
        with SpeechService() as service:
            with Voice(service) as voice:
                voice.say(1, LONG)
                until(lambda: service.sounded_ns(), "it is heard")
                ended = time.time_ns()
            until(lambda: time.time_ns() - service.sounded_ns() > 500e6, "silence")
            self.assertLess((service.sounded_ns() - ended) / 1e6, 2000)

    def test_without_speech_no_thread_is_started(self):
        with SpeechService() as service, Voice(service) as voice:
            before = voice.tell("threads")
            self.assertEqual(voice.tell("stop"), [])
            self.assertEqual(voice.tell("threads"), before)
            voice.say(1, "Now.")
            self.assertEqual([voice.next(), voice.next()], ["began 1", "ended 1"])
            self.assertNotEqual(voice.tell("threads"), before)


class Espeak(unittest.TestCase):
    def heard(self, language, text):
        """The sound that espeak-ng makes of `text`; the same bytes for the same voice."""
        with SpeechService("espeak-ng") as service, Voice(service) as voice:
            voice.say(1, text, language)
            self.assertEqual([voice.next(), voice.next()], ["began 1", "ended 1"])
            return service.audio()

    def test_each_language_has_a_voice_of_its_own(self):
        for language, text in WORDS.items():
            own = self.heard(language, text)
            self.assertGreater(len(own), 22050)  # half a second
            if language != "en":
                self.assertNotEqual(own, self.heard("en", text), language)

    def test_chinese_is_mandarin_and_a_region_without_a_voice_has_its_language(self):
        mandarin = self.heard("zh-Hans", WORDS["zh-Hans"])
        self.assertEqual(mandarin, self.heard("cmn", WORDS["zh-Hans"]))
        self.assertEqual(mandarin, self.heard("zh-CN", WORDS["zh-Hans"]))
        self.assertNotEqual(mandarin, self.heard("yue", WORDS["zh-Hans"]))
        self.assertEqual(self.heard("fr-CA", WORDS["fr"]), self.heard("fr", WORDS["fr"]))


class Slow(unittest.TestCase):
    """A service that takes its time to answer."""

    def test_what_was_stopped_while_the_service_is_asked_is_not_spoken(self):
        with FakeSpeechService() as service, Voice(service, answer_ms=30_000) as voice:
            voice.say(1, "One.")
            service.greet()
            self.assertEqual(service.next(), "SET SELF LANGUAGE en")
            voice.tell("stop")
            service.say("201 OK LANGUAGE SET")
            service.meet("SET SELF VOLUME 100", "218 OK VOLUME SET")
            voice.say(2, "Two.", volume=100)
            service.take_message("Two.", 1)
            service.say("701-1", "701-2", "701 BEGIN")
            self.assertEqual(voice.next(), "began 2")
            self.leave(service, voice)

    def test_what_was_stopped_before_its_text_was_sent_is_not_spoken(self):
        for later in "stop", "say 2 en 100 Two.":
            with FakeSpeechService() as service, Voice(service, answer_ms=30_000) as voice:
                voice.say(1, "One.")
                service.greet()
                service.meet("SET SELF LANGUAGE en", "201 OK LANGUAGE SET")
                service.meet("SET SELF VOLUME 100", "218 OK VOLUME SET")
                self.assertEqual(service.next(), "SPEAK")
                voice.tell(later)
                service.say("230 OK RECEIVING DATA")
                service.meet(".", "227 OK MESSAGE CANCELED")  # as the real one answers an empty text
                if later == "stop":
                    voice.say(2, "Two.")
                service.take_message("Two.", 1)
                service.say("701-1", "701-2", "701 BEGIN")
                self.assertEqual(voice.next(), "began 2")
                self.leave(service, voice)

    def test_speech_that_begins_although_it_was_stopped_is_stopped_again(self):
        with FakeSpeechService() as service, Voice(service, answer_ms=30_000) as voice:
            voice.say(1, "One.")
            service.greet()
            service.take_message("One.", 1)
            voice.tell("stop")
            service.meet("CANCEL SELF", "701-1", "701-2", "701 BEGIN", "213 OK CANCELED")  # which came too early
            service.meet("CANCEL SELF", "213 OK CANCELED")
            service.say("701-1", "701-2", "701 BEGIN")  # again, and while no question is pending
            service.meet("CANCEL SELF", "213 OK CANCELED", "703-1", "703-2", "703 CANCELED")
            voice.say(2, "Two.")
            service.take_message("Two.", 2)
            service.say("701-2", "701-2", "701 BEGIN", "702-2", "702-2", "702 END")
            self.assertEqual([voice.next(), voice.next()], ["began 2", "ended 2"])
            self.leave(service, voice, ["QUIT"])

    def leave(self, service, voice, last=("CANCEL SELF", "QUIT")):
        voice.process.stdin.write("quit\n")
        for line in last:
            service.meet(line, "213 OK")


class Losing(unittest.TestCase):
    def test_a_service_that_dies_in_mid_sentence_is_lost_and_comes_back(self):
        with SpeechService() as service, Voice(service) as voice:
            for number in (1, 2, 3):
                voice.say(number, LONG)
                self.assertEqual(voice.next(), f"began {number}")
                service.kill()
                self.assertEqual(voice.next(), "lost 0")
                service.restart()
                self.assertEqual(voice.next(), "back 0")
                voice.say(9, "Here I am again.")
                self.assertEqual([voice.next(), voice.next()], ["began 9", "ended 9"])

    def test_a_service_that_dies_while_it_is_silent_is_lost_too(self):
        with SpeechService() as service, Voice(service) as voice:
            voice.say(1, "One.")
            self.assertEqual([voice.next(), voice.next()], ["began 1", "ended 1"])
            service.kill()
            self.assertEqual(voice.next(), "lost 0")
            self.assertEqual(voice.say(2, "Two."), [])
            self.assertEqual(voice.next(), "lost 0")  # every say that is not spoken is answered

    def test_a_service_that_does_not_answer_is_lost(self):
        with SpeechService() as service, Voice(service) as voice:
            voice.say(1, LONG)
            self.assertEqual(voice.next(), "began 1")
            service.freeze()
            self.assertEqual(voice.say(2, "Nobody hears this."), [])
            self.assertEqual(voice.next(), "lost 0")
            service.thaw()
            while voice.next() != "back 0":
                pass
            voice.say(3, "Here I am again.")
            self.assertEqual([voice.next(), voice.next()], ["began 3", "ended 3"])

    def test_a_voice_module_that_dies_is_lost_and_comes_back_with_a_new_service(self):
        with SpeechService(running=False, autospawn=True) as service, Voice(service, 3000, 500) as voice:
            voice.say(1, "This is begun and never ended.")
            self.assertEqual(voice.next(), "began 1")
            service.kill_voice()
            self.assertEqual(voice.next(), "lost 0")
            voice.say_once_back()  # the old service may still be there to be asked
            self.assertTrue(service.spoken()[-1].whole)

    def test_a_service_that_hangs_for_good_is_replaced_by_a_new_one(self):
        with SpeechService(running=False, autospawn=True) as service, Voice(service, answer_ms=1500) as voice:
            voice.say(1, "One.")
            self.assertEqual([voice.next(), voice.next()], ["began 1", "ended 1"])
            old = service.pid()
            service.freeze()
            voice.say(2, "Nobody hears this.")
            self.assertEqual(voice.next(), "lost 0")
            voice.say_once_back()
            self.assertNotEqual(service.pid(), old)
            self.assertTrue(service.spoken()[-1].whole)

    def test_a_listener_that_does_not_answer_and_is_not_the_service_is_left_alone(self):
        with SpeechService(running=False) as service, socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(service.socket))
            listener.listen()
            listener.settimeout(30)
            with Voice(service, answer_ms=100) as voice:
                voice.say(1, "Is anybody there?")
                mute = [listener.accept()[0] for _ in range(6)]  # this process lives on
                self.assertEqual(voice.next(), "lost 0")
            for connection in mute:
                connection.close()

    def test_speech_that_is_given_up_is_silenced(self):
        with SpeechService(byte_ms=1000) as service, Voice(service, soon_ms=3_600_000, ends_ms=500) as voice:
            voice.say(1, "Too slow.")  # 9 s, and given up after 2.3
            self.assertEqual([voice.next(), voice.next()], ["began 1", "lost 0"])
            until(lambda: time.time_ns() - service.sounded_ns() > 3e9, "silence")  # a beat is 1 s
            self.assertFalse(service.spoken()[-1].whole)

    def test_a_service_that_is_given_up_is_last_asked_for_silence(self):
        with FakeSpeechService() as service, Voice(service, soon_ms=3_600_000, answer_ms=2000) as voice:
            voice.say(1, "One.")
            service.greet()
            service.take_message("One.", 1)  # and no more: it never begins
            self.assertEqual(voice.next(), "lost 0")
            self.assertEqual(service.rest(), ["CANCEL SELF", "QUIT"])

    def test_the_program_ends_soon_although_the_service_hangs(self):
        with SpeechService() as service:
            with Voice(service) as voice:
                voice.say(1, LONG)
                self.assertEqual(voice.next(), "began 1")
                service.freeze()
                voice.say(2, "Nobody hears this.")

    def test_a_service_that_is_absent_at_first(self):
        with SpeechService(running=False) as service, Voice(service) as voice:
            voice.say(1, "Is anybody there?")
            self.assertEqual(voice.next(), "lost 0")
            service.restart()
            self.assertEqual(voice.next(), "back 0")
            voice.say(2, "Yes.")
            self.assertEqual([voice.next(), voice.next()], ["began 2", "ended 2"])
            self.assertEqual([s.text for s in service.spoken()], ["Yes."])

    def test_a_say_asks_a_lost_service_at_once(self):
        with SpeechService(running=False) as service, Voice(service, soon_ms=3_600_000) as voice:
            voice.say(1, "Is anybody there?")
            self.assertEqual(voice.next(), "lost 0")
            service.restart()
            voice.say(2, "Yes.")
            self.assertEqual([voice.next() for _ in range(3)], ["back 0", "began 2", "ended 2"])

    def test_the_service_is_started_if_that_is_allowed(self):
        with SpeechService(running=False, autospawn=True) as service, Voice(service) as voice:
            voice.say(1, "Good morning.")
            self.assertEqual([voice.next(), voice.next()], ["began 1", "ended 1"])
            self.assertEqual([s.text for s in service.spoken()], ["Good morning."])
            self.assertIsNotNone(service.pid())

    def test_a_service_that_we_started_ends_with_us_and_leaves_nothing_behind(self):
        for module in ("file", "espeak-ng"):
            with SpeechService(voice=module, running=False, autospawn=True, own_timeout_s=600) as service:
                with Voice(service) as voice:
                    voice.say(1, "Good morning.")
                    self.assertEqual(voice.next(), "began 1")
                    self.assertGreater(len(service.processes()), 1)
                until(lambda: not service.processes(), f"nothing is left of it with {module}")

    def test_a_service_that_we_started_ends_although_we_are_killed_in_mid_sentence(self):
        for module in ("file", "espeak-ng"):
            with SpeechService(voice=module, running=False, autospawn=True, own_timeout_s=600) as service:
                voice = Voice(service)
                voice.say(1, "Good morning, and a sentence that takes a while to be said to its end.")
                self.assertEqual(voice.next(), "began 1")
                voice.process.kill()
                voice.process.wait()
                until(lambda: not service.processes(), f"nothing is left of it with {module}")
                while voice.next() != "end of the probe":
                    pass
                voice.process.stdin.close()
                voice.process.stdout.close()

    def test_a_service_that_was_there_before_us_stays(self):
        with SpeechService() as service:
            with Voice(service) as voice:
                voice.say(1, "Good morning.")
                self.assertEqual([voice.next(), voice.next()], ["began 1", "ended 1"])
            self.assertTrue(service.listens())

    def test_a_service_that_starts_slowly_is_lost_until_it_is_ready(self):
        with SpeechService(running=False, autospawn=True, held=True) as service, \
                Voice(service, answer_ms=1500) as voice:
            voice.say(1, "Good morning.")
            self.assertEqual(voice.next(), "lost 0")
            starting = set(service.processes())
            service.let_go()
            voice.say_once_back()
            self.assertTrue(starting & set(service.processes()))  # the module of the first start

    def test_a_service_that_never_starts_is_ended_with_all_its_modules(self):
        with SpeechService(running=False, autospawn=True, held=True) as service, \
                Voice(service, soon_ms=3_600_000, answer_ms=300, start_ms=1500) as voice:
            voice.say(1, "Good morning.")
            self.assertEqual(voice.next(), "lost 0")
            until(lambda: not service.processes(), "nothing is left of it")
            self.assertTrue(voice.quiet())

    def test_the_program_ends_soon_although_the_service_is_starting(self):
        with SpeechService(running=False, autospawn=True, held=True) as service:
            with Voice(service) as voice:
                voice.say(1, "Good morning.")
                until(lambda: len(service.processes()) > 1, "it is starting, and a module with it")
            until(lambda: not service.processes(), "nothing is left of it")


if __name__ == "__main__":
    unittest.main()
