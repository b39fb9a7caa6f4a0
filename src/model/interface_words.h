// The words of the interface itself ("3 of 11", "Please ask at the desk") in one language, read from assets/interface.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace anteroom {

// What cards in a language should not say: for `anteroom check`, never shown.
struct WordCheck {
  std::vector<std::string> avoid;  // words and phrases that a clinic may not use about itself
  std::string one_in;              // "1 in 20" as "{n} in {m}"; empty: not looked for
  friend bool operator==(const WordCheck&, const WordCheck&) = default;
};

struct InterfaceWords {
  std::string language;                      // BCP 47
  std::map<std::string, std::string> words;  // key -> text with {placeholders}
  WordCheck check{};
  friend bool operator==(const InterfaceWords&, const InterfaceWords&) = default;

  // False if this language, other than English, has no text of its own for `key`.
  bool has(const std::string& key) const;

  // The text of `key`, each `{name}` replaced by the value given for it; the built-in English text if this language has
  // none, so that a missing file never leaves a gap on the screen.
  // Requires: `key` is one of interface_keys().
  std::string say(const std::string& key, const std::vector<std::pair<std::string, std::string>>& values = {}) const;
};

// Every key that the screens use, with its English text: assets/interface/en.toml as it was when the program was built.
const std::map<std::string, std::string>& interface_keys();

// True for words that a language may lack: without them a screen says less, but nothing in English.
bool may_be_lacking(const std::string& key);

// True if `words` has all keys but those.
bool is_whole(const InterfaceWords& words);

}  // namespace anteroom
