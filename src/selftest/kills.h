// SIGKILL at random moments, as at a power cut: what was kept is the old version or the new one, whole.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "assembly/source.h"
#include "selftest/course.h"
#include "selftest/outcome.h"

namespace anteroom::selftest {

inline constexpr long full_kills = 50, full_kills_of_a_screen = 20;

// Kills `program` ("/usr/bin/anteroom"), which shows the pack of `source` in a window, while a card is edited; at the
// end its cards are taken away, and it must start with those that it kept. Without a program: kills a process that
// reads and keeps the cards as a screen does, without a window. `why_not`: why it is without one, for the certificate.
Outcome check_kills(const assembly::SourceOptions& source, const std::string& program, const std::string& why_not,
                    const Course& course);

// What is killed without a window, for tests: `read_and_keep` in an endless loop.
Outcome check_kills_of(const std::function<void(const std::filesystem::path& state)>& read_and_keep,
                       const assembly::SourceOptions& source, const Course& course);

// Whether `program` shows a window of the pack of `source` and says so; else why not.
std::string why_no_window(const std::string& program, const assembly::SourceOptions& source);

}  // namespace anteroom::selftest
