#include "checks/shown_texts.h"

#include <algorithm>
#include <variant>

#include "checks/checks.h"

namespace anteroom::checks {

namespace {

void add_pages(const CardText& text, const source::TomlTable& table, std::vector<ShownText>& shown) {
  const source::TomlValue* pages = source::find_value(table, {"pages"});
  const auto* list = pages == nullptr ? nullptr : std::get_if<source::TomlList>(&pages->is);
  if (list == nullptr || list->size() != text.pages.size()) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto* page = std::get_if<source::TomlTable>(&(*list)[i].is);
    if (page == nullptr) continue;
    shown.push_back({"pages.title", text.pages[i].title, source::position_of(*page, {"title"})});
    shown.push_back({"pages.text", text.pages[i].text, source::position_of(*page, {"text"})});
  }
}

void add_part(const ExhibitPart& part, const source::TomlTable& table, std::vector<ShownText>& shown) {
  shown.push_back({"exhibit.label", part.label, source::position_of(table, {"label"})});
  shown.push_back({"exhibit.text", part.text, source::position_of(table, {"text"})});
}

// The words of the entries of the list `key`, which begin with part `first`.
void add_listed(const ExhibitText& words, std::size_t first, const source::TomlTable& table, const char* key,
                std::vector<ShownText>& shown) {
  const source::TomlValue* value = source::find_value(table, {key});
  const auto* list = value == nullptr ? nullptr : std::get_if<source::TomlList>(&value->is);
  for (std::size_t i = 0; list != nullptr && i < list->size() && first + i < words.parts.size(); ++i) {
    if (const auto* part = std::get_if<source::TomlTable>(&(*list)[i].is))
      add_part(words.parts[first + i], *part, shown);
  }
}

void add_exhibit(const CardText& text, const Exhibit& exhibit, const source::TomlTable& table,
                 std::vector<ShownText>& shown) {
  const ExhibitText& words = text.exhibit;
  shown.push_back({"exhibit.title", words.title, source::position_of(table, {"title"})});
  shown.push_back({"exhibit.invite", words.invite, source::position_of(table, {"invite"})});
  if (std::holds_alternative<Fold>(exhibit)) {
    for (std::size_t i = 0; i < words.parts.size(); ++i) {
      shown.push_back({"exhibit.text", words.parts[i].text, source::position_of(table, {content::fold_keys.at(i)})});
    }
  }
  if (std::holds_alternative<Steps>(exhibit)) add_listed(words, 0, table, "steps", shown);
  if (std::holds_alternative<Pull>(exhibit)) {
    for (std::size_t i = 0; i < words.buttons.size(); ++i) {
      shown.push_back(
          {"exhibit.label", words.buttons[i], source::position_of(table, {content::pull_button_keys.at(i)})});
    }
    for (std::size_t i = 0; i < std::min(words.parts.size(), content::pull_keys.size()); ++i) {
      shown.push_back({"exhibit.text", words.parts[i].text, source::position_of(table, {content::pull_keys.at(i)})});
    }
    add_listed(words, content::pull_keys.size(), table, "months", shown);
  }
  const auto* hotspots = std::get_if<Hotspots>(&exhibit);
  for (std::size_t i = 0; hotspots != nullptr && i < words.parts.size(); ++i) {
    const source::TomlValue* value = source::find_value(table, {"regions", hotspots->regions[i].id});
    const auto* part = value == nullptr ? nullptr : std::get_if<source::TomlTable>(&value->is);
    if (part != nullptr) add_part(words.parts[i], *part, shown);
  }
}

}  // namespace

std::vector<ShownText> shown_texts(const CardText& text, const Exhibit& exhibit, const source::TomlTable& table) {
  std::vector<ShownText> shown = {
      {"topic", text.topic, source::position_of(table, {"topic"})},
      {"title", text.title, source::position_of(table, {"title"})},
      {"lead", text.lead, source::position_of(table, {"lead"})},
      {"picture_alt", text.picture_alt, source::position_of(table, {"picture_alt"})},
      {"ask", text.ask, source::position_of(table, {"ask"})},
  };
  if (!text.wall.empty()) shown.push_back({"wall", text.wall, source::position_of(table, {"wall"})});
  add_pages(text, table, shown);
  const source::TomlValue* words = source::find_value(table, {"exhibit"});
  const auto* words_table = words == nullptr ? nullptr : std::get_if<source::TomlTable>(&words->is);
  if (words_table != nullptr) add_exhibit(text, exhibit, *words_table, shown);
  return shown;
}

}  // namespace anteroom::checks
