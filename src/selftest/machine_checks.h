// What the machine must have before a screen hangs on it: a clock, a screen of known size, fonts, voices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/content.h"
#include "model/time.h"
#include "paint/face_table.h"
#include "platform/spoken_voices.h"
#include "selftest/outcome.h"

namespace anteroom::selftest {

// Whether a clock that shows `now` can be right. `synchronised`: whether the system says that it is kept right by a
// time server; nothing if it does not say.
Outcome check_clock(const Content& content, WallTime now, std::optional<bool> synchronised);
// What check_clock() is to be told.
std::optional<bool> is_clock_synchronised();

// Whether the screen's size is known, on which the height of every letter depends.
Outcome check_screen(const Settings& settings);

// Whether each language of `wanted` is on offer in `content`, as it was loaded on this machine, with a font of its own.
Outcome check_fonts(const Content& content, const std::vector<std::string>& wanted,
                    const std::vector<paint::FamilyChoice>& choices);
// The languages that the settings want of their pack, `pack`: all of the pack's if the settings name none.
std::vector<std::string> wanted_languages(const Settings& settings, const std::vector<std::string>& pack);

// Whether the speech service has a voice for each language on offer. `spoken`: its voices; nothing: it does not answer.
Outcome check_voices(const Content& content, const std::optional<std::vector<platform::SpokenVoice>>& spoken);

}  // namespace anteroom::selftest
