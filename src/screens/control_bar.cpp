#include "screens/control_bar.h"

#include <algorithm>
#include <utility>

#include "model/names.h"
#include "screens/bar_places.h"
#include "screens/button.h"
#include "screens/questions_key.h"

namespace anteroom::screens {

namespace {

constexpr double least_dots = 0.65;  // of their usual size

// The dots and "3 of 11", in the middle of `box`: dots above words where they fit, else the words alone.
std::vector<scene::Item> position(const View& view, Position at, const std::string& where, const scene::Rect& box) {
  constexpr double dots_at = 0.3, words_at = 0.68;  // of the height
  const text::Style label = type_scale(view).label;
  Words words{lay_out_centred(view, where, label, box.w), scene::TextRole::label, view.colors().ink};
  const double dotted = at.count > 1 ? least_dots * dots_width(view, at.count) : 0;
  const scene::Point dots_middle{scene::middle(box).x, box.y + box.h * dots_at};
  const scene::Rect below = scene::around({dots_middle.x, box.y + box.h * words_at}, {box.w, words.layout.height_mm});
  std::vector<scene::Item> items;
  const bool has_words = !words.layout.lines.empty() && fits(words.layout, box.h);
  const bool has_dots = dotted > 0 && dotted < box.w && below.y > dots_middle.y + label.size_mm * 0.3;
  if (has_dots) items = dots(view, at, has_words ? dots_middle : scene::middle(box), box.w);
  if (has_words) {
    items.emplace_back(
        text_in(view, has_dots ? below : box, std::move(words), scene::Align::start, scene::Align::centre));
  }
  return items;
}

// True if what opens the list of topics is offered.
bool offers_topics(const View& view, const Controls& controls) {
  return controls.topics && view.cards > 1 && view.words().has("topics");
}

Button topics_button(const InterfaceWords& words) {
  return {.id = target_id::topics, .action = OpenTopics{}, .word = words.say("topics"), .icon = "list"};
}

double list_icon_mm(const text::Style& label) {
  return 1.15 * label.size_mm;
}

// The icon and `words` side by side in the middle of `box`. Empty: they have no room.
std::vector<scene::Item> listed(const View& view, const std::string& words, const scene::Rect& box) {
  const text::Style label = type_scale(view).label;
  const double icon = list_icon_mm(label), gap = 0.35 * label.size_mm;
  text::Layout text = text::lay_out_tight(words, label, std::max(label.size_mm, box.w - icon - gap), view.fonts);
  if (text.lines.size() != 1 || !fits(text, box.h) || icon + gap + text.available_mm > box.w) return {};
  scene::Row row(scene::centred({icon + gap + text.available_mm, box.h}, box), view.reading(), gap);
  std::vector<scene::Item> items;
  items.emplace_back(scene::Picture{.box = scene::centred({icon, icon}, row.take(icon)),
                                    .file = view.icon("list"),
                                    .tint = view.colors().accent,
                                    .mirrored = text::is_right_to_left(view.language)});
  items.emplace_back(text_in(view, row.rest(), {std::move(text), scene::TextRole::label, view.colors().ink},
                             scene::Align::start, scene::Align::centre));
  return items;
}

// What opens the list of topics, and where we are in it: the word above the dots and their words, or in a low box the
// icon beside the words. Empty: it has no room.
std::vector<scene::Item> position_and_topics(const View& view, Position at, const std::string& where,
                                             const scene::Rect& box) {
  const text::Style label = type_scale(view).label;
  const double line = label.leading * label.size_mm;
  const Button button = topics_button(view.words());
  std::vector<scene::Item> items{key_ground(view, box)};
  if (box.h >= 2.5 * line) {
    // Where letters with signs above and below leave the dots no air, the number alone says it.
    constexpr double dot = 0.5, air = 0.26;  // of the letters; a dot as dots has it
    const bool dotted = 2 * line + (dot + air) * label.size_mm <= box.h;
    const double topics_from = dotted ? 0 : 0.06, topics_end = dotted ? 0.42 : 0.5;  // of the height
    const double dots_at = 0.5, words_from = dotted ? 0.57 : 0.5, words_end = dotted ? 1 : 0.94;
    std::vector<scene::Item> word =
        listed(view, button.word, {box.x, box.y + topics_from * box.h, box.w, (topics_end - topics_from) * box.h});
    if (word.empty()) return {};
    append(items, std::move(word));
    constexpr double most_dots = 0.94;  // of the width
    if (dotted && at.count > 1 && least_dots * dots_width(view, at.count) < most_dots * box.w) {
      append(items, dots(view, at, {scene::middle(box).x, box.y + dots_at * box.h}, most_dots * box.w));
    }
    const scene::Rect below{box.x, box.y + words_from * box.h, box.w, (words_end - words_from) * box.h};
    Words words{lay_out_centred(view, where, label, below.w), scene::TextRole::label, view.colors().ink};
    if (words.layout.lines.size() != 1 || !fits(words.layout, below.h)) return {};
    items.emplace_back(text_in(view, below, std::move(words), scene::Align::start, scene::Align::centre));
  } else {
    std::vector<scene::Item> words = listed(view, where, box);
    if (words.empty()) return {};
    append(items, std::move(words));
  }
  items.emplace_back(target_of(button, box));
  return items;
}

// Nothing if the name is too long for the box: it is not cut.
std::vector<scene::Item> clinic_name(const View& view, const scene::Rect& box) {
  Words words{text::lay_out(view.clinic_name(), type_scale(view).label, box.w, view.fonts), scene::TextRole::label,
              view.colors().ink};
  if (words.layout.lines.empty() || !fits(words.layout, box.h)) return {};
  return {text_in(view, box, std::move(words), scene::Align::start, scene::Align::centre)};
}

// An arrow and its word. Where a row has room for the arrows alone, they stay and the words go.
Button arrow_button(const char* id, const Action& action, const std::string& word, const char* icon, bool worded) {
  return {.id = id, .action = action, .word = word, .icon = icon, .mirrored = true, .is_sign = !worded};
}

// `differs`: from a fresh start; then it says that it undoes that.
Button home_button(const InterfaceWords& words, bool differs) {
  const bool again = differs && words.has("start_again");
  return {.id = target_id::home,
          .action = GoHome{},
          .word = words.say(again ? "start_again" : "home"),
          .icon = again ? "again" : "home"};
}

Button pause_button(const InterfaceWords& words, bool paused) {
  return {.id = target_id::pause,
          .action = TogglePause{},
          .word = words.say(paused ? "resume" : "pause"),
          .icon = paused ? "play" : "pause"};
}

Button listen_button(const InterfaceWords& words, bool aloud) {
  const char* said = aloud ? "stop_reading" : "read_aloud";
  const char* written = aloud ? "stop" : "listen";
  return {.id = target_id::listen,
          .action = ToggleAloud{},
          .word = words.say(words.has(written) ? written : said),
          .icon = aloud ? "sound-off" : "sound",
          .spoken = words.say(said),
          .primary = aloud};
}

// While nobody uses the screen, each language has its name there for a card, in its own script: who cannot read the
// others finds the way to it.
Button language_button(const View& view, const scene::Rect& box) {
  Button button{
      .id = target_id::language, .action = OpenLanguages{}, .word = view.words().say("language"), .icon = "language"};
  const std::vector<std::size_t> offered = offered_languages(view.content);
  View own = view;
  const std::vector<std::string>& tags = view.content.pack.languages;
  const auto current =
      std::find_if(offered.begin(), offered.end(), [&](std::size_t each) { return tags[each] == view.language; });
  const std::size_t turn = static_cast<std::size_t>(current - offered.begin()) + view.turns;
  own.language = tags[offered[turn % offered.size()]];
  if (!view.at_rest || own.language == view.language) return button;
  const std::string name = own.words().say("language_name");
  if (!has_room_for_word(own, name, box)) return button;
  button.is_sign = true;
  button.caption = name;
  button.caption_language = own.language;
  return button;
}

Button access_button(const InterfaceWords& words) {
  return {.id = target_id::access,
          .action = OpenAccess{},
          .word = words.say("access"),
          .icon = "access",
          .spoken = words.say("access_spoken"),
          .is_sign = true,
          .caption = words.has("adjust") ? words.say("adjust") : ""};
}

// True if the arrows have room for their words, with their signs or, if not `signs`, alone. An arrow on one of two
// buttons that belong together would look like a fault, as would a word.
bool has_words(const View& view, const Controls& controls, const BarPlaces& places, bool signs) {
  const auto has_room = [&](const std::optional<Action>& action, const char* key, const scene::Rect& box) {
    const std::string word = view.words().say(key);
    return !action || (signs ? has_room_for_icon(view, word, box) : has_room_beside_nothing(view, word, box));
  };
  // The arrows of all pages are alike, also where the last has no Next.
  for (const char* key : {"next", "next_page", "next_part"}) {
    if (!view.large() || !controls.back || !view.words().has(key)) continue;
    if (!has_room(controls.back, key, places.next)) return false;
  }
  return has_room(controls.back, "back", places.back) && has_room(controls.previous, "previous", places.previous) &&
         has_room(controls.next, "next", places.next);
}

// True if the words between the arrows have room on one line.
bool has_position(const View& view, const std::string& where, const BarPlaces& places) {
  const text::Layout words = lay_out_centred(view, where, type_scale(view).label, places.where.w);
  return words.lines.size() <= 1 && fits(words, places.where.h);
}

// How the row of the arrows is shared.
struct Turning {
  BarPlaces places;
  std::string where;  // said between the arrows
  bool worded = true, signed_too = true;
};

// Ways to say between the arrows of large letters where one is, and the room that each needs.
struct Where {
  std::string said, widest;
};

// "Page 3 of 6 (1/2)"; in portrait, where that has no room, "3 of 6 (1/2)", also on pages of one piece, so that all of
// a card say it alike. The number of the piece is never left out: without it four screens in a row were "Page 3 of 6".
std::vector<Where> wheres_of(const View& view, const Controls& controls) {
  const auto with = [](const std::string& where, const std::string& piece) {
    return piece.empty() ? where : where + " (" + piece + ")";
  };
  const std::string& piece = controls.piece;
  if (!view.portrait() || !controls.back || controls.position.count == 0) return {{with(controls.where, piece), {}}};
  const std::string widest = piece.empty() ? view.number(2) + "/" + view.number(2) : piece;
  std::string bare = view.number(controls.position.index + 1);
  bare += '/';
  bare += view.number(controls.position.count);
  std::vector<Where> wheres;
  for (const std::string& where : {controls.where, said_of(view, "position", controls.position), bare}) {
    wheres.push_back({with(where, piece), with(where, widest)});
  }
  return wheres;
}

// In large letters in portrait the arrows of pages get wider for their words, which "Page 3 of 6" makes room for by
// getting shorter, and the signs give way before the words do.
Turning turning_of(const View& view, const Controls& controls, StartKeys start_keys) {
  Turning usual{.places = places_for(view, worded_share, start_keys), .where = controls.where};
  if (!view.large()) {
    usual.worded = has_words(view, controls, usual.places, true);
    return usual;
  }
  std::vector<double> shares{worded_share};
  if (view.portrait() && controls.back) shares.insert(shares.end(), {0.33, 0.36, 0.39});
  const std::vector<Where> wheres = wheres_of(view, controls);
  for (const bool signs : {true, false}) {
    if (!signs && shares.size() == 1) continue;
    for (const auto& [said, widest] : wheres) {
      for (const double share : shares) {
        Turning found{places_for(view, share, start_keys), said, true, signs};
        const bool has_where = has_position(view, said, found.places) && has_position(view, widest, found.places);
        if (has_words(view, controls, found.places, signs) && has_where) return found;
      }
    }
  }
  return {places_for(view, narrow_share, start_keys), wheres.back().said, false, true};
}

// What is between the arrows.
std::vector<scene::Item> middle(const View& view, const Controls& controls, const std::string& where,
                                const scene::Rect& box) {
  if (!offers_topics(view, controls)) return position(view, controls.position, where, box);
  if (where.empty()) return bar_button(view, topics_button(view.words()), box);
  std::vector<scene::Item> items = position_and_topics(view, controls.position, where, box);
  return items.empty() ? position(view, controls.position, where, box) : items;
}

// The bar's own colour and its upper edge: neither is that of any card.
std::vector<scene::Item> bar_ground(const View& view) {
  const scene::palette::Colors& colors = view.colors();
  const double edge_mm = view.high_contrast ? contrast_line_mm : 0.5;
  scene::Rect area = bar_area(view);
  area.y += view.drift_mm().y;  // its edge moves with what is on it
  area.h -= view.drift_mm().y;
  return {scene::Fill{.box = area, .color = colors.bar},
          scene::Fill{.box = {area.x, area.y, area.w, edge_mm}, .color = colors.bar_edge}};
}

}  // namespace

std::vector<scene::Item> control_bar(const View& view, const Controls& controls) {
  const InterfaceWords& words = view.words();
  const bool has_home = controls.home || view.differs;
  const bool has_questions = controls.questions && !view.kept.empty() && view.keeps_questions();
  const Turning turning = turning_of(view, controls, {has_home, controls.runs, has_questions});
  const BarPlaces& places = turning.places;
  const bool worded = turning.worded;
  std::vector<scene::Item> items;
  // One key holds the arrows and the position between them, so that the two are seen as a pair, unless what is between
  // them is a key of its own.
  std::vector<scene::Item> between = middle(view, controls, turning.where, places.where);
  const bool between_is_key = std::any_of(between.begin(), between.end(), [](const scene::Item& item) {
    return std::holds_alternative<scene::Target>(item);
  });
  const bool paired = !view.large() && !turning.where.empty() && !between_is_key;
  if (paired) items.emplace_back(key_ground(view, scene::joined(places.previous, places.next)));
  const auto put = [&](Button button, const scene::Rect& box) {
    const bool turns = box == places.previous || box == places.next;
    button.bare = paired && turns;
    if (turns && !turning.signed_too) button.icon.clear();
    append(items, bar_button(view, button, box));
  };
  if (controls.back) put(arrow_button(target_id::back, *controls.back, words.say("back"), "back", worded), places.back);
  if (has_home) put(home_button(words, view.differs), places.home);
  if (places.clinic.w > 0) append(items, clinic_name(view, places.clinic));
  if (controls.runs) put(pause_button(words, controls.paused), places.pause);
  if (has_questions) append(items, questions_key(view, places.questions));
  if (controls.previous) {
    put(arrow_button(target_id::previous, *controls.previous, words.say("previous"), "back", worded), places.previous);
  }
  // A keypad visits the list of topics after Next, which is pressed far more often.
  std::optional<scene::Item> list;
  if (between_is_key) {
    list = std::move(between.back());
    between.pop_back();
  }
  append(items, std::move(between));
  if (controls.next) {
    const bool turns_page = controls.back.has_value();  // of what is being read
    const char* word = turns_page && words.has("next_page") ? "next_page" : "next";
    const bool goes_on = controls.goes_on && words.has("next_part");
    if (goes_on) word = "next_part";
    // What goes on within a page has the sign that stands behind its last word, and only Next is filled.
    Button next = arrow_button(target_id::next, *controls.next, words.say(word), goes_on ? "more" : "next", worded);
    next.primary = turns_page && !goes_on;
    next.outlined = goes_on;
    put(next, places.next);
  }
  if (list) items.push_back(std::move(*list));
  if (view.has_voice) put(listen_button(words, view.aloud), places.listen);
  if (offered_languages(view.content).size() > 1) put(language_button(view, places.language), places.language);
  put(access_button(words), places.access);
  move_by(items, view.drift_mm());
  std::vector<scene::Item> all = bar_ground(view);
  append(all, std::move(items));
  return all;
}

std::vector<std::string> bar_words_without_room(const View& view, const InterfaceWords& words, std::size_t total) {
  const StartKeys either{true, false};
  BarPlaces places = places_for(view, worded_share, either);
  places.pause = places.home;
  places.where = places_for(view, narrow_share, either).where;  // arrows lose their words before it does
  std::vector<std::string> keys;
  const std::pair<const char*, scene::Rect> buttons[] = {
      {"back", places.back},         {"home", places.home},   {"pause", places.pause},       {"resume", places.pause},
      {"previous", places.previous}, {"next", places.next},   {"next_page", places.next},    {"next_part", places.next},
      {"listen", places.listen},     {"stop", places.listen}, {"language", places.language}, {"adjust", places.access},
      {"start_again", places.home},  {"topics", places.where}};
  for (const auto& [key, box] : buttons) {
    if (words.has(key) && !has_room_for_word(view, words.say(key), box)) keys.emplace_back(key);
  }
  // In large letters it shows its number alone.
  const scene::Rect kept = places_for(view, worded_share, {true, true, true}).questions;
  if (!view.large() && words.has("questions") && !has_room_for_word(view, words.say("questions"), kept)) {
    keys.emplace_back("questions");
  }
  const std::string most = std::to_string(total);
  for (const char* key : {"position", "page"}) {
    const text::Layout said =
        lay_out_centred(view, words.say(key, {{"n", most}, {"total", most}}), type_scale(view).label, places.where.w);
    if (said.lines.empty() || !fits(said, places.where.h)) keys.emplace_back(key);
  }
  return keys;
}

}  // namespace anteroom::screens
