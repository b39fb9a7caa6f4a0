#include "report/notice_report.h"

#include <string_view>

#include "language/language_name.h"
#include "language/utf8.h"
#include "screens/notice.h"

namespace anteroom::report {

namespace {

constexpr std::string_view cut_mark = "…";

// The number of letters of `words` without the mark of a cut.
unsigned letters_of(std::string_view words) {
  if (words.ends_with(cut_mark)) words.remove_suffix(cut_mark.size());
  return language::code_point_count(words);
}

// What is lost of `asked`, which is called `what`; empty: nothing.
std::string loss(const std::string& what, const std::string& asked, const std::string& read, const std::string& shown) {
  if (shown == read && !(read.ends_with(cut_mark) && !asked.ends_with(cut_mark))) return {};
  if (shown.empty()) return "there is no room for " + what + ", so none of it is shown";
  return "only the first " + std::to_string(letters_of(shown)) + " of the " + std::to_string(letters_of(asked)) +
         " letters of " + what + " fit, and the rest is not shown";
}

}  // namespace

std::string what_is_cut(const Content& content, text::Fonts& fonts, const Notice& asked, const Notice& read) {
  std::string text;
  const std::string offered = first_language(content);
  const std::string first = offered.empty() ? "en" : offered;
  for (const auto& [language, words] : asked.words) {
    const screens::View view{.content = content, .fonts = fonts, .language = language.empty() ? first : language};
    const NoticeWords cut = words_for(read, view.language, first).words;
    const NoticeWords shown = screens::shown_words(view, read.level, cut);
    for (const std::string& lost :
         {loss("the words", words.title, cut.title, shown.title), loss("the text", words.text, cut.text, shown.text)}) {
      if (lost.empty()) continue;
      text += "Too long" + (language.empty() ? std::string() : " in " + language::english_name(language)) + ": " + lost;
      text += read.level == NoticeLevel::info
                  ? "; say it in fewer words, or take the whole screen with --level urgent\n"
                  : "; say it in fewer words\n";
    }
  }
  return text;
}

}  // namespace anteroom::report
