#include "setup/picture_questions.h"

#include <cmath>
#include <utility>

#include "setup/read_answer.h"
#include "setup/touch_test.h"
#include "source/printable.h"

namespace anteroom::setup {

namespace {

// How long the display and the terminal are waited for in turn: shorter than anybody notices.
constexpr Millis turn{30};

std::string name_of(const Interview& interview, const Screen& screen) {
  std::vector<platform::ConnectedMonitor> connected;
  for (const platform::ReportedMonitor& each : interview.monitors) connected.push_back(each.monitor);
  const auto index = platform::OwnMonitor({0, screen.monitor}).index(connected);
  return index ? in_words(interview.monitors[*index]) : screen.monitor;
}

// What came from the screen. Errors: throws DisplayGone and Cancelled.
TestScreen::Input input_of(TestScreen& test) {
  TestScreen::Input input = test.wait(turn);
  if (input.gone) throw DisplayGone();
  for (const Key key : input.keys) {
    if (is_escape(key)) throw Cancelled();
  }
  return input;
}

// The next answer, in the terminal or by a key at the screen; empty: Enter.
std::string next_answer(Terminal& terminal, TestScreen& test) {
  while (true) {
    const TestScreen::Input input = input_of(test);
    for (const Key key : input.keys) {
      if (std::optional<std::string> answer = typed(key)) {
        terminal.say(*answer + "\n");
        return *answer;
      }
    }
    if (std::optional<std::string> line = terminal.line_within(Millis(0))) return std::string(source::trimmed(*line));
  }
}

Screen ask_turn(Interview& interview, TestScreen& test, Screen screen) {
  Terminal& terminal = interview.terminal;
  while (true) {
    test.show(
        {.monitor = name_of(interview, screen),
         .question = "Does the arrow point up? Yes: Enter. Else press the arrow key for where it points.",
         .note = "The dark line must be seen along all four edges. Else switch off overscan in the monitor's menu.",
         .has_ruler = false,
         .rings = {},
         .stray = {}},
        screen);
    terminal.say("Look at the screen: where does the arrow point? up, left, right or down [up] ");
    const std::string answer = next_answer(terminal, test);
    if (answer.empty()) return screen;
    const ReadAnswer<int> more = read_arrow(answer);
    if (!more.value) {
      terminal.say("  " + source::in_ticks(answer) + ": " + more.fault + "\n");
      continue;
    }
    if (*more.value == 0) return screen;
    screen = turned_to(screen, (screen.rotation + *more.value) % 360);
  }
}

// `screen` with sides `factor` times as long.
Screen scaled(Screen screen, double factor) {
  screen.width_mm *= factor;
  screen.height_mm *= factor;
  screen.mm_source = SizeSource::settings;
  return screen;
}

Screen ask_ruler(Interview& interview, TestScreen& test, Screen screen) {
  constexpr double step = 0.01, exact = 0.01;  // shares of its length: as far as a tape is read
  Terminal& terminal = interview.terminal;
  while (true) {
    const double length = ruler_length(screen);
    const std::string in_mm = std::to_string(std::lround(length));
    test.show({.monitor = name_of(interview, screen),
               .question = "Hold a tape to the line. Is it " + in_mm +
                           " mm long? Yes: Enter. Else make it so with the left and right arrow keys.",
               .note = "",
               .has_ruler = true,
               .rings = {},
               .stray = {}},
              screen);
    terminal.say("Hold a tape to the line on the screen: how long is it? [" + in_mm + " mm] ");
    const std::string answer = next_answer(terminal, test);
    if (answer.empty()) break;
    if (answer == "left" || answer == "right") {
      // A longer line means that a millimetre has more pixels: the screen is smaller than it was taken for.
      screen = scaled(screen, answer == "left" ? 1 + step : 1 / (1 + step));
      continue;
    }
    const ReadAnswer<double> measured = read_length(answer, length / 3, length * 3);
    if (!measured.value) {
      terminal.say("  " + source::in_ticks(answer) + ": " + measured.fault + "\n");
      continue;
    }
    if (std::abs(*measured.value / length - 1) <= exact) break;
    screen = scaled(screen, *measured.value / length);
  }
  screen.width_mm = std::round(screen.width_mm);
  screen.height_mm = std::round(screen.height_mm);
  return screen;
}

}  // namespace

Screen asked_by_picture(Interview& interview, TestScreen& test, Screen screen) {
  if (interview.given.top_edge.empty()) screen = ask_turn(interview, test, screen);
  if (interview.given.size.empty()) {
    const Screen before = screen;
    screen = ask_ruler(interview, test, screen);
    if (std::lround(before.width_mm) != std::lround(screen.width_mm)) {
      interview.terminal.say("So the picture is " + std::to_string(std::lround(screen.width_mm)) + " x " +
                             std::to_string(std::lround(screen.height_mm)) + " mm.\n");
    }
  }
  return screen;
}

bool touches_arrive(Interview& interview, TestScreen& test, const Screen& screen) {
  Terminal& terminal = interview.terminal;
  TouchTest touches(screen);
  const auto show = [&] {
    test.show({.monitor = name_of(interview, screen),
               .question = touches.request(),
               .note = "",
               .has_ruler = false,
               .rings = touches.rings(),
               .stray = touches.stray()},
              screen);
  };
  terminal.say("Touch the rings in the corners of the screen as they light up; Enter ends the test.\n");
  show();
  for (bool skipped = false; !touches.is_over() && !skipped;) {
    const TestScreen::Input input = input_of(test);
    for (const scene::Point at : input.touched) touches.take(at);
    if (!input.touched.empty()) show();
    for (const Key key : input.keys) skipped = skipped || typed(key) == "";
    skipped = skipped || terminal.line_within(Millis(0)).has_value();
  }
  terminal.say(touches.result() + "\n");
  return touches.is_sound();
}

}  // namespace anteroom::setup
