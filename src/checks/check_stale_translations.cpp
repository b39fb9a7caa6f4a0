#include <algorithm>
#include <string>
#include <vector>

#include "checks/checks.h"
#include "content/mark_translations.h"
#include "review/text_hash.h"
#include "source/printable.h"

namespace anteroom::checks {

namespace {

// "`fr`, `es` and 3 more translate"
std::string who_translates(const std::vector<std::string>& stale) {
  constexpr std::size_t named = 2;
  if (stale.size() == 1) return source::in_ticks(stale.front()) + " translates";
  std::string list = source::in_ticks(stale.front());
  if (stale.size() == named) return list + " and " + source::in_ticks(stale.back()) + " translate";
  list.append(", ").append(source::in_ticks(stale[1]));
  return list.append(" and ").append(std::to_string(stale.size() - named)).append(" more translate");
}

// ", which differs from today's in `title` (line 9), the text of page 2 (line 31) and 5 more"; empty if that is not
// known.
std::string what_changed(const std::vector<std::string>& changes) {
  constexpr std::size_t named = 3;
  if (changes.empty()) return {};
  const std::size_t shown = changes.size() <= named + 1 ? changes.size() : named;
  std::string list = changes.front();
  for (std::size_t i = 1; i < shown; ++i) {
    list.append(i + 1 == changes.size() ? " and " : ", ").append(changes[i]);
  }
  if (shown < changes.size()) list.append(" and ").append(std::to_string(changes.size() - shown)).append(" more");
  return ", which differs from today's in " + list;
}

}  // namespace

void check_stale_translations(content::PackFiles& files, const Remedies& remedies) {
  for (content::CardFile& file : files.cards) {
    // The text of the first language could not be read, so there is nothing to compare with.
    if (file.card.text.empty() || file.card.text.front().title.empty()) continue;
    const std::vector<std::string>& languages = files.head.pack.languages;
    std::vector<std::string> stale = content::stale_translations(file, languages);
    // A page that is missing in the first language, which is reported, makes no translation an older one.
    std::erase_if(stale, [&](const std::string& tag) {
      const auto i = static_cast<std::size_t>(std::find(languages.begin(), languages.end(), tag) - languages.begin());
      return i < file.card.text.size() && file.card.text.front().pages.size() < file.card.text[i].pages.size();
    });
    if (stale.empty()) continue;
    std::string message = who_translates(stale) + " an older text of this card" +
                          what_changed(content::changed_texts(file, languages, stale)) + "; update " +
                          (stale.size() == 1 ? "it" : "them") + " and run `" + remedies.program + " translated " +
                          file.card.id;
    for (const std::string& language : stale) message.append(" ").append(language);
    source::FileFaults(file.source, file.diagnostics)
        .add(rule::stale_translation, source::position_of(file.table, {"text", stale.front(), review::translates_key}),
             message + remedies.options + "`");
  }
}

}  // namespace anteroom::checks
