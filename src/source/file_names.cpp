#include "source/file_names.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <system_error>

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
  constexpr std::array<std::string_view, 11> added = {".txt", ".docx", ".doc",  ".odt",      ".rtf", ".bak",
                                                      ".old", ".orig", ".part", ".download", "~"};
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

// Drops what a file manager has added to the name of a copy: "a - copy", "a copy", "a (1)".
std::string_view without_copy_mark(std::string_view stem) {
  constexpr std::array<std::string_view, 4> words = {" copy", " copie", " copia", " kopie"};
  for (bool changed = true; changed;) {
    changed = false;
    stem = trimmed(stem);
    const std::size_t open = stem.rfind('(');
    const bool numbered = stem.ends_with(')') && open != std::string_view::npos && open > 0 &&
                          stem.find_first_not_of("0123456789", open + 1) == stem.size() - 1;
    if (numbered) {
      stem = stem.substr(0, open);
      changed = true;
    }
    for (const std::string_view word : words) {
      if (!stem.ends_with(word)) continue;
      stem = trimmed(stem.substr(0, stem.size() - word.size()));
      if (stem.ends_with('-')) stem = trimmed(stem.substr(0, stem.size() - 1));
      changed = true;
    }
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

std::string KnownNames::suggestion(std::string_view typed) const {
  const std::string wanted = plain_name(typed);
  if (wanted.empty()) return {};
  const auto [begin, end] = by_plain_name_.equal_range(wanted);
  const auto found = std::find_if(begin, end, [&](const auto& entry) { return entry.second != typed; });
  return found == end ? std::string() : "; did you mean " + in_ticks(found->second) + "?";
}

std::string file_suggestion(std::string_view typed, const std::vector<std::string>& names) {
  return KnownNames(names).suggestion(typed);
}

}  // namespace anteroom::source
