#include "proof/changes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "language/word_changes.h"
#include "model/time.h"
#include "review/text_name.h"
#include "source/printable.h"

namespace anteroom::proof {

namespace {

using document::Cell;
using document::Edit;
using document::Look;
using document::Mark;
using document::Table;

// What messages call a part, without the marks around what is typed.
std::string name_of(const review::TextPath& path) {
  std::string name = source::printable(review::name_of(path));
  std::erase(name, '`');
  if (path.front() != "pages" && path.front() != "exhibit") return name;
  constexpr std::string_view article = "the ";
  return name.starts_with(article) ? name.substr(article.size()) : name;
}

bool is_picture(const review::TextPath& path) {
  return path.front() == "picture";
}

// Facts and what cards consist of besides words are in English.
std::string language_of(const review::TextPath& path, const std::string& language) {
  return path.front() == "claims" || path.front() == "card" || is_picture(path) ? "en" : language;
}

Cell marked(const std::string& before, const std::string& after, const std::string& language) {
  Cell cell{{}, Mark::none, Look::plain, language};
  for (const language::ChangedText& each : language::word_changes(before, after, language)) {
    const std::string text = source::printable(each.text);
    const auto begin = static_cast<std::uint32_t>(cell.text.size());
    cell.text += text;
    const std::size_t last = text.find_last_not_of(' ');
    const auto end = begin + static_cast<std::uint32_t>(last == std::string::npos ? 0 : last + 1);
    if (each.change == language::Change::removed) cell.edits.push_back({begin, end, Edit::struck_out});
    if (each.change == language::Change::added) cell.edits.push_back({begin, end, Edit::underlined});
  }
  return cell;
}

// A part as it was, as it is now, or both.
struct Pair {
  const review::OneText *before = nullptr, *after = nullptr;
  const review::TextPath& path() const { return after == nullptr ? before->path : after->path; }
};

Cell cell_of(const Pair& pair, const std::string& language) {
  if (is_picture(pair.path())) {
    const char* said = pair.before == nullptr  ? "A picture that was not there; see the screens."
                       : pair.after == nullptr ? "A picture that is no longer there."
                                               : "Another picture, or another file of it; see the screens.";
    return {said};
  }
  return marked(pair.before == nullptr ? "" : pair.before->words, pair.after == nullptr ? "" : pair.after->words,
                language_of(pair.path(), language));
}

std::vector<Pair> pairs_of(const std::vector<review::OneText>& before, const std::vector<review::OneText>& now) {
  std::map<review::TextPath, const review::OneText*> left;
  for (const review::OneText& each : before) left[each.path] = &each;
  std::vector<const review::OneText*> in_order;
  in_order.reserve(now.size());
  for (const review::OneText& each : now) in_order.push_back(&each);
  std::stable_sort(in_order.begin(), in_order.end(), [](const auto* a, const auto* b) {
    return std::pair(a->at.line == 0, a->at) < std::pair(b->at.line == 0, b->at);
  });
  std::vector<Pair> pairs;
  for (const review::OneText* each : in_order) {
    const auto found = left.find(each->path);
    const review::OneText* was = found == left.end() ? nullptr : found->second;
    if (was != nullptr) left.erase(found);
    if (was == nullptr || was->words != each->words) pairs.push_back({was, each});
  }
  for (const auto& [path, each] : left) pairs.push_back({each, nullptr});
  return pairs;
}

}  // namespace

Changed changed_since(const Since& since, const std::string& card, const std::string& language,
                      const std::vector<review::OneText>& now) {
  const review::Signature* signature = review::find(since.signatures, card, language);
  if (signature == nullptr) return {{"all of it: nobody has signed it before"}, {}, {}};
  const std::vector<review::OneText>* before = review::find(since.parts, card, language);
  Changed changed;
  if (before == nullptr) {
    for (std::string name : review::changes_since(signature->of, now).names) {
      std::erase(name, '`');
      changed.names.push_back(std::move(name));
    }
    return changed;
  }
  const std::string who = "as " + source::printable(signature->reviewer) + " signed it on " + in_digits(signature->on);
  Table table{{0.2, 0.8}, {{"Changed"}, {"Struck out: " + who + ". Underlined: as it is now."}}, {}};
  for (const Pair& pair : pairs_of(*before, now)) {
    changed.names.push_back(name_of(pair.path()));
    if (pair.after != nullptr) changed.texts.push_back(pair.path());
    table.rows.push_back({{name_of(pair.path()), Mark::none, Look::small}, cell_of(pair, language)});
  }
  changed.tables.push_back(std::move(table));
  return changed;
}

}  // namespace anteroom::proof
