#include "model/notice.h"

#include <algorithm>
#include <utility>

namespace anteroom {

namespace {

// `all` as one notice; nothing if there is none.
std::optional<Notice> as_one(std::vector<Notice> all) {
  if (all.empty()) return std::nullopt;
  for (Notice& each : all) each.earlier.clear();
  Notice one = std::move(all.front());
  all.erase(all.begin());
  one.earlier = std::move(all);
  return one;
}

std::string without_digits(std::string text) {
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text;
}

}  // namespace

std::vector<const Notice*> all_of(const Notice& notice) {
  std::vector<const Notice*> all{&notice};
  for (const Notice& each : notice.earlier) all.push_back(&each);
  return all;
}

NoticeChoice words_for(const Notice& notice, const std::string& language, const std::string& otherwise) {
  const auto primary = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
  for (const std::string& tag : {language, primary(language)}) {
    if (const auto own = notice.words.find(tag); own != notice.words.end()) return {own->second, language};
  }
  if (const auto all = notice.words.find(""); all != notice.words.end()) return {all->second, language};
  for (const std::string& tag : {otherwise, primary(otherwise), std::string("en")}) {
    if (const auto other = notice.words.find(tag); other != notice.words.end()) return {other->second, tag};
  }
  if (notice.words.empty()) return {};
  return {notice.words.begin()->second, notice.words.begin()->first};
}

bool is_due(const Notice& notice, WallTime time) {
  return (!notice.from || time >= *notice.from) && (!notice.until || time < *notice.until);
}

const Notice* due_of(const Notice& notice, WallTime time) {
  const Notice* due = nullptr;
  for (const Notice* each : all_of(notice)) {
    if (!is_due(*each, time)) continue;
    if (each->level == NoticeLevel::urgent) return each;
    if (due == nullptr) due = each;
  }
  return due;
}

bool differ_in_numbers_only(const Notice& one, const Notice& other) {
  return one.words.size() == other.words.size() &&
         std::equal(one.words.begin(), one.words.end(), other.words.begin(), [](const auto& a, const auto& b) {
           return a.first == b.first && without_digits(a.second.title) == without_digits(b.second.title);
         });
}

Notice put_above(const Notice& before, Notice added, WallTime time) {
  std::vector<Notice> kept;
  for (const Notice* each : all_of(before)) {
    const bool is_over = each->until && *each->until <= time;
    if (!is_over && !differ_in_numbers_only(*each, added) && kept.size() < max_earlier) kept.push_back(*each);
  }
  for (Notice& each : kept) each.earlier.clear();
  added.earlier = std::move(kept);
  return added;
}

Notice put_above(const Notice& before, Notice added) {
  std::vector<Notice> kept = std::move(added.earlier);
  added.earlier.clear();
  for (const Notice* each : all_of(before)) {
    if (!differ_in_numbers_only(*each, added) && kept.size() < max_earlier) kept.push_back(*each);
  }
  for (Notice& each : kept) each.earlier.clear();
  added.earlier = std::move(kept);
  return added;
}

std::optional<Notice> taken_down(const Notice& notice, const Notice& gone) {
  std::vector<Notice> left;
  for (const Notice* each : all_of(notice)) {
    if (each != &gone) left.push_back(*each);
  }
  return as_one(std::move(left));
}

std::optional<Notice> taken_down(const Notice& notice, WallTime time) {
  const Notice* due = due_of(notice, time);
  return taken_down(notice, due == nullptr ? notice : *due);
}

}  // namespace anteroom
