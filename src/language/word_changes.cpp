#include "language/word_changes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "language/icu_text.h"
#include "language/words.h"

namespace anteroom::language {

namespace {

// A word with what stands around it up to the next one.
struct Token {
  std::string_view word;  // without the white space behind it, which is no difference
  std::string_view whole;
};

std::string_view without_space_behind(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\n");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::vector<Token> tokens_of(std::string_view text, std::string_view language) {
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  const std::vector<bool> starts = word_starts(units, language);
  std::vector<std::size_t> ends;  // in bytes
  std::size_t byte = 0;
  for (std::int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
    if (byte > 0 && starts[static_cast<std::size_t>(at)]) ends.push_back(byte);
    const UChar32 c = units.char32At(at);
    byte += static_cast<std::size_t>(U8_LENGTH(c));
  }
  ends.push_back(text.size());
  std::vector<Token> tokens;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    const std::string_view whole = text.substr(begin, end - begin);
    if (!whole.empty()) tokens.push_back({without_space_behind(whole), whole});
    begin = end;
  }
  return tokens;
}

// For each place in both texts, how many words the rest of them has in common.
class CommonWords {
 public:
  CommonWords(const std::vector<Token>& before, const std::vector<Token>& after)
      : width_(after.size() + 1), counts_((before.size() + 1) * width_) {
    for (std::size_t i = before.size(); i-- > 0;) {
      for (std::size_t k = after.size(); k-- > 0;) {
        counts_[i * width_ + k] = before[i].word == after[k].word ? static_cast<std::uint16_t>(at(i + 1, k + 1) + 1)
                                                                  : std::max(at(i + 1, k), at(i, k + 1));
      }
    }
  }

  std::uint16_t at(std::size_t before, std::size_t after) const { return counts_[before * width_ + after]; }

 private:
  std::size_t width_;
  std::vector<std::uint16_t> counts_;
};

class Marked {
 public:
  explicit Marked(bool has_blanks) : has_blanks_(has_blanks) {}

  void keep(const Token& token) {
    flush();
    add(Change::none, std::string(token.whole));
  }
  void remove(const Token& token) { removed_ += token.whole; }
  void add(const Token& token) { added_ += token.whole; }
  std::vector<ChangedText> take() {
    flush();
    return std::move(stretches_);
  }

 private:
  void flush() {
    // The last word of a text has no white space behind it.
    if (has_blanks_ && !removed_.empty() && !added_.empty() && removed_.back() != ' ') removed_ += ' ';
    add(Change::removed, std::move(removed_));
    add(Change::added, std::move(added_));
    removed_.clear();
    added_.clear();
  }
  void add(Change change, std::string text) {
    if (text.empty()) return;
    if (!stretches_.empty() && stretches_.back().change == change) {
      stretches_.back().text += text;
    } else {
      stretches_.push_back({change, std::move(text)});
    }
  }

  bool has_blanks_;  // between words
  std::string removed_, added_;
  std::vector<ChangedText> stretches_;
};

}  // namespace

std::vector<ChangedText> word_changes(std::string_view before, std::string_view after, std::string_view language) {
  const std::vector<Token> old_words = tokens_of(before, language), new_words = tokens_of(after, language);
  Marked marked(before.find(' ') != std::string_view::npos);
  if (std::max(old_words.size(), new_words.size()) > max_compared_words) {
    for (const Token& token : old_words) marked.remove(token);
    for (const Token& token : new_words) marked.add(token);
    return marked.take();
  }
  const CommonWords common(old_words, new_words);
  std::size_t i = 0, k = 0;
  while (i < old_words.size() && k < new_words.size()) {
    if (old_words[i].word == new_words[k].word) {
      marked.keep(old_words[i].whole.size() > new_words[k].whole.size() ? old_words[i] : new_words[k]);
      ++i;
      ++k;
    } else if (common.at(i + 1, k) >= common.at(i, k + 1)) {
      marked.remove(old_words[i++]);
    } else {
      marked.add(new_words[k++]);
    }
  }
  while (i < old_words.size()) marked.remove(old_words[i++]);
  while (k < new_words.size()) marked.add(new_words[k++]);
  return marked.take();
}

}  // namespace anteroom::language
