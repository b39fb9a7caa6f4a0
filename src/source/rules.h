// Every rule that a diagnostic can name: the whole list, in one place. The names are stable; scripts filter by them.
#pragma once

#include <string_view>

#include "source/diagnostic.h"

namespace anteroom::source {

struct Rule {
  const char* name;
  Severity severity;
};

}  // namespace anteroom::source

namespace anteroom::rule {

using source::Rule;
using source::Severity;

// Files
inline constexpr Rule missing_file{"missing-file", Severity::error};  // a file that is needed is not there
inline constexpr Rule empty_file{"empty-file", Severity::error};      // only white space or zero bytes in it
inline constexpr Rule no_content{"no-content", Severity::error};      // settings that do not say which cards to show
inline constexpr Rule missing_content{"missing-content", Severity::error};  // the folder that they name does not exist
inline constexpr Rule not_a_file{"not-a-file", Severity::error};      // a folder or a device where a file should be
inline constexpr Rule unreadable{"unreadable", Severity::error};      // the system does not allow the file to be read
inline constexpr Rule too_large{"too-large", Severity::error};        // more bytes than such a file may have
inline constexpr Rule invalid_utf8{"invalid-utf8", Severity::error};  // bytes that are not UTF-8, or a file in UTF-16
inline constexpr Rule syntax{"syntax", Severity::error};              // not TOML
inline constexpr Rule outside_pack{"outside-pack", Severity::error};  // a path or a link that leads out of the pack

inline constexpr Rule more_faults{"more-faults",
                                  Severity::error};  // how many are not listed; a warning if none is an error

// Keys and values
inline constexpr Rule unknown_key{"unknown-key", Severity::error};      // a key that means nothing here
inline constexpr Rule missing_key{"missing-key", Severity::error};      // a required key is missing
inline constexpr Rule wrong_type{"wrong-type", Severity::error};        // a string where a number should be, and so on
inline constexpr Rule out_of_range{"out-of-range", Severity::error};    // a number too small or too large
inline constexpr Rule bad_value{"bad-value", Severity::error};          // none of the words that are allowed
inline constexpr Rule bad_date{"bad-date", Severity::error};            // not a day between 2000 and 2199
inline constexpr Rule bad_hours{"bad-hours", Severity::error};          // not "08:00-17:00"
inline constexpr Rule bad_id{"bad-id", Severity::error};                // characters other than a-z, 0-9 and -
inline constexpr Rule bad_language{"bad-language", Severity::error};    // not a language tag like en or pt-BR
inline constexpr Rule bad_time_zone{"bad-time-zone", Severity::error};  // no such IANA time zone
inline constexpr Rule screen_shape{"screen-shape", Severity::warning};  // pixels not in the shape of the screen
inline constexpr Rule unknown_language{"unknown-language",
                                       Severity::warning};      // the settings name one that the pack does not list
inline constexpr Rule duplicate{"duplicate", Severity::error};  // the same thing named twice
inline constexpr Rule unknown_format{"unknown-format", Severity::error};  // a pack written for another program version

// Limits
inline constexpr Rule too_long{"too-long", Severity::error};  // more characters than a text or a card may have
inline constexpr Rule too_many{"too-many", Severity::error};  // more pages, cards, languages ... than there may be

// Words
inline constexpr Rule empty_text{"empty-text", Severity::error};              // a text without a word in it
inline constexpr Rule damaged_text{"damaged-text", Severity::error};          // letters lost or changed: U+FFFD, "Ã©"
inline constexpr Rule stray_character{"stray-character", Severity::warning};  // an accent without a letter, say
inline constexpr Rule control_character{"control-character", Severity::error};  // NUL or another control in a text
inline constexpr Rule missing_translation{"missing-translation",
                                          Severity::error};  // a language of the pack without text
inline constexpr Rule unfinished_language{"unfinished-language", Severity::error};  // listed, but not on the screen
inline constexpr Rule resting_core_card{"resting-core-card", Severity::warning};    // in `core`, but not in `cards`
inline constexpr Rule unknown_lead_card{"unknown-lead-card", Severity::warning};    // `lead_card` is not in `cards`
// No text in some languages, in which the settings want it in the first.
inline constexpr Rule in_first_language{"in-first-language", Severity::warning};
inline constexpr Rule untranslated_card{"untranslated-card",
                                        Severity::warning};  // no text in some languages of the pack
inline constexpr Rule stale_translation{"stale-translation",
                                        Severity::warning};  // made from an older text of the first language
inline constexpr Rule equal_translation{"equal-translation", Severity::warning};  // a text as in another language
inline constexpr Rule english_words{"english-words", Severity::warning};          // an interface file mostly in English
inline constexpr Rule copied_words{"copied-words", Severity::warning};  // an interface file mostly in another language
inline constexpr Rule equal_name{"equal-name", Severity::warning};      // two languages that call themselves the same
inline constexpr Rule extra_translation{"extra-translation", Severity::warning};  // text for a language the pack lacks
inline constexpr Rule unknown_variable{"unknown-variable", Severity::error};      // {name} that no [vars] defines
inline constexpr Rule unused_variable{"unused-variable", Severity::warning};      // a clinic's value that no text uses
inline constexpr Rule unbalanced_brace{"unbalanced-brace", Severity::error};      // { without }, or } without {
inline constexpr Rule placeholder{"placeholder",
                                  Severity::error};  // an interface text whose {names} differ from English

// Cards and pictures
inline constexpr Rule no_cards{"no-cards", Severity::error};                // a pack that lists no card
inline constexpr Rule missing_card{"missing-card", Severity::error};        // listed, but there is no such file
inline constexpr Rule hidden_card{"hidden-card", Severity::warning};        // a listed card that no screen shows yet
inline constexpr Rule unlisted_card{"unlisted-card", Severity::warning};    // a card file that the pack does not list
inline constexpr Rule bad_link{"bad-link", Severity::error};                // not https://
inline constexpr Rule missing_picture{"missing-picture", Severity::error};  // no such file in pictures/
inline constexpr Rule picture_type{"picture-type", Severity::error};        // not svg, png, jpg, webp or gif
inline constexpr Rule broken_picture{"broken-picture", Severity::error};    // a picture file that cannot be drawn
inline constexpr Rule close_regions{"close-regions", Severity::warning};  // the targets of two regions cover each other
inline constexpr Rule bad_view{"bad-view", Severity::warning};  // a part of a picture that there is not, for a page
inline constexpr Rule bad_motion{"bad-motion",
                                 Severity::error};  // does not end at rest, flashes, has keys out of order
inline constexpr Rule unknown_element{"unknown-element", Severity::error};  // an id that no element of a picture has
inline constexpr Rule unseen_element{"unseen-element", Severity::warning};  // one that the picture does not show
inline constexpr Rule strange_front{"strange-front", Severity::warning};    // a timeline's front is none of its steps
inline constexpr Rule equal_steps{"equal-steps", Severity::warning};        // two steps in a row show the same picture

// Only `check`: claims
inline constexpr Rule unknown_claim{"unknown-claim", Severity::error};    // a card names a row that the ledger lacks
inline constexpr Rule untold_claim{"untold-claim", Severity::warning};    // a row of the ledger that no card cites
inline constexpr Rule no_claims{"no-claims", Severity::warning};          // a card that cites no row
inline constexpr Rule unknown_source{"unknown-source", Severity::error};  // a row whose source is not in [sources]

// Only `check`: dates and times
inline constexpr Rule review_order{"review-order", Severity::error};      // due before it took place
inline constexpr Rule review_long{"review-long", Severity::warning};      // due more than 12 months after
inline constexpr Rule review_due{"review-due", Severity::warning};        // due within 30 days
inline constexpr Rule review_passed{"review-passed", Severity::error};    // the cards have left the loop
inline constexpr Rule no_speaker{"no-speaker", Severity::warning};        // no speaker has signed a language
inline constexpr Rule no_reviewer{"no-reviewer", Severity::warning};      // no clinician has signed
inline constexpr Rule unsigned_card{"unsigned-card", Severity::warning};  // other cards, or languages of it, are signed
inline constexpr Rule draft_card{"draft-card", Severity::warning};        // changed since a clinician signed it
inline constexpr Rule broken_signature{"broken-signature",
                                       Severity::warning};            // not as `sign` wrote it: it does not count
inline constexpr Rule when_order{"when-order", Severity::error};      // until before from: never shown
inline constexpr Rule when_never{"when-never", Severity::error};      // months and except leave no day
inline constexpr Rule when_over{"when-over", Severity::warning};      // until is in the past
inline constexpr Rule short_dwell{"short-dwell", Severity::warning};  // gone before it can be read
inline constexpr Rule long_loop{"long-loop", Severity::warning};      // the loop takes too long

// Only `check`: words
inline constexpr Rule sample_words{"sample-words", Severity::warning};      // what `new` wrote, for patients to see
inline constexpr Rule too_many_words{"too-many-words", Severity::warning};  // longer than can be read from a chair
inline constexpr Rule long_sentence{"long-sentence", Severity::warning};  // over 15 words on a front, or 20 characters
inline constexpr Rule long_mean{"long-mean", Severity::warning};          // the mean sentence of a card is too long
inline constexpr Rule hard_words{"hard-words", Severity::warning};  // a card's reading grade or LIX is over the gate
inline constexpr Rule hard_pack{"hard-pack", Severity::warning};    // the pack's reading grade is over the gate
inline constexpr Rule no_syllables{"no-syllables", Severity::warning};  // they were not counted: no reading grade
inline constexpr Rule banned_word{"banned-word", Severity::warning};    // a clinic may not say it about itself
inline constexpr Rule unused_allowance{"unused-allowance", Severity::warning};  // [check] allow: no card needs it
inline constexpr Rule wide_allowance{"wide-allowance", Severity::warning};      // [check] allow: a word by itself
inline constexpr Rule risk_number{"risk-number", Severity::warning};            // "1 in x", which many readers misjudge
inline constexpr Rule drug_name{"drug-name", Severity::error};  // policy "ca": next to a use or a benefit

// Only `check`: files
inline constexpr Rule unused_picture{"unused-picture", Severity::warning};  // no card shows it

// Only in a whole command: these need the machine (its files, clock, monitor, fonts and decoder) or compose every
// screen. Their faults are planted in tests/commands/program_rules_test.cpp.
inline constexpr Rule no_config{"no-config", Severity::warning};              // no settings are named: defaults apply
inline constexpr Rule wrong_clock{"wrong-clock", Severity::warning};          // it shows a day before review or release
inline constexpr Rule missing_monitor{"missing-monitor", Severity::warning};  // --display names one that is not there
inline constexpr Rule no_screen_size{"no-screen-size", Severity::warning};    // neither settings nor monitor give it
// A family is not installed, or a language has no font. An error if that is the first language of the pack.
inline constexpr Rule missing_font{"missing-font", Severity::warning};
inline constexpr Rule missing_character{"missing-character", Severity::error};  // no font has it; others of its text do
inline constexpr Rule slow_picture{"slow-picture", Severity::warning};          // an empty space may be shown instead
inline constexpr Rule large_picture{"large-picture", Severity::warning};        // a small machine may lack the memory
inline constexpr Rule picture_remark{"picture-remark", Severity::warning};      // not drawn as its author sees it
inline constexpr Rule legibility{"legibility", Severity::error};        // too small, too high, too low or without room
inline constexpr Rule reach_mode{"reach-mode", Severity::warning};      // it cannot bring every control within reach
inline constexpr Rule long_name{"long-name", Severity::warning};        // the clinic's name has no room
inline constexpr Rule long_label{"long-label", Severity::warning};      // a pack's own word has no room on its button
inline constexpr Rule not_composed{"not-composed", Severity::warning};  // more cards than check composes

// True if a fault of the rule keeps nothing off the screen: only `check` looks for it.
inline bool is_shown_nevertheless(std::string_view name) {
  for (const Rule& each : {unknown_claim, unknown_source, review_order, drug_name, legibility}) {
    if (name == each.name) return true;
  }
  return false;
}

}  // namespace anteroom::rule
