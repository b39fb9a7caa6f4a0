#include "screens/closed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "language/dates.h"
#include "model/names.h"
#include "scene/palette.h"
#include "screens/closed_lines.h"
#include "screens/closed_words.h"

namespace anteroom::screens {

namespace {

// How many times the usual size the letters have: of "Closed", of what is in the other languages, and of the hour and
// the number to call. `beside`: the other languages are at the side of these instead of below them.
struct Sizes {
  double closed = 1, others = 1, lines = 1;
  bool beside = false;
};

// All that the dark screen says, from a corner at 0, 0: whose screen it is and the time; large in one language that the
// clinic is closed, when it opens and whom to call; and behind a rule, smaller, the same in the other languages.
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
      height_ += 0.8 * gap_;
      const double top = height_;
      add_main(words.front(), sizes);
      const std::vector<ClosedWords> others(words.begin() + 1, words.end());
      if (sizes.beside) {
        add_others_beside(others, sizes.others, top);
      } else if (!others.empty()) {
        add_others_below(others, sizes.others);
      }
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

  // "Closed", when the clinic opens and whom to call, in the view's language.
  void add_main(const ClosedWords& words, const Sizes& sizes) {
    const TypeScale type = type_scale(view_);
    text::Style large = type.title;
    large.size_mm *= sizes.closed;
    large.leading = 1.1;
    const std::string& first = words.closed.empty() ? words.opening : words.closed;
    text::Layout closed = text::lay_out_tight(first, large, room_.w, view_.fonts);
    is_whole_ = is_whole_ && closed.lines.size() <= 1 && !closed.has_broken_word();
    add(std::move(closed), scene::TextRole::title);
    add_notice(words, type.body);
    const text::Style style = line_style(words, sizes.lines);
    if (!words.closed.empty())
      add(text::lay_out_tight(words.opening, style, room_.w, view_.fonts), scene::TextRole::body);
    if (!words.call.empty()) add_call(words.call, style);
    has_main_ = is_whole_;
  }

  // What stands before the words about whom to call.
  static double call_icon_mm(const text::Style& style) { return 1.1 * style.size_mm; }
  static double before_call_mm(const text::Style& style) { return 1.5 * style.size_mm; }

  // Of the hour and the number to call, which are alike: as large as titles, times `times`, where each has room on one
  // line, or else the number on two.
  text::Style line_style(const ClosedWords& words, double times) const {
    const TypeScale type = type_scale(view_);
    text::Style style = type.title;
    style.leading = type.body.leading;
    for (const std::size_t most : {1U, 2U}) {
      for (const double share : {1.0, 0.85, 0.7}) {
        style.size_mm = std::max(type.body.size_mm, share * times * type.title.size_mm);
        const text::Layout opening = text::lay_out_tight(words.opening, style, room_.w, view_.fonts);
        const text::Layout call = text::lay_out_tight(words.call, style, room_.w - before_call_mm(style), view_.fonts);
        if (opening.lines.size() <= 1 && call.lines.size() <= most && !call.has_broken_word()) return style;
      }
    }
    return type.body;
  }

  void add_call(const std::string& call, const text::Style& style) {
    const double icon = call_icon_mm(style), beside = before_call_mm(style);
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
    add(lay_out_body(view_, words.notice_title, style, room_.w), scene::TextRole::body);
    style.weight = text::Weight::regular;
    text::Layout text = text::lay_out_tight(words.notice_text, style, room_.w, view_.fonts);
    constexpr double most = 0.4;  // of the height: what follows is for all
    if (text.height_mm <= std::min(most * room_.h, room_.h - height_)) add(std::move(text), scene::TextRole::body);
    height_ += 0.4 * gap_;
  }

  double rule_mm() const { return 0.06 * type_scale(view_).title.size_mm; }

  void put_rule(const scene::Rect& box) {
    items_.emplace_back(scene::Fill{.box = box, .color = scene::palette::dim, .radius_mm = std::min(box.w, box.h) / 2});
  }

  // The parts of a line in the order of its own language, from `x` on.
  void put_line(ClosedLine line, double space, double x, double top) {
    const double baseline = line.baseline();
    std::array parts{&line.closed, &line.opening};
    if (text::is_right_to_left(line.language) != text::is_right_to_left(view_.language)) std::swap(parts[0], parts[1]);
    for (text::Layout* part : parts) {
      if (part->lines.empty()) continue;
      const double width = part->available_mm, above = baseline - part->lines.front().baseline_mm;
      put(std::move(*part), {x, top + above}, scene::TextRole::label, scene::palette::night);
      x += width + space;
    }
  }

  // In a column at the side of what begins at `top`, as high as that if it has not many lines.
  void add_others_beside(const std::vector<ClosedWords>& words, double times, double top) {
    ClosedLines others = closed_lines(view_, words, times);
    const double x = width_ + 3 * gap_, room = height_ - top;
    const bool notices =
        std::any_of(words.begin(), words.end(), [](const auto& each) { return !each.notice_title.empty(); });
    if (words.size() < 2 || notices || x + others.widest > room_.w || others.height > room) {
      is_whole_ = false;
      return;
    }
    put_rule({width_ + 1.5 * gap_ - rule_mm() / 2, top, rule_mm(), room});
    constexpr double widest_gap = 0.8;  // of a line's height
    const auto count = static_cast<double>(words.size());
    const double gap = std::min((room - others.height) / (count - 1), widest_gap * others.height / count);
    double y = top + (room - others.height - (count - 1) * gap) / 2;
    for (ClosedLine& line : others.lines) {
      const double high = line.height();
      put_line(std::move(line), others.space, x, y);
      y += high + gap;
    }
  }

  // One below the other. What has no room is left out.
  void add_others_below(const std::vector<ClosedWords>& words, double times) {
    const double above = height_;
    height_ += rule_mm() + 1.6 * gap_;
    bool any = false;
    ClosedLines others = closed_lines(view_, words, times);
    is_whole_ = is_whole_ && others.widest <= room_.w;
    for (std::size_t i = 0; i < others.lines.size(); ++i) {
      add_notice(words[i], type_scale(in_language(view_, words[i].language)).label);
      ClosedLine& line = others.lines[i];
      const double high = line.height();
      if (height_ + high > room_.h || line.width() + others.space > room_.w) {
        is_whole_ = false;
        continue;
      }
      put_line(std::move(line), others.space, 0, height_);
      any = true;
      height_ += high + (i + 1 < others.lines.size() ? 0.35 * others.space : 0);
    }
    if (any) {
      put_rule({0, above + 0.8 * gap_, std::min(room_.w, 2 * type_scale(view_).title.size_mm), rule_mm()});
    } else {
      height_ = above;
    }
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
  // Of the page: the rest is room to move. What is wide is not high, and has that room down the page.
  constexpr double widest = 0.84, widest_beside = 0.9, highest = 0.76;
  const scene::Size room{widest * page.w, highest * page.h}, room_beside{widest_beside * page.w, highest * page.h};
  constexpr std::array sizes{Sizes{2.8, 1.3, 0.9, true},
                             Sizes{2.8, 1.2, 0.8, true},
                             Sizes{2.6, 1.1, 0.75, true},
                             Sizes{2.4, 1, 0.7, true},
                             Sizes{2.8, 1.4},
                             Sizes{2.4, 1.3},
                             Sizes{2, 1.2},
                             Sizes{1.8, 1.1},
                             Sizes{1.6, 1, 0.85},
                             Sizes{1.4, 1, 0.8},
                             Sizes{1.8, 1}};
  for (const Sizes& each : sizes) {
    NightSign sign(view, state, words, each.beside ? room_beside : room, each);
    if (sign.is_whole()) return sign;
  }
  // With a notice there is more to say in each, and less room to move.
  constexpr double highest_with_notice = 0.92;
  for (const Sizes& each : {Sizes{1.4, 1, 0.8}, Sizes{1.2, 1, 0.7}, Sizes{1, 1, 0.6}, Sizes{1, 1, 0.4}}) {
    NightSign sign(view, state, words, {widest_beside * page.w, highest_with_notice * page.h}, each);
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
    make_lines(words);
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
