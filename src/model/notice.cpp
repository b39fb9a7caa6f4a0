#include "model/notice.h"

namespace anteroom {

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

}  // namespace anteroom
