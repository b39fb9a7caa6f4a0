#include "report/loop_report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "language/language_name.h"
#include "model/dwell.h"
#include "model/hello.h"
#include "model/state.h"
#include "model/turn.h"
#include "source/printable.h"

namespace anteroom::report {

namespace {

long long rounded(Millis time) {
  return (time.count() + 500) / 1000;
}

std::string card_count(std::size_t count) {
  if (count == 0) return "no cards";
  return std::to_string(count) + (count == 1 ? " card" : " cards");
}

std::string padding(const std::string& text, std::size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ');
}

// `text` at the left, or at the right, of `width` columns.
std::string left_cell(const std::string& text, std::size_t width) {
  return text + padding(text, width);
}
std::string right_cell(const std::string& text, std::size_t width) {
  return padding(text, width) + text;
}

std::string seconds_of(const LoopFigures& one, const std::string& card) {
  for (const auto& [id, dwell] : one.cards) {
    if (id == card) return std::to_string(rounded(dwell));
  }
  return "-";
}

// The ids of all cards, in loop order as far as one language has them.
std::vector<std::string> cards_of(const std::vector<LoopFigures>& all) {
  std::vector<std::string> ids;
  for (const LoopFigures& one : all) {
    auto at = ids.begin();
    for (const auto& [id, dwell] : one.cards) {
      const auto found = std::find(ids.begin(), ids.end(), id);
      at = found == ids.end() ? ids.insert(at, id) + 1 : found + 1;
    }
  }
  return ids;
}

}  // namespace

std::vector<LoopFigures> loop_figures(const Content& content, WallTime time) {
  std::vector<LoopFigures> all;
  for (const std::size_t language : offered_languages(content)) {
    LoopFigures one{content.pack.languages[language], {}, Millis(0)};
    for (const std::size_t index : loop_cards(State{}, content, time, language)) {
      const Card& card = content.pack.cards[index];
      one.cards.emplace_back(card.id, dwell(card, language, content.settings.role, content.settings.loop));
      one.total += one.cards.back().second;
    }
    const std::optional<std::size_t> lead = lead_of(content.pack);
    const auto at = std::find_if(one.cards.begin(), one.cards.end(),
                                 [&content](const auto& card) { return card.first == content.pack.lead_card; });
    if (lead && at != one.cards.end() && one.cards.size() >= lead_every) {
      one.lead = at->first;
      one.total = loop_time(one.total, at->second, one.cards.size());
    }
    if (!one.cards.empty() && opens_with_hello(content)) one.greetings = hello_dwell(content, language);
    one.total += one.greetings;
    all.push_back(std::move(one));
  }
  return all;
}

std::string in_minutes(Millis time) {
  const long long all = rounded(time);
  std::string text = all < 60 ? std::string() : std::to_string(all / 60) + " min";
  if (all % 60 != 0 || all == 0) text += (text.empty() ? "" : " ") + std::to_string(all % 60) + " s";
  return text;
}

std::string loop_in_words(const std::vector<LoopFigures>& all) {
  std::map<std::size_t, std::string, std::greater<>> groups;  // number of cards -> languages
  for (const LoopFigures& one : all) {
    std::string& group = groups[one.cards.size()];
    group += one.cards.empty() ? (group.empty() ? " in " : ", ") : ", " + in_minutes(one.total) + " in ";
    group += language::english_name(one.language);
  }
  std::string words;
  for (const auto& [count, languages] : groups) {
    if (!words.empty()) words += "; ";
    words += card_count(count);
    words += languages;
  }
  return words;
}

std::string loop_line(const std::vector<LoopFigures>& all) {
  const std::string words = loop_in_words(all);
  return words.empty() ? words : "the loop: " + words + "\n";
}

std::string lead_line(const std::vector<LoopFigures>& all, std::chrono::seconds wait) {
  if (all.empty() || all.front().lead.empty() || all.front().total.count() <= 0) return {};
  const LoopFigures& one = all.front();
  const double loops = static_cast<double>(Millis(wait).count()) / static_cast<double>(one.total.count());
  const double leads = loops * static_cast<double>(one.cards.size() - 1) / static_cast<double>(lead_every - 1);
  const auto times = [](double count) {
    const long whole = std::lround(count);
    return whole < 1 ? std::string("less than once") : whole == 1 ? "once" : std::to_string(whole) + " times";
  };
  return "the lead card " + source::in_ticks(one.lead) + " comes every third place: in a wait of " + in_minutes(wait) +
         ", twice `longest_loop_s`, it shows about " + times(leads) + ", each other card " + times(loops) + "\n";
}

std::string dwell_table(const std::vector<LoopFigures>& all) {
  constexpr std::string_view heading = "seconds", greetings = "(greetings)";
  const std::vector<std::string> cards = cards_of(all);
  if (cards.empty()) return {};
  const auto greets = [](const LoopFigures& one) { return one.greetings.count() > 0; };
  const bool opened = std::any_of(all.begin(), all.end(), greets);
  std::size_t width = opened ? greetings.size() : heading.size();
  for (const std::string& card : cards) width = std::max(width, card.size());
  std::string table = left_cell(std::string(heading), width);
  for (const LoopFigures& one : all) table += "  " + right_cell(one.language, 7);
  table += "\n";
  const auto row = [&](const std::string& name, const auto& value) {
    table += left_cell(name, width);
    for (const LoopFigures& one : all) {
      table += "  " + right_cell(value(one), std::max<std::size_t>(7, one.language.size()));
    }
    table += "\n";
  };
  if (opened) {
    row(std::string(greetings),
        [&](const LoopFigures& one) { return greets(one) ? std::to_string(rounded(one.greetings)) : "-"; });
  }
  for (const std::string& card : cards) row(card, [&](const LoopFigures& one) { return seconds_of(one, card); });
  row("loop", [](const LoopFigures& one) { return std::to_string(rounded(one.total)); });
  return table + "\n";
}

nlohmann::json loop_element(const LoopFigures& one, const std::string& config) {
  nlohmann::json dwells = nlohmann::json::object();
  for (const auto& [id, dwell] : one.cards) dwells[id] = static_cast<double>(dwell.count()) / 1000;
  return {{"path", config},
          {"line", 0},
          {"column", 0},
          {"severity", "info"},
          {"rule", "loop"},
          {"message",
           card_count(one.cards.size()) + ", " + in_minutes(one.total) + " in " + language::english_name(one.language)},
          {"figures",
           {{"language", one.language},
            {"cards", one.cards.size()},
            {"loop_s", static_cast<double>(one.total.count()) / 1000},
            {"greetings_s", static_cast<double>(one.greetings.count()) / 1000},
            {"dwell_s", std::move(dwells)}}}};
}

}  // namespace anteroom::report
