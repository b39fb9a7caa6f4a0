#include "commands/ready_made.h"

#include <algorithm>
#include <filesystem>

#include "assembly/own_command.h"
#include "assembly/source.h"
#include "content/read_notice.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

const std::string minutes_variable = "{minutes}";

fs::path folder() {
  return assembly::install_prefix() / "assets/notices";
}

void set_minutes(std::string& text, const std::string& minutes) {
  for (std::size_t at = text.find(minutes_variable); at != std::string::npos;
       at = text.find(minutes_variable, at + minutes.size())) {
    text.replace(at, minutes_variable.size(), minutes);
  }
}

}  // namespace

std::vector<std::string> ready_made_names() {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder(), error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".toml") names.push_back(at->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<Notice> ready_made(const std::string& name) {
  source::Diagnostics unused;
  return content::read_notice(folder() / (name + ".toml"), unused);
}

bool asks_for_minutes(const Notice& notice) {
  return std::any_of(notice.words.begin(), notice.words.end(), [](const auto& each) {
    return each.second.title.find(minutes_variable) != std::string::npos ||
           each.second.text.find(minutes_variable) != std::string::npos;
  });
}

void set_minutes(Notice& notice, const std::string& minutes) {
  for (auto& [language, words] : notice.words) {
    set_minutes(words.title, minutes);
    set_minutes(words.text, minutes);
  }
}

}  // namespace anteroom::commands
