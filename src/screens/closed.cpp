#include "screens/closed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "language/dates.h"
#include "model/names.h"
#include "scene/palette.h"
#include "screens/closed_words.h"

namespace anteroom::screens {

namespace {

constexpr double unbounded_mm = 1e5;

View in_language(const View& view, const std::string& language) {
  View own = view;
  own.language = language;
  return own;
}

// How many times the usual size the letters have: of "Closed" and of what is in the other languages.
struct Sizes {
  double closed = 1, others = 1;
};

// All that the dark screen says, from a corner at 0, 0: whose screen it is and the time; large in one language that the
// clinic is closed, when it opens and whom to call; and below a rule, smaller, the same in the other languages.
class NightSign {
 public:
  // Requires: the first of `words` is in the view's language, if there are any.
  NightSign(const View& view, const State& state, const std::vector<ClosedWords>& words, scene::Size room, Sizes sizes)
      : view_(view), room_(room), gap_(measures(view).gap) {
    const TypeScale type = type_scale(view);
    const text::Layout name = small(view.clinic_name(), type.label);
    const text::Layout clock = small(language::clock_time(minute_of_day(state.minute), view.locale()),
                                     words.empty() ? type.title : clock_style());
    height_ = std::max(name.height_mm, clock.height_mm);
    if (!words.empty()) {
      height_ += 0.5 * gap_;
      add_main(words.front(), sizes.closed);
      if (words.size() > 1) add_others({words.begin() + 1, words.end()}, sizes.others);
    }
    add_head(name, clock);
  }

  // True if nothing was left out for want of room; of that in the view's language.
  bool is_whole() const { return is_whole_; }
  bool has_main() const { return has_main_; }
  scene::Size size() const { return {width_, height_}; }

  // The items, moved to `corner`.
  std::vector<scene::Item> at(scene::Point corner) && {
    const bool from_end = view_.reading() == scene::Direction::right_to_left;
    for (scene::Item& item : items_) {
      std::visit(
          [&](auto& each) {
            each.box.x = corner.x + (from_end ? width_ - each.box.right() : each.box.x);
            each.box.y += corner.y;
          },
          item);
    }
    return std::move(items_);
  }

 private:
  text::Style clock_style() const {
    text::Style style = type_scale(view_).title;
    style.leading = 1.1;
    return style;
  }

  // In one line, empty where that has no room.
  text::Layout small(const std::string& utf8, const text::Style& style) const {
    text::Layout layout = text::lay_out_tight(utf8, style, room_.w, view_.fonts);
    return layout.lines.size() > 1 || layout.has_broken_word() ? text::Layout{} : layout;
  }

  void put(text::Layout layout, scene::Point at, scene::TextRole role, scene::Color ink) {
    const scene::Rect box{at.x, at.y, layout.available_mm, layout.height_mm};
    width_ = std::max(width_, box.right());
    items_.emplace_back(scene::Text{box, std::move(layout), role, ink});
  }

  // Adds `layout` below the rest. False: it has no room, unless it is the first.
  bool add(text::Layout layout, scene::TextRole role, double x = 0) {
    if (layout.lines.empty()) return true;
    if (height_ + layout.height_mm > room_.h) {
      is_whole_ = false;
      return false;
    }
    const double high = layout.height_mm;
    put(std::move(layout), {x, height_}, role, scene::palette::night);
    height_ += high;
    return true;
  }

  // The name from the start, and the time at the end, on one baseline.
  void add_head(text::Layout name, text::Layout clock) {
    if (clock.lines.empty()) return;
    if (name.width_mm + gap_ + clock.width_mm > room_.w) name = {};
    const double baseline = clock.lines.front().baseline_mm;
    const double between = name.lines.empty() ? 0 : name.available_mm + 2 * gap_;
    const double clock_x = std::max(between, width_ - clock.available_mm);
    if (!name.lines.empty()) {
      const double top = std::max(0.0, baseline - name.lines.front().baseline_mm);
      put(std::move(name), {0, top}, scene::TextRole::label, scene::palette::dim);
    }
    put(std::move(clock), {items_.empty() ? 0 : clock_x, 0}, scene::TextRole::title, scene::palette::dim);
  }

  // "Closed" as large as `times` says, when the clinic opens and whom to call, in the view's language.
  void add_main(const ClosedWords& words, double times) {
    const TypeScale type = type_scale(view_);
    text::Style large = type.title;
    large.size_mm *= times;
    large.leading = 1.1;
    const std::string& first = words.closed.empty() ? words.opening : words.closed;
    text::Layout closed = text::lay_out_tight(first, large, room_.w, view_.fonts);
    is_whole_ = is_whole_ && closed.lines.size() <= 1 && !closed.has_broken_word();
    add(std::move(closed), scene::TextRole::title);
    add_notice(words, type.body);
    if (!words.closed.empty()) add(opening_of(words), scene::TextRole::body);
    if (!words.call.empty()) {
      height_ += 0.4 * gap_;
      add_call(words.call, type.body);
    }
    has_main_ = is_whole_;
  }

  // As large as a title where that has room on one line.
  text::Layout opening_of(const ClosedWords& words) const {
    const TypeScale type = type_scale(view_);
    text::Style style = type.title;
    style.leading = type.body.leading;
    for (const double times : {1.0, 0.85, 0.7}) {
      style.size_mm = std::max(type.body.size_mm, times * type.title.size_mm);
      text::Layout layout = text::lay_out_tight(words.opening, style, room_.w, view_.fonts);
      if (layout.lines.size() <= 1) return layout;
    }
    return text::lay_out_tight(words.opening, type.body, room_.w, view_.fonts);
  }

  void add_call(const std::string& call, const text::Style& style) {
    const double icon = 1.1 * style.size_mm, beside = icon + 0.4 * style.size_mm;
    text::Layout words = text::lay_out_tight(call, style, room_.w - beside, view_.fonts);
    const double top = height_, high = words.height_mm;
    if (!add(std::move(words), scene::TextRole::body, beside)) return;
    items_.emplace_back(scene::Picture{
        .box = {0, top + (high - icon) / 2, icon, icon}, .file = view_.icon("call"), .tint = scene::palette::night});
  }

  // The title of a notice, and its text where that has room.
  void add_notice(const ClosedWords& words, text::Style style) {
    if (words.notice_title.empty()) return;
    style.language = words.notice_language;
    style.weight = text::Weight::semibold;
    add(text::lay_out_tight(words.notice_title, style, room_.w, view_.fonts), scene::TextRole::body);
    style.weight = text::Weight::regular;
    text::Layout text = text::lay_out_tight(words.notice_text, style, room_.w, view_.fonts);
    constexpr double most = 0.4;  // of the height: what follows is for all
    if (text.height_mm <= std::min(most * room_.h, room_.h - height_)) add(std::move(text), scene::TextRole::body);
    height_ += 0.4 * gap_;
  }

  void add_rule() {
    const double rule = 0.06 * type_scale(view_).title.size_mm;
    height_ += 0.8 * gap_;
    items_.emplace_back(scene::Fill{.box = {0, height_, std::min(room_.w, 2 * type_scale(view_).title.size_mm), rule},
                                    .color = scene::palette::dim,
                                    .radius_mm = rule / 2});
    height_ += rule + 0.8 * gap_;
  }

  struct Line {
    text::Layout closed = {}, opening = {};
    double width() const { return closed.width_mm + opening.width_mm; }
    double height() const { return std::max(closed.height_mm, opening.height_mm); }
  };

  Line line_of(const ClosedWords& words, double times) const {
    const View own = in_language(view_, words.language);
    text::Style style = type_scale(own).label;
    style.size_mm *= times;
    Line line{.closed = text::lay_out_tight(words.closed, style, unbounded_mm, view_.fonts)};
    style.weight = text::Weight::regular;
    line.opening = text::lay_out_tight(words.opening, style, unbounded_mm, view_.fonts);
    return line;
  }

  // Each of `words` in one line, in two columns where they have room beside each other and no notice goes with them.
  void add_others(const std::vector<ClosedWords>& words, double times) {
    add_rule();
    const double space = 0.7 * times * type_scale(view_).label.size_mm, between = 2 * gap_;
    double widest = 0;
    std::vector<Line> lines;
    for (const ClosedWords& each : words) widest = std::max(widest, lines.emplace_back(line_of(each, times)).width());
    widest += space;
    const bool notices =
        std::any_of(words.begin(), words.end(), [](const auto& each) { return !each.notice_title.empty(); });
    const std::size_t columns = !notices && words.size() > 2 && 2 * widest + between <= room_.w ? 2 : 1;
    is_whole_ = is_whole_ && widest <= room_.w;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (notices) add_notice(words[i], type_scale(in_language(view_, words[i].language)).label);
      const bool ends_row = i % columns == columns - 1 || i + 1 == lines.size();
      const double high = row_height(lines, i - i % columns, columns);
      if (height_ + high > room_.h || lines[i].width() + space > room_.w) {
        is_whole_ = false;
        continue;
      }
      const double x = i % columns == 0 ? 0 : widest + between;
      const double baseline = baseline_of(lines, i - i % columns, columns);
      double at = x;
      // Within the line, in the order of its own language.
      std::array parts{&lines[i].closed, &lines[i].opening};
      if (text::is_right_to_left(words[i].language) != text::is_right_to_left(view_.language))
        std::swap(parts[0], parts[1]);
      for (text::Layout* part : parts) {
        if (part->lines.empty()) continue;
        const double top = height_ + baseline - part->lines.front().baseline_mm;
        const double width = part->available_mm;
        put(std::move(*part), {at, top}, scene::TextRole::label, scene::palette::night);
        at += width + space;
      }
      if (ends_row) height_ += high + (i + 1 < lines.size() ? 0.35 * space : 0);
    }
  }

  static double baseline_of(const std::vector<Line>& lines, std::size_t first, std::size_t count) {
    double baseline = 0;
    for (std::size_t i = first; i < std::min(lines.size(), first + count); ++i) {
      for (const text::Layout* part : {&lines[i].closed, &lines[i].opening}) {
        if (!part->lines.empty()) baseline = std::max(baseline, part->lines.front().baseline_mm);
      }
    }
    return baseline;
  }

  static double row_height(const std::vector<Line>& lines, std::size_t first, std::size_t count) {
    double below = 0;
    for (std::size_t i = first; i < std::min(lines.size(), first + count); ++i) {
      for (const text::Layout* part : {&lines[i].closed, &lines[i].opening}) {
        if (!part->lines.empty()) below = std::max(below, part->height_mm - part->lines.front().baseline_mm);
      }
    }
    return baseline_of(lines, first, count) + below;
  }

  const View& view_;
  scene::Size room_;
  double gap_ = 0, width_ = 0, height_ = 0;
  bool is_whole_ = true, has_main_ = true;
  std::vector<scene::Item> items_ = {};
};

// Spread evenly over 0 to 1, and never near the one of the minute before.
double share_of(long minute, double step) {
  const double whole = static_cast<double>(minute) * step;
  return whole - std::floor(whole);
}

// The sign in the largest letters with which it has room to move in `page`.
NightSign sign_in(const View& view, const State& state, const std::vector<ClosedWords>& words,
                  const scene::Rect& page) {
  constexpr double widest = 0.84, highest = 0.76;  // of the page: the rest is room to move
  const scene::Size room{widest * page.w, highest * page.h};
  constexpr std::array sizes{Sizes{2.8, 1.4}, Sizes{2.4, 1.3}, Sizes{2, 1.2}, Sizes{1.8, 1.1}, Sizes{1.8, 1}};
  for (const Sizes& each : sizes) {
    NightSign sign(view, state, words, room, each);
    if (sign.is_whole()) return sign;
  }
  // Where not all languages have room, those left out are the large one in their turn.
  for (const double times : {1.8, 1.4}) {
    NightSign sign(view, state, words, room, {times, 1});
    if (sign.has_main()) return sign;
  }
  return {view, state, words, room, {1, 1}};
}

}  // namespace

scene::Scene closed(const View& view, const State& state) {
  scene::Scene scene = blank(view, screen_name::closed, "");
  scene.ground = scene::palette::black;
  if (!state.clock_possible) return scene;
  const long minute = std::chrono::floor<std::chrono::minutes>(state.minute).time_since_epoch().count();
  std::vector<ClosedWords> words = closed_words(view, state);
  View large = view;
  if (!words.empty()) {
    // Each language is the large one in turn.
    const auto turn = static_cast<std::size_t>(minute) % words.size();
    std::rotate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(turn), words.end());
    large.language = words.front().language;
  }
  const scene::Rect page = scene::inset(view.glass(), measures(view).margin, measures(view).margin);
  NightSign sign = sign_in(large, state, words, page);
  // Steps of the plastic number, which fill a rectangle evenly.
  const scene::Size size = sign.size();
  const scene::Point corner{page.x + share_of(minute, 0.7548776662) * std::max(0.0, page.w - size.w),
                            page.y + share_of(minute, 0.5698402910) * std::max(0.0, page.h - size.h)};
  scene.items = std::move(sign).at(corner);
  return scene;
}

}  // namespace anteroom::screens
