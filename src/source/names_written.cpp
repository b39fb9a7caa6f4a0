#include "source/names_written.h"

namespace anteroom::source {

namespace {

std::vector<std::string> split_at_points(const std::string& name) {
  std::vector<std::string> parts(1);
  for (const char c : name) {
    if (c == '.') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// The offset that `written` has for `path`; nothing if it is new, and `at` is now that offset.
std::optional<std::size_t> earlier(std::map<std::string, std::size_t>& written, const std::string& path,
                                   std::size_t at) {
  const auto [first, is_new] = written.emplace(path, at);
  return is_new ? std::nullopt : std::optional(first->second);
}

}  // namespace

std::optional<std::size_t> NamesWritten::open_table(const std::string& name, bool is_one_of_many, std::size_t at) {
  std::string path;
  const std::vector<std::string> parts = split_at_points(name);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    path.append(".").append(parts[i]);
    const bool is_last = i + 1 == parts.size();
    if (is_last && is_one_of_many) ++tables_[path];
    // One of several of a name has a number of its own.
    const auto many = tables_.find(path);
    if (many != tables_.end()) path.append("#").append(std::to_string(many->second));
  }
  scope_ = path;
  return is_one_of_many ? std::nullopt : earlier(headers_, path, at);
}

std::optional<std::size_t> NamesWritten::add_key(const std::vector<std::string>& names, std::size_t at) {
  std::string path = scope_;
  for (const std::string& name : names) path.append(".").append(name);
  return earlier(keys_, path, at);
}

}  // namespace anteroom::source
