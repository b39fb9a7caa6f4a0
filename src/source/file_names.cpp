#include "source/file_names.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "language/utf8.h"
#include "source/printable.h"

namespace anteroom::source {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_names = 10'000;

// `name` in the normalisation form `form`; unchanged if it is not UTF-8.
std::string normalized(std::string_view name, const icu::Normalizer2* form) {
  if (form == nullptr || language::first_invalid_utf8(name)) return std::string(name);
  UErrorCode error = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  form->normalizeUTF8(0, icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())), sink, nullptr, error);
  return U_SUCCESS(error) ? result : std::string(name);
}

// Composed, and without differences of letter case.
std::string without_case_and_form(std::string_view name) {
  UErrorCode error = U_ZERO_ERROR;
  return normalized(name, icu::Normalizer2::getNFKCCasefoldInstance(error));
}

// The ending of a name (".toml"), or nothing.
std::string_view ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

// Drops endings that an editor or a download has added: "a.toml.txt", "a.toml~", "a.svg.svg".
std::string_view without_added_ending(std::string_view name) {
  constexpr std::array<std::string_view, 7> added = {".txt", ".bak", ".old", ".orig", ".part", ".download", "~"};
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view ending : added) {
      if (!name.ends_with(ending) || name.size() == ending.size()) continue;
      name = trimmed(name.substr(0, name.size() - ending.size()));
      changed = true;
    }
    const std::string_view ending = ending_of(name);
    const std::string_view before = name.substr(0, name.size() - ending.size());
    if (ending.empty() || ending_of(before) != ending) continue;
    name = before;
    changed = true;
  }
  return name;
}

// What file managers call a copy in English, French, Spanish and Italian, Portuguese, German, Chinese, Arabic and
// Punjabi.
constexpr std::array<std::string_view, 8> copy_words = {"copy",
                                                        "copie",
                                                        "copia",
                                                        "c\u00F3pia",
                                                        "kopie",
                                                        "\u526F\u672C",
                                                        "\u0646\u0633\u062E\u0629",
                                                        "\u0A15\u0A3E\u0A2A\u0A40"};
// What they put before the name: "Copy of a".
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> copy_beginnings = {
    {{"copy", "of"}, {"copie", "de"}, {"copia", "de"}, {"c\u00F3pia", "de"}, {"kopie", "von"}}};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// `text` without the number at its end: "copy 2", "a (copy) 2".
std::string_view without_number(std::string_view text) {
  const std::size_t last = text.find_last_not_of("0123456789");
  const bool is_numbered = last != std::string_view::npos && last + 1 < text.size() && text[last] == ' ';
  return is_numbered ? trimmed(text.substr(0, last)) : text;
}

// True for what is in the brackets of "a (2)", "a (copy)", "a (copy 2)", "a (another copy)" and "a (3rd copy)".
bool is_copy_mark(std::string_view text) {
  if (is_number(text)) return true;
  const std::string_view words = without_number(text);
  return std::any_of(copy_words.begin(), copy_words.end(), [&](std::string_view word) {
    return words.ends_with(word) && (words.size() == word.size() || words[words.size() - word.size() - 1] == ' ');
  });
}

// `stem` without " copy" at its end, with or without a dash; unchanged if it does not end so.
std::string_view without_copy_word(std::string_view stem) {
  const std::string_view words = without_number(stem);
  for (const std::string_view word : copy_words) {
    if (!words.ends_with(word) || words.size() < word.size() + 2) continue;
    const std::string_view before = words.substr(0, words.size() - word.size());
    if (!before.ends_with(' ')) continue;
    const std::string_view name = trimmed(before);
    return name.ends_with('-') ? trimmed(name.substr(0, name.size() - 1)) : name;
  }
  return stem;
}

// `stem` without "copy of " or "copy (2) of " at its beginning.
std::string_view without_copy_beginning(std::string_view stem) {
  for (const auto& [word, of] : copy_beginnings) {
    if (!stem.starts_with(word)) continue;
    std::string_view rest = trimmed(stem.substr(word.size()));
    const std::size_t close = rest.find(')');
    if (rest.starts_with('(') && close != std::string_view::npos && is_number(rest.substr(1, close - 1))) {
      rest = trimmed(rest.substr(close + 1));
    }
    if (rest.starts_with(of) && rest.size() > of.size() + 1 && rest[of.size()] == ' ') {
      return trimmed(rest.substr(of.size()));
    }
  }
  return stem;
}

// Drops what a file manager has added to the name of a copy: "a - copy", "a copy", "a (1)", "a (copy)", "copy of a".
std::string_view without_copy_mark(std::string_view stem) {
  for (std::size_t before = stem.size() + 1; stem.size() < before;) {
    before = stem.size();
    stem = trimmed(stem);
    const std::size_t open = stem.rfind('(');
    const bool has_brackets = stem.ends_with(')') && open != std::string_view::npos && open > 0;
    if (has_brackets && is_copy_mark(stem.substr(open + 1, stem.size() - open - 2)))
      stem = trimmed(stem.substr(0, open));
    stem = without_copy_word(stem);
    stem = without_copy_beginning(stem);
  }
  return stem;
}

// A key that is the same for two names if one is the other, saved or copied.
std::string plain_name(std::string_view name) {
  const std::string without_case = without_case_and_form(name);
  const std::string_view whole = without_added_ending(trimmed(without_case));
  const std::string_view ending = ending_of(whole);
  return std::string(without_copy_mark(whole.substr(0, whole.size() - ending.size()))) + std::string(trimmed(ending));
}

}  // namespace

std::vector<std::string> entries_of(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder.empty() ? fs::path(".") : folder, error), end;
       !error && it != end && names.size() < max_names; it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<fs::path> files_named(const fs::path& folder, const fs::path& name) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(folder / name, error))) return {folder / name};
  std::vector<fs::path> found = {folder};
  for (const fs::path& part : name) {
    std::vector<fs::path> deeper;
    const std::string wanted = composed(part.string());
    for (const fs::path& so_far : found) {
      if (fs::exists(fs::symlink_status(so_far / part, error))) {
        deeper.push_back(so_far / part);
        continue;
      }
      for (const std::string& entry : entries_of(so_far)) {
        if (composed(entry) == wanted) deeper.push_back(so_far / entry);
      }
    }
    found = std::move(deeper);
  }
  return found;
}

std::string composed(std::string_view name) {
  UErrorCode error = U_ZERO_ERROR;
  return normalized(name, icu::Normalizer2::getNFCInstance(error));
}

KnownNames::KnownNames(const std::vector<std::string>& names) {
  for (const std::string& name : names) by_plain_name_.emplace(plain_name(name), name);
}

std::optional<std::string> KnownNames::alike(std::string_view name) const {
  const std::string plain = plain_name(name);
  if (plain.empty()) return std::nullopt;
  const auto [begin, end] = by_plain_name_.equal_range(plain);
  const auto found = std::find_if(begin, end, [&](const auto& entry) { return entry.second != name; });
  return found == end ? std::nullopt : std::optional(found->second);
}

std::string KnownNames::suggestion(std::string_view typed) const {
  const std::optional<std::string> found = alike(typed);
  return found ? "; did you mean " + in_ticks(*found) + "?" : std::string();
}

std::string file_suggestion(std::string_view typed, const std::vector<std::string>& names) {
  return KnownNames(names).suggestion(typed);
}

}  // namespace anteroom::source
