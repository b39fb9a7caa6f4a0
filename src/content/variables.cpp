#include "content/variables.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

// A bidi isolate, so that a telephone number inside Arabic keeps its order.
constexpr const char* isolate_begin = "\xE2\x81\xA8";
constexpr const char* isolate_end = "\xE2\x81\xA9";

// Reads one text from left to right.
class Expansion {
 public:
  Expansion(const source::Located& text, const std::map<std::string, std::string>& values, source::FileFaults& faults)
      : text_(text.text), at_(text.at), values_(values), faults_(faults) {}

  std::optional<std::string> run() {
    while (offset_ < text_.size()) {
      const auto at = std::find_if(text_.begin() + offset_, text_.end(), [](char c) { return c == '{' || c == '}'; });
      if (at == text_.end()) break;
      const auto brace = static_cast<std::size_t>(at - text_.begin());
      expanded_ += text_.substr(offset_, brace - offset_);
      offset_ = brace;
      if (text_.substr(offset_, 2) == "{{" || text_.substr(offset_, 2) == "}}") {
        expanded_ += text_[offset_];
        offset_ += 2;
        (text_[brace] == '{' ? opened_ : closed_) += 2;
      } else if (text_[offset_] == '{') {
        expand_variable();
      } else {
        ++closed_;
        report(rule::unbalanced_brace, "}", closed_, "this } closes nothing; a brace of its own is written }}");
        ++offset_;
      }
    }
    if (offset_ < text_.size()) expanded_ += text_.substr(offset_);
    if (!sound_) return std::nullopt;
    return std::move(expanded_);
  }

 private:
  void expand_variable() {
    ++opened_;
    const std::size_t end = text_.find_first_of("{}\n", offset_ + 1);
    if (end == std::string_view::npos || text_[end] != '}') {
      report(rule::unbalanced_brace, "{", opened_, "this { is not closed; a brace of its own is written {{");
      ++offset_;
      return;
    }
    ++closed_;
    const std::string name(text_.substr(offset_ + 1, end - offset_ - 1));
    const auto value = values_.find(name);
    if (value == values_.end()) {
      report(rule::unknown_variable, "{", opened_,
             "no variable " + source::in_ticks(name) + " in this language" + nearest_variable(name));
    } else {
      expanded_ += isolate_begin + value->second + isolate_end;
    }
    offset_ = end + 1;
  }

  std::string nearest_variable(std::string_view name) const {
    if (faults_.is_full()) return {};
    std::vector<std::string> known;
    for (const auto& [known_name, unused] : values_) known.push_back(known_name);
    return source::did_you_mean(name, known);
  }

  void report(const source::Rule& rule, std::string_view brace, unsigned nth, std::string message) {
    sound_ = false;
    faults_.add(rule, faults_.find(at_, brace, nth), std::move(message));
  }

  std::string_view text_;
  source::Position at_;
  const std::map<std::string, std::string>& values_;
  source::FileFaults& faults_;
  std::string expanded_;
  std::size_t offset_ = 0;
  unsigned opened_ = 0;  // braces passed so far, to find a fault in the file
  unsigned closed_ = 0;
  bool sound_ = true;
};

}  // namespace

std::optional<std::string> expand_variables(const source::Located& text,
                                            const std::map<std::string, std::string>& values,
                                            source::FileFaults& faults) {
  const bool has_brace = text.text.find('{') != std::string_view::npos || text.text.find('}') != std::string_view::npos;
  return has_brace ? Expansion(text, values, faults).run() : std::string(text.text);
}

}  // namespace anteroom::content
