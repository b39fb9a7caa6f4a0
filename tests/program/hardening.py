"""What the ELF headers of every executable of the build must say: hardening.py SANITIZED PROGRAM..., SANITIZED being 0 or 1."""
import pathlib
import platform
import re
import subprocess
import sys
import unittest

SANITIZED, PROGRAMS = sys.argv[1] == "1", sys.argv[2:]
del sys.argv[1:]


def readelf(option, program):
    return subprocess.run(["readelf", "--wide", option, program], capture_output=True, text=True, check=True,
                          env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def undefined_symbols(program):
    """Names without versions: what the program takes from its libraries."""
    lines = [line.split() for line in readelf("--dyn-syms", program).splitlines() if " UND " in line]
    return {words[7].split("@")[0] for words in lines if len(words) > 7}


def ibt_marks(program):
    """How many valid targets of indirect branches there are (endbr64)."""
    return pathlib.Path(program).read_bytes().count(bytes.fromhex("f30f1efa"))


class Hardening(unittest.TestCase):
    def test_the_kiosk_is_among_the_programs(self):
        self.assertIn("anteroom", [pathlib.Path(program).name for program in PROGRAMS])

    def test_the_program_is_loaded_at_a_random_address(self):
        for program in PROGRAMS:
            self.assertRegex(readelf("--file-header", program), r"Type: +DYN", program)
            self.assertRegex(readelf("--dynamic", program), r"FLAGS_1\).*\bPIE\b", program)

    def test_the_function_tables_are_read_only_at_run_time(self):
        for program in PROGRAMS:
            self.assertIn(" GNU_RELRO ", readelf("--program-headers", program), program)
            self.assertRegex(readelf("--dynamic", program), r"FLAGS\).*\bBIND_NOW\b", program)

    def test_no_memory_is_both_writable_and_executable(self):
        for program in PROGRAMS:
            headers = readelf("--program-headers", program)
            stack = re.search(r"^ +GNU_STACK( +0x[0-9a-f]+){5} +([RWE ]+?) +0x", headers, re.MULTILINE)
            self.assertEqual(stack[2].replace(" ", ""), "RW", program)
            for load in re.findall(r"^ +LOAD(?: +0x[0-9a-f]+){5} +([RWE ]+?) +0x", headers, re.MULTILINE):
                self.assertFalse({"W", "E"} <= set(load), program)

    def test_an_overwritten_stack_ends_the_program(self):
        for program in PROGRAMS:
            self.assertIn("__stack_chk_fail", undefined_symbols(program), program)

    @unittest.skipIf(SANITIZED, "the sanitizers check these calls themselves")
    def test_calls_with_a_known_buffer_size_check_it(self):
        # Only where the compiler knows the size of a buffer, so not in every small test.
        for program in PROGRAMS:
            if pathlib.Path(program).name.startswith("anteroom"):
                self.assertTrue([name for name in undefined_symbols(program) if name.endswith("_chk")], program)

    @unittest.skipUnless(platform.machine() == "x86_64", "other processors mark branch targets otherwise")
    def test_indirect_branches_have_marked_targets(self):
        for program in PROGRAMS:
            # A small test has only the marks of the start-up code that every program has.
            if pathlib.Path(program).name.startswith("anteroom"):
                self.assertGreater(ibt_marks(program), 50, program)


if __name__ == "__main__":
    unittest.main()
