#include "content/usable_text.h"

#include "content/limits.h"
#include "language/paragraphs.h"
#include "language/utf8.h"
#include "language/words.h"
#include "source/damaged_text.h"
#include "source/printable.h"

namespace anteroom::content {

const char* no_word(std::string_view utf8) {
  return utf8.find_first_not_of(" \t\n") == std::string_view::npos ? " is empty" : " has no letter and no digit";
}

std::optional<std::string> read_variable(source::TableReader& values, std::string_view key) {
  const auto value = values.string(key);
  if (!value || !is_short_enough(*value, max_value_letters, values.faults()) || !check_text(*value, values.faults())) {
    return std::nullopt;
  }
  if (!language::has_word(value->text)) {
    values.faults().add(rule::empty_text, value->at, source::in_ticks(key) + no_word(value->text));
    return std::nullopt;
  }
  if (const std::size_t brace = value->text.find_first_of("{}"); brace != std::string_view::npos) {
    values.faults().add(
        rule::bad_value, values.faults().find(value->at, value->text.substr(brace, 1)),
        source::in_ticks(key) + " holds a brace; a value is shown as it is written, and no name in it is replaced");
    return std::nullopt;
  }
  return std::string(value->text);
}

bool is_short_enough(const source::Located& text, std::size_t max, source::FileFaults& faults) {
  // Bytes first: every character has at least one.
  const std::size_t letters = text.text.size() <= max ? 0 : language::code_point_count(text.text);
  const std::size_t lines = language::line_count(text.text);
  if (letters <= max && lines <= max_text_lines) return true;
  const bool by_letters = letters > max;
  faults.add(rule::too_long, text.at,
             "this text has " + source::in_thousands(by_letters ? letters : lines) +
                 (by_letters ? " characters" : " lines") + "; with more than " +
                 source::in_thousands(by_letters ? max : max_text_lines) + " it is not shown here");
  return false;
}

bool check_text(const source::Located& text, source::FileFaults& faults) {
  return is_short_enough(text, max_text_letters, faults) && has_clean_characters(text, faults);
}

bool has_clean_characters(const source::Located& text, source::FileFaults& faults) {
  if (language::is_plain_ascii(text.text)) return true;
  const auto place_of = [&](const source::Damage& damage) {
    return faults.find(text.at, text.text.substr(damage.offset, damage.size));
  };
  // Before looking for controls: some bytes of a misread letter are read as controls.
  if (const auto damage = source::first_damage(text.text)) {
    faults.add(rule::damaged_text, place_of(*damage), damage->message);
    return false;
  }
  if (const auto control = source::first_control(text.text)) {
    faults.add(rule::control_character, text.at,
               "character " + std::to_string(language::code_point_count(text.text.substr(0, *control)) + 1) +
                   " of this text is a control character, which no screen can show");
    return false;
  }
  if (const auto stray = source::first_stray(text.text)) {
    faults.add(rule::stray_character, place_of(*stray), stray->message);
  }
  return true;
}

}  // namespace anteroom::content
