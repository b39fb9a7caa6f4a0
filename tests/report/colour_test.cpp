// Colour is never the only cue: every state of a screen can be told from its neighbour by lightness alone.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "paint/painter.h"
#include "paint/ttf_fonts.h"
#include "screens/choosers.h"
#include "screens/compose.h"
#include "screens/loop_card.h"
#include "screens/marks.h"

using namespace anteroom;

namespace {

using std::chrono::seconds;
using Linear = std::array<double, 3>;  // red, green, blue, 0 to 1
using Matrix = std::array<Linear, 3>;

// An eye's colour vision as a matrix on linear RGB.
struct Eye {
  std::string name;
  Matrix sees;
};

// Missing cones: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of
// Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0. Grey: the luminance of sRGB (IEC 61966-2-1).
const std::array<Eye, 4> eyes{
    Eye{"grey", {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}}},
    Eye{"protanopia",
        {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    Eye{"deuteranopia",
        {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    Eye{"tritanopia",
        {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

double linear(std::uint32_t byte) {
  const double value = byte / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// The luminance of `pixel` to `eye`, 0 to 1.
double luminance(std::uint32_t pixel, const Eye& eye) {
  const Linear rgb{linear(pixel >> 16 & 255), linear(pixel >> 8 & 255), linear(pixel & 255)};
  constexpr Linear weight{0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t row = 0; row < 3; ++row) {
    double channel = 0;
    for (std::size_t i = 0; i < 3; ++i) channel += eye.sees.at(row).at(i) * rgb.at(i);
    sum += weight.at(row) * std::clamp(channel, 0.0, 1.0);
  }
  return sum;
}

// WCAG 2.2, 1.4.11 requires 3:1 for the parts of a control that show its state. An eye with reduced contrast
// sensitivity (20/40) sees that.
constexpr double seen_ratio = 3;
// On a screen of 476 mm in 1280 pixels: a patch of 5 mm by 5 mm, which from 600 mm is 28 arc minutes, as much as our
// smallest capitals (standards: Size and legibility). On half as many pixels the strokes of a digit are too thin to be
// drawn in full light or dark, and what tells one from the other depends on the version of the font.
constexpr int min_pixels = 180;

// The number of pixels in which `eye` can tell the two pictures apart by lightness.
int told_apart(const paint::Layer& one, const paint::Layer& other, const Eye& eye) {
  REQUIRE(one.pixels.size() == other.pixels.size());
  int count = 0;
  for (std::size_t i = 0; i < one.pixels.size(); ++i) {
    if (one.pixels[i] == other.pixels[i]) continue;
    const double a = luminance(one.pixels[i], eye) + 0.05;
    const double b = luminance(other.pixels[i], eye) + 0.05;
    if (std::max(a, b) / std::min(a, b) >= seen_ratio) ++count;
  }
  return count;
}

// The shipped kiosk on a small screen, with or without high contrast.
class Booth {
 public:
  explicit Booth(bool high_contrast) : high_contrast_(high_contrast) {}

  paint::Layer paint(const scene::Scene& scene) { return painter_.paint(scene, size.width, size.height); }
  scene::Scene compose(const State& state) { return screens::compose(state, content(), fonts_); }
  // The palette stays the same whatever the session says: what is compared is one control, not the palette.
  screens::View view() { return {content(), fonts_, "en", high_contrast_}; }
  const Content& content() const { return loaded_.content; }

  State fresh() const {
    State state = start(content(), now(seconds(0)));
    state.hello = false;
    state.open = true;
    state.session.high_contrast = high_contrast_;
    return state;
  }
  // The detail of card `id` after these taps, at rest.
  State worked(const std::string& id, const std::vector<ExhibitTap>& taps) const {
    State state = fresh();
    const auto& cards = content().pack.cards;
    const auto is_it = [&](const Card& card) { return card.id == id; };
    state.card = static_cast<std::size_t>(std::find_if(cards.begin(), cards.end(), is_it) - cards.begin());
    REQUIRE(*state.card < cards.size());
    state = update(state, content(), OpenCard{}, now(seconds(1)));
    seconds time{1};
    for (const ExhibitTap& tap : taps) {
      state = update(state, content(), tap, now(time += seconds(2)));
      state = update(state, content(), Tick{}, now(time += seconds(2)));
    }
    return state;
  }
  scene::Scene access(const std::function<void(Session&)>& choose) {
    Session session;
    choose(session);
    return screens::access_chooser(view(), "paper", session, true);
  }
  scene::Scene marked(const std::function<void(Session&)>& mark) {
    State state = fresh();
    mark(state.session);
    return screens::with_marks(compose(state), state.session, screens::spoken_words(view().words()), fonts_);
  }

 private:
  static constexpr assembly::Size size{1280, 720};

  static Now now(seconds time) {
    return {MonoTime(time), std::chrono::local_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(9) + time};
  }
  static assembly::Loaded shipped() {
    source::Diagnostics diagnostics;
    assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
    loaded.content.settings.screen = assembly::resized(loaded.content.settings.screen, size);
    return loaded;
  }

  bool high_contrast_;
  assembly::Loaded loaded_ = shipped();
  paint::TtfFonts fonts_{*loaded_.faces};
  paint::Pictures pictures_{assembly::picture_options(loaded_.content.settings, 8U << 20)};
  paint::Painter painter_{*loaded_.faces, pictures_};
};

// Two states of one screen that a patient must be able to tell apart.
struct Pair {
  std::string name;
  scene::Scene one, other;
};

void add_choices(Booth& booth, std::vector<Pair>& pairs) {
  const auto nothing = [](Session&) {};
  const auto with = [&](const std::string& name, const std::function<void(Session&)>& choose) {
    pairs.push_back({name, booth.access(nothing), booth.access(choose)});
  };
  with("contrast", [](Session& session) { session.high_contrast = true; });
  with("motion", [](Session& session) { session.reduced_motion = true; });
  with("text size", [](Session& session) { session.text_percent = 150; });
  with("reach", [](Session& session) { session.reach = Reach::right; });
  with("read aloud", [](Session& session) { session.aloud = true; });
  with("volume", [](Session& session) { session.volume = loudest; });
  pairs.push_back({"sound", booth.access(nothing), screens::access_chooser(booth.view(), "paper", {}, false)});
  pairs.push_back({"language", screens::language_chooser(booth.view(), "paper", 0, false),
                   screens::language_chooser(booth.view(), "paper", 1, false)});
}

void add_states(Booth& booth, std::vector<Pair>& pairs) {
  const auto step = [](std::size_t index) { return ExhibitTap{ExhibitVerb::step, index}; };
  const auto region = [](std::size_t index) { return ExhibitTap{ExhibitVerb::region, index}; };
  const auto add = [&](const std::string& name, const State& one, const State& other) {
    pairs.push_back({name, booth.compose(one), booth.compose(other)});
  };
  State paused = booth.fresh();
  paused.session.paused = true;
  add("pause", booth.fresh(), paused);
  add("step", booth.worked("results", {step(1)}), booth.worked("results", {step(2)}));
  add("spot open", booth.worked("medical-uses", {}), booth.worked("medical-uses", {region(0)}));
  add("other spot open", booth.worked("medical-uses", {region(0)}), booth.worked("medical-uses", {region(1)}));
  add("paper folded", booth.worked("paper", {}), booth.worked("paper", {{ExhibitVerb::fold}}));
  State other_kept = booth.worked("paper", {});
  other_kept.session.page = detail_page_count(booth.content().pack.cards[*other_kept.card], other_kept.language) - 1;
  State kept = other_kept;
  other_kept.session.questions = {*kept.card + 1};
  kept.session.questions = {*kept.card};
  add("question kept", other_kept, kept);
  State late = booth.worked("paper", {});
  late.session.warning = 20;
  State later = late;
  later.session.warning = 5;
  add("warning", late, later);
  const Card& card = booth.content().pack.cards[0];
  pairs.push_back({"place in the loop", screens::kiosk_card(booth.view(), card, card.text[0], {0, 11}, false),
                   screens::kiosk_card(booth.view(), card, card.text[0], {1, 11}, false)});
}

void add_marks(Booth& booth, std::vector<Pair>& pairs) {
  const auto focus = [](const std::string& id) { return [id](Session& session) { session.focus = id; }; };
  const auto sentence = [](std::size_t n) {
    return [n](Session& session) { session.reading = Reading{Said::screen, n}; };
  };
  const scene::Scene plain = booth.marked([](Session&) {});
  for (const std::string id : {"card", "next", "access"}) {
    pairs.push_back({"focus on " + id, plain, booth.marked(focus(id))});
  }
  pairs.push_back({"pressed", plain, booth.marked([](Session& session) { session.pressed = "next"; })});
  pairs.push_back({"focus moves", booth.marked(focus("previous")), booth.marked(focus("next"))});
  pairs.push_back({"a sentence is spoken", plain, booth.marked(sentence(1))});
  pairs.push_back({"the next sentence is spoken", booth.marked(sentence(1)), booth.marked(sentence(2))});
}

scene::Scene spot(scene::Color color) {
  scene::Scene scene;
  scene.width_mm = 476;
  scene.height_mm = 268;
  scene.ground = scene::palette::paper;
  scene.items.emplace_back(scene::Fill{{100, 100, 60, 60}, color, 4, 0, {}});
  return scene;
}

}  // namespace

TEST_CASE("two states of a screen differ in lightness to every eye") {
  for (const bool high_contrast : {false, true}) {
    Booth booth(high_contrast);
    std::vector<Pair> pairs;
    add_choices(booth, pairs);
    add_states(booth, pairs);
    add_marks(booth, pairs);
    REQUIRE(pairs.size() > 20);
    for (const Pair& pair : pairs) {
      const paint::Layer one = booth.paint(pair.one);
      const paint::Layer other = booth.paint(pair.other);
      for (const Eye& eye : eyes) {
        INFO(pair.name << (high_contrast ? " in high contrast" : "") << " to an eye with " << eye.name);
        CHECK(told_apart(one, other, eye) >= min_pixels);
      }
    }
  }
}

TEST_CASE("no eye of the test can tell apart what differs in hue alone") {
  Booth booth(false);
  // Red and green of equal luminance.
  const paint::Layer red = booth.paint(spot(scene::rgb(0xC80000)));
  const paint::Layer green = booth.paint(spot(scene::rgb(0x007300)));
  REQUIRE(red != green);
  for (const Eye& eye : eyes) {
    INFO(eye.name);
    CHECK(told_apart(red, green, eye) == 0);
    CHECK(told_apart(red, booth.paint(spot(scene::palette::paper)), eye) > min_pixels);
  }
}

TEST_CASE("a choice that only changed the hue of its button would be detected") {
  Booth booth(false);
  const scene::Scene one = screens::language_chooser(booth.view(), "paper", 0, false);
  scene::Scene other = one;
  int changed = 0;
  for (scene::Item& item : other.items) {
    auto* fill = std::get_if<scene::Fill>(&item);
    if (fill == nullptr || !(fill->color == scene::palette::standard.chosen)) continue;
    fill->color = scene::rgb(0x73497F);  // a violet as dark as the teal
    ++changed;
  }
  REQUIRE(changed == 1);
  for (const Eye& eye : eyes) CHECK(told_apart(booth.paint(one), booth.paint(other), eye) < min_pixels);
}

TEST_CASE("the eyes of the test see grey as it is and confuse what they should") {
  for (const Eye& eye : eyes) {
    INFO(eye.name);
    for (const std::uint32_t grey : {0x000000u, 0x808080u, 0xFFFFFFu}) {
      CHECK(luminance(grey, eye) == Approx(luminance(grey, eyes[0])).margin(0.002));
    }
  }
  // A protanope sees red as nearly black; a deuteranope does not.
  CHECK(luminance(0xFF0000, eyes[1]) < 0.6 * luminance(0xFF0000, eyes[0]));
  CHECK(luminance(0xFF0000, eyes[2]) > luminance(0xFF0000, eyes[1]));
}
