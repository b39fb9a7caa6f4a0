#include "checks/shown_texts.h"

#include <variant>

#include "checks/checks.h"

namespace anteroom::checks {

namespace {

void add_pages(const CardText& text, const content::TomlTable& table, std::vector<ShownText>& shown) {
  const content::TomlValue* pages = value_at(table, {"pages"});
  const auto* list = pages == nullptr ? nullptr : std::get_if<content::TomlList>(&pages->is);
  if (list == nullptr || list->size() != text.pages.size()) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto* page = std::get_if<content::TomlTable>(&(*list)[i].is);
    if (page == nullptr) continue;
    shown.push_back({"pages.title", text.pages[i].title, place_at(*page, {"title"})});
    shown.push_back({"pages.text", text.pages[i].text, place_at(*page, {"text"})});
  }
}

void add_part(const ExhibitPart& part, const content::TomlTable& table, std::vector<ShownText>& shown) {
  shown.push_back({"exhibit.label", part.label, place_at(table, {"label"})});
  shown.push_back({"exhibit.text", part.text, place_at(table, {"text"})});
}

void add_exhibit(const CardText& text, const Exhibit& exhibit, const content::TomlTable& table,
                 std::vector<ShownText>& shown) {
  const ExhibitText& words = text.exhibit;
  shown.push_back({"exhibit.title", words.title, place_at(table, {"title"})});
  shown.push_back({"exhibit.invite", words.invite, place_at(table, {"invite"})});
  if (std::holds_alternative<Fold>(exhibit)) {
    for (std::size_t i = 0; i < words.parts.size(); ++i) {
      shown.push_back({"exhibit.text", words.parts[i].text, place_at(table, {content::fold_keys.at(i)})});
    }
  }
  const content::TomlValue* steps = value_at(table, {"steps"});
  const auto* list = steps == nullptr ? nullptr : std::get_if<content::TomlList>(&steps->is);
  for (std::size_t i = 0; list != nullptr && i < list->size() && i < words.parts.size(); ++i) {
    if (const auto* part = std::get_if<content::TomlTable>(&(*list)[i].is)) add_part(words.parts[i], *part, shown);
  }
  const auto* hotspots = std::get_if<Hotspots>(&exhibit);
  for (std::size_t i = 0; hotspots != nullptr && i < words.parts.size(); ++i) {
    const content::TomlValue* value = value_at(table, {"regions", hotspots->regions[i].id});
    const auto* part = value == nullptr ? nullptr : std::get_if<content::TomlTable>(&value->is);
    if (part != nullptr) add_part(words.parts[i], *part, shown);
  }
}

}  // namespace

std::vector<ShownText> shown_texts(const CardText& text, const Exhibit& exhibit, const content::TomlTable& table) {
  std::vector<ShownText> shown = {
      {"topic", text.topic, place_at(table, {"topic"})},
      {"title", text.title, place_at(table, {"title"})},
      {"lead", text.lead, place_at(table, {"lead"})},
      {"picture_alt", text.picture_alt, place_at(table, {"picture_alt"})},
      {"ask", text.ask, place_at(table, {"ask"})},
  };
  add_pages(text, table, shown);
  const content::TomlValue* words = value_at(table, {"exhibit"});
  const auto* words_table = words == nullptr ? nullptr : std::get_if<content::TomlTable>(&words->is);
  if (words_table != nullptr) add_exhibit(text, exhibit, *words_table, shown);
  return shown;
}

}  // namespace anteroom::checks
